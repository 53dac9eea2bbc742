// SPDX-License-Identifier: BSL-1.0
/// \file
/// Armed groups that embargoes name or the report concerns, and their names over time. Which embargo
/// reaches a group, and on what ground, is in embargo.hpp.
///
/// A group stays itself when it takes another name: what the report calls Islamic State was Islamic State of Iraq until
/// 2013 and al-Qaida in Iraq before, and is one `group::isil`. A name can be that of two groups: Islamic State West
/// Africa Province is a name of Boko Haram and of those who split from it, and `find_group` then finds both.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/name_index.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/groups.hpp>
#include <armsledger/text.hpp>
#include <armsledger/version.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// An armed group, `group::isil`, `group::al_shabaab`; a slug that begins with a digit takes a leading
/// underscore. The enumerator stays when the group changes its name. groups.csv lists them.
enum class group : std::uint8_t {
#include <armsledger/tables/group.inc>
};

namespace detail {
template <>
inline constexpr std::size_t enum_count<group> = tables::group_slugs_count;

}  // namespace detail

/// The slug, "isil".
constexpr text_view to_string(group g) noexcept {
    return detail::text_of(detail::tables::group_pool, detail::tables::group_slugs, g);
}

/// The name most used in English today, "Islamic State".
constexpr text_view name(group g) noexcept {
    return detail::text_of(detail::tables::group_pool, detail::tables::group_names, g);
}

/// What a user should know about the group; often empty.
constexpr text_view note_on(group g) noexcept {
    return detail::text_of(detail::tables::group_pool, detail::tables::group_notes, g);
}

/// Where the group is or was active: a description, without legal effect.
constexpr state_set states_of(group g) noexcept {
    state_set found;
    const detail::rows span = detail::rows_of(detail::tables::group_states_first, g);
    for (std::size_t i = span.first; i < span.last; ++i) {
        found.insert(static_cast<state>(detail::u8_at(detail::tables::group_states, i)));
    }
    return found;
}

/// Whether a name was the one in use for a time, or is another way to call the group.
enum class group_name_kind : std::uint8_t { name, alias };

template <>
inline constexpr const char* detail::words<group_name_kind> = "name|alias";

/// A name of a group and when it was in use; the names of a group may overlap.
template <class Row = std::size_t>
class basic_group_name : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The name.
    constexpr text_view text() const noexcept {
        return this->text_in(detail::tables::group_pool, detail::tables::group_name_text);
    }
    /// Whether it is a name or an alias.
    constexpr group_name_kind kind() const noexcept {
        return static_cast<group_name_kind>(this->u6_in(detail::tables::group_name_kind));
    }
    /// When it was in use, half-open; an alias, and a name of no known date, from `always` until `never`.
    constexpr uncertain_period when() const noexcept {
        return {this->span_in(detail::tables::group_name_from, detail::tables::group_name_from_bounds),
                this->span_in(detail::tables::group_name_until, detail::tables::group_name_until_bounds)};
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::group_name_cites); }
};
/// The name to use.
using group_name = basic_group_name<>;

/// Every name and alias of a group.
template <class GroupName = group_name>
constexpr auto names_of(group g) noexcept {
    return detail::record_range<GroupName>{detail::rows_of(detail::tables::group_name_first, g)};
}

namespace detail {
struct group_name_in_use_on {
    date day;
    constexpr bool operator()(const auto& n) const noexcept {
        return n.kind() == group_name_kind::name && n.when().contains(day) != answer::no;
    }
};
}  // namespace detail

/// The names that were in use on a day, or may have been; no aliases.
template <class GroupName = group_name>
constexpr auto names_on(group g, date day) noexcept {
    return detail::record_range<GroupName, detail::group_name_in_use_on>{
        detail::rows_of(detail::tables::group_name_first, g), {day}};
}

/// The groups a name may mean: none, one, or several that bore it at different times.
class group_match {
public:
    /// More than any name has groups.
    static constexpr std::size_t capacity = 4;

    /// How many groups.
    constexpr std::size_t count() const noexcept { return count_; }
    /// The group, when there is exactly one.
    constexpr maybe<group> one() const noexcept { return {count_ == 1, found_[0]}; }
    /// The groups, in the order of their slugs.
    constexpr const group* begin() const noexcept { return found_; }
    /// Past the last.
    constexpr const group* end() const noexcept { return found_ + count_; }

    /// Takes a group in; nothing once `capacity` is reached.
    constexpr void add(group g) noexcept {
        if (count_ < capacity) {
            found_[count_++] = g;
        }
    }

private:
    group found_[capacity] = {};
    std::size_t count_ = 0;
};

/// The groups that a slug, name or alias of any time means; none for any other text. One hash look-up.
template <class Match = group_match>
constexpr Match find_group(text_view text) noexcept {
    Match match;
    const auto found = detail::rows_named<detail::tables::group_index>(text);
    for (std::size_t i = found.first; i < found.last; ++i) {
        match.add(static_cast<group>(detail::value_at<detail::tables::group_index>(i)));
    }
    return match;
}

/// The days for which names and listings of groups are recorded; see version.hpp.
constexpr period group_coverage() noexcept { return detail::coverage_of(detail::covered::groups); }

}  // namespace armsledger
