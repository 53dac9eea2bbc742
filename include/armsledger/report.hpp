// SPDX-License-Identifier: BSL-1.0
/// \file
/// What Amnesty International's "Taking Stock: The arming of Islamic State" (MDE 14/2812/2015, December 2015) and texts
/// about it say: claims, weapons, supplier states, transfers, losses, recommendations, and the routes of custody they
/// make together.
///
/// Design, manufacture, supply and capture are different relations of a weapon to a state and are never merged. Every
/// record leads to its sources; sentences, notes and the places in the sources are in report_text.hpp, what law met a
/// transfer in report_law.hpp.
///
/// Periods are half-open and in whole units of the text: from 2011-01-01 until 2014-01-01 for "2011 to 2013", `always`
/// and `never` where it gives no bound. They bound when a thing happened; they do not say that it went on throughout.
///
/// What texts state is kept as stated. They disagree, and are not averaged: claims on one measure stand side by side,
/// and `agreement` says whether all can be true. Accounts of one transfer are alternatives.
///
/// Traps:
/// - Numbers of claims are in tenths: "more than 25 countries" has a `least()` of 250, a `number()` of 25 and
///   `values()` from 260.
/// - That a state made a weapon does not say that it supplied it, and a transfer to Iraq not that it came to Islamic
///   State: that takes a loss, and a text that says so. An edge that no text states in so many words is `implied`.
/// - Amounts do not add up; an attempt to add them does not compile.
#pragma once

#include <armsledger/answer.hpp>
#include <armsledger/category.hpp>
#include <armsledger/date.hpp>
#include <armsledger/detail/edge_origin.hpp>
#include <armsledger/detail/name_index.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/group.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/report.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

/// What texts on the arming of Islamic State say: no law, and no facts of the library's own. See report.hpp.
namespace armsledger::report {

/// A weapon model or family that the report or texts on it name, `weapon::m79_osa`. The enumerators are the rows of
/// data/report_weapons.csv. Of a value that is none, names are empty, and other properties those of the first weapon.
enum class weapon : std::uint8_t {
#include <armsledger/tables/weapon.inc>
};

/// What a claim counts, dates or describes, `measure::countries_of_origin`. The enumerators are the rows of
/// data/report_measures.csv.
enum class measure : std::uint8_t {
#include <armsledger/tables/measure.inc>
};

/// A holder or supplier that is not simply a state, `named_actor::syrian_opposition`. The enumerators are the rows of
/// data/report_actors.csv.
enum class named_actor : std::uint8_t {
#include <armsledger/tables/named_actor.inc>
};

/// The part a state played. Who designed or made arms need not have supplied them to anyone here.
enum class role : std::uint8_t {
    designer,                       ///< Designed it.
    manufacturer,                   ///< Made it.
    supplier_to_iraq,               ///< Supplied Iraq, at any time.
    supplier_to_iran,               ///< Supplied Iran.
    coalition_supplier,             ///< To the forces of Iraq and its Kurdish region, from 2014.
    supplier_to_syrian_opposition,  ///< Supplied armed opposition groups in Syria.
};

/// Who says so.
enum class attribution : std::uint8_t {
    report,  ///< The report, or a text on it.
    other,   ///< Another text on the arms of Islamic State or of the states around it.
};

/// What a measure's claims give: a number, a date within bounds, or words.
enum class measure_kind : std::uint8_t { number, date, words };

/// How a value is meant, in the words of the text.
enum class bound : std::uint8_t {
    exactly,     ///< The number itself.
    at_least,    ///< It or more.
    more_than,   ///< More than it.
    at_most,     ///< "Up to".
    fewer_than,  ///< Fewer than it.
    about,       ///< Near it, how near is not said: leaves every value.
};

/// Where a claim belongs in its text.
enum class claim_part : std::uint8_t {
    finding,     ///< Said of the report, or by it.
    background,  ///< The text's own context.
    aside,       ///< Page furniture, and text that does not concern the report. Out of every answer.
};

/// In whose hands the texts have a weapon.
enum class sighting : std::uint8_t {
    with_is,        ///< A text has it in the hands of Islamic State.
    supplied_only,  ///< Only supplied to Iraq or its forces.
    unknown,
};

/// How far a transfer had come, in the words of an account.
enum class stage : std::uint8_t {
    contracted,  ///< A contract was made.
    notified,    ///< A possible sale notified to a parliament; no contract.
    ordered,     ///< An order was placed.
    delivered,   ///< The arms arrived.
    issued,      ///< They were handed out to the forces.
    offered,     ///< Offered; not said to be accepted.
    planned,     ///< Announced or intended.
    negotiated,  ///< Under negotiation.
    reported,    ///< The text says no more than that it was supplied.
};

/// What the number of an amount counts.
enum class unit : std::uint8_t {
    pieces,  ///< Weapons or other single things.
    missiles,
    batteries,
    rounds,
    trend_value_millions,  ///< SIPRI's trend-indicator value in millions: a volume, neither money nor pieces.
    us_dollars,            ///< Of the time, not of today.
};

/// How a transfer was paid for, or that it was not, in the words of the text.
enum class funding : std::uint8_t { grant, foreign_military_sale, nato_donation, oil_barter, pentagon_contract };

/// How arms left a holder. Only some of it is capture by Islamic State: see `reach`.
enum class channel : std::uint8_t {
    stockpile_capture,      ///< Taken with a depot or base.
    battlefield_capture,    ///< Taken in fighting.
    stockpile_leakage,      ///< Out of stocks, and not by force.
    unaccounted_loss,       ///< Lost sight of; who took them is not said.
    defection,              ///< Brought or given up by who changed sides.
    illicit_trade,          ///< Bought in illegal trade.
    sale_by_armed_group,    ///< Sold by another armed group.
    state_supply_diverted,  ///< Supplied by a state to another recipient, and diverted.
    airdrop_miss,           ///< Dropped from the air for others.
};

/// Whether a loss reached Islamic State.
enum class reach : std::uint8_t {
    islamic_state,  ///< A text says that it did.
    possible,       ///< The text says that it may have.
    untraced,       ///< A reservoir: arms lost, and none proven to have reached it.
};

/// What a named actor is to the state behind it.
enum class relation_to_state : std::uint8_t {
    forces,  ///< Its armed or security forces.
    part,    ///< A part of it with forces of its own: the Kurdistan Region of Iraq.
};

/// Whom a recommendation is addressed to.
enum class addressee : std::uint8_t { all_states, supplier_states, iraq, named_states };

/// What a recommendation asks for.
enum class recommendation_kind : std::uint8_t {
    embargo,                   ///< To send no arms.
    risk_assessment,           ///< To weigh risks before a supply.
    end_use_control,           ///< To control who ends up with arms.
    post_delivery_monitoring,  ///< To look after arms once delivered.
    stockpile_management,      ///< To guard stocks.
    treaty_adherence,          ///< To join the Arms Trade Treaty, or keep to it.
};

/// What an edge of custody is; from `stockpile_capture` on the channels of losses.
enum class custody : std::uint8_t {
    made,       ///< From the maker to the first known holder.
    supplied,   ///< A transfer.
    passed_on,  ///< From one holder to another, onwards.
    held_by,    ///< A state and those of its forces that lost the arms.
    stockpile_capture,
    battlefield_capture,
    stockpile_leakage,
    unaccounted_loss,
    defection,
    illicit_trade,
    sale_by_armed_group,
    state_supply_diverted,
    airdrop_miss,
};

}  // namespace armsledger::report

