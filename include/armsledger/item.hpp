// SPDX-License-Identifier: BSL-1.0
/// \file
/// What is transferred: a weapon type, a category of a control list, or an item class of an embargo; and
/// whether it falls in the classes that the measures speak of.
///
/// The item classes are the words of the embargoes themselves: some name things (small arms), some a list
/// annexed to one resolution, some what is let through for a purpose (non-lethal equipment). A list of one
/// regime means nothing under another, so the question takes a regime; and it takes a day, for a class may
/// be defined by categories that changed (the UN Register took in MANPADS in 2003).
#pragma once

#include <armsledger/category.hpp>
#include <armsledger/date.hpp>
#include <armsledger/detail/name_index.hpp>
#include <armsledger/embargo.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/tables/permissions.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// A class of items that embargo texts use, `item_class::salw`, `item_class::non_lethal`; of item_classes.csv.
enum class item_class : std::uint8_t {
#include <armsledger/tables/item_class.inc>
};

namespace detail {
template <>
inline constexpr std::size_t enum_count<item_class> = tables::item_class_slugs_count;

}  // namespace detail

/// The slug, "non-lethal".
constexpr text_view to_string(item_class c) noexcept {
    return detail::text_of(detail::tables::permission_pool, detail::tables::item_class_slugs, c);
}

/// What to call it in print, "Non-lethal military equipment".
constexpr text_view name(item_class c) noexcept {
    return detail::text_of(detail::tables::permission_pool, detail::tables::item_class_names, c);
}

/// The class that a slug or name means; `-` and `_` are alike.
template <class ItemClass = item_class>
constexpr maybe<ItemClass> find_item_class(text_view text) noexcept {
    return detail::find_in<detail::tables::item_class_index, ItemClass>(text);
}

/// Whether a class only loosens a measure: what falls in it is let through on easier terms. No for a value that is
/// no class.
template <class = void>
constexpr bool is_derogation(item_class c) noexcept {
    return detail::is_valid(c) && detail::u6_at(detail::tables::item_class_kind, static_cast<std::size_t>(c)) == 1;
}

/// Whether one class lies inside another, or is the same; no for a value that is no class.
template <class = void>
constexpr bool is_within(item_class inner, item_class outer) noexcept {
    constexpr std::uint32_t none = 0xFF;
    std::uint32_t at = detail::is_valid(inner) ? static_cast<std::uint32_t>(inner) : none;
    while (at != none && at != static_cast<std::uint32_t>(outer)) {
        at = detail::u6_at(detail::tables::item_class_within, at);
    }
    return at != none;
}

/// An item of a transfer: one of three kinds, made of any of them.
class item {
public:
    /// A type of weapon: what a transfer is mostly known by.
    constexpr item(weapon_type t) noexcept : kind_{kind::of_type}, number_{static_cast<std::uint16_t>(t)} {}
    /// A class, in the words of an embargo.
    constexpr item(item_class c) noexcept : kind_{kind::of_class}, number_{static_cast<std::uint16_t>(c)} {}
    /// A category of a control list, as on a customs form or a licence.
    template <class Row>
    constexpr item(basic_category<Row> c) noexcept
        : kind_{kind::of_category}, number_{static_cast<std::uint16_t>(c.number())} {}

    /// The type; empty for the other kinds.
    constexpr maybe<weapon_type> as_type() const noexcept {
        return {kind_ == kind::of_type, static_cast<weapon_type>(number_)};
    }
    /// The class; empty for the other kinds.
    constexpr maybe<item_class> as_class() const noexcept {
        return {kind_ == kind::of_class, static_cast<item_class>(number_)};
    }
    /// The category; empty for the other kinds.
    template <class Category = category>
    constexpr maybe<Category> as_category() const noexcept {
        return {kind_ == kind::of_category, Category{number_}};
    }
    /// The same kind and value. A type and the class of just that type are not equal.
    friend constexpr bool operator==(item a, item b) noexcept { return a.kind_ == b.kind_ && a.number_ == b.number_; }

    /// How many items there are.
    static constexpr std::size_t count =
        detail::enum_count<weapon_type> + detail::enum_count<item_class> + detail::tables::category_count;
    /// Its place among all items, types before classes before categories; `count` for a value that is none. For tables
    /// of your own: another edition may number it otherwise.
    constexpr std::size_t place() const noexcept {
        const std::size_t classes = detail::enum_count<weapon_type>;
        const std::size_t categories = classes + detail::enum_count<item_class>;
        const std::size_t first = kind_ == kind::of_type ? 0 : kind_ == kind::of_class ? classes : categories;
        const std::size_t until = kind_ == kind::of_type ? classes : kind_ == kind::of_class ? categories : count;
        return first + number_ < until ? first + number_ : count;
    }

private:
    enum class kind : std::uint8_t { of_type, of_category, of_class };
    kind kind_;
    std::uint16_t number_;
};

