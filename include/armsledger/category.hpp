// SPDX-License-Identifier: BSL-1.0
/// \file
/// Categories of the control lists, how they relate, and under which of them a weapon type falls.
///
/// A control list puts arms in classes to which a law then refers, and no two lists cut alike. A classification
/// needs a day: lists are versioned (the UN Register took in MANPADS in 2003), and the Arms Trade Treaty froze the
/// Register's wording of 24 December 2014 as its floor (Article 5(3)). It is a set: a type may fall under several
/// categories together, under one or another depending on a property of the item, or differently by different
/// authorities. Related categories are never silently equal: `correspondences_of` says how they relate.
///
/// Two traps. An entry has parts of its own: MANPADS fall under VII(b) of the Register, and `falls_under` is `no` for
/// VII, which is the `parent()` of that entry. And lists have no end of coverage: of a day after the edition
/// one gets the last wording on record.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/name_index.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/tables/categories.hpp>
#include <armsledger/tables/weapon_types.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// A control list: `scheme::att_2_1` (ATT, Article 2(1)), `att_3` (ammunition), `att_4` (parts),
/// `unroca` (UN Register), `un_salw` (UN instruments on small arms), `wassenaar_ml`, `eu_cml`, `usml`,
/// `hs` (Harmonized System); of schemes.csv.
enum class scheme : std::uint8_t {
#include <armsledger/tables/scheme.inc>
};

/// A type of weapon, finer than most lists: `weapon_type::assault_rifle`, `weapon_type::manpads`; of weapon_types.csv.
enum class weapon_type : std::uint8_t {
#include <armsledger/tables/weapon_type.inc>
};

namespace detail {
template <>
inline constexpr std::size_t enum_count<scheme> = tables::scheme_slugs_count;
template <>
inline constexpr std::size_t enum_count<weapon_type> = tables::weapon_type_slugs_count;

}  // namespace detail

/// The slug, "att-2-1".
constexpr text_view to_string(scheme s) noexcept {
    return detail::text_of(detail::tables::category_pool, detail::tables::scheme_slugs, s);
}
/// The full name, "Arms Trade Treaty, Article 2(1)".
constexpr text_view name(scheme s) noexcept {
    return detail::text_of(detail::tables::category_pool, detail::tables::scheme_names, s);
}
/// The list of a slug, "att-2-1", spelled exactly so. Linear in the lists.
template <class Scheme = scheme>
constexpr maybe<Scheme> find_scheme(text_view slug) noexcept {
    for (std::size_t i = 0; i < detail::enum_count<scheme>; ++i) {
        if (to_string(static_cast<Scheme>(i)) == slug) {
            return static_cast<Scheme>(i);
        }
    }
    return nothing;
}

/// The slug, "assault-rifle".
constexpr text_view to_string(weapon_type t) noexcept {
    return detail::text_of(detail::tables::weapon_type_pool, detail::tables::weapon_type_slugs, t);
}
/// What to call it in print, "Assault rifle".
constexpr text_view name(weapon_type t) noexcept {
    return detail::text_of(detail::tables::weapon_type_pool, detail::tables::weapon_type_names, t);
}
/// The type a slug, name or alias means. One hash look-up.
template <class WeaponType = weapon_type>
constexpr maybe<WeaponType> find_weapon_type(text_view text) noexcept {
    return detail::find_in<detail::tables::weapon_type_index, WeaponType>(text);
}

namespace detail {

inline constexpr std::size_t no_row = static_cast<std::size_t>(-1);

// The last row that has begun by a day; none when none has, or when a later one may have.
constexpr std::size_t last_begun(const auto& span, const char* days, const char* bounds, date day) noexcept {
    std::size_t found = no_row;
    for (auto row = span.first; row < span.last; ++row) {
        const answer begun = span_at(days, bounds, row).by(day);
        if (begun != answer::no) {
            found = begun == answer::yes ? row : no_row;
        }
    }
    return found;
}

}  // namespace detail

/// One wording of a category.
template <class Row = std::size_t>
class basic_category_version : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The heading, in the words of the record.
    constexpr text_view title() const noexcept {
        return this->text_in(detail::tables::category_pool, detail::tables::version_title);
    }
    /// Numeric limits: `calibre_mm>=75`; of several joined by `;` all hold, by `|` any suffices. Often empty. Units are
    /// in the names.
    constexpr text_view thresholds() const noexcept {
        return this->text_in(detail::tables::category_pool, detail::tables::version_thresholds);
    }
    /// The day the wording took effect; `always` where its start is not known. It lasts until the next.
    constexpr uncertain_date since() const noexcept {
        return this->span_in(detail::tables::version_from, detail::tables::version_from_bounds);
    }
    /// What its other columns leave unsaid; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::category_pool, detail::tables::version_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::version_cites); }
};
/// The name to use.
using category_version = basic_category_version<>;

