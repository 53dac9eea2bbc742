// SPDX-License-Identifier: BSL-1.0
//
// The documents behind the record. `sources_of` takes any record of the library; what it yields costs
// nothing until its text is read.
#pragma once

#include <armsledger/detail/packed.hpp>
#include <armsledger/detail/record.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/tables/source_sets.hpp>
#include <armsledger/tables/sources.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// A document that a row cites.
template <class Row = std::size_t>
class basic_source : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The stable name in sources.csv, "att-untc-2014".
    constexpr text_view slug() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_slug);
    }
    constexpr text_view title() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_title);
    }
    constexpr text_view publisher() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_publisher);
    }
    /// ISO 8601, to the day, month or year; empty where not known.
    constexpr text_view published() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_date);
    }
    constexpr text_view url() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_url);
    }
    constexpr std::size_t number() const noexcept { return this->row_; }
    friend constexpr bool operator==(basic_source a, basic_source b) noexcept { return a.row_ == b.row_; }
};
using source = basic_source<>;

template <class Row>
constexpr text_view to_string(basic_source<Row> s) noexcept {
    return s.slug();
}

/// All documents, in the order of their slugs.
template <class Source = source>
constexpr auto all_sources() noexcept {
    return detail::record_range<Source>{{0, detail::tables::source_count}};
}

/// The document of a slug. Binary search.
template <class Source = source>
constexpr maybe<Source> find_source(text_view slug) noexcept {
    std::size_t first = 0;
    std::size_t last = detail::tables::source_count;
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        const Source found{middle};
        if (found.slug() == slug) {
            return found;
        }
        (found.slug() < slug ? first : last) = found.slug() < slug ? middle + 1 : middle;
    }
    return nothing;
}

namespace detail {
struct cited_source {
    constexpr std::size_t operator()(std::size_t i) const noexcept { return u16_at(tables::source_set_members, i); }
};
}  // namespace detail

/// The documents a record rests on, strongest first; never empty.
template <class Record>
constexpr auto sources_of(const Record& record) noexcept {
    const std::size_t set = citation_of(record).source_set();
    return detail::record_range<source, detail::keep_all, detail::cited_source>{
        {detail::u16_at(detail::tables::source_set_first, set),
         detail::u16_at(detail::tables::source_set_first, set + 1)}};
}

}  // namespace armsledger
