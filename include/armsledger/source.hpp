// SPDX-License-Identifier: BSL-1.0
/// \file
/// The documents behind the record. `sources_of` takes any record of the library; what it yields costs
/// nothing until its text is read.
///
/// **Evidence.** Each row names the documents it rests on, strongest first: the act itself or the depositary where they
/// could be had, then who reports them. Its grade, `evidence_of(record)`, says what these documents were seen to state:
/// `confirmed` where the text of one states the fact, `corroborated` where the fact is known and a text supports part
/// of it, `unconfirmed` where no text that was read does. A grade is about support, not about truth or weight: a
/// confirmed row can be disputed by others who deny what the document says, and such a row then has its positions in
/// `contested.csv`, each with who holds it (`positions_of`, embargo.hpp).
///
/// A trap: a row has one grade for all that it says. A `corroborated` record of several dates does not tell which of
/// them a text states; its documents do, and sometimes its `note()`.
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
    /// What it is called, in its own language or in English.
    constexpr text_view title() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_title);
    }
    /// Who published it.
    constexpr text_view publisher() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_publisher);
    }
    /// When it was published, in ISO 8601, to the day, month or year; empty where not known.
    constexpr text_view published() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_date);
    }
    /// Where it was read; empty where it has no address.
    constexpr text_view url() const noexcept {
        return this->text_in(detail::tables::source_pool, detail::tables::source_url);
    }
    /// Its place in the order of the slugs, for tables of your own: another edition may number it otherwise.
    constexpr std::size_t number() const noexcept { return this->row_; }
    /// The same document.
    friend constexpr bool operator==(basic_source a, basic_source b) noexcept { return a.row_ == b.row_; }
};
/// The name to use.
using source = basic_source<>;

/// The slug.
template <class Row>
constexpr text_view to_string(basic_source<Row> s) noexcept {
    return s.slug();
}

/// All documents, in the order of their slugs.
template <class Source = source>
constexpr auto all_sources() noexcept {
    return detail::record_range<Source>{{0, detail::tables::source_count}};
}

/// The document of a slug, spelled exactly so. Logarithmic.
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

/// The documents a record rests on, strongest first; never empty. Takes every record, and states, treaties,
/// articles, outside rules and weapons of the report.
template <class Record>
constexpr auto sources_of(const Record& record) noexcept {
    const std::size_t set = citation_of(record).source_set();
    return detail::record_range<source, detail::keep_all, detail::cited_source>{
        {detail::u16_at(detail::tables::source_set_first, set),
         detail::u16_at(detail::tables::source_set_first, set + 1)}};
}

}  // namespace armsledger
