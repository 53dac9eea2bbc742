// SPDX-License-Identifier: BSL-1.0
//
// The state of a name, whatever its case: names as they are recorded, in capitals, in small letters; only
// those of ASCII characters, for gperf. Misses are names with one letter changed.
#include "gperf.hpp"
#include "keys.hpp"
#include "peers.hpp"
#include "queries.hpp"

#include <armsledger/state.hpp>

namespace {

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Two of four as recorded, one in capitals, one in small letters.
std::string in_some_case(bench::random& r, std::string text) {
    const std::size_t form = bench::below(r, 4);
    for (char& c : text) {
        c = !is_letter(c) || form > 1 ? c : static_cast<char>(form == 0 ? c & 0xDF : c | 0x20);
    }
    return text;
}

std::string with_a_letter_changed(bench::random& r, std::string text) {
    std::size_t at = 0;
    do {
        at = bench::below(r, text.size());
    } while (!is_letter(text[at]));
    text[at] = static_cast<char>((text[at] & 0xE0) + 1 + static_cast<int>(bench::below(r, 26)));
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    const auto& names = bench::names_as_recorded();
    const auto known = [&](bench::random& r) { return in_some_case(r, names[bench::below(r, names.size())]); };
    const auto unknown = [&](bench::random& r) {
        std::string text;
        do {
            text = with_a_letter_changed(r, known(r));
        } while (armsledger::find_state(text).kind != armsledger::match_kind::none);
        return text;
    };
    bench::question<std::string_view> q{"names", bench::modes<std::string_view>(known, unknown)};
    q.design("ours", [](std::string_view text) {
        return static_cast<int>(armsledger::find_state(text).one().value_or(bench::no_state));
    });
#ifdef BENCH_GPERF
    q.design("gperf", [](std::string_view text) { return bench::value_of(names_gperf(text.data(), text.size())); });
#else
    bench::absent("gperf");
#endif
    bench::add_containers<std::string_view, bench::lower_case>(q, bench::name_keys(), "text collate nocase");
    return bench::run(argc, argv);
}