/// A category of a control list, whatever its wording at a time.
template <class Row = std::size_t>
class basic_category : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The list.
    constexpr armsledger::scheme scheme() const noexcept {
        return static_cast<armsledger::scheme>(detail::owner_of(detail::tables::category_first, this->row_));
    }
    /// The code in its list: "h", "VII(b)", "ML1.a", "930190".
    constexpr text_view code() const noexcept {
        return this->text_in(detail::tables::category_pool, detail::tables::category_code);
    }
    /// The entry it is part of; empty for one of the first rank.
    constexpr maybe<basic_category> parent() const noexcept {
        const auto p = this->u16_in(detail::tables::category_parent);
        return {p != 0xFFFF, basic_category{p}};
    }
    /// All wordings, oldest first.
    constexpr auto versions() const noexcept {
        return detail::record_range<category_version>{
            detail::rows_of(detail::tables::category_version_first, this->row_, detail::tables::category_count)};
    }
    /// The wording on a day; empty before the first, and in the span in which a new one may have begun.
    constexpr maybe<category_version> version_on(date day) const noexcept {
        const auto row = detail::last_begun(
            detail::rows_of(detail::tables::category_version_first, this->row_, detail::tables::category_count),
            detail::tables::version_from, detail::tables::version_from_bounds, day);
        return {row != detail::no_row, category_version{row}};
    }
    /// Its place among all categories, for tables of your own: another edition may number it otherwise.
    constexpr std::size_t number() const noexcept { return this->row_; }
    /// The same entry of the same list.
    friend constexpr bool operator==(basic_category a, basic_category b) noexcept { return a.row_ == b.row_; }
};
/// The name to use.
using category = basic_category<>;

/// All categories of a list, in the order of their codes.
template <class = void>
constexpr auto categories_of(scheme s) noexcept {
    return detail::record_range<category>{detail::rows_of(detail::tables::category_first, s)};
}

/// The category of a code, exactly as its list writes it: "VII", not "vii". Linear in the list.
template <class Category = category>
constexpr maybe<Category> find_category(scheme s, text_view code) noexcept {
    const detail::rows span = detail::rows_of(detail::tables::category_first, s);
    for (std::size_t i = span.first; i < span.last; ++i) {
        if (Category{i}.code() == code) {
            return Category{i};
        }
    }
    return nothing;
}

/// How one category relates to another, whatever their wording on a day: `narrower` lies inside, `broader` contains,
/// `overlaps` shares a part.
enum class category_relation : std::uint8_t { equal, broader, narrower, overlaps };

template <>
inline constexpr const char* detail::words<category_relation> = "equal|broader|narrower|overlaps";

/// A row of the crosswalk: `from()` is equal to, broader or narrower than, or overlaps `to()`.
template <class Row = std::size_t>
class basic_correspondence : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The category of which it is said.
    constexpr category from() const noexcept { return category{this->u16_in(detail::tables::crosswalk_from)}; }
    /// The one to which it is compared.
    constexpr category to() const noexcept { return category{this->u16_in(detail::tables::crosswalk_to)}; }
    /// How the first relates to the second.
    constexpr category_relation relation() const noexcept {
        return static_cast<category_relation>(this->u6_in(detail::tables::crosswalk_relation));
    }
    /// What its other columns leave unsaid; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::category_pool, detail::tables::crosswalk_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::crosswalk_cites); }
};
/// The name to use.
using correspondence = basic_correspondence<>;

namespace detail {
template <class Category>
struct corresponds_to {
    Category c;
    constexpr bool operator()(const auto& x) const noexcept { return x.from() == c || x.to() == c; }
};
}  // namespace detail

/// The rows of the crosswalk in which a category stands on either side: mind which. Linear in the crosswalk.
template <class Category = category>
constexpr auto correspondences_of(Category c) noexcept {
    return detail::record_range<correspondence, detail::corresponds_to<Category>>{{0, detail::tables::crosswalk_count},
                                                                                  {c}};
}

/// What decides between the alternatives of a classification.
enum class decided_by : std::uint8_t {
    clear,        ///< There is one answer.
    property,     ///< A property of the item: range, calibre, mass.
    authorities,  ///< Authorities differ: the answer is ambiguous.
};

