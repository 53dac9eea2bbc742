// SPDX-License-Identifier: BSL-1.0
//
// For firmware and kernels: no heap, no exceptions, no RTTI, no iostream, nothing that runs before main. The
// compiler works out the law of a day, static storage holds it, and questions are answered in it as they come.
//
//   $ embedded | fold -s -w 100
//   snapshot 48736 bytes, verdict 664, transfer 32, set of states 32, date 4
//   2013-05-31: BEL to SYR: prohibited; barred in all: 50 states
//   2013-06-01: BEL to SYR: no_bar_found; barred in all: 23 states
//   EU embargo on Syria of 2011 bars it: Decision 2012/739/CFSP as amended by 2013/109/CFSP. Binds
//   Belgium under the law of the European Union (TEU art. 29, earlier art. 15 and J.2; for goods and
//   services also TFEU art. 215, earlier TEC art. 301).
#include <armsledger/armsledger.hpp>
#include <armsledger/explanation.hpp>

#include <cstdio>
#include <type_traits>

namespace al = armsledger;
using namespace al::literals;

namespace {

constexpr al::transfer rifles = {.exporter = "BEL"_state,
                                 .importer = "SYR"_state,
                                 .recipient = al::end_user::government,
                                 .item = al::weapon_type::assault_rifle,
                                 .on = "2013-05-31"_date};

// Without pointers: it can be copied byte by byte to flash, to another core, to a device.
constinit al::snapshot law = al::at(rifles.on);
static_assert(std::is_trivially_copyable_v<al::snapshot> && sizeof law < 64 * 1024);

// A text of the library does not end in a zero.
void print(al::text_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// The law of the day that the snapshot is at: some nanoseconds a question.
void answer() {
    print(al::to_string(law.day()));
    print(": ");
    print(al::alpha3(rifles.exporter));
    print(" to ");
    print(al::alpha3(rifles.importer));
    print(": ");
    print(al::to_string(law.outcome(rifles.exporter, rifles.importer, rifles.recipient, rifles.item)));
    const al::state_set barred =
        law.exporters_with(al::outcome::prohibited, rifles.importer, rifles.recipient, rifles.item);
    std::printf("; barred in all: %zu states\n", barred.count());
}

}  // namespace

int main() {
    std::printf("snapshot %zu bytes, verdict %zu, transfer %zu, set of states %zu, date %zu\n", sizeof(al::snapshot),
                sizeof(al::verdict), sizeof(al::transfer), sizeof(al::state_set), sizeof(al::date));
    answer();
    law.move_to("2013-06-01"_date);  // by some ten microseconds where the law changed, else at once
    answer();

    // The reasons need the tables besides, which are constants: no heap either.
    const al::verdict verdict = al::screen(rifles);
    al::explain(verdict[0], rifles.on, print);
    print("\n");
}