namespace armsledger::detail {

template <>
inline constexpr std::size_t enum_count<report::weapon> = tables::weapon_slugs_count;
template <>
inline constexpr std::size_t enum_count<report::measure> = tables::measure_slugs_count;
template <>
inline constexpr std::size_t enum_count<report::named_actor> = tables::actor_slugs_count;

template <>
inline constexpr const char* words<report::role> =
    "designer|manufacturer|supplier_to_iraq|supplier_to_iran|coalition_supplier|supplier_to_syrian_opposition";
template <>
inline constexpr const char* words<report::attribution> = "report|other";
template <>
inline constexpr const char* words<report::measure_kind> = "number|date|words";
template <>
inline constexpr const char* words<report::bound> = "exactly|at_least|more_than|at_most|fewer_than|about";
template <>
inline constexpr const char* words<report::claim_part> = "finding|background|aside";
template <>
inline constexpr const char* words<report::sighting> = "with_is|supplied_only|unknown";
template <>
inline constexpr const char* words<report::stage> =
    "contracted|notified|ordered|delivered|issued|offered|planned|negotiated|reported";
template <>
inline constexpr const char* words<report::unit> = "pieces|missiles|batteries|rounds|trend_value_millions|us_dollars";
template <>
inline constexpr const char* words<report::funding> =
    "grant|foreign_military_sale|nato_donation|oil_barter|pentagon_contract";
template <>
inline constexpr const char* words<report::channel> =
    "stockpile_capture|battlefield_capture|stockpile_leakage|unaccounted_loss|defection|illicit_trade|"
    "sale_by_armed_group|state_supply_diverted|airdrop_miss";
template <>
inline constexpr const char* words<report::reach> = "islamic_state|possible|untraced";
template <>
inline constexpr const char* words<report::relation_to_state> = "forces|part";
template <>
inline constexpr const char* words<report::addressee> = "all_states|supplier_states|iraq|named_states";
template <>
inline constexpr const char* words<report::recommendation_kind> =
    "embargo|risk_assessment|end_use_control|post_delivery_monitoring|stockpile_management|treaty_adherence";
template <>
inline constexpr const char* words<report::custody> =
    "made|supplied|passed_on|held_by|stockpile_capture|battlefield_capture|stockpile_leakage|unaccounted_loss|"
    "defection|illicit_trade|sale_by_armed_group|state_supply_diverted|airdrop_miss";

// The states of a row, from a column of lists.
template <class Set = state_set>
constexpr Set states_in(const char* firsts, const char* values, auto row) noexcept {
    Set found;
    for (std::size_t i = u16_at(firsts, row); i < u16_at(firsts, row + 1); ++i) {
        found.insert(static_cast<state>(u8_at(values, i)));
    }
    return found;
}

// A number of two columns of thirty bits.
constexpr std::uint64_t wide_at(const char* low, const char* high, auto row) noexcept {
    return u32_at(low, row) | std::uint64_t{u32_at(high, row)} << 30;
}

}  // namespace armsledger::detail

namespace armsledger::report {

using armsledger::to_string;

/// The day the report came out, in most accounts.
[[gnu::visibility("hidden")]] inline constexpr date published = date::from_days(16776);  // 2015-12-07

// Supplier states.

/// A part that a state played in a period.
template <class Row = std::size_t>
class basic_part : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Who played it. Linear in the states.
    constexpr armsledger::state state() const noexcept {
        return static_cast<armsledger::state>(detail::owner_of(detail::tables::supplier_first, this->row_));
    }
    /// Which part.
    constexpr report::role role() const noexcept {
        return static_cast<report::role>(this->u6_in(detail::tables::supplier_role));
    }
    /// Half-open, in whole years of the text: [2011-01-01, 2014-01-01) for "2011 to 2013". `always` and
    /// `never` where the text gives no bound.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::supplier_from), this->day_in(detail::tables::supplier_until)};
    }
    /// Whether the report or a text on it says so, or only another text.
    constexpr report::attribution attribution() const noexcept {
        return static_cast<report::attribution>(this->u6_in(detail::tables::supplier_attribution));
    }
    /// What the record alone would mislead about; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::report_pool, detail::tables::supplier_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::supplier_cites); }
};
/// The name to use.
using part = basic_part<>;

