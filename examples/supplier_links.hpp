// SPDX-License-Identifier: BSL-1.0
//
// Who supplied those from whom Islamic State took its arms, by a day: chosen here, for whoever draws it.
#pragma once

#include "plain_words.hpp"

#include <armsledger/report.hpp>
#include <armsledger/source.hpp>
#include <armsledger/treaty.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace suppliers {

// All that the record has of arms from one to another.
struct link {
    armsledger::report::actor from, to;
    std::set<std::string> weapons, how;
    bool certain = false;  // a text states a transfer or a loss, and does not only imply, offer or plan it
    armsledger::evidence weakest = armsledger::evidence::confirmed;
};

// By the numbers of the two actors.
using links = std::map<std::pair<std::size_t, std::size_t>, link>;

inline constexpr armsledger::report::actor islamic_state = armsledger::report::named_actor::islamic_state;

// A state stands for its forces and its parts.
inline armsledger::report::actor holder_of(armsledger::report::actor a) {
    const auto s = armsledger::report::state_behind(a);
    return s ? armsledger::report::actor{*s} : a;
}

inline link& between(links& all, armsledger::report::actor from, armsledger::report::actor to,
                     armsledger::evidence grade) {
    link& l = all.try_emplace({from.number(), to.number()}, link{from, to, {}, {}}).first->second;
    l.weakest = std::max(l.weakest, grade);
    return l;
}

inline void add(links& all, const armsledger::report::edge& e, armsledger::date day) {
    // The texts look back from the report's day: what they do not date may be later than an earlier one.
    const bool dated = !(e.when().from == armsledger::always) || e.when().until <= day + 1;
    const bool certain = !e.implied() && (dated || day >= armsledger::report::published);
    link& l = between(all, holder_of(e.from()), holder_of(e.to()), armsledger::evidence_of(e));
    l.certain = l.certain || certain;
    l.how.insert(plain::words(to_string(e.kind())) + (certain ? "" : " (not certain)"));
    if (e.weapon()) {
        l.weapons.insert(std::string{name(*e.weapon())});
    }
}

// What may have happened by the end of the day: losses to Islamic State, and supplies to those who had them. Not who
// made the arms, and not how they passed among suppliers before.
inline links links_by(armsledger::date day) {
    namespace rp = armsledger::report;
    links all;
    std::set<std::size_t> holders;
    const rp::actor total = rp::named_actor::all_suppliers;
    const auto upstream = rp::upstream(islamic_state, {armsledger::always, day + 1});
    for (const rp::edge e : upstream) {
        if (e.to() == islamic_state && e.kind() >= rp::custody::stockpile_capture) {
            add(all, e, day);
            holders.insert(holder_of(e.from()).number());
        }
    }
    for (const rp::edge e : upstream) {
        const bool supply = e.kind() == rp::custody::supplied || e.kind() == rp::custody::passed_on;
        const rp::actor to = holder_of(e.to());
        if (supply && holders.contains(to.number()) && !(holder_of(e.from()) == to) && !(e.from() == total)) {
            add(all, e, day);
        }
    }
    // Texts name suppliers of whom no transfer is on record.
    for (const rp::part p : rp::all_parts()) {
        const bool to_opposition = p.role() == rp::role::supplier_to_syrian_opposition;
        const bool to_iraq = p.role() == rp::role::supplier_to_iraq || p.role() == rp::role::coalition_supplier;
        if (p.when().from <= day && (to_iraq || to_opposition)) {
            const rp::actor to = to_iraq ? rp::actor{armsledger::state::irq} : rp::named_actor::syrian_opposition;
            const std::string note = plain::without_stop(p.note());
            between(all, p.state(), to, armsledger::evidence_of(p))
                .how.insert("named as a supplier" + (note.empty() ? "" : ": " + note));
        }
    }
    return all;
}

inline std::string joined(const std::set<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        out += (out.empty() ? "" : "; ") + part;
    }
    return out;
}

// What the record has, in a line.
inline std::string tip(const link& l) {
    return std::string{name(l.from)} + " to " + std::string{name(l.to)} + ": " + joined(l.how) + ". " +
           (l.weapons.empty() ? "No weapon named" : "Weapons: " + joined(l.weapons)) +
           ". Evidence, at the weakest: " + std::string{to_string(l.weakest)} + ".";
}

// How a supplier may stand to the Arms Trade Treaty, in the order to show.
inline const std::pair<armsledger::standing, const char*> standings[] = {
    {armsledger::standing::party, "Party to the Arms Trade Treaty"},
    {armsledger::standing::contracting_state, "Contracting state, not yet party"},
    {armsledger::standing::signatory, "Signatory, not party"},
    {armsledger::standing::none, "Neither signatory nor party"},
    {armsledger::standing::former_party, "Former party"},
    {armsledger::standing::unknown, "Standing not known"},
    {armsledger::standing::no_such_state, "No such state on that day"},
    {armsledger::standing::outside_coverage, "No single state, or not named"},
};

// On a day that the record of the treaty reaches: only who is no state is outside it.
inline armsledger::standing standing_of(armsledger::report::actor a, armsledger::date day) {
    const auto s = a.as_state();
    return s ? armsledger::standing_of(*s, armsledger::treaty::att, day) : armsledger::standing::outside_coverage;
}

// What to say beside every drawing.
inline constexpr const char* meaning =
    "A whole line from a supplier: a text says that arms were supplied to that holder at some time up to the day, not "
    "that these arms went on; a dashed one: less than that is said. A line to Islamic State: arms of that holder came "
    "to it, or where dashed may have. Colours: how the supplier stood to the Arms Trade Treaty on the day. A state "
    "stands for its forces and regions too. Who only made arms is not shown.";

}  // namespace suppliers
