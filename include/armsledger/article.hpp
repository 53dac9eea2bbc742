// SPDX-License-Identifier: BSL-1.0
//
// Articles of the treaties: what each asks, of whom, about what.
#pragma once

#include <armsledger/detail/record.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/tables/articles.hpp>
#include <armsledger/text.hpp>
#include <armsledger/treaty.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// An article or a paragraph of one: `article::att_7_1`, `article::apmbc_1_1_b`.
enum class article : std::uint8_t {
#include <armsledger/tables/article.inc>
};

/// On whom an article lays a duty.
enum class duty_on : std::uint8_t { all, exporting, importing, transit, brokering };

template <>
inline constexpr const char* detail::words<duty_on> = "all|exporting|importing|transit|brokering";

enum class article_kind : std::uint8_t {
    prohibition,
    assessment,
    authorisation,
    exception,
    control,
    record,
    report,
    cooperation,
    scope,
    institution,
    final_clause,
};

template <>
inline constexpr const char* detail::words<article_kind> =
    "prohibition|assessment|authorisation|exception|control|record|report|cooperation|scope|institution|final_clause";

/// What an article is about.
enum class article_object : std::uint8_t {
    none,
    arms,        ///< Arms Trade Treaty, Article 2(1).
    ammunition,  ///< Article 3.
    parts,       ///< Article 4.
    anti_personnel_mines,
    cluster_munitions,
    firearms,
};

template <>
inline constexpr const char* detail::words<article_object> =
    "none|arms|ammunition|parts|anti-personnel-mines|cluster-munitions|firearms";

namespace detail {
template <>
inline constexpr std::size_t enum_count<article> = tables::article_count;
}

constexpr treaty treaty_of(article a) noexcept {
    return static_cast<treaty>(
        detail::owner_of(detail::tables::article_first, static_cast<std::size_t>(a) % detail::enum_count<article>));
}

/// "7(1)(b)(ii)".
constexpr text_view number_of(article a) noexcept {
    return detail::text_of(detail::tables::article_pool, detail::tables::article_number, a);
}

/// What it says, in the words of this record.
constexpr text_view summary_of(article a) noexcept {
    return detail::text_of(detail::tables::article_pool, detail::tables::article_summary, a);
}

template <class Kind = article_kind>
constexpr Kind kind_of(article a) noexcept {
    return static_cast<Kind>(
        detail::u6_at(detail::tables::article_kind, static_cast<std::size_t>(a) % detail::enum_count<article>));
}

/// Whether the article is about a thing: Article 12 of the ATT is about arms, not about ammunition.
constexpr bool is_about(article a, article_object what) noexcept {
    return detail::is_valid(a) &&
           (detail::u8_at(detail::tables::article_object, static_cast<std::size_t>(a)) >> static_cast<unsigned>(what) &
            1U) != 0;
}

/// Whether the article lays its duty on a side of a transfer; what binds all binds each.
constexpr bool lays_duty_on(article a, duty_on side) noexcept {
    const std::uint32_t bits =
        detail::is_valid(a) ? detail::u6_at(detail::tables::article_duty, static_cast<std::size_t>(a)) : 0;
    return (bits & 1U) != 0 || (detail::is_valid(side) && (bits >> static_cast<unsigned>(side) & 1U) != 0);
}

/// For `sources_of` and `evidence_of`.
template <class Citation = detail::citation>
constexpr Citation citation_of(article a) noexcept {
    return Citation{
        detail::u16_at(detail::tables::article_cites, static_cast<std::size_t>(a) % detail::enum_count<article>)};
}

/// The article of a treaty with a number, as the treaty writes it: "6(1)". Linear in the treaty's articles.
template <class Article = article>
constexpr maybe<Article> find_article(treaty t, text_view number) noexcept {
    const detail::rows span = detail::rows_of(detail::tables::article_first, t);
    for (std::size_t i = span.first; i < span.last; ++i) {
        if (number_of(static_cast<Article>(i)) == number) {
            return static_cast<Article>(i);
        }
    }
    return nothing;
}

}  // namespace armsledger