/// Which part of the Arms Trade Treaty an item comes under: its arms (Article 2(1)), ammunition (Article
/// 3), parts and components (Article 4). Each answered on its own; an item may be several or none.
struct att_coverage {
    answer arms,     ///< Article 2(1).
        ammunition,  ///< Article 3.
        parts;       ///< Article 4.
};

namespace detail {

// What is so of all of many things: `unknown` when it differs among them, and of none.
class consensus {
public:
    constexpr void add(answer a) noexcept {
        agreed_ = first_ || agreed_ == a ? a : answer::unknown;
        first_ = false;
    }
    constexpr answer agreed() const noexcept { return first_ ? answer::unknown : agreed_; }

private:
    answer agreed_ = answer::unknown;
    bool first_ = true;
};

template <class Category>
constexpr bool is_part_of(Category inner, Category outer) noexcept {
    for (maybe<Category> at = inner; at; at = at->parent()) {
        if (*at == outer) {
            return true;
        }
    }
    return false;
}

// Whether what `wanted` accepts is in every alternative of a classification; `unknown` where alternatives differ
// and for a part of something else.
template <class Classification, class Wanted>
constexpr answer agrees(const Classification& found, Wanted wanted) noexcept {
    consensus all;
    answer alternative = answer::no;
    for (const auto m : found.members()) {
        if (m.begins_alternative()) {
            all.add(alternative);
            alternative = answer::no;
        }
        if (m.is_parent()) {
            alternative = either(alternative, answer::unknown);
        } else if (const auto c = m.category(); c && wanted(*c)) {
            alternative = answer::yes;
        }
    }
    all.add(alternative);
    return all.agreed();
}

// Whether a type falls under what `wanted` accepts on a day; `unknown` where no wording is on record.
template <class Classification = classification, class Wanted>
constexpr answer is_classified(weapon_type t, scheme s, date day, Wanted wanted) noexcept {
    const auto found = classify<Classification>(t, s, day);
    return found ? agrees(*found, wanted) : answer::unknown;
}

template <class = void>
constexpr answer is_classified(weapon_type t, scheme s, date day) noexcept {
    return is_classified(t, s, day, [](auto) { return true; });
}

// The types that fall under a category on a day, or may.
template <class Category, class Visit>
constexpr void for_each_type_under(const Category& c, date day, Visit visit) noexcept {
    const scheme s = c.scheme();
    for (std::size_t i = 0; i < enum_count<weapon_type>; ++i) {
        const auto t = static_cast<weapon_type>(i);
        const auto found = classify(t, s, day);
        if (found && agrees(*found, [&](auto member) { return is_part_of(member, c); }) != answer::no) {
            visit(t);
        }
    }
}

// Whether a class is defined by categories of a control list, and then whether a type is in one of them.
template <class Category = category>
constexpr maybe<answer> falls_in_categories(weapon_type t, item_class c, date day) noexcept {
    const auto i = static_cast<std::size_t>(c);
    const rows span{u16_at(tables::item_class_categories_first, i), u16_at(tables::item_class_categories_first, i + 1)};
    if (span.first == span.last) {
        return nothing;
    }
    const scheme s = Category{u16_at(tables::item_class_categories, span.first)}.scheme();
    return is_classified(t, s, day, [&](auto member) {
        for (std::size_t row = span.first; row < span.last; ++row) {
            if (is_part_of(member, Category{u16_at(tables::item_class_categories, row)})) {
                return true;
            }
        }
        return false;
    });
}

// The number plus one of the row that says whether a type is in a class: of the regime, else of all; else 0.
template <class = void>
constexpr std::size_t holding_row(weapon_type t, item_class c, maybe<regime> under) noexcept {
    std::size_t general = 0;
    const rows lists = rows_of(tables::item_list_first, c);
    for (std::size_t i = lists.first; i < lists.last; ++i) {
        const std::uint32_t of = u8_at(tables::item_list_regime, i);
        const std::size_t row = u16_at(tables::holding_of, i * enum_count<weapon_type> + static_cast<std::size_t>(t));
        if (under && of == static_cast<std::uint32_t>(*under) && row != 0) {
            return row;
        }
        general = of == 0xFF ? row : general;
    }
    return general;
}

template <class = void>
constexpr answer type_falls_in(weapon_type t, item_class c, maybe<regime> g, date day) noexcept {
    if (!is_valid(t) || !is_valid(c)) {
        return answer::unknown;
    }
    if (c == item_class::all_arms) {
        return answer::yes;
    }
    if (const std::size_t row = holding_row(t, c, g); row != 0) {
        return static_cast<answer>(u6_at(tables::holding_answer, row - 1));
    }
    return falls_in_categories(t, c, day).value_or(answer::no);
}

}  // namespace detail

/// A row of the map from types to classes.
template <class Row = std::size_t>
class basic_item_holding : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Whether the type falls in the class; `unknown` where the text leaves it open.
    constexpr answer holds() const noexcept { return static_cast<answer>(this->u6_in(detail::tables::holding_answer)); }
    /// Why; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::holding_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::holding_cites); }
};
/// The name to use.
using item_holding = basic_item_holding<>;

