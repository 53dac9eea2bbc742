// SPDX-License-Identifier: BSL-1.0
/// \file
/// What changed in the law on one state between two days: its treaties, its memberships, the embargoes on its
/// territory with their acts and their ladders, and its existence. For all states at once, see timeline.hpp.
///
/// A change is a day on which the law became another, as the record has it. That the record itself ends, or
/// that the term of a measure passes without news, is no change; and a change may lie after the last day for
/// which the record of its table speaks, where it is known to come.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/record.hpp>
#include <armsledger/embargo.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/membership.hpp>
#include <armsledger/permission.hpp>
#include <armsledger/state.hpp>
#include <armsledger/text.hpp>
#include <armsledger/treaty.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// What a change is. Those of embargoes and restrictions are of phases on the territory of the state, whoever
/// in it they mean. The changes of one day come in this order.
enum class change_kind : std::uint8_t {
    treaty_signed,               ///< It signed.
    treaty_consented,            ///< The instrument of consent was deposited.
    treaty_in_force,             ///< For this state.
    treaty_withdrawal_notified,  ///< It told the depositary that it withdraws.
    treaty_left,                 ///< A withdrawal took effect.
    treaty_provisional,          ///< Provisional application began.
    treaty_notice_given,         ///< A declaration that leaves the standing as it was.
    joined,                      ///< It became a member of a body.
    left,                        ///< It ceased to be one.
    suspended,                   ///< It was barred from taking part.
    readmitted,                  ///< A suspension ended.
    transition_began,            ///< No member any more, still under the body's law.
    transition_ended,            ///< That law ceased to bind it.
    embargo_imposed,             ///< A phase began, and on the day before the regime had none.
    embargo_changed,             ///< A phase followed another of its regime, or left others to go on.
    embargo_ended,               ///< A phase ended and left none of its regime.
    restriction_imposed,         ///< As the three above, of a lesser restriction that is no arms embargo.
    restriction_changed,         ///< As `embargo_changed`.
    restriction_ended,           ///< As `embargo_ended`.
    act_replaced,                ///< One act of a phase followed another.
    rung_changed,                ///< A cell of the ladder began or ended inside its phase: its `when()` says which.
    state_began,                 ///< It came to exist, or again.
    state_ended,                 ///< It ceased to exist.
};

template <>
inline constexpr const char* detail::words<change_kind> =
    "treaty_signed|treaty_consented|treaty_in_force|treaty_withdrawal_notified|treaty_left|treaty_provisional|"
    "treaty_notice_given|joined|left|suspended|readmitted|transition_began|transition_ended|embargo_imposed|"
    "embargo_changed|embargo_ended|restriction_imposed|restriction_changed|restriction_ended|act_replaced|"
    "rung_changed|state_began|state_ended";

/// What a change of embargoes or restrictions came to. What is tightened and eased is told by the rungs of
/// `permission_for`, of the issuer on the territory, over all classes of recipients, weapon types and classes of items
/// for which it is settled before and after.
enum class embargo_turn : std::uint8_t {
    none,                 ///< It is no such change.
    imposed,              ///< It began, of a regime that had not been suspended.
    resumed,              ///< As imposed, of a regime that had been suspended.
    tightened,            ///< Some rungs rose, none fell.
    eased,                ///< Some rungs fell, none rose.
    tightened_and_eased,  ///< Some rose, some fell.
    same_for_all,         ///< The rungs stayed: another form or act; or a list, which reaches whom it names.
    suspended,            ///< Ended, to be resumed by the same regime later.
    lifted,               ///< Ended, and not resumed in the record.
};

template <>
inline constexpr const char* detail::words<embargo_turn> =
    "none|imposed|resumed|tightened|eased|tightened_and_eased|same_for_all|suspended|lifted";

namespace detail {

// A change as it stands in the tables: a row of the table that its kind goes by, and the phase of an act or cell.
struct change_entry {
    change_kind kind = change_kind::treaty_signed;
    uncertain_date when{};
    std::size_t row = 0;
    std::size_t phase_row = 0;