template <>
inline constexpr const char* detail::words<decided_by> = "clear|property|authorities";

/// A category in one alternative of a classification.
template <class Row = std::size_t>
class basic_classification_member : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Whether it begins another alternative; the first member never does.
    constexpr bool begins_alternative() const noexcept { return bits() >> 15 != 0; }
    /// Whether the item is outside the list in this alternative.
    constexpr bool is_none() const noexcept { return (bits() & 0x7FFFU) == 0x7FFF; }
    /// Whether it is the entry of whatever item the part belongs to, which the type alone does not tell.
    constexpr bool is_parent() const noexcept { return (bits() & 0x7FFFU) == 0x7FFE; }
    /// The category; empty where one of the two above holds.
    constexpr maybe<armsledger::category> category() const noexcept {
        return {!is_none() && !is_parent(), armsledger::category{bits() & 0x7FFFU}};
    }

private:
    constexpr auto bits() const noexcept { return this->u16_in(detail::tables::classification_members); }
};
/// The name to use.
using classification_member = basic_classification_member<>;

/// Under which categories of a list a weapon type falls, from a day on.
template <class Row = std::size_t>
class basic_classification : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The list.
    constexpr armsledger::scheme scheme() const noexcept {
        return static_cast<armsledger::scheme>(this->u6_in(detail::tables::classification_scheme));
    }
    /// The first day; `always` where it holds from the beginning of the list.
    constexpr uncertain_date since() const noexcept {
        return this->span_in(detail::tables::classification_from, detail::tables::classification_from_bounds);
    }
    /// What decides between the alternatives.
    constexpr decided_by decided() const noexcept {
        const auto d = this->u6_in(detail::tables::classification_because);
        return d == 0xFF ? decided_by::clear : static_cast<decided_by>(d + 1);
    }
    /// Whether authorities differ.
    constexpr bool ambiguous() const noexcept { return decided() == decided_by::authorities; }
    /// The members of all alternatives, one after another.
    constexpr auto members() const noexcept {
        return detail::record_range<classification_member>{
            {this->u16_in(detail::tables::classification_members_first),
             detail::u16_at(detail::tables::classification_members_first, this->row_ + 1)}};
    }
    /// Whether the type falls under a category, that very entry and not one that is part of it: `yes` in every
    /// alternative, `no` in none, else `unknown`.
    constexpr answer falls_under(category c) const noexcept {
        unsigned alternatives = 1;
        unsigned containing = 0;
        bool here = false;
        const auto last = detail::u16_at(detail::tables::classification_members_first, this->row_ + 1);
        for (Row i = this->u16_in(detail::tables::classification_members_first); i < last; ++i) {
            const basic_classification_member<Row> m{i};
            if (m.begins_alternative()) {
                ++alternatives;
                here = false;
            }
            if (m.category() == c && !here) {
                ++containing;
                here = true;
            }
        }
        return containing == 0 ? answer::no : containing == alternatives ? answer::yes : answer::unknown;
    }
    /// What its other columns leave unsaid; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::weapon_type_pool, detail::tables::classification_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::classification_cites); }
};
/// The name to use.
using classification = basic_classification<>;

namespace detail {
struct classification_under {
    scheme s;
    constexpr bool operator()(const auto& c) const noexcept { return c.scheme() == s; }
};
}  // namespace detail

/// All classifications of a type under a list, oldest first. Linear in those of the type.
template <class Classification = classification>
constexpr auto classifications_of(weapon_type t, scheme s) noexcept {
    return detail::record_range<Classification, detail::classification_under>{
        detail::rows_of(detail::tables::classification_first, t), {s}};
}

/// The classification on a day. Empty where the record says nothing: before the list began, before the
/// first recorded wording, and in the span in which a change may have happened. After the edition, the last.
template <class Classification = classification>
constexpr maybe<Classification> classify(weapon_type t, scheme s, date day) noexcept {
    if (!detail::is_valid(s) || day < detail::day_at(detail::tables::scheme_since, static_cast<std::size_t>(s))) {
        return nothing;
    }
    detail::rows span = detail::rows_of(detail::tables::classification_first, t);
    while (span.first < span.last && Classification{span.first}.scheme() != s) {
        ++span.first;
    }
    while (span.first < span.last && Classification{span.last - 1}.scheme() != s) {
        --span.last;
    }
    const std::size_t row =
        detail::last_begun(span, detail::tables::classification_from, detail::tables::classification_from_bounds, day);
    return {row != detail::no_row, Classification{row}};
}

}  // namespace armsledger
