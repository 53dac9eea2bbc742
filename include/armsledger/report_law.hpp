// SPDX-License-Identifier: BSL-1.0
/// \file
/// The report joined with the law: which embargoes a transfer met, and how the states in it stood to a treaty. Opt-in.
///
/// It says what was in force, not who broke it: whom a measure binds (binding.hpp), its exemptions and the permissions
/// under it (permission.hpp) are another matter. The days of a transfer are seldom known; what was so on some days only
/// of the text's period is `unknown`.
#pragma once

#include <armsledger/answer.hpp>
#include <armsledger/date.hpp>
#include <armsledger/detail/record.hpp>
#include <armsledger/embargo.hpp>
#include <armsledger/report.hpp>
#include <armsledger/state.hpp>
#include <armsledger/treaty.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::report {

/// The standing of a state to a treaty (treaty.hpp) throughout a period, by its first and last day: standings move one
/// way. Empty where they differ, and for a period that is empty or has no beginning or end.
template <class Standing = standing>
constexpr maybe<Standing> standing_throughout(state s, treaty t, period when) noexcept {
    if (when.from == always || when.until == never || when.until <= when.from) {
        return nothing;
    }
    const Standing first = standing_of(s, t, when.from);
    return {first == standing_of(s, t, when.until + -1), first};
}

/// Which side of a transfer an embargo phase is on.
enum class side : std::uint8_t {
    recipient,  ///< Arms to it are banned.
    supplier,   ///< Arms from it are banned.
};

/// An embargo phase that an account of a transfer met, or may have met.
template <class Row>
struct basic_conflict {
    basic_phase<Row> phase;  ///< The phase of an embargo; never of a lesser restriction.
    report::side side;       ///< On which side of the transfer it is.
    /// Whether the phase was in force when the transfer happened: `unknown` when it was so on some days only of
    /// the text's period, or when the record does not reach them all.
    answer in_time;
    /// Whether the phase means this recipient: `no` for a government that is exempt, `unknown` where the
    /// record does not settle to whom an actor belongs.
    answer reaches;
};
/// The name to use.
using conflict = basic_conflict<std::size_t>;

/// Whether a phase on a territory means an actor there. A ban on a territory means all in it; a ban on
/// forces outside the government leaves the state and its forces free (for Iraq since resolution 1546
/// (2004), paragraph 21), and does not say where a regional government belongs.
template <class Phase>
constexpr answer means(const Phase& p, actor a) noexcept {
    const bool own = a.as_state().has_value() || relation_of(a) == relation_to_state::forces;
    const bool region = !own && state_behind(a).has_value();
    switch (p.target()) {
        case embargo_target::territory: return answer::yes;
        case embargo_target::government: return own ? answer::yes : region ? answer::unknown : answer::no;
        case embargo_target::non_governmental_forces: return own ? answer::no : region ? answer::unknown : answer::yes;
        default: return answer::no;  // lists are asked by group
    }
}

namespace detail_of {

// The state on whose territory an actor of the report stands.
template <class Actor>
constexpr maybe<state> territory_of(Actor a) noexcept {
    const bool syrian = a == Actor{named_actor::syrian_opposition} || a == Actor{named_actor::ypg} ||
                        a == Actor{named_actor::free_syrian_army};
    return syrian ? maybe<state>{state::syr} : state_behind(a);
}

// What is so on one day of `when`, when that day is not known: what `on` says of all days, if it is the
// same. Asked on the first day and on each day of change that `change` visits.
template <class Days, class Ask>
constexpr answer on_some_day(period when, Days change, Ask on) noexcept {
    answer found = on(when.from);
    change([&](date day) {
        if (when.from < day && day < when.until && on(day) != found) {
            found = answer::unknown;
        }
    });
    return found;
}

// The days on which what a phase says may change.
template <class Phase, class Visit>
constexpr void days_of_change(const Phase& p, Visit visit) noexcept {
    const uncertain_period w = p.when();
    for (const date day : {w.from.earliest, w.from.latest, w.until.earliest, w.until.latest, p.term().value_or(never),
                           coverage(p.issuer()).until}) {
        visit(day);
    }
}

template <class Phase>
constexpr answer in_force_within(period when, const Phase& p) noexcept {
    return on_some_day(
        when, [&](auto visit) { days_of_change(p, visit); }, [&](date day) { return p.in_force(day); });
}

// Whether a phase reaches a group, through its listings.
template <class Phase>
constexpr answer reaches_within(period when, const Phase& p, group g) noexcept {
    const auto change = [&](auto visit) {
        days_of_change(p, visit);
        for (const group_listing l : listings_of(g)) {
            visit(l.when().from);
            visit(l.when().until);
        }
    };
    return on_some_day(when, change, [&](date day) { return detail::reaches(g, p, day); });
}

// A class of recipients on a territory means a group there; that the arms came to it there is not said.
template <class Visit>
constexpr void visit_recipient_lists(actor a, period when, Visit& visit) {
    const maybe<group> g = group_behind(a);
    const maybe<state> visited = territory_of(a);
    for (const phase p : all_phases()) {
        if (g && p.target() != embargo_target::government && is_embargo(p.regime()) &&
            !(visited && p.territory() == visited)) {
            const answer met = reaches_within(when, p, *g);
            if (met != answer::no) {
                visit(conflict{p, side::recipient, met, p.territory() ? answer::unknown : answer::yes});
            }
        }
    }
}

template <class Visit>
constexpr void visit_territory(actor a, side s, period when, Visit& visit) {
    const maybe<state> territory = territory_of(a);
    if (!territory) {
        return;
    }
    for (const phase p : phases_of(*territory)) {
        const bool banned = p.direction() == direction::both ||
                            p.direction() == (s == side::recipient ? direction::to : direction::from);
        const answer in_time = in_force_within(when, p);
        if (is_embargo(p.regime()) && p.target() != embargo_target::listed_group && banned && in_time != answer::no) {
            visit(conflict{p, s, in_time, means(p, a)});
        }
    }
}

}  // namespace detail_of

/// Calls `visit(conflict)` for each embargo phase on the recipient, or on exports of a supplier, that was
/// in force at some time of the account's period. Linear in all phases.
template <class Account, class Visit>
constexpr void for_each_conflict(const Account& a, Visit&& visit) {
    detail_of::visit_territory(a.recipient(), side::recipient, a.when(), visit);
    detail_of::visit_recipient_lists(a.recipient(), a.when(), visit);
    for (const actor supplier : a.suppliers()) {
        detail_of::visit_territory(supplier, side::supplier, a.when(), visit);
    }
}

/// Calls `visit(conflict)` for each embargo phase that an edge of custody met: on whoever had the arms after, or on
/// exports of who had them before.
template <class Row, class Visit>
constexpr void for_each_conflict(const basic_edge<Row>& e, Visit&& visit) {
    detail_of::visit_territory(e.to(), side::recipient, e.when(), visit);
    detail_of::visit_recipient_lists(e.to(), e.when(), visit);
    detail_of::visit_territory(e.from(), side::supplier, e.when(), visit);
}

}  // namespace armsledger::report

template <>
inline constexpr const char* armsledger::detail::words<armsledger::report::side> = "recipient|supplier";