/// The parts a state played, by role and period.
template <class Part = part>
constexpr auto parts_of(armsledger::state s) noexcept {
    return detail::record_range<Part>{detail::rows_of(detail::tables::supplier_first, s)};
}

/// All parts, in the order of the states.
template <class Part = part>
constexpr auto all_parts() noexcept {
    return detail::record_range<Part>{
        {0, detail::u16_at(detail::tables::supplier_first, detail::enum_count<armsledger::state>)}};
}

/// The states that played a role at any time. Of those the report or texts on it name, unless `other`
/// texts are asked for too. Linear in all parts.
template <class Part = part>
constexpr state_set states_as(role r, bool also_other_texts = false) noexcept {
    state_set found;
    for (const Part p : all_parts<Part>()) {
        if (p.role() == r && (also_other_texts || p.attribution() == attribution::report)) {
            found.insert(p.state());
        }
    }
    return found;
}

// Weapons. Each property takes constant time; a value that is no enumerator has empty names, and otherwise
// the properties of the first weapon.

/// The slug in report_weapons.csv, "m79-osa".
template <class Weapon>
requires std::is_same_v<Weapon, weapon>
constexpr text_view to_string(Weapon w) noexcept {
    return detail::text_of(detail::tables::report_pool, detail::tables::weapon_slugs, w);
}

/// The usual name, "M79 Osa".
template <class Weapon>
requires std::is_same_v<Weapon, weapon>
constexpr text_view name(Weapon w) noexcept {
    return detail::text_of(detail::tables::report_pool, detail::tables::weapon_names, w);
}

namespace detail_of {
// The row of a weapon; the first one for a value that is none.
constexpr std::size_t row(auto w) noexcept { return detail::is_valid(w) ? static_cast<std::size_t>(w) : 0; }
}  // namespace detail_of

/// The type, and with it the categories of every control list: see category.hpp. It is what `screen` takes as an item.
template <class Type = weapon_type>
constexpr Type type_of(weapon w) noexcept {
    return static_cast<Type>(detail::u8_at(detail::tables::weapon_type_of, detail_of::row(w)));
}

/// In hundredths of a millimetre; empty where not known or without meaning.
template <class Number = unsigned>
constexpr maybe<Number> calibre_of(weapon w) noexcept {
    const Number hundredths = detail::u16_at(detail::tables::weapon_calibre, detail_of::row(w));
    return {hundredths != 0, hundredths};
}

/// The first year of the decade in which it entered service; empty where not known.
template <class Number = unsigned>
constexpr maybe<Number> decade_of(weapon w) noexcept {
    const Number decade = detail::u8_at(detail::tables::weapon_decade, detail_of::row(w));
    return {decade != 0xFF, 1900 + 10 * decade};
}

/// The states that designed it, as they were then: the Soviet Union, not Russia, for the AK-47.
template <class Set = state_set>
constexpr Set designers_of(weapon w) noexcept {
    return detail::states_in<Set>(detail::tables::weapon_designers_first, detail::tables::weapon_designers,
                                  detail_of::row(w));
}

/// The states that made the examples in question. Not who supplied them.
template <class Set = state_set>
constexpr Set makers_of(weapon w) noexcept {
    return detail::states_in<Set>(detail::tables::weapon_makers_first, detail::tables::weapon_makers,
                                  detail_of::row(w));
}

/// In whose hands the texts have it.
template <class Sighting = sighting>
constexpr Sighting sighting_of(weapon w) noexcept {
    return static_cast<Sighting>(detail::u6_at(detail::tables::weapon_seen, detail_of::row(w)));
}

/// Whether a text on the report names it, or only others.
template <class Attribution = attribution>
constexpr Attribution attribution_of(weapon w) noexcept {
    return static_cast<Attribution>(detail::u6_at(detail::tables::weapon_attribution, detail_of::row(w)));
}

/// For `sources_of` and `evidence_of`.
template <class Citation = detail::citation>
constexpr Citation citation_of(weapon w) noexcept {
    return Citation{detail::u16_at(detail::tables::weapon_cites, detail_of::row(w))};
}

/// The weapons a text may mean: none, one, or several that go by that name.
template <class Weapon>
class basic_weapon_match {
public:
    /// For who makes it.
    constexpr explicit basic_weapon_match(detail::rows found) noexcept : found_{found} {}
    /// How many weapons the text may mean.
    constexpr std::size_t count() const noexcept { return found_.last - found_.first; }
    /// The i-th candidate; `i` is below count().
    constexpr Weapon operator[](std::size_t i) const noexcept {
        return static_cast<Weapon>(detail::value_at<detail::tables::weapon_index>(found_.first + i));
    }
    /// The weapon, when there is exactly one.
    constexpr maybe<Weapon> one() const noexcept { return count() == 1 ? maybe<Weapon>{(*this)[0]} : maybe<Weapon>{}; }

private:
    detail::rows found_;
};
/// The name to use.
using weapon_match = basic_weapon_match<weapon>;

/// The weapons that a slug, name or alias means, folded as names of states are. One hash look-up.
template <class Match = weapon_match>
constexpr Match find_weapon(text_view text) noexcept {
    return Match{detail::rows_named<detail::tables::weapon_index>(text)};
}

