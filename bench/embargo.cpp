// SPDX-License-Identifier: BSL-1.0
//
// Which of its phases are in force on a random embargoed state on a random day, certainly and possibly.
#include "by_day.hpp"
#include "queries.hpp"

#include <armsledger/embargo.hpp>

#include <cstdint>
#include <utility>
#include <vector>

#if __has_include(<boost/icl/interval_map.hpp>)
#include <boost/icl/interval_map.hpp>
#endif

namespace al = armsledger;

namespace {

struct query {
    al::state state;
    int day;
    unsigned key() const { return static_cast<unsigned>(state); }
};

int phases_on(al::state s, al::date day) {
    const al::phase_bits bits = al::phases_in_force(s, day);
    return bits.certain | bits.possible << 16;
}

// Every phase of every state, asked one after the other.
struct scan {
    struct row {
        al::state state;
        int bit;
        int from, from_latest, until, until_latest, term;
    };
    std::vector<row> rows;
    scan() {
        for (const al::state s : al::all<al::state>{}) {
            int bit = 0;
            for (const al::phase p : al::phases_of(s)) {
                const al::uncertain_period when = p.when();
                rows.push_back({s, bit++, when.from.earliest.days(), when.from.latest.days(),
                                when.until.earliest.days(), when.until.latest.days(),
                                p.term().value_or(al::never).days()});
            }
        }
    }
    int operator()(const query& q) const {
        int found = 0;
        for (const row& r : rows) {
            if (r.state == q.state && r.from <= q.day && q.day < r.until_latest) {
                found |= 0x10000 << r.bit;
                if (r.from_latest <= q.day && q.day < r.until && q.day < r.term) {
                    found |= 1 << r.bit;
                }
            }
        }
        return found;
    }
};

}  // namespace

int main(int argc, char** argv) {
    std::vector<al::state> states;
    bench::histories histories;
    for (const al::state s : al::all<al::state>{}) {
        if (!al::phases_of(s).empty()) {
            states.push_back(s);
            histories.emplace_back(static_cast<unsigned>(s),
                                   bench::history_of([s](al::date day) { return phases_on(s, day); }));
        }
    }
    bench::random r{20151208};
    bench::mode<query> all{"day", {}};
    for (std::size_t i = 0; i < bench::query_count; ++i) {
        all.queries.push_back(
            {states[bench::below(r, states.size())],
             bench::first_day + static_cast<int>(bench::below(r, bench::last_day - bench::first_day))});
    }
    bench::question<query> q{"embargo", {all}};
    q.design("ours", [](const query& x) { return phases_on(x.state, al::date::from_days(x.day)); });
    q.design("scan", scan{});
#if __has_include(<boost/icl/interval_map.hpp>)
    using intervals = boost::icl::interval_map<int, int>;
    std::vector<intervals> by_state(al::detail::enum_count<al::state>);
    for (const auto& [key, h] : histories) {
        for (std::size_t i = 0; i < h.size(); ++i) {
            const int until = i + 1 < h.size() ? h[i + 1].day : bench::last_day + 1;
            by_state[key].set({boost::icl::interval<int>::right_open(h[i].day, until), h[i].value});
        }
    }
    q.design("icl", [by_state](const query& x) {
        const auto found = by_state[x.key()].find(x.day);
        return found == by_state[x.key()].end() ? 0 : found->second;
    });
#else
    bench::absent("icl");
#endif
    bench::add_by_day(q, histories);
    return bench::run(argc, argv);
}
