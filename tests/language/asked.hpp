// SPDX-License-Identifier: BSL-1.0
//
// Everything asked, by each of two translation units, which have their own copies of what headers hold.
#pragma once

#include "../unit/all_queries.hpp"

#include <cstddef>
#include <cstdint>

std::uint64_t asked_elsewhere();

namespace {

inline void ask_what_if(all_queries::answers& out) {
    namespace al = armsledger;
    al::scenario what_if;
    out.add(what_if.add(al::supposition::goes_on(al::regime::eu_syria_2011)));
    const auto answer = al::at(what_if, al::date::from_days(16222))
                            .outcome(al::state::bel, al::state::syr, al::end_user::government, al::weapon_type::pistol);
    out.add(answer.value(), answer.on_record());
    al::explain(what_if, answer, [&](al::text_view piece) { out.add(piece); });
}

inline void ask_for_many(all_queries::answers& out) {
    namespace al = armsledger;
    const al::state exporters[] = {al::state::fra, al::state::usa, al::state::rus};
    const al::state importers[] = {al::state::irq, al::state::syr, al::state::lby};
    const al::recipient whom[] = {al::end_user::government, al::group::isil, al::end_user::unknown};
    const al::item what[] = {al::weapon_type::pistol, al::item_class::all_arms, al::weapon_type::assault_rifle};
    al::outcome found[3];
    const al::screening_plan plan{al::at(al::date::from_days(16776))};
    out.add(al::screen_batch(plan, {exporters, importers, whom, what}, found), found[0], found[1], found[2]);
}

inline std::uint64_t asked() {
    all_queries::answers out;
    for (unsigned n = 0; n < 256; ++n) {
        const auto day = armsledger::date::from_days(16776 - 60 * static_cast<int>(n));
        all_queries::ask_everything(n, n % 2 == 0, day, out);
    }
    ask_what_if(out);
    ask_for_many(out);
    return out.value();
}

}  // namespace
