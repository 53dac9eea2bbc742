// SPDX-License-Identifier: BSL-1.0
//
// All parties to a random treaty on a random day: is a random state among them?
#include "by_day.hpp"
#include "queries.hpp"

#include <armsledger/treaty.hpp>

#include <cstdint>
#include <utility>

namespace al = armsledger;

namespace {

struct query {
    std::uint8_t state, treaty;
    int day;
};

template <class IsParty>
int found_by(const query& q, const IsParty& is_party) {
    al::state_set parties;
    for (const al::state s : al::all<al::state>{}) {
        if (is_party(s)) {
            parties.insert(s);
        }
    }
    return parties.contains(static_cast<al::state>(q.state));
}

}  // namespace

int main(int argc, char** argv) {
    bench::random r{20151208};
    bench::mode<query> all{"day", {}};
    for (std::size_t i = 0; i < 1024; ++i) {  // the peers take long
        all.queries.push_back(
            {static_cast<std::uint8_t>(bench::below(r, al::detail::enum_count<al::state>)),
             static_cast<std::uint8_t>(bench::below(r, al::detail::enum_count<al::treaty>)),
             bench::first_day + static_cast<int>(bench::below(r, bench::last_day - bench::first_day))});
    }
    std::map<std::pair<al::treaty, al::state>, bench::history> standings;
    for (const al::treaty t : al::all<al::treaty>{}) {
        for (const al::state s : al::all<al::state>{}) {
            standings[{t, s}] = bench::history_of(
                [&](al::date day) { return al::standing_of(s, t, day) == al::standing::party ? 1 : 0; });
        }
    }
    bench::question<query> q{"plane", {all}};
    q.design("ours", [](const query& x) {
        const al::state_set parties = al::parties_to(static_cast<al::treaty>(x.treaty), al::date::from_days(x.day));
        return static_cast<int>(parties.contains(static_cast<al::state>(x.state)));
    });
    q.design("loop", [](const query& x) {
        const al::date day = al::date::from_days(x.day);
        return found_by(x, [&](al::state s) {
            return al::standing_of(s, static_cast<al::treaty>(x.treaty), day) == al::standing::party;
        });
    });
    q.design("map", [standings](const query& x) {
        return found_by(x, [&](al::state s) {
            const auto found = standings.find({static_cast<al::treaty>(x.treaty), s});
            return found != standings.end() && bench::value_on(found->second, x.day) != 0;
        });
    });
    return bench::run(argc, argv);
}