/// The row of the map that decides whether a type falls in a class under a regime; empty where a rule
/// does (all arms, classes defined by categories) or no row says that it does.
template <class Holding = item_holding>
constexpr maybe<Holding> holding_of(weapon_type t, item_class c, maybe<regime> g) noexcept {
    const std::size_t row = detail::is_valid(t) && detail::is_valid(c) ? detail::holding_row(t, c, g) : 0;
    return {row != 0, Holding{row - (row != 0)}};
}

/// Whether an item falls in a class as a regime uses it, or in general, on a day. A class: `yes` when it is the
/// same or lies inside; else, as of a category, what is so of every type in it, `unknown` where they differ. Of a
/// type: what a row of the map says, else what the categories do that define the class, else `no`. `unknown` for a
/// type or a class that is none. Of a category, or a class, a pass over all types.
template <class Category = category>
constexpr answer falls_in(item what, item_class c, maybe<regime> g, date day) noexcept {
    if (const auto t = what.as_type()) {
        return detail::type_falls_in(*t, c, g, day);
    }
    const auto asked = what.as_class();
    if (asked ? is_within(*asked, c) : c == item_class::all_arms) {
        return answer::yes;
    }
    detail::consensus all;
    if (!asked) {
        detail::for_each_type_under(*what.as_category<Category>(), day,
                                    [&](weapon_type t) { all.add(detail::type_falls_in(t, c, g, day)); });
        return all.agreed();
    }
    bool none = true;  // a class of purposes, or of a list that no type is known to be on
    for (std::size_t i = 0; i < detail::enum_count<weapon_type>; ++i) {
        const auto t = static_cast<weapon_type>(i);
        if (detail::type_falls_in(t, *asked, g, day) == answer::yes) {
            all.add(detail::type_falls_in(t, c, g, day));
            none = false;
        }
    }
    return none ? answer::no : all.agreed();
}

namespace detail {

template <class = void>
constexpr att_coverage att_covers_type(weapon_type t, date day) noexcept {
    return {is_classified(t, scheme::att_2_1, day), is_classified(t, scheme::att_3, day),
            is_classified(t, scheme::att_4, day)};
}

template <class = void>
constexpr att_coverage att_covers_class(item_class c) noexcept {
    enum class part : std::uint8_t { none, arms, ammunition, parts, unknown };
    const part p =
        is_valid(c) ? static_cast<part>(u6_at(tables::item_class_att, static_cast<std::size_t>(c))) : part::unknown;
    const auto is = [p](part wanted) {
        return p == part::unknown ? answer::unknown : p == wanted ? answer::yes : answer::no;
    };
    return {is(part::arms), is(part::ammunition), is(part::parts)};
}

// Whether the crosswalk puts a category, as a whole, within a list.
template <class Category>
constexpr bool lies_in(const Category& c, scheme list) noexcept {
    using relation = category_relation;
    for (const auto x : correspondences_of<Category>(c)) {
        const bool forward = x.from() == c;
        const relation inside = forward ? relation::narrower : relation::broader;
        if ((forward ? x.to() : x.from()).scheme() == list &&
            (x.relation() == relation::equal || x.relation() == inside)) {
            return true;
        }
    }
    return false;
}

}  // namespace detail

/// How the Arms Trade Treaty covers an item on a day; before the treaty entered into force, as it would
/// have on that day: provisional application came earlier. The wording of 24 December 2014 stands for all days before
/// (Article 5(3)). Of a category of another list, a pass over all types.
template <class Category = category>
constexpr att_coverage att_covers(item what, date day) noexcept {
    // The wording of (a) to (g) is frozen at that day (Article 5(3)); it is the first on record.
    const date since = detail::day_at(detail::tables::scheme_since, static_cast<std::size_t>(scheme::att_2_1));
    const date asked = day < since ? since : day;
    if (const auto t = what.as_type()) {
        return detail::att_covers_type(*t, asked);
    }
    if (const auto c = what.as_class()) {
        return detail::att_covers_class(*c);
    }
    // A category of the treaty is what it is; of another list, what the crosswalk says, else what its types are.
    const Category c = *what.as_category<Category>();
    const auto is = [&](scheme wanted) { return c.scheme() == wanted ? answer::yes : answer::no; };
    if (c.scheme() == scheme::att_2_1 || c.scheme() == scheme::att_3 || c.scheme() == scheme::att_4) {
        return {is(scheme::att_2_1), is(scheme::att_3), is(scheme::att_4)};
    }
    detail::consensus arms, ammunition, parts;
    detail::for_each_type_under(c, asked, [&](weapon_type t) {
        const att_coverage one = detail::att_covers_type(t, asked);
        arms.add(one.arms);
        ammunition.add(one.ammunition);
        parts.add(one.parts);
    });
    const auto within = [&](scheme list, answer by_types) { return detail::lies_in(c, list) ? answer::yes : by_types; };
    return {within(scheme::att_2_1, arms.agreed()), within(scheme::att_3, ammunition.agreed()),
            within(scheme::att_4, parts.agreed())};
}

}  // namespace armsledger
