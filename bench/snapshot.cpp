// SPDX-License-Identifier: BSL-1.0
//
// A snapshot: the outcome of a transfer beside the verdict with its reasons, a day's advance beside loads from the
// first cache, and a bit of a plane.
#include "by_day.hpp"
#include "queries.hpp"

#include <armsledger/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace al = armsledger;

namespace {

struct query {
    std::uint8_t exporter, importer, user, type;
};

void count(benchmark::State& state, std::size_t queries) {
    state.counters["query"] = benchmark::Counter(
        static_cast<double>(queries), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

// Every day of the record, one after the other, and back.
void advance(benchmark::State& state) {
    const al::date first = al::date::from_days(-2557);  // 1963-01-01
    const std::int32_t days = bench::last_day + 2557;
    al::snapshot law = al::at(first);
    for (auto _ : state) {
        for (std::int32_t d = 0; d < days; ++d) {
            law.move_to(first + d);
        }
        for (std::int32_t d = days; d-- > 0;) {
            law.move_to(first + d);
        }
        benchmark::DoNotOptimize(law);
    }
    count(state, 2 * static_cast<std::size_t>(days));
}

// Loads each of which waits for the last, from 4 KiB.
void load(benchmark::State& state) {
    std::vector<std::uint32_t> next(1024);
    for (std::uint32_t i = 0; i < next.size(); ++i) {
        next[i] = (i * 5 + 1) % 1024;  // one round through all
    }
    std::uint32_t at = 0;
    for (auto _ : state) {
        for (int i = 0; i < 1 << 16; ++i) {
            at = next[at];
        }
        benchmark::DoNotOptimize(at);
    }
    count(state, std::size_t{1} << 16);
}

}  // namespace

int main(int argc, char** argv) {
    bench::random r{20151208};
    bench::mode<query> random{"outcome", {}};
    for (std::size_t i = 0; i < bench::query_count; ++i) {
        random.queries.push_back({static_cast<std::uint8_t>(bench::below(r, al::detail::enum_count<al::state>)),
                                  static_cast<std::uint8_t>(bench::below(r, al::detail::enum_count<al::state>)),
                                  static_cast<std::uint8_t>(bench::below(r, al::detail::enum_count<al::end_user>)),
                                  static_cast<std::uint8_t>(bench::below(r, al::detail::enum_count<al::weapon_type>))});
    }
    const al::date day = al::date::from_days(16776);  // 2015-12-07
    const auto law = std::make_shared<const al::snapshot>(al::at(day));
    bench::question<query> outcome{"snapshot", {random}};
    outcome.design("ours", [law](const query& q) {
        return law->outcome(static_cast<al::state>(q.exporter), static_cast<al::state>(q.importer),
                            static_cast<al::end_user>(q.user), static_cast<al::weapon_type>(q.type));
    });
    outcome.design("screen", [day](const query& q) {
        return al::screen({.exporter = static_cast<al::state>(q.exporter),
                           .importer = static_cast<al::state>(q.importer),
                           .recipient = static_cast<al::end_user>(q.user),
                           .item = static_cast<al::weapon_type>(q.type),
                           .on = day})
            .outcome();
    });
    bench::question<query> bit{"snapshot", {{"bit", random.queries}}};
    bit.design("ours", [parties = law->parties_to(al::treaty::att)](const query& q) {
        return static_cast<int>(parties.contains(static_cast<al::state>(q.exporter)));
    });
    bench::question<query> nothing{"snapshot", {{"bit", random.queries}}};
    nothing.design("null", [](const query& q) { return static_cast<int>(q.exporter & 1U); });
    benchmark::RegisterBenchmark("snapshot/ours/advance/thr", advance);
    benchmark::RegisterBenchmark("snapshot/load/advance/thr", load);
    return bench::run(argc, argv);
}