    // By earliest day, then kind, then row (below 2^24); what is equal is one change.
    constexpr std::uint64_t order() const noexcept {
        const auto day = static_cast<std::uint64_t>(std::int64_t{when.earliest.days()} - INT32_MIN);
        return day << 32 | static_cast<std::uint64_t>(kind) << 24 | row;
    }
};

}  // namespace detail

/// A change in the law on a state, and what changed: the accessors that do not fit its kind are empty.
template <class Row = std::size_t>
class basic_change {
public:
    /// For the library itself.
    using row_type = Row;

    /// For the library itself: `changes` and `timeline` make them.
    constexpr explicit basic_change(const detail::change_entry& entry) noexcept : entry_{entry} {}

    /// What it is.
    constexpr change_kind kind() const noexcept { return entry_.kind; }
    /// The day, or the days within which it lies; with a `latest` of `never` it may not have happened yet.
    constexpr uncertain_date when() const noexcept { return entry_.when; }

    /// The treaty, of a change of that kind: `record_of` has the rest.
    constexpr maybe<armsledger::treaty> treaty() const noexcept {
        if (const auto n = notice()) {
            return n->treaty();
        }
        if (kind() > change_kind::treaty_provisional) {
            return nothing;
        }
        return static_cast<armsledger::treaty>(detail::owner_of(detail::tables::status_first, entry_.row));
    }
    /// The notice that was given.
    constexpr maybe<basic_treaty_notice<Row>> notice() const noexcept {
        return {kind() == change_kind::treaty_notice_given, basic_treaty_notice<Row>{entry_.row}};
    }
    /// The body, of a membership, a suspension or a transition.
    constexpr maybe<armsledger::body> body() const noexcept {
        if (!is_of_membership()) {
            return nothing;
        }
        return basic_membership<Row>{entry_.row}.body();
    }
    /// The phase that began; of an end, the one that ended; the one in which an act or a cell changed. Cells
    /// that several phases share change in the first of them.
    constexpr maybe<basic_phase<Row>> phase() const noexcept {
        return {kind() >= change_kind::embargo_imposed && kind() <= change_kind::rung_changed,
                basic_phase<Row>{entry_.phase_row}};
    }
    /// The act that followed another, or the first of several on which a phase that began rests in turn. A
    /// phase that rests on one act throughout has it as its `instrument()`.
    constexpr maybe<basic_act<Row>> act() const noexcept {
        if (const auto p = phase(); p && kind() != change_kind::rung_changed) {
            for (const auto a : acts_of<basic_act<Row>>(*p)) {
                if (a.when().from == when()) {
                    return a;
                }
            }
        }
        return nothing;
    }
    /// The cell of the ladder that began or ended.
    constexpr maybe<basic_cell<Row>> cell() const noexcept {
        return {kind() == change_kind::rung_changed, basic_cell<Row>{entry_.row}};
    }

    /// For `sources_of` and `evidence_of`: of what changed.
    constexpr detail::citation cite() const noexcept {
        if (kind() < change_kind::treaty_notice_given) {
            return basic_treaty_record<Row>{entry_.row}.cite();
        }
        if (const auto n = notice()) {
            return n->cite();
        }
        if (is_of_membership()) {
            return basic_membership<Row>{entry_.row}.cite();
        }
        if (kind() < change_kind::act_replaced) {
            return basic_phase<Row>{entry_.row}.cite();
        }
        if (kind() == change_kind::act_replaced) {
            return basic_act<Row>{entry_.row}.cite();
        }
        if (const auto c = cell()) {
            return c->cite();
        }
        return basic_existence_record<Row>{entry_.row}.cite();
    }

    /// The same change, of changes of one state.
    friend constexpr bool operator==(const basic_change& a, const basic_change& b) noexcept {
        return a.entry_.order() == b.entry_.order();
    }

private:
    constexpr bool is_of_membership() const noexcept {
        return kind() >= change_kind::joined && kind() <= change_kind::transition_ended;
    }

    detail::change_entry entry_;
};
/// The name to use.
using change = basic_change<>;