// Actors.

/// A state or a named actor. Two bytes.
template <class State>
class basic_actor {
public:
    /// A state.
    constexpr basic_actor(State s) noexcept : number_{static_cast<std::uint16_t>(s)} {}
    /// A named actor; a value that is none becomes a state that is none.
    constexpr basic_actor(named_actor a) noexcept : basic_actor{from_number(256 + static_cast<unsigned>(a))} {}
    /// A number that is no actor's becomes a state that is none: all its names are empty.
    static constexpr basic_actor from_number(std::uint32_t n) noexcept {
        basic_actor made{State{}};
        made.number_ = static_cast<std::uint16_t>(n < count ? n : 255);
        return made;
    }
    /// The state; empty for a named actor. For one with a state behind it, see `state_behind`.
    constexpr maybe<State> as_state() const noexcept { return {number_ < 256, static_cast<State>(number_)}; }
    /// The named actor; empty for a state.
    constexpr maybe<named_actor> as_named() const noexcept {
        return {number_ >= 256, static_cast<named_actor>(number_ - 256)};
    }
    /// Below `count`.
    constexpr std::size_t number() const noexcept { return number_; }
    /// One more than the highest number.
    static constexpr std::size_t count = 256 + detail::tables::actor_slugs_count;

    /// The same state or the same named actor; a state is not equal to its forces.
    constexpr bool operator==(const basic_actor& other) const noexcept { return number_ == other.number_; }

private:
    std::uint16_t number_;
};
/// The name to use.
using actor = basic_actor<state>;

/// The alpha-3 code or the slug.
template <class State>
constexpr text_view to_string(basic_actor<State> a) noexcept {
    return a.as_state() ? alpha3(*a.as_state())
                        : detail::text_of(detail::tables::report_pool, detail::tables::actor_slugs, *a.as_named());
}

/// The state's name or the actor's own.
template <class State>
constexpr text_view name(basic_actor<State> a) noexcept {
    return a.as_state() ? name(*a.as_state())
                        : detail::text_of(detail::tables::report_pool, detail::tables::actor_names, *a.as_named());
}

/// The state an actor is, or whose forces or part it is; empty for the rest.
template <class State>
constexpr maybe<State> state_behind(basic_actor<State> a) noexcept {
    if (a.as_state()) {
        return a.as_state();
    }
    const auto s = detail::u8_at(detail::tables::actor_state, a.number() - 256);
    return {s != 0xFF, static_cast<State>(s)};
}

/// What a named actor is to the state behind it; empty for states themselves and for the rest.
template <class State, class Relation = relation_to_state>
constexpr maybe<Relation> relation_of(basic_actor<State> a) noexcept {
    const auto r = a.as_state() ? 0xFFU : detail::u6_at(detail::tables::actor_relation, a.number() - 256);
    return {r != 0xFF, static_cast<Relation>(r)};
}

/// The armed group of group.hpp that an actor is; empty for the rest.
template <class State, class Group = group>
constexpr maybe<Group> group_behind(basic_actor<State> a) noexcept {
    const auto g = a.as_state() ? 0xFFU : detail::u8_at(detail::tables::actor_group, a.number() - 256);
    return {g != 0xFF, static_cast<Group>(g)};
}

/// The actor of a slug or name, folded as names of states are, or of a state's code or name; empty where a name means
/// several states. Linear in the named actors.
template <class Actor = actor, class Text>
constexpr maybe<Actor> find_actor(const Text& text) noexcept {
    for (std::size_t i = 0; i < detail::enum_count<named_actor>; ++i) {
        const Actor a{static_cast<named_actor>(i)};
        if (to_string(a) == text || detail::fold(name(a)).text() == detail::fold(text).text()) {
            return a;
        }
    }
    const auto s = find_state(text).one();
    return s ? maybe<Actor>{Actor{*s}} : maybe<Actor>{};
}

// Claims.

/// The slug in report_measures.csv.
template <class Measure>
requires std::is_same_v<Measure, measure>
constexpr text_view to_string(Measure m) noexcept {
    return detail::text_of(detail::tables::report_pool, detail::tables::measure_slugs, m);
}

/// What the measure's claims give; of some measure for a value that is none.
template <class Kind = measure_kind>
constexpr Kind kind_of(measure m) noexcept {
    return static_cast<Kind>(
        detail::u6_at(detail::tables::measure_kind, static_cast<std::size_t>(m) % detail::enum_count<measure>));
}

/// What the numbers of a measure count, "countries"; empty for dates and words.
template <class Measure>
requires std::is_same_v<Measure, measure>
constexpr text_view unit_of(Measure m) noexcept {
    return detail::text_of(detail::tables::report_pool, detail::tables::measure_unit, m);
}

/// The measure of a slug. Linear in the measures.
template <class Measure = measure>
constexpr maybe<Measure> find_measure(text_view slug) noexcept {
    for (std::size_t i = 0; i < detail::enum_count<Measure>; ++i) {
        if (to_string(static_cast<Measure>(i)) == slug) {
            return static_cast<Measure>(i);
        }
    }
    return nothing;
}

/// The values that something stated leaves open: numbers in tenths of the unit, dates in days since
/// 1970-01-01. Both ends are included; nothing is below 0.
template <class Number>
struct basic_value_range {
    /// The least value possible.
    Number least = 0;
    maybe<Number> most;  ///< Empty when there is no upper bound.

