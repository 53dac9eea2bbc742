// SPDX-License-Identifier: BSL-1.0
/// \file
/// The sentences of the report's records, in our own words, and where in its sources a record stands. Opt-in: a program
/// that includes report.hpp alone neither compiles nor links them.
///
/// All take constant time. Where a text gives nothing, they are empty.
#pragma once

#include <armsledger/detail/packed.hpp>
#include <armsledger/report.hpp>
#include <armsledger/tables/report_text.hpp>
#include <armsledger/text.hpp>

#include <cstddef>

namespace armsledger::report {

namespace detail_of {
template <class Record>
constexpr text_view sentence(const char* column, const Record& r) noexcept {
    return detail::text_at(detail::tables::report_text_pool, column, r.row());
}
}  // namespace detail_of

/// The name of a claim in report_claims.csv, "s3-more-than-25".
template <class Row>
constexpr text_view id_of(const basic_claim<Row>& c) noexcept {
    return detail_of::sentence(detail::tables::claim_ids, c);
}

/// The value as the record has it: "25", "2014-06", "40000/50000", or words.
template <class Row>
constexpr text_view value_of(const basic_claim<Row>& c) noexcept {
    return detail_of::sentence(detail::tables::claim_values, c);
}

/// What the text states, in a sentence.
template <class Row>
constexpr text_view statement_of(const basic_claim<Row>& c) noexcept {
    return detail_of::sentence(detail::tables::claim_statements, c);
}
/// What is asked, in a sentence.
template <class Row>
constexpr text_view statement_of(const basic_recommendation<Row>& r) noexcept {
    return detail_of::sentence(detail::tables::recommendation_statements, r);
}

/// What was lost, in words.
template <class Row>
constexpr text_view statement_of(const basic_acquisition<Row>& a) noexcept {
    return detail_of::sentence(detail::tables::acquisition_whats, a);
}

/// Where it was lost, in words; often empty.
template <class Row>
constexpr text_view place_of(const basic_acquisition<Row>& a) noexcept {
    return detail_of::sentence(detail::tables::acquisition_places, a);
}

/// What a measure asks, in words.
template <class Measure>
requires std::is_same_v<Measure, measure>
constexpr text_view description_of(Measure m) noexcept {
    return detail::text_of(detail::tables::report_text_pool, detail::tables::measure_descriptions, m);
}

/// Where a claim stands in its sources: one place for all of them, or one a source, separated by "; ".
template <class Row>
constexpr text_view locator_of(const basic_claim<Row>& c) noexcept {
    return detail_of::sentence(detail::tables::claim_locators, c);
}
/// Where an account stands in its sources, as of a claim.
template <class Row>
constexpr text_view locator_of(const basic_account<Row>& a) noexcept {
    return detail_of::sentence(detail::tables::account_locators, a);
}
/// Where a loss stands in its sources, as of a claim.
template <class Row>
constexpr text_view locator_of(const basic_acquisition<Row>& a) noexcept {
    return detail_of::sentence(detail::tables::acquisition_locators, a);
}
/// Where a recommendation stands in its sources, as of a claim.
template <class Row>
constexpr text_view locator_of(const basic_recommendation<Row>& r) noexcept {
    return detail_of::sentence(detail::tables::recommendation_locators, r);
}

/// What the record of a claim alone would mislead about; often empty.
template <class Row>
constexpr text_view note_on(const basic_claim<Row>& c) noexcept {
    return detail_of::sentence(detail::tables::claim_notes, c);
}
/// What the record of an account alone would mislead about; often empty.
template <class Row>
constexpr text_view note_on(const basic_account<Row>& a) noexcept {
    return detail_of::sentence(detail::tables::account_notes, a);
}
/// What the record of a loss alone would mislead about; often empty.
template <class Row>
constexpr text_view note_on(const basic_acquisition<Row>& a) noexcept {
    return detail_of::sentence(detail::tables::acquisition_notes, a);
}
/// What the record of a recommendation alone would mislead about; often empty.
template <class Row>
constexpr text_view note_on(const basic_recommendation<Row>& r) noexcept {
    return detail_of::sentence(detail::tables::recommendation_notes, r);
}
/// What the record of a weapon alone would mislead about; often empty.
template <class Weapon>
requires std::is_same_v<Weapon, weapon>
constexpr text_view note_on(Weapon w) noexcept {
    return detail::text_of(detail::tables::report_text_pool, detail::tables::weapon_notes, w);
}

/// Of a further route: what its row alone would mislead about. Empty for the edges of transfers, losses and makers; the
/// first two have notes of their own.
template <class Row>
constexpr text_view note_on(const basic_edge<Row>& e) noexcept {
    return e.is_route() ? detail::text_at(detail::tables::report_text_pool, detail::tables::route_notes, e.origin())
                        : text_view{};
}
/// Of a further route: where it stands in its sources. Empty for other edges, as `note_on`.
template <class Row>
constexpr text_view locator_of(const basic_edge<Row>& e) noexcept {
    return e.is_route() ? detail::text_at(detail::tables::report_text_pool, detail::tables::route_locators, e.origin())
                        : text_view{};
}

}  // namespace armsledger::report
