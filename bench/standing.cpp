// SPDX-License-Identifier: BSL-1.0
//
// How a random participant stands to a random treaty on a random day.
#include "by_day.hpp"
#include "queries.hpp"

#include <armsledger/treaty.hpp>

#include <cstdint>
#include <vector>

namespace al = armsledger;

namespace {

struct query {
    std::uint8_t participant, treaty;
    int day;
    unsigned key() const { return treaty * 256U + participant; }
};

int standing_of(unsigned participant, unsigned treaty, al::date day) {
    return static_cast<int>(al::standing_of(static_cast<al::state>(participant), static_cast<al::treaty>(treaty), day));
}

}  // namespace

int main(int argc, char** argv) {
    bench::random r{20151208};
    bench::mode<query> all{"day", {}};
    for (std::size_t i = 0; i < bench::query_count; ++i) {
        all.queries.push_back(
            {static_cast<std::uint8_t>(bench::below(r, al::detail::participant_count)),
             static_cast<std::uint8_t>(bench::below(r, al::detail::enum_count<al::treaty>)),
             bench::first_day + static_cast<int>(bench::below(r, bench::last_day - bench::first_day))});
    }
    bench::histories histories;
    for (unsigned t = 0; t < al::detail::enum_count<al::treaty>; ++t) {
        for (unsigned p = 0; p < al::detail::participant_count; ++p) {
            histories.emplace_back(query{static_cast<std::uint8_t>(p), static_cast<std::uint8_t>(t), 0}.key(),
                                   bench::history_of([&](al::date day) { return standing_of(p, t, day); }));
        }
    }
    bench::question<query> q{"standing", {all}};
    q.design("ours", [](const query& x) { return standing_of(x.participant, x.treaty, al::date::from_days(x.day)); });
    bench::add_by_day(q, histories);
    return bench::run(argc, argv);
}