    /// Whether a value, in the same tenths or days, is among them.
    constexpr bool holds(Number v) const noexcept { return least <= v && (!most || v <= *most); }
    /// Whether nothing is left: two statements that exclude each other.
    constexpr bool empty() const noexcept { return most && *most < least; }
    /// What two statements leave together.
    friend constexpr basic_value_range operator&(basic_value_range a, basic_value_range b) noexcept {
        const Number floor = a.least < b.least ? b.least : a.least;
        return {floor, !a.most || (b.most && *b.most < *a.most) ? b.most : a.most};
    }
    /// The same ends.
    constexpr bool operator==(const basic_value_range&) const noexcept = default;
};
/// The name to use.
using value_range = basic_value_range<std::uint64_t>;

/// The values left by a bound on `least` to `most` (the same for a plain number), in steps of the
/// smallest difference the unit knows. "About" leaves every value.
template <class Number>
constexpr basic_value_range<Number> values_within(bound b, Number least, Number most, Number step) noexcept {
    switch (b) {
        case bound::exactly: return {least, most};
        case bound::at_least: return {least, nothing};
        case bound::more_than: return {most + step, nothing};
        case bound::at_most: return {0, most};
        case bound::fewer_than: return {0, least < step ? 0 : least - step};
        default: return {};
    }
}

/// A statement of a text.
template <class Row = std::size_t>
class basic_claim : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// What it is a value of.
    constexpr report::measure measure() const noexcept {
        return static_cast<report::measure>(this->u8_in(detail::tables::claim_measure));
    }
    /// What it is about, "is-arsenal".
    constexpr text_view subject() const noexcept {
        return this->text_in(detail::tables::report_pool, detail::tables::claim_subject);
    }
    /// Where it belongs in its text.
    constexpr claim_part part() const noexcept {
        return static_cast<claim_part>(this->u6_in(detail::tables::claim_part));
    }
    /// How the value is meant; empty where it is given in words.
    constexpr maybe<report::bound> bound() const noexcept {
        return {kind_of(measure()) != measure_kind::words,
                static_cast<report::bound>(this->u6_in(detail::tables::claim_bound))};
    }
    /// The value, or the lower end of the range, that the text states: tenths of the unit, or days since 1970-01-01. 0
    /// for words, which are in report_text.hpp.
    constexpr std::uint64_t least() const noexcept {
        return detail::wide_at(detail::tables::claim_least_low, detail::tables::claim_least_high, this->row_);
    }
    /// The value, or the upper end of the range.
    constexpr std::uint64_t most() const noexcept {
        return detail::wide_at(detail::tables::claim_most_low, detail::tables::claim_most_high, this->row_);
    }
    /// The whole number stated; empty for dates, words, ranges and fractions.
    constexpr maybe<std::uint64_t> number() const noexcept {
        return {kind_of(measure()) == measure_kind::number && least() == most() && least() % 10 == 0, least() / 10};
    }
    /// The day stated, within bounds when the text has the month or year; empty for numbers and words.
    constexpr maybe<uncertain_date> day() const noexcept {
        return {
            kind_of(measure()) == measure_kind::date,
            {date::from_days(static_cast<std::int32_t>(least())), date::from_days(static_cast<std::int32_t>(most()))}};
    }
    /// What the statement leaves possible, by its bound. Whole units, but tenths of a percent; every value for words.
    constexpr value_range values() const noexcept {
        const bool tenths = kind_of(measure()) == measure_kind::date || unit_of(measure()) == "percent";
        return bound() ? values_within<std::uint64_t>(*bound(), least(), most(), tenths ? 1 : 10) : value_range{};
    }
    /// The one thing of several that a measure counts apart: a state's code, "chapter-2"; often empty.
    constexpr text_view of() const noexcept {
        return this->text_in(detail::tables::report_pool, detail::tables::claim_of);
    }
    /// The time it speaks of, half-open; from `always` to `never` where it names none.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::claim_from), this->day_in(detail::tables::claim_until)};
    }
    /// The states it mentions.
    constexpr state_set states() const noexcept {
        return detail::states_in(detail::tables::claim_states_first, detail::tables::claim_states, this->row_);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::claim_cites); }
};
/// The name to use.
using claim = basic_claim<>;

namespace detail_of {
// Numbers hold for a time. A date is its own.
template <class Claim>
constexpr period time_of(const Claim& c) noexcept {
    return kind_of(c.measure()) == measure_kind::date ? period{} : c.when();
}
constexpr bool meet(const auto& x, const auto& y) noexcept { return x.from < y.until && y.from < x.until; }
}  // namespace detail_of

/// Whether two statements can be true together. `no` only for the same thing at the same time; `unknown`
/// for words, for "about" another number, and for values that exclude each other over different times.
template <class Claim>
constexpr answer can_both_hold(const Claim& a, const Claim& b) noexcept {
    const period x = detail_of::time_of(a);
    const period y = detail_of::time_of(b);
    if (a.measure() != b.measure() || a.of() != b.of() || !detail_of::meet(x, y)) {
        return answer::yes;
    }
    if (!a.bound()) {
        return answer::unknown;
    }
    const auto stated = [](const Claim& c) {
        return c.bound() == bound::about ? value_range{c.least(), c.most()} : c.values();
    };
    if (!(stated(a) & stated(b)).empty()) {
        return answer::yes;
    }
    if (a.bound() == bound::about || b.bound() == bound::about) {
        return answer::unknown;
    }
    const auto unstated = [](period p) { return p.from == always && p.until == never; };
    return x == y || unstated(x) || unstated(y) ? answer::no : answer::unknown;
}