namespace detail {

// A state and the one it continues share a record of a treaty and not a time: each has the changes of its own.
template <class Row, class Visit>
constexpr void visit_treaty_changes(state s, Visit& visit) noexcept {
    for (const treaty t : all<treaty>{}) {
        const auto in_its_time = [&](change_kind kind, uncertain_date when, std::size_t row) {
            if (exists(s, when.earliest) || exists(s, when.latest)) {
                visit({kind, when, row});
            }
        };
        if (const auto r = record_of<basic_treaty_record<Row>>(s, t)) {
            const auto steps = r->steps();
            const date applied = r->provisional_application().value_or(never);
            const date notified = r->withdrawal_notified().value_or(never);
            in_its_time(change_kind::treaty_signed, steps.signature, r->row());
            in_its_time(change_kind::treaty_consented, steps.consent, r->row());
            in_its_time(change_kind::treaty_in_force, steps.entry_into_force, r->row());
            in_its_time(change_kind::treaty_withdrawal_notified, {notified, notified}, r->row());
            in_its_time(change_kind::treaty_left, steps.withdrawal, r->row());
            in_its_time(change_kind::treaty_provisional, {applied, applied}, r->row());
        }
        for (const auto n : notices_of<basic_treaty_notice<Row>>(s, t)) {
            in_its_time(change_kind::treaty_notice_given, {n.when(), n.when()}, n.row());
        }
    }
}

// The end of a stretch, which does not lie before its beginning: one of 1982 that began in April ended later.
constexpr uncertain_date end_of(uncertain_period when) noexcept {
    const date begin = when.from.earliest;
    return {begin < when.until.earliest ? when.until.earliest : begin, when.until.latest};
}

template <class Row, class Visit>
constexpr void visit_membership_changes(state s, Visit& visit) noexcept {
    const auto stretch = [&](change_kind begin, change_kind end, const auto& m) {
        visit({begin, m.when().from, m.row()});
        visit({end, end_of(m.when()), m.row()});
    };
    for (const auto m : memberships_of<basic_membership<Row>>(s)) {
        switch (m.kind()) {
            case membership_kind::member: stretch(change_kind::joined, change_kind::left, m); break;
            case membership_kind::suspended: stretch(change_kind::suspended, change_kind::readmitted, m); break;
            case membership_kind::transition:
                stretch(change_kind::transition_began, change_kind::transition_ended, m);
                break;
        }
    }
}

// Whether a phase may be in force both on a day and on the day before.
constexpr bool goes_on_over(const auto& p, date day) noexcept {
    return p.when().contains(day + -1) != answer::no && p.when().contains(day) != answer::no;
}

template <class Visit>
constexpr void visit_acts_and_cells(const auto& p, Visit& visit) noexcept {
    bool first = true;
    for (const auto a : acts_of(p)) {
        if (!first) {
            visit({change_kind::act_replaced, a.when().from, a.row(), p.row()});
        }
        first = false;
    }
    for (const auto c : cells_of(p)) {
        const auto change_on = [&](date day) {
            if (day != always && day != never && goes_on_over(p, day)) {
                visit({change_kind::rung_changed, {day, day}, c.row(), p.row()});
            }
        };
        change_on(c.when().from);
        change_on(c.when().until);
    }
}

// Quadratic in the phases on the territory, at most a dozen or so.
template <class Row, class Visit>
constexpr void visit_embargo_changes(state s, Visit& visit) noexcept {
    for (const auto p : phases_of<basic_phase<Row>>(s)) {
        const uncertain_date begin = p.when().from;
        const uncertain_date end = end_of(p.when());
        bool follows = false;  // another of the regime, which may be in force until the day before
        bool leaves = false;   // others to go on
        bool gives_way = false;
        for (const auto q : phases_of<basic_phase<Row>>(s)) {
            if (q.regime() == p.regime() && !(q == p)) {
                follows = follows || q.when().contains(begin.earliest + -1) != answer::no;
                leaves = leaves || q.when().contains(end.earliest) != answer::no;
                gives_way = gives_way || q.when().from.earliest == end.earliest;
            }
        }
        const bool ban = is_embargo(p.regime());
        const change_kind imposed = ban ? change_kind::embargo_imposed : change_kind::restriction_imposed;
        const change_kind changed = ban ? change_kind::embargo_changed : change_kind::restriction_changed;
        const change_kind ended = ban ? change_kind::embargo_ended : change_kind::restriction_ended;
        visit({follows ? changed : imposed, begin, p.row(), p.row()});
        if (!gives_way) {
            visit({leaves ? changed : ended, end, p.row(), p.row()});
        }
        visit_acts_and_cells(p, visit);
    }
}

// Visits every change of a state, in no order; a cell that phases share once for each of them, beginning with the
// first; and ends that do not come, whose day is `never`.
template <class Row, class Visit>
constexpr void visit_changes(state s, Visit visit) noexcept {
    visit_treaty_changes<Row>(s, visit);
    visit_membership_changes<Row>(s, visit);
    visit_embargo_changes<Row>(s, visit);
    for (const auto e : existence_of<basic_existence_record<Row>>(s)) {
        visit({change_kind::state_began, {e.when().from, e.when().from}, e.row()});
        visit({change_kind::state_ended, {e.when().until, e.when().until}, e.row()});
    }
}

// Finds the changes one by one: the least in order after the last, in a pass over the records of the state.
template <class Change>
class change_iterator {
public:
    using value_type = Change;
    using difference_type = std::ptrdiff_t;

