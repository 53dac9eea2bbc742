// SPDX-License-Identifier: BSL-1.0
//
// What properties are shown over: the days on which the law may change, and states of each kind.
#pragma once

#include <armsledger/armsledger.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace al = armsledger;
using namespace al::literals;

// The days on which anything that a verdict on states looks at may change.
inline std::vector<al::date> days_of_change(const std::vector<al::state>& states) {
    std::set<std::int32_t> days;
    const auto add = [&](al::date d) {
        if (d != al::always && d != al::never) {
            days.insert(d.days());
        }
    };
    const auto add_span = [&](al::uncertain_date d) {
        add(d.earliest);
        add(d.latest);
    };
    const auto add_phase = [&](const al::phase& p) {
        add_span(p.when().from);
        add_span(p.when().until);
        add(p.term().value_or(al::never));
        for (const al::cell c : al::cells_of(p)) {
            add(c.when().from);
            add(c.when().until);
        }
    };
    for (const al::state s : states) {
        for (const al::phase p : al::phases_of(s)) {
            add_phase(p);
        }
        for (const al::membership m : al::memberships_of(s)) {
            add_span(m.when().from);
            add_span(m.when().until);
        }
        for (const al::treaty t : al::all<al::treaty>{}) {
            if (const auto r = al::record_of(s, t)) {
                add(r->signature().value_or(al::never));
                add(r->provisional_application().value_or(al::never));
                add(r->withdrawal_effective().value_or(al::never));
                add_span(r->consent().value_or({al::never, al::never}));
                add_span(r->entry_into_force().value_or({al::never, al::never}));
            }
            for (const al::treaty_notice n : al::notices_of(s, t)) {
                add(n.when());
            }
        }
        for (const al::existence_record e : al::existence_of(s)) {
            add(e.when().from);
            add(e.when().until);
        }
    }
    for (const al::stood_aside a : al::all_stood_aside()) {
        add(a.when().from);
        add(a.when().until);
    }
    for (const al::weapon_type t : al::all<al::weapon_type>{}) {
        for (const al::scheme s : {al::scheme::unroca, al::scheme::un_salw, al::scheme::att_2_1}) {
            for (const al::classification c : al::classifications_of(t, s)) {
                add_span(c.since());
            }
        }
    }
    for (const al::scheme s : al::all<al::scheme>{}) {
        for (const al::category c : al::categories_of(s)) {
            for (const al::category_version v : c.versions()) {
                add_span(v.since());
            }
        }
    }
    for (const al::issuer i : al::all<al::issuer>{}) {
        add(al::coverage(i).from);
        add(al::coverage(i).until);
        for (const al::force f : al::all<al::force>{}) {
            if (const auto ground = al::binding_of(i, f)) {
                add(ground->since());
            }
        }
    }
    for (const al::treaty t : al::all<al::treaty>{}) {
        add(al::adopted_on(t));
        add(al::coverage(t).until);
    }
    add(al::membership_coverage().from);
    add(al::membership_coverage().until);
    std::vector<al::date> sorted;
    for (const std::int32_t d : days) {
        sorted.push_back(al::date::from_days(d));
    }
    return sorted;
}

inline std::vector<al::state> embargoed_states() {
    std::vector<al::state> found;
    for (const al::state s : al::all<al::state>{}) {
        if (!al::phases_of(s).empty()) {
            found.push_back(s);
        }
    }
    return found;
}

// One state for each way of being bound on a day: memberships, standings, being a target.
inline std::vector<al::state> exporters_on(al::date day) {
    std::set<std::string> seen;
    std::vector<al::state> found;
    for (const al::state s : al::all<al::state>{}) {
        std::string how;
        for (const al::body b : {al::body::un, al::body::eu, al::body::las, al::body::ecowas, al::body::cis}) {
            how += static_cast<char>('0' + static_cast<int>(al::detail::under_law_of(b, s, day)));
        }
        for (const al::treaty t : al::all<al::treaty>{}) {
            how += static_cast<char>('a' + static_cast<int>(al::standing_of(s, t, day)));
        }
        how += al::exists(s, day) ? 'e' : 'n';
        if (!al::embargoes_on(s, day).empty()) {
            how += al::to_string(s).data();
        }
        if (seen.insert(how).second) {
            found.push_back(s);
        }
    }
    return found;
}