namespace detail_of {
struct no_aside {
    constexpr bool operator()(const auto& c) const noexcept { return c.part() != claim_part::aside; }
};
struct claim_on {
    measure wanted;
    constexpr bool operator()(const auto& c) const noexcept {
        return c.measure() == wanted && c.part() != claim_part::aside;
    }
};
struct aside {
    constexpr bool operator()(const auto& c) const noexcept { return c.part() == claim_part::aside; }
};
}  // namespace detail_of

/// All claims but asides, in the order of their ids.
template <class Claim = claim>
constexpr auto all_claims() noexcept {
    return detail::record_range<Claim, detail_of::no_aside>{{0, detail::tables::claim_count}};
}

/// What pages hold besides: credits, banners, passages on other matters.
template <class Claim = claim>
constexpr auto asides() noexcept {
    return detail::record_range<Claim, detail_of::aside>{{0, detail::tables::claim_count}};
}

/// Every claim on a measure but asides; those that disagree stand side by side. Linear in all claims.
template <class Claim = claim>
constexpr auto claims_on(measure m) noexcept {
    return detail::record_range<Claim, detail_of::claim_on>{{0, detail::tables::claim_count}, {m}};
}

/// How far the claims on a measure agree.
struct agreement_of_claims {
    std::size_t claims = 0;  ///< How many there are.
    /// Whether all can be true together: `no` when two exclude each other, `unknown` when two may.
    answer together = answer::yes;
    /// The values that all of them leave, vague ones apart; empty when they exclude each other, or
    /// speak of different times.
    maybe<value_range> left;
};

/// Of the claims on a measure, or on one of the things it counts apart: `agreement(m, "CHN")`.
/// Quadratic in the claims on the measure, at most twenty.
template <class Claim = claim>
constexpr agreement_of_claims agreement(measure m, text_view of = {}) noexcept {
    agreement_of_claims found;
    value_range left;
    bool same_time = kind_of(m) != measure_kind::words;
    for (const Claim a : claims_on<Claim>(m)) {
        if (a.of() != of) {
            continue;
        }
        ++found.claims;
        left = left & a.values();
        for (const Claim b : claims_on<Claim>(m)) {
            if (b.of() == of && b.row() < a.row()) {
                const answer both = can_both_hold(a, b);
                found.together = both == answer::yes || found.together == answer::no ? found.together : both;
                same_time = same_time && detail_of::meet(detail_of::time_of(a), detail_of::time_of(b));
            }
        }
    }
    found.left = {same_time && found.claims > 0 && !left.empty(), left};
    return found;
}

// Transfers.

/// A quantity or a sum, with its unit and bound. Accounts of a transfer are alternatives, transfers
/// overlap, and units differ: amounts do not add up, and an attempt does not compile.
template <class Number>
struct basic_amount {
    /// Of the unit, whole; not in tenths.
    Number number;
    /// What it counts.
    report::unit unit;
    /// How it is meant.
    report::bound bound;

    /// What it leaves possible, in tenths of the unit as of claims.
    constexpr value_range values() const noexcept {
        return values_within<std::uint64_t>(bound, number * 10, number * 10, 10);
    }
    /// The same number of the same unit, meant the same way.
    constexpr bool operator==(const basic_amount&) const noexcept = default;

    /// Does not compile.
    template <class Other>
    friend constexpr basic_amount operator+(basic_amount a, const Other&) noexcept {
        static_assert(sizeof(Other) == 0,
                      "amounts do not add up: accounts of a transfer are alternatives, and transfers overlap");
        return a;
    }
};
/// The name to use.
using amount = basic_amount<std::uint64_t>;

template <class Row>
class basic_transfer;

namespace detail_of {
template <class Row>
class supplier : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    constexpr operator actor() const noexcept {
        return actor::from_number(this->u16_in(detail::tables::account_suppliers));
    }
};
}  // namespace detail_of

/// What one text says of a transfer.
template <class Row = std::size_t>
class basic_account : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The transfer it is an account of. Linear in the transfers.
    constexpr basic_transfer<Row> transfer() const noexcept {
        return basic_transfer<Row>{detail::owner_of(detail::tables::account_first, this->row_)};
    }
    /// Who supplied: actors, more than one when the text names several.
    constexpr auto suppliers() const noexcept {
        return detail::record_range<detail_of::supplier<Row>>{
            {detail::u16_at(detail::tables::account_suppliers_first, this->row_),
             detail::u16_at(detail::tables::account_suppliers_first, this->row_ + 1)}};
    }
    /// Who received, or was to.
    constexpr actor recipient() const noexcept {
        return actor::from_number(this->u16_in(detail::tables::account_recipient));
    }
    /// Empty where the text names no weapon.
    constexpr maybe<report::weapon> weapon() const noexcept {
        const auto w = this->u8_in(detail::tables::account_weapon);
        return {w != 0xFF, static_cast<report::weapon>(w)};
    }
    /// How far it had come. Not every account is of a delivery.
    constexpr report::stage stage() const noexcept {
        return static_cast<report::stage>(this->u6_in(detail::tables::account_stage));
    }
    /// Empty where the text gives none.
    constexpr maybe<amount> quantity() const noexcept {
        const std::uint64_t n =
            detail::wide_at(detail::tables::account_quantity_low, detail::tables::account_quantity_high, this->row_);
        return {n != 0,
                {n, static_cast<report::unit>(this->u6_in(detail::tables::account_unit)),
                 static_cast<report::bound>(this->u8_in(detail::tables::account_bounds) >> 3)}};
    }
    /// In US dollars of the time; empty where the text gives none. Often of a wider package: see the note.
    constexpr maybe<amount> value() const noexcept {
        const std::uint64_t n =
            detail::wide_at(detail::tables::account_value_low, detail::tables::account_value_high, this->row_);
        return {n != 0,
                {n, unit::us_dollars, static_cast<report::bound>(this->u8_in(detail::tables::account_bounds) & 7U)}};
    }
    /// How it was paid for; empty where the text does not say.
    constexpr maybe<report::funding> funding() const noexcept {
        const auto f = this->u6_in(detail::tables::account_funding);
        return {f != 0xFF, static_cast<report::funding>(f)};
    }
    /// The bounds of when it happened, half-open, in whole units of the text.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::account_from), this->day_in(detail::tables::account_until)};
    }
    /// Whether the report or a text on it says so, or only another text.
    constexpr report::attribution attribution() const noexcept {
        return static_cast<report::attribution>(this->u6_in(detail::tables::account_attribution));
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::account_cites); }
};
/// The name to use.
using account = basic_account<>;