    constexpr change_iterator() noexcept = default;
    constexpr change_iterator(state s, period within) noexcept : state_{s}, within_{within} { find_from(0); }
    constexpr Change operator*() const noexcept { return Change{at_}; }
    constexpr change_iterator& operator++() noexcept {
        find_from(order_ + 1);
        return *this;
    }
    constexpr change_iterator operator++(int) noexcept {
        const change_iterator before = *this;
        ++*this;
        return before;
    }
    constexpr bool operator==(const change_iterator& other) const noexcept { return order_ == other.order_; }
    constexpr bool operator==(range_end) const noexcept { return order_ == past_the_last; }

private:
    static constexpr std::uint64_t past_the_last = UINT64_MAX;

    // What has always been so is no change; what never happens lies in no period.
    constexpr bool is_within(uncertain_date when) const noexcept {
        return when.latest != always && when.earliest < within_.until && within_.from <= when.latest;
    }
    constexpr void find_from(std::uint64_t least) noexcept {
        order_ = past_the_last;
        if (within_.until <= within_.from) {
            return;
        }
        visit_changes<typename Change::row_type>(state_, [&](const change_entry& e) {
            if (is_within(e.when) && least <= e.order() && e.order() < order_) {
                order_ = e.order();
                at_ = e;
            }
        });
    }

    state state_{};
    period within_{};
    std::uint64_t order_ = past_the_last;
    change_entry at_{};
};

// The changes of a state within a period. Forward and allocation-free; an iterator does not depend on it.
template <class Change>
class change_range {
public:
    constexpr change_range(state s, period within) noexcept : state_{s}, within_{within} {}

    constexpr change_iterator<Change> begin() const noexcept { return {state_, within_}; }
    constexpr range_end end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The number of changes; as far to go as through them all.
    constexpr std::size_t count() const noexcept {
        std::size_t n = 0;
        for (auto i = begin(); i != end(); ++i) {
            ++n;
        }
        return n;
    }

private:
    state state_;
    period within_;
};

}  // namespace detail

/// What changed in the law on a state on the days from `from`, included, until `until`, excluded; `always` and
/// `never` ask for all. By day, then kind, then row. A change known within bounds stands at its earliest day,
/// and is among them where its bounds meet the period; it may then stand before `from`. Empty where
/// `until <= from`. Each step takes a pass over all memberships and the state's own records.
template <class Change = change>
constexpr auto changes(state s, date from, date until) noexcept {
    return detail::change_range<Change>{s, {from, until}};
}

}  // namespace armsledger
