// SPDX-License-Identifier: BSL-1.0
/// \file
/// Which library this is, which edition of the record it holds, and how far the record sees.
///
/// Every table speaks for the days from a first to a last, its **coverage**, which `data/coverage.csv` states with what
/// is known of its edges: `coverage(treaty)`, `coverage(issuer)`, `membership_coverage()`, `group_coverage()`. The last
/// day is that of the last official list or act that was read, before the edition was published and not the same for
/// all tables. On a day after it the law may have changed, so no answer is given that the record cannot stand by:
/// an `answer` or a `standing` is `outside_coverage`, a count is `{0, 65535}`, a verdict that rests on the table is
/// `unknown`. On a day before the first, too, but for treaties: before its adoption nobody stands to a treaty, which
/// is known.
///
/// A trap: a set has no member to say "outside coverage" with. The parties to a treaty on a day that its table does not
/// cover are an empty set, and so are the parties on a day before it entered into force. Ask
/// `coverage(...).contains(day)` before you read an empty set as nobody.
///
/// Another: names, existence of states, control lists and the report have no such window. What they say of a later day
/// is the last that was recorded.
///
/// For results that others shall check, print `data_edition` and `fingerprint` beside them.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/tables/edition.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// Semantic version of the library's interface; meson and CMake read it here.
[[gnu::visibility("hidden")]] inline constexpr text_view library_version = "0.1.0";

/// The edition of the record, year and month: state it beside every result.
[[gnu::visibility("hidden")]] inline constexpr text_view data_edition = detail::tables::edition_text;

/// The day the edition was published. The tables end earlier: see `coverage`.
[[gnu::visibility("hidden")]] inline constexpr date data_published =
    detail::day_at(detail::tables::edition_published, 0);

/// 64 bits over all tables, the same on every machine. Where two differ, the tables do; where they are equal, the
/// tables are, but for a chance of one in 2^64.
inline constexpr std::uint64_t fingerprint = detail::tables::fingerprint;

namespace detail {

// The rows of coverage.csv.
enum class covered : std::uint8_t {
    apmbc,
    att,
    ccm,
    firearms_protocol,
    groups,
    memberships,
    other_embargoes,
    un_embargoes,
};

constexpr date earlier_of(date a, date b) noexcept { return b < a ? b : a; }

// As `coverage_of(table).contains(day)`, of a packed day.
constexpr bool is_covered(covered table, std::uint32_t day16) noexcept {
    const auto i = static_cast<std::size_t>(table);
    return two_bytes_at(tables::coverage_first, i) <= day16 && day16 < two_bytes_at(tables::coverage_until, i);
}

constexpr period coverage_of(covered table) noexcept {
    const auto i = static_cast<std::size_t>(table);
    return {unpack_day(two_single_bytes_at(tables::coverage_first, i)),
            unpack_day(two_single_bytes_at(tables::coverage_until, i))};
}

}  // namespace detail

/// The last day for which the tables of the Arms Trade Treaty and of all embargoes speak.
[[gnu::visibility("hidden")]] inline constexpr date last_covered_day =
    detail::earlier_of(detail::coverage_of(detail::covered::att).until,
                       detail::earlier_of(detail::coverage_of(detail::covered::un_embargoes).until,
                                          detail::coverage_of(detail::covered::other_embargoes).until)) +
    -1;

}  // namespace armsledger