/// One supply, on which there may be several accounts that do not agree.
template <class Row = std::size_t>
class basic_transfer : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The name in report_transfers.csv, "estonia-iraq-pistols-2015".
    constexpr text_view slug() const noexcept {
        return this->text_in(detail::tables::report_pool, detail::tables::transfer_slugs);
    }
    /// What texts say of it: at least one account. They are alternatives.
    constexpr auto accounts() const noexcept {
        return detail::record_range<basic_account<Row>>{
            {detail::u16_at(detail::tables::account_first, this->row_),
             detail::u16_at(detail::tables::account_first, this->row_ + 1)}};
    }
};
/// The name to use.
using transfer = basic_transfer<>;

/// All transfers, in the order of their slugs.
template <class Transfer = transfer>
constexpr auto all_transfers() noexcept {
    return detail::record_range<Transfer>{{0, detail::tables::transfer_count}};
}

/// Every account of every transfer, in the same order.
template <class Account = account>
constexpr auto all_accounts() noexcept {
    return detail::record_range<Account>{
        {0, detail::u16_at(detail::tables::account_first, detail::tables::transfer_count)}};
}

// Losses.

namespace detail_of {
template <class Row>
class lost_weapon : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    constexpr operator weapon() const noexcept {
        return static_cast<weapon>(this->u8_in(detail::tables::acquisition_weapons));
    }
};
}  // namespace detail_of

/// How arms left a holder, mostly for Islamic State.
template <class Row = std::size_t>
class basic_acquisition : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The name in report_acquisitions.csv.
    constexpr text_view slug() const noexcept {
        return this->text_in(detail::tables::report_pool, detail::tables::acquisition_slugs);
    }
    /// How they left.
    constexpr report::channel channel() const noexcept {
        return static_cast<report::channel>(this->u6_in(detail::tables::acquisition_channel));
    }
    /// Who lost them; empty where the text names none.
    constexpr maybe<actor> holder() const noexcept {
        const auto a = this->u16_in(detail::tables::acquisition_holder);
        return {a != 0xFFFF, actor::from_number(a)};
    }
    /// Whether they reached Islamic State.
    constexpr report::reach reach() const noexcept {
        return static_cast<report::reach>(this->u6_in(detail::tables::acquisition_reach));
    }
    /// Where it happened.
    constexpr state_set states() const noexcept {
        return detail::states_in(detail::tables::acquisition_states_first, detail::tables::acquisition_states,
                                 this->row_);
    }
    /// The weapons that the text names, often none.
    constexpr auto weapons() const noexcept {
        return detail::record_range<detail_of::lost_weapon<Row>>{
            {detail::u16_at(detail::tables::acquisition_weapons_first, this->row_),
             detail::u16_at(detail::tables::acquisition_weapons_first, this->row_ + 1)}};
    }
    /// The bounds of when it happened, half-open, in whole units of the text.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::acquisition_from), this->day_in(detail::tables::acquisition_until)};
    }
    /// Whether the report or a text on it says so, or only another text.
    constexpr report::attribution attribution() const noexcept {
        return static_cast<report::attribution>(this->u6_in(detail::tables::acquisition_attribution));
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::acquisition_cites); }
};
/// The name to use.
using acquisition = basic_acquisition<>;

/// All losses, in the order of their slugs.
template <class Acquisition = acquisition>
constexpr auto all_acquisitions() noexcept {
    return detail::record_range<Acquisition>{{0, detail::tables::acquisition_count}};
}

// Recommendations.

/// What the report, or a section of Amnesty on its release, asks for.
template <class Row = std::size_t>
class basic_recommendation : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The name in report_recommendations.csv, "att-ratify".
    constexpr text_view slug() const noexcept {
        return this->text_in(detail::tables::report_pool, detail::tables::recommendation_slugs);
    }
    /// To whom.
    constexpr report::addressee addressee() const noexcept {
        return static_cast<report::addressee>(this->u6_in(detail::tables::recommendation_addressee));
    }
    /// For what.
    constexpr recommendation_kind kind() const noexcept {
        return static_cast<recommendation_kind>(this->u6_in(detail::tables::recommendation_kind));
    }
    /// The states addressed by name; often none.
    constexpr state_set states() const noexcept {
        return detail::states_in(detail::tables::recommendation_states_first, detail::tables::recommendation_states,
                                 this->row_);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::recommendation_cites); }
};
/// The name to use.
using recommendation = basic_recommendation<>;

/// All recommendations, in the order of their slugs.
template <class Recommendation = recommendation>
constexpr auto all_recommendations() noexcept {
    return detail::record_range<Recommendation>{{0, detail::tables::recommendation_count}};
}

// Routes: a directed multigraph of custody, from makers to Islamic State.

