// SPDX-License-Identifier: BSL-1.0
/// \file
/// Every change of the record, day by day, of all states; and the law moved along with them. Opt-in. What a change is,
/// change.hpp says; here the changes of embargoes also say which way they went, and changes of measures that follow a
/// list are among them.
#pragma once

#include <armsledger/change.hpp>
#include <armsledger/snapshot.hpp>
#include <armsledger/tables/timeline.hpp>

#include <compare>
#include <cstddef>

namespace armsledger {

/// A change in the law on a state, or on those whom a list names.
template <class Row = std::size_t>
class basic_event : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Whose law changed; empty for a measure that follows a list, wherever those are whom it names.
    constexpr maybe<armsledger::state> state() const noexcept {
        const auto s = this->u8_in(detail::tables::event_state);
        return {s != 0xFF, static_cast<armsledger::state>(s)};
    }
    /// What it is.
    constexpr change_kind kind() const noexcept {
        return static_cast<change_kind>(this->u6_in(detail::tables::event_kind));
    }
    /// The day, or the days within which it lies; with a `latest` of `never` it may not have happened yet.
    constexpr uncertain_date when() const noexcept {
        return this->span_in(detail::tables::event_day, detail::tables::event_day_bounds);
    }
    /// Of a change of embargoes, what it came to; `none` of any other.
    constexpr embargo_turn turn() const noexcept {
        return static_cast<embargo_turn>(this->u6_in(detail::tables::event_turn));
    }
    /// What changed: the treaty, body, phase, act or cell.
    constexpr basic_change<Row> what() const noexcept {
        return basic_change<Row>{
            {kind(), when(), this->u16_in(detail::tables::event_row), this->u8_in(detail::tables::event_phase)}};
    }
    /// For `sources_of` and `evidence_of`: of what changed.
    constexpr detail::citation cite() const noexcept { return what().cite(); }
    /// The same event.
    friend constexpr bool operator==(basic_event a, basic_event b) noexcept { return a.row_ == b.row_; }
};
/// The name to use.
using event = basic_event<>;

namespace detail {

// A run of events. Random access, allocation-free; iterators do not depend on it.
template <class Event>
class event_range {
public:
    class iterator {
    public:
        using value_type = Event;
        using difference_type = std::ptrdiff_t;

        constexpr iterator() noexcept = default;
        constexpr explicit iterator(std::size_t at) noexcept : at_{at} {}
        constexpr Event operator*() const noexcept { return Event{at_}; }
        constexpr Event operator[](difference_type n) const noexcept { return *(*this + n); }
        constexpr iterator& operator+=(difference_type n) noexcept {
            at_ += static_cast<std::size_t>(n);
            return *this;
        }
        constexpr iterator& operator-=(difference_type n) noexcept { return *this += -n; }
        constexpr iterator& operator++() noexcept { return *this += 1; }
        constexpr iterator& operator--() noexcept { return *this -= 1; }
        constexpr iterator operator++(int) noexcept { return iterator{at_++}; }
        constexpr iterator operator--(int) noexcept { return iterator{at_--}; }
        friend constexpr iterator operator+(iterator i, difference_type n) noexcept { return i += n; }
        friend constexpr iterator operator+(difference_type n, iterator i) noexcept { return i += n; }
        friend constexpr iterator operator-(iterator i, difference_type n) noexcept { return i -= n; }
        friend constexpr difference_type operator-(iterator a, iterator b) noexcept {
            return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
        }
        friend constexpr bool operator==(iterator a, iterator b) noexcept { return a.at_ == b.at_; }
        friend constexpr auto operator<=>(iterator a, iterator b) noexcept { return a.at_ <=> b.at_; }

    private:
        std::size_t at_ = 0;
    };

    constexpr event_range(std::size_t first, std::size_t last) noexcept : first_{first}, last_{last} {}
    constexpr iterator begin() const noexcept { return iterator{first_}; }
    constexpr iterator end() const noexcept { return iterator{last_}; }
    constexpr std::size_t size() const noexcept { return last_ - first_; }
    constexpr std::size_t count() const noexcept { return size(); }
    constexpr bool empty() const noexcept { return first_ == last_; }
    /// The i-th, which there must be.
    constexpr Event operator[](std::size_t i) const noexcept { return Event{first_ + i}; }

private:
    std::size_t first_, last_;
};

// The first event that does not come before a day; by halving.
template <class Event>
constexpr std::size_t first_event_from(date day) noexcept {
    std::size_t first = 0;
    std::size_t last = tables::event_count;
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        const bool before = Event{middle}.when().earliest < day;
        first = before ? middle + 1 : first;
        last = before ? last : middle;
    }
    return first;
}

}  // namespace detail

/// All changes, by day, then kind, then row, then state. One known within bounds stands at its earliest day. A range
/// with random access, `size()` and `operator[]`.
template <class Event = event>
constexpr auto timeline() noexcept {
    return detail::event_range<Event>{0, detail::tables::event_count};
}

/// Those that stand on the days from `from`, included, until `until`, excluded; none where `until <= from`.
/// Logarithmic.
template <class Event = event>
constexpr auto timeline(date from, date until) noexcept {
    const std::size_t first = detail::first_event_from<Event>(from);
    const std::size_t last = detail::first_event_from<Event>(until);
    return detail::event_range<Event>{first, last < first ? first : last};
}

/// The law as the days go by, forwards and backwards, with what changed on each. A plain value of some 48 KiB, as the
/// snapshot it moves.
template <class Snapshot = snapshot>
class basic_replay {
public:
    /// The law on a day to begin with.
    constexpr explicit basic_replay(date day) noexcept : law_{day} {}

    /// The law on the day.
    constexpr const Snapshot& law() const noexcept { return law_; }
    /// The day.
    constexpr date day() const noexcept { return law_.day(); }
    /// The events that stand on the day.
    constexpr auto today() const noexcept { return timeline(day(), day() + 1); }

    /// A day on. Some nanoseconds to a day without change; stays on `never`.
    constexpr basic_replay& operator++() noexcept { return to(day() + 1); }
    /// A day back, at the same cost; stays on `always`.
    constexpr basic_replay& operator--() noexcept { return to(day() + -1); }
    /// To any day, forwards or back; linear in the changes between.
    constexpr basic_replay& to(date day) noexcept {
        law_.move_to(day);
        return *this;
    }

private:
    Snapshot law_;
};
/// The name to use.
using replay = basic_replay<>;

}  // namespace armsledger
