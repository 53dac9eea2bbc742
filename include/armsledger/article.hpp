// SPDX-License-Identifier: BSL-1.0
/// \file
/// Articles of the treaties: what each asks, of whom, about what. The summaries are in the words of the record: who
/// argues from a text needs the text, and `sources_of` leads there.
#pragma once

#include <armsledger/detail/record.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/tables/articles.hpp>
#include <armsledger/text.hpp>
#include <armsledger/treaty.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// An article or a paragraph of one: `article::att_7_1`, `article::apmbc_1_1_b`; of articles.csv.
enum class article : std::uint8_t {
#include <armsledger/tables/article.inc>
};

/// On whom an article lays a duty: a side of a transfer, or `all`.
enum class duty_on : std::uint8_t { all, exporting, importing, transit, brokering };

template <>
inline constexpr const char* detail::words<duty_on> = "all|exporting|importing|transit|brokering";

/// What sort of provision it is.
enum class article_kind : std::uint8_t {
    prohibition,    ///< What may not be done.
    assessment,     ///< What an exporter has to weigh.
    authorisation,  ///< Licences: who gives them, when, and what they hold.
    exception,      ///< What a party may do nonetheless.
    control,        ///< What a party has to regulate at home.
    record,         ///< Records to keep.
    report,         ///< Reports to make.
    cooperation,    ///< With and for other states.
    scope,          ///< What the treaty covers, and what its words mean.
    institution,    ///< The meetings of the parties and the secretariat.
    final_clause,   ///< Signature, entry into force, reservations, withdrawal and the like.
};

template <>
inline constexpr const char* detail::words<article_kind> =
    "prohibition|assessment|authorisation|exception|control|record|report|cooperation|scope|institution|final_clause";

/// What an article is about.
enum class article_object : std::uint8_t {
    none,                  ///< No thing in particular.
    arms,                  ///< Arms Trade Treaty, Article 2(1).
    ammunition,            ///< There Article 3; Firearms Protocol, Article 3(c).
    parts,                 ///< There Article 4; Firearms Protocol, Article 3(b).
    anti_personnel_mines,  ///< Of the Anti-Personnel Mine Ban Convention.
    cluster_munitions,     ///< Of the Convention on Cluster Munitions.
    firearms,              ///< Firearms Protocol, Article 3(a).
};

template <>
inline constexpr const char* detail::words<article_object> =
    "none|arms|ammunition|parts|anti-personnel-mines|cluster-munitions|firearms";

namespace detail {
template <>
inline constexpr std::size_t enum_count<article> = tables::article_count;
}

/// The treaty it is part of. Of a value that is no article, some treaty: its number is empty.
constexpr treaty treaty_of(article a) noexcept {
    return static_cast<treaty>(
        detail::owner_of(detail::tables::article_first, static_cast<std::size_t>(a) % detail::enum_count<article>));
}

/// The number, as the treaty writes it: "7(1)(b)(ii)".
constexpr text_view number_of(article a) noexcept {
    return detail::text_of(detail::tables::article_pool, detail::tables::article_number, a);
}

/// What it says, in the words of this record.
constexpr text_view summary_of(article a) noexcept {
    return detail::text_of(detail::tables::article_pool, detail::tables::article_summary, a);
}

/// What sort of provision it is. Of a value that is no article, some.
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

/// Whether the article lays its duty on a side of a transfer; what binds all binds each. Asked of `all`, whether on
/// all.
constexpr bool lays_duty_on(article a, duty_on side) noexcept {
    const std::uint32_t bits =
        detail::is_valid(a) ? detail::u6_at(detail::tables::article_duty, static_cast<std::size_t>(a)) : 0;
    return (bits & 1U) != 0 || (detail::is_valid(side) && (bits >> static_cast<unsigned>(side) & 1U) != 0);
}

/// For `sources_of` and `evidence_of`: where the text is.
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