/// Arms passing from one actor to another.
template <class Row = std::size_t>
class basic_edge : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Who had the arms before.
    constexpr actor from() const noexcept { return actor::from_number(this->u16_in(detail::tables::edge_from)); }
    /// Who had them after.
    constexpr actor to() const noexcept { return actor::from_number(this->u16_in(detail::tables::edge_to)); }
    /// How they passed.
    constexpr custody kind() const noexcept {
        return static_cast<custody>(this->u6_in(detail::tables::edge_kind) >> 1);
    }
    /// A text only implies it, says that it may be so, or has no more than an offer, plan or notification.
    constexpr bool implied() const noexcept { return (this->u6_in(detail::tables::edge_kind) & 1U) != 0; }
    /// Empty where the text names no weapon.
    constexpr maybe<report::weapon> weapon() const noexcept {
        const auto w = this->u8_in(detail::tables::edge_weapon);
        return {w != 0xFF, static_cast<report::weapon>(w)};
    }
    /// The bounds of when they passed, half-open, in whole units of the text.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::edge_since), this->day_in(detail::tables::edge_until)};
    }
    /// The transfer that it stands for; empty for losses, makers and further routes.
    constexpr maybe<transfer> as_transfer() const noexcept {
        return {stands_for() == detail::edge_origin::transfer, transfer{origin()}};
    }
    /// The loss that it stands for; empty for transfers, makers and further routes.
    constexpr maybe<acquisition> as_acquisition() const noexcept {
        return {stands_for() == detail::edge_origin::acquisition, acquisition{origin()}};
    }
    /// Whether it is a row of report_routes.csv.
    constexpr bool is_route() const noexcept { return stands_for() == detail::edge_origin::route; }
    /// The row of what it stands for, in the table of that.
    constexpr std::size_t origin() const noexcept { return this->u16_in(detail::tables::edge_record) >> 2; }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::edge_cites); }

private:
    constexpr detail::edge_origin stands_for() const noexcept {
        return detail::origin_in(this->u16_in(detail::tables::edge_record));
    }
};
/// The name to use.
using edge = basic_edge<>;

/// All edges, of transfers, losses, makers and further routes.
template <class Edge = edge>
constexpr auto all_edges() noexcept {
    return detail::record_range<Edge>{{0, detail::tables::edge_count}};
}

/// The states that supplied a weapon, by the transfers that name it; with `possible` also those of which
/// a text has no more than an offer, plan or notification. Linear in the edges.
template <class Set = state_set, class Edge = edge>
constexpr Set suppliers_of(weapon w, certainty wanted = certainty::certain) noexcept {
    Set found;
    for (const Edge e : all_edges<Edge>()) {
        const auto from = e.from().as_state();
        if (from && e.kind() == custody::supplied && e.weapon() == maybe<weapon>{w} &&
            (!e.implied() || wanted == certainty::possible)) {
            found.insert(*from);
        }
    }
    return found;
}

/// The states from whose forces or stockpiles Islamic State captured a weapon; with `possible` also those of
/// which a text says so as a possibility. Other losses are in `routes`. Linear in the edges.
template <class Set = state_set, class Edge = edge>
constexpr Set captured_from(weapon w, certainty wanted = certainty::certain) noexcept {
    Set found;
    for (const Edge e : all_edges<Edge>()) {
        const auto from = state_behind(e.from());
        if (from && (e.kind() == custody::stockpile_capture || e.kind() == custody::battlefield_capture) &&
            e.weapon() == maybe<weapon>{w} && (!e.implied() || wanted == certainty::possible)) {
            found.insert(*from);
        }
    }
    return found;
}

namespace detail_of {
struct carries {
    weapon w;
    constexpr bool operator()(const auto& e) const noexcept { return e.weapon() == maybe<weapon>{w}; }
};
struct leaves {
    actor a;
    constexpr bool operator()(const auto& e) const noexcept { return e.from() == a; }
};

// For each actor the day before which arms must come to it in order to reach the target in time.
template <class Edge>
struct leads_to {
    actor target;
    period when;
    date in_time[actor::count] = {};

    constexpr leads_to(actor a, period p) noexcept : target{a}, when{p} {
        for (date& d : in_time) {
            d = always;
        }
        in_time[a.number()] = p.until;
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t row = 0; row < detail::tables::edge_count; ++row) {
                const Edge e{row};
                const date until = in_time[e.to().number()];
                const date latest = e.when().until < until ? e.when().until : until;
                if ((*this)(e) && in_time[e.from().number()] < latest) {
                    in_time[e.from().number()] = latest;
                    moved = true;
                }
            }
        }
    }
    constexpr bool operator()(const Edge& e) const noexcept {
        return e.when().from < in_time[e.to().number()] && (e.to() != target || e.when().until > when.from);
    }
};
}  // namespace detail_of

/// The edges along which a weapon passed. Arms that a text does not name are not among them.
template <class Edge = edge>
constexpr auto routes(weapon w) noexcept {
    return detail::record_range<Edge, detail_of::carries>{{0, detail::tables::edge_count}, {w}};
}

/// The edges that leave a state or another actor.
template <class Edge = edge>
constexpr auto routes_from(actor a) noexcept {
    return detail::record_range<Edge, detail_of::leaves>{{0, detail::tables::edge_count}, {a}};
}

/// The edges by which arms may have come to an actor in a period, back to their makers: the last within
/// the period, each of the others before the one it leads to may have ended. Weapons may differ from edge
/// to edge. Linear in the edges times the length of the longest chain; the range holds one day an actor.
template <class Edge = edge>
constexpr auto upstream(actor a, period when) noexcept {
    return detail::record_range<Edge, detail_of::leads_to<Edge>>{{0, detail::tables::edge_count}, {a, when}};
}

}  // namespace armsledger::report
