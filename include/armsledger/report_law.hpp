// SPDX-License-Identifier: BSL-1.0
//
// The report joined with the law: which embargoes a transfer met, and how the states in it stood to a
// treaty. It says what was in force, not who broke it: whom a measure binds, its exemptions and the
// permissions under it are another matter.
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

/// Whether a thing that happened on an unknown day of `when` happened while `span` lasted: `yes` when all
/// of `when` lies within, `no` when none of it does. A text without a bound may mean any day.
template <class Period>
constexpr answer during(period when, const Period& span) noexcept {
    if (when.until <= span.from.earliest || span.until.latest <= when.from) {
        return answer::no;
    }
    const bool within = span.from.latest <= when.from && when.until <= span.until.earliest;
    return within ? answer::yes : answer::unknown;
}

/// The standing of a state to a treaty throughout a period, by its first and last day: standings move one
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
    basic_phase<Row> phase;
    report::side side;
    /// Whether the transfer fell within the phase, as far as its dates are known.
    answer in_time;
    /// Whether the phase means this recipient: `no` for a government that is exempt, `unknown` where the
    /// record does not settle to whom an actor belongs.
    answer reaches;
};
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

// Whether something that lasts as long as `span` was so when a thing happened on an unknown day of `when`.
constexpr answer during_listing(period when, period span) noexcept {
    return during(when, uncertain_period{{span.from, span.from}, {span.until, span.until}});
}

// How far a phase and the record of its issuer cover a period: past a term or the last covered day nothing
// is certain.
template <class Phase>
constexpr answer in_time_of(period when, const Phase& p) noexcept {
    const answer met = during(when, p.when());
    const bool beyond = when.until > p.term().value_or(never) || when.until > coverage(p.issuer()).until;
    return met == answer::yes && beyond ? answer::unknown : met;
}

// Whether a phase reaches a group through its listings in a period.
template <class Phase>
constexpr answer lists(const Phase& p, group g, period when) noexcept {
    answer met = answer::no;
    for (const group_listing l : listings_of(g)) {
        if (l.regime() == p.regime() && l.coverage() != listing_coverage::persons) {
            const answer listed = during_listing(when, l.when());
            const bool open = l.coverage() == listing_coverage::disputed;
            met = detail::either(met, open && listed == answer::yes ? answer::unknown : listed);
        }
    }
    return detail::both(met, in_time_of(when, p));
}

// A class of recipients on a territory means a group there; that the arms came to it there is not said.
template <class Visit>
constexpr void visit_recipient_lists(actor a, period when, Visit& visit) {
    const maybe<group> g = group_behind(a);
    const maybe<state> visited = territory_of(a);
    for (const phase p : all_phases()) {
        if (g && p.target() != embargo_target::government && is_embargo(p.regime()) &&
            !(visited && p.territory() == visited)) {
            const answer met = lists(p, *g, when);
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
        const answer in_time = in_time_of(when, p);
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

/// As above, for an edge of custody.
template <class Row, class Visit>
constexpr void for_each_conflict(const basic_edge<Row>& e, Visit&& visit) {
    detail_of::visit_territory(e.to(), side::recipient, e.when(), visit);
    detail_of::visit_recipient_lists(e.to(), e.when(), visit);
    detail_of::visit_territory(e.from(), side::supplier, e.when(), visit);
}

}  // namespace armsledger::report

template <>
inline constexpr const char* armsledger::detail::words<armsledger::report::side> = "recipient|supplier";
