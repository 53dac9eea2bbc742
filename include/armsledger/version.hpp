// SPDX-License-Identifier: BSL-1.0
//
// Which library this is and which edition of the record it holds.
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

/// 64 bits over all tables: equal exactly where the tables are equal, on every machine.
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
