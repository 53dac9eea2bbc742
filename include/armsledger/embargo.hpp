// SPDX-License-Identifier: BSL-1.0
/// \file
/// Arms embargoes, phase by phase: who imposed what on whom, when, by which act.
///
/// **Regimes and phases.** A regime (the UN measures on Iraq since 1990) is what one issuer imposed on one subject. It
/// runs through phases, each with one target, force and scope. A ban on whoever a list names follows the listed, not a
/// territory. A phase says that there is a ban and whom it means; what it lets through, recipient by recipient and item
/// by item, is in permission.hpp, and whom it binds in binding.hpp.
///
/// **Days.** The day on which an act is adopted is often not that on which its ban begins: resolution 864 (1993) is of
/// 15 September 1993, the embargo on UNITA of the 25th. `phase::when` is when the ban is in force. Where the day of its
/// end is not known, and after the last known term of a fixed-term measure, that is `unknown`; after the last day of
/// the record, for a phase without a known end, `outside_coverage`.
///
/// Traps:
/// - A state under an embargo may well be supplied. On 7 December 2015 `embargoed` says `yes` of Iraq and the UN, for a
///   ban on all but its government; `permission_for` says `free` of the government.
/// - An embargo need not oblige anyone: that of the OSCE for Nagorno-Karabakh is a political commitment. Ask `force`.
/// - A range of phases in force holds those that may be: ask each for `in_force`.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/name_index.hpp>
#include <armsledger/detail/plane.hpp>
#include <armsledger/detail/vectors.hpp>
#include <armsledger/group.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/embargoes.hpp>
#include <armsledger/text.hpp>
#include <armsledger/version.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// A regime: issuer, subject and year of its beginning, `regime::un_iraq_1990`. The enumerators are the rows of
/// data/regimes.csv; a `-` there is a `_` here.
enum class regime : std::uint8_t {
#include <armsledger/tables/regime.inc>
};

/// Who imposed a regime: the UN, the EU, the OSCE, the Arab League, ECOWAS, the African Union, the CIS, the OAS.
enum class issuer : std::uint8_t { un, eu, osce, las, ecowas, au, cis, oas };

namespace detail {
template <>
inline constexpr std::size_t enum_count<regime> = tables::regime_slugs_count;

}  // namespace detail

template <>
inline constexpr const char* detail::words<issuer> = "UN|EU|OSCE|LAS|ECOWAS|AU|CIS|OAS";

/// The slug in regimes.csv, "un-iraq-1990".
constexpr text_view to_string(regime r) noexcept {
    return detail::text_of(detail::tables::embargo_pool, detail::tables::regime_slugs, r);
}

/// "UN embargo on Iraq".
constexpr text_view name(regime r) noexcept {
    return detail::text_of(detail::tables::embargo_pool, detail::tables::regime_names, r);
}

/// The regime a slug or name means, folded as names of states are; `-` and `_` are alike. One hash look-up.
template <class Regime = regime>
constexpr maybe<Regime> find_regime(text_view text) noexcept {
    return detail::find_in<detail::tables::regime_index, Regime>(text);
}

/// The issuer that an abbreviation means, in capitals.
template <class Issuer = issuer>
constexpr maybe<Issuer> find_issuer(text_view text) noexcept {
    for (std::size_t i = 0; i < detail::enum_count<issuer>; ++i) {
        if (to_string(static_cast<Issuer>(i)) == text) {
            return static_cast<Issuer>(i);
        }
    }
    return nothing;
}

namespace detail {
// Of a regime that is one.
constexpr issuer known_issuer_of(regime r) noexcept {
    return static_cast<issuer>(u6_at(tables::regime_issuer, static_cast<std::size_t>(r)));
}
}  // namespace detail

/// Who imposed it; for a value that is no regime, one that is no issuer.
constexpr issuer issuer_of(regime r) noexcept {
    return detail::is_valid(r) ? detail::known_issuer_of(r) : issuer{0xFF};
}

/// False for a lesser restriction, of listed items only, that is no arms embargo.
constexpr bool is_embargo(regime r) noexcept {
    return detail::is_valid(r) && detail::u6_at(detail::tables::regime_kind, static_cast<std::size_t>(r)) == 0;
}

namespace detail {
constexpr covered record_of_issuer(issuer i) noexcept {
    return i == issuer::un ? covered::un_embargoes : covered::other_embargoes;
}
}  // namespace detail

/// The days for which the embargoes of an issuer are recorded, half-open: one period for the UN, one for all others.
constexpr period coverage(issuer i) noexcept { return detail::coverage_of(detail::record_of_issuer(i)); }

/// Whom a phase means.
enum class embargo_target : std::uint8_t {
    territory,                ///< Anyone in the territory.
    government,               ///< The government of the territory and its forces.
    non_governmental_forces,  ///< Forces in it other than those of the government.
    listed_group,             ///< Whoever a list names, wherever they are.
};

template <>
inline constexpr const char* detail::words<embargo_target> =
    "territory|government|non_governmental_forces|listed_group";

/// The force of a phase. Only `mandatory` obliges; the others are reported, and never prohibit.
enum class force : std::uint8_t {
    mandatory,  ///< A decision that binds those for whom its issuer may decide.
    voluntary,  ///< An appeal to states.
    political,  ///< A commitment between governments.
};

template <>
inline constexpr const char* detail::words<force> = "mandatory|voluntary|political";

/// Which way arms may not move, seen from the target: to it, from it, or both.
enum class direction : std::uint8_t { to, from, both };

template <>
inline constexpr const char* detail::words<direction> = "to|from|both";

/// How the text of a phase is built, which may differ from whom it means: the UN embargo on Iraq has
/// been territorial in form since 2004, and exempts the government.
enum class legal_form : std::uint8_t {
    territorial,         ///< It bars arms to a territory.
    recipients,          ///< It bars a class of recipients.
    list,                ///< It bars whoever a list names.
    absence_of_consent,  ///< It bars what the government, or another named authority, did not allow.
};

template <>
inline constexpr const char* detail::words<legal_form> = "territorial|recipients|list|absence_of_consent";

/// What a phase covers.
enum class scope_item : std::uint8_t {
    all_arms,            ///< Arms of every kind.
    heavy_conventional,  ///< Categories of the UN Register.
    missiles,
    ammunition,
    small_arms_and_light_weapons,  ///< The word for it is "salw".
    listed_items,                  ///< Items of a list annexed to the act.
};

template <>
inline constexpr const char* detail::words<scope_item> =
    "all_arms|heavy_conventional|missiles|ammunition|salw|listed_items";

/// The items a phase covers, as a set; in broad classes. What falls in it on which terms is said by its cells
/// (permission.hpp).
class embargo_scope {
public:
    /// Bit i stands for the i-th scope_item.
    constexpr explicit embargo_scope(std::uint32_t bits) noexcept : bits_{bits} {}
    /// Whether the item is within the scope.
    constexpr bool contains(scope_item item) const noexcept {
        const auto bit = static_cast<unsigned>(item);
        return bit < 32 && (bits_ >> bit & 1U) != 0;
    }

private:
    std::uint32_t bits_;
};

/// How a measure of another issuer relates to UN measures on the same target: a measure of its own, one that carries
/// them out, or one that does and goes further.
enum class relation_to_un : std::uint8_t { independent, implements, wider };

template <>
inline constexpr const char* detail::words<relation_to_un> = "independent|implements|wider";

/// A dispute about law or fact, a group of rows of data/contested.csv. Its positions say what each side holds; the
/// library takes none.
enum class contest : std::uint8_t {};

namespace detail {
template <>
inline constexpr std::size_t enum_count<contest> = tables::contest_slugs_count;
}

/// The slug in contested.csv.
constexpr text_view to_string(contest c) noexcept {
    return detail::text_of(detail::tables::embargo_pool, detail::tables::contest_slugs, c);
}

/// A position in a contest and who holds it.
template <class Row = std::size_t>
class basic_contested_position : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// What is held, in a sentence of our own.
    constexpr text_view statement() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::position_statement);
    }
    /// Who holds it: codes of states, issuers or authors, separated by ";".
    constexpr text_view holders() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::position_holders);
    }
    /// What the record alone would mislead about; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::position_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::position_cites); }
};
/// The name to use.
using contested_position = basic_contested_position<>;

/// The positions in a contest, in order.
template <class ContestedPosition = contested_position>
constexpr auto positions_of(contest c) noexcept {
    return detail::record_range<ContestedPosition>{detail::rows_of(detail::tables::contest_first_position, c)};
}

namespace detail {

template <class Row = std::size_t>
class basic_contest_subject : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    constexpr operator contest() const noexcept {
        return static_cast<contest>(u8_at(tables::contest_subject_contest, this->row_));
    }
    constexpr std::size_t row() const noexcept { return this->row_; }
};
using contest_subject = basic_contest_subject<>;

struct contest_about {
    const char* column;
    std::size_t subject;
    constexpr bool operator()(const auto& c) const noexcept { return u8_at(column, c.row()) == subject; }
};

}  // namespace detail

/// The contests about a state as such, whether or not a phase is in question. Linear in the subjects of all contests.
template <class ContestSubject = detail::contest_subject>
constexpr auto contests_about(state s) noexcept {
    return detail::record_range<ContestSubject, detail::contest_about>{
        {0, detail::is_valid(s) ? std::size_t{detail::tables::contest_subject_count} : 0},
        {detail::tables::contest_subject_state, static_cast<std::size_t>(s)}};
}

/// The contests about a regime. Linear in the subjects of all contests.
template <class ContestSubject = detail::contest_subject>
constexpr auto contests_about(regime r) noexcept {
    return detail::record_range<ContestSubject, detail::contest_about>{
        {0, detail::is_valid(r) ? std::size_t{detail::tables::contest_subject_count} : 0},
        {detail::tables::contest_subject_regime, static_cast<std::size_t>(r)}};
}

/// A stretch of a regime with one target, force and scope.
template <class Row = std::size_t>
class basic_phase : public detail::record<Row> {
public:
    using detail::record<Row>::record;

    /// The regime it is a stretch of.
    constexpr armsledger::regime regime() const noexcept {
        return static_cast<armsledger::regime>(this->u8_in(detail::tables::phase_regime));
    }
    /// Who imposed it.
    constexpr armsledger::issuer issuer() const noexcept { return detail::known_issuer_of(regime()); }
    /// Where it applies; empty for a ban that follows listed groups wherever they are. The state as it was then: it may
    /// not exist any more.
    constexpr maybe<state> territory() const noexcept {
        const auto s = this->u8_in(detail::tables::phase_territory);
        return {s != 0xFF, static_cast<state>(s)};
    }
    /// Whom it means there.
    constexpr embargo_target target() const noexcept {
        return static_cast<embargo_target>(this->u6_in(detail::tables::phase_target));
    }
    /// Who the target is, in words; often empty.
    constexpr text_view group() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::phase_group);
    }
    /// Its force. A cell of it may have another: see `cell::own_force`.
    constexpr armsledger::force force() const noexcept {
        return static_cast<armsledger::force>(this->u6_in(detail::tables::phase_nature));
    }
    /// What it covers.
    constexpr embargo_scope scope() const noexcept { return embargo_scope{this->u8_in(detail::tables::phase_scope)}; }
    /// The part of the territory it is confined to, in words; empty for the whole.
    constexpr text_view area() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::phase_area);
    }
    /// Which way arms may not move.
    constexpr armsledger::direction direction() const noexcept {
        return static_cast<armsledger::direction>(this->u6_in(detail::tables::phase_direction));
    }
    /// How its text is built.
    constexpr armsledger::legal_form legal_form() const noexcept {
        return static_cast<armsledger::legal_form>(this->u6_in(detail::tables::phase_form));
    }
    /// How it relates to UN measures; empty for a phase of the UN itself.
    constexpr maybe<armsledger::relation_to_un> relation_to_un() const noexcept {
        const auto r = this->u6_in(detail::tables::phase_implements_un);
        return {r != 0xFF, static_cast<armsledger::relation_to_un>(r)};
    }

    /// The day the act was adopted, where it took effect later.
    constexpr maybe<date> adopted() const noexcept {
        const auto day = this->listed_day_in(detail::tables::phase_adopted, detail::tables::phase_adopted_days);
        return {day != always, day};
    }
    /// In force from `from` until `until`, half-open. An end of {x, never} is unknown after x; one of {never, never} is
    /// open. A term that ran out does not end it: see `term`, and ask `in_force`.
    constexpr uncertain_period when() const noexcept {
        return {this->span_in(detail::tables::phase_from, detail::tables::phase_from_bounds),
                this->span_in(detail::tables::phase_until, detail::tables::phase_until_bounds)};
    }
    /// The first day for which no renewal of a fixed-term measure is known.
    constexpr maybe<date> term() const noexcept {
        const auto day = this->listed_day_in(detail::tables::phase_term, detail::tables::phase_term_days);
        return {day != never, day};
    }

    /// The act or acts it rested on, "S/RES/661"; `act_of` (permission.hpp) has that of a day.
    constexpr text_view instrument() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::phase_instrument);
    }
    /// The place in the act; often empty.
    constexpr text_view paragraph() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::phase_paragraph);
    }
    /// How well the paragraph is supported, which may be less than the rest; empty without a paragraph.
    constexpr maybe<evidence> paragraph_evidence() const noexcept {
        const auto e = this->u6_in(detail::tables::phase_paragraph_evidence);
        return {e != 0xFF, static_cast<evidence>(e)};
    }
    /// The act or event that ended it; often empty, and always for a phase that has not ended.
    constexpr text_view ended_by() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::phase_ended_by);
    }
    /// The regime that SIPRI's yearly count of embargoes merges this one into; often itself.
    constexpr armsledger::regime counted_as() const noexcept {
        return static_cast<armsledger::regime>(this->u8_in(detail::tables::phase_counted_as));
    }
    /// The dispute about it; empty where there is none.
    constexpr maybe<contest> contested() const noexcept {
        const auto c = this->u6_in(detail::tables::phase_contest);
        return {c != 0xFF, static_cast<contest>(c)};
    }
    /// What the record alone would mislead about; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::embargo_pool, detail::tables::phase_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::phase_cites); }

    /// Whether it was in force on a day: `unknown` near an end that is not known, and after the last
    /// known term; `outside_coverage` for a phase without a known end after the record's last day.
    constexpr answer in_force(date day) const noexcept {
        const answer a = when().contains(day);
        if (a == answer::no) {
            return a;
        }
        if (day >= coverage(issuer()).until) {
            return answer::outside_coverage;
        }
        return day >= term().value_or(never) ? answer::unknown : a;
    }

    /// The same row.
    friend constexpr bool operator==(basic_phase a, basic_phase b) noexcept { return a.row_ == b.row_; }
};
/// The name to use.
using phase = basic_phase<>;

namespace detail {

struct row_of_state {
    constexpr std::size_t operator()(std::size_t i) const noexcept { return u8_at(tables::phases_of_state, i); }
};

// One issuer, or any.
struct issuers {
    issuer only = issuer{0xFF};
    constexpr bool contain(issuer i) const noexcept { return only == issuer{0xFF} || only == i; }
};

// In force, or perhaps in force, on a day; of one issuer or of any; embargoes or lesser restrictions.
struct in_force_on {
    date day;
    issuers by;
    bool embargoes;
    constexpr bool operator()(const auto& p) const noexcept {
        return is_embargo(p.regime()) == embargoes && by.contain(p.issuer()) && p.in_force(day) != answer::no;
    }
};

template <class Phase, class Keep>
constexpr auto phases_of_territory(state s, Keep keep) noexcept {
    return record_range<Phase, Keep, row_of_state>{rows_of(tables::phases_of_state_first, s), keep};
}

}  // namespace detail

/// All phases on record, in the order of their regimes.
template <class Phase = phase>
constexpr auto all_phases() noexcept {
    return detail::record_range<Phase>{{0, detail::tables::phase_count}};
}

/// All phases of a regime.
template <class Phase = phase>
constexpr auto phases_of(regime r) noexcept {
    return detail::record_range<Phase>{detail::rows_of(detail::tables::phase_first, r)};
}

/// All phases, of embargoes and lesser restrictions, on a territory, in the order they began.
template <class Phase = phase>
constexpr auto phases_of(state s) noexcept {
    return detail::phases_of_territory<Phase>(s, detail::keep_all{});
}

/// The embargo phases on a territory that are in force on a day or may be: ask each for `in_force`. Past the end of the
/// record, those without a known end. Whether the state still exists does not matter. Linear in the state's phases, at
/// most a dozen.
template <class Phase = phase>
constexpr auto embargoes_on(state s, date day) noexcept {
    return detail::phases_of_territory<Phase>(s, detail::in_force_on{day, {}, true});
}

/// As `embargoes_on(s, day)`, of one issuer.
template <class Phase = phase>
constexpr auto embargoes_on(state s, date day, issuer by) noexcept {
    return detail::phases_of_territory<Phase>(s, detail::in_force_on{day, {by}, true});
}

/// The restrictions in force on a day, or perhaps, that are no arms embargoes.
template <class Phase = phase>
constexpr auto restrictions_on(state s, date day) noexcept {
    return detail::phases_of_territory<Phase>(s, detail::in_force_on{day, {}, false});
}

/// Phases of a state on a day, as bits: bit i stands for the i-th of `phases_of(s)`.
struct phase_bits {
    std::uint16_t certain = 0;   ///< `in_force` is `yes`.
    std::uint16_t possible = 0;  ///< It is anything but `no`.
    /// Equal bits.
    friend constexpr bool operator==(phase_bits a, phase_bits b) noexcept {
        return a.certain == b.certain && a.possible == b.possible;
    }
};

namespace detail {

// Per state with phases: the days on which those in force change, the bits before and after each, and, as
// bits too, which of its phases are embargoes of each issuer.
template <class State>
constexpr const char* phase_row(State s) noexcept {
    constexpr std::size_t size =
        2 * tables::phase_row_days + sizeof(phase_bits) * (tables::phase_row_days + 1) + 2 * enum_count<issuer>;
    return tables::phase_rows + size * (is_valid(s) ? byte_at(tables::phase_row_of, static_cast<std::size_t>(s)) : 0);
}

template <class Day>
constexpr phase_bits phases_in_row(const char* row, Day day16) noexcept {
    const std::size_t changes = days_come(row, tables::phase_row_days / 8, day16);
    const auto both = little_endian<std::uint32_t>(row + 2 * tables::phase_row_days + 4 * changes);
    return {static_cast<std::uint16_t>(both), static_cast<std::uint16_t>(both >> 16)};
}

template <class Issuer>
constexpr unsigned embargoes_in_row(const char* row, Issuer by) noexcept {
    row += 2 * tables::phase_row_days + sizeof(phase_bits) * (tables::phase_row_days + 1);
    return is_valid(by) ? two_bytes_at(row, static_cast<std::size_t>(by)) : 0;
}

}  // namespace detail

/// Which phases on a territory are in force on a day, of embargoes and lesser restrictions and of all issuers: what
/// each says to `in_force`. Constant time, without a branch.
template <class = void>
constexpr phase_bits phases_in_force(state s, date day) noexcept {
    return detail::phases_in_row(detail::phase_row(s), detail::pack_day(day));
}

/// Whether any embargo of the issuer, on anyone in the territory and of any force, is in force on a day. `no` for a
/// value that is no state or issuer, within coverage. Constant time.
template <class = void>
constexpr answer embargoed(state s, date day, issuer by) noexcept {
    const char* row = detail::phase_row(s);
    const unsigned of_issuer = detail::embargoes_in_row(row, by);
    const phase_bits in_force = detail::phases_in_row(row, detail::pack_day(day));
    const period covered = coverage(by);
    return (in_force.certain & of_issuer) != 0                           ? answer::yes
           : day < covered.until && (in_force.possible & of_issuer) != 0 ? answer::unknown
           : covered.contains(day)                                       ? answer::no
                                                                         : answer::outside_coverage;
}

/// The states on whose territory, or on someone in it, an embargo of the issuer is in force on a day: for certain, or
/// with `possible` also those where it may be. Empty outside coverage. Constant time.
template <class = void>
constexpr state_set embargoed_on(date day, issuer by, certainty wanted = certainty::certain) noexcept {
    if (!detail::is_valid(by) || !coverage(by).contains(day)) {
        return {};
    }
    return detail::states_in_plane(detail::tables::issuer_planes, detail::tables::issuer_plane_first,
                                   static_cast<std::size_t>(by), day, wanted);
}

// Groups.

/// On what ground a regime reaches a group.
enum class listing_coverage : std::uint8_t {
    listed,      ///< An entry of the regime's list.
    named,       ///< The act names the group.
    alias,       ///< It stands in another group's entry.
    as_class,    ///< It belongs to a class of recipients that the ban reaches.
    disputed,    ///< Whether it does is disputed.
    persons,     ///< Its leaders are listed, the group is not.
    follows_un,  ///< The issuer follows the UN listing; its own act was not read.
};

template <>
inline constexpr const char* detail::words<listing_coverage> = "listed|named|alias|class|disputed|persons|follows";

/// Why and when a regime reaches a group.
template <class Row = std::size_t>
class basic_group_listing : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The regime that reaches the group.
    constexpr armsledger::regime regime() const noexcept {
        return static_cast<armsledger::regime>(this->u8_in(detail::tables::listing_regime));
    }
    /// On what ground.
    constexpr listing_coverage coverage() const noexcept {
        return static_cast<listing_coverage>(this->u6_in(detail::tables::listing_coverage));
    }
    /// The reference number of the entry, "QDe.115"; often empty.
    constexpr text_view reference() const noexcept {
        return this->text_in(detail::tables::group_pool, detail::tables::listing_reference);
    }
    /// The place in an act, "resolution 1526, paras 1 and 16".
    constexpr text_view basis() const noexcept {
        return this->text_in(detail::tables::group_pool, detail::tables::listing_basis);
    }
    /// Half-open; `always` to `never` where the ground lasts as long as the regime's phases.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::listing_from), this->day_in(detail::tables::listing_until)};
    }
    /// What the record alone would mislead about; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::group_pool, detail::tables::listing_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::listing_cites); }
};
/// The name to use.
using group_listing = basic_group_listing<>;

/// All listings of a group.
template <class GroupListing = group_listing>
constexpr auto listings_of(group g) noexcept {
    return detail::record_range<GroupListing>{detail::rows_of(detail::tables::listing_first, g)};
}

namespace detail {

template <class GroupListing>
constexpr bool un_lists(group g, date day) noexcept {
    const rows span = rows_of(tables::listing_first, g);
    for (std::size_t row = span.first; row < span.last; ++row) {
        const GroupListing l{row};
        if (issuer_of(l.regime()) == issuer::un && l.coverage() <= listing_coverage::alias && l.when().contains(day)) {
            return true;
        }
    }
    return false;
}

// Whether a listing reaches the group as such on a day, the phases of its regime apart.
template <class GroupListing>
constexpr answer listing_reaches(group g, const GroupListing& l, date day) noexcept {
    if (!l.when().contains(day)) {
        return answer::no;
    }
    switch (l.coverage()) {
        case listing_coverage::disputed: return answer::unknown;
        case listing_coverage::persons: return answer::no;
        case listing_coverage::follows_un: return un_lists<GroupListing>(g, day) ? answer::yes : answer::no;
        default: return answer::yes;
    }
}

// Whether the phase reaches the group on a day.
template <class GroupListing = group_listing>
constexpr answer reaches(group g, const auto& p, date day) noexcept {
    answer reached = answer::no;
    if (p.target() != embargo_target::government) {
        const rows span = rows_of(tables::listing_first, g);
        for (std::size_t row = span.first; row < span.last; ++row) {
            const GroupListing l{row};
            if (l.regime() == p.regime()) {
                reached = either(reached, listing_reaches(g, l, day));
            }
        }
    }
    return reached == answer::no ? reached : both(reached, p.in_force(day));
}

struct reaching_group {
    group g;
    date day;
    issuers by;
    constexpr bool operator()(const auto& p) const noexcept {
        return by.contain(p.issuer()) && reaches(g, p, day) != answer::no;
    }
};

}  // namespace detail

/// The phases that reach a group on a day, or may: through a listing, by name, or as a class of
/// recipients. Where only its leaders are listed there is none. Linear in all phases.
template <class Phase = phase>
constexpr auto embargoes_on(group g, date day) noexcept {
    return detail::record_range<Phase, detail::reaching_group>{{0, detail::tables::phase_count}, {g, day, {}}};
}

/// As `embargoes_on(g, day)`, of one issuer.
template <class Phase = phase>
constexpr auto embargoes_on(group g, date day, issuer by) noexcept {
    return detail::record_range<Phase, detail::reaching_group>{{0, detail::tables::phase_count}, {g, day, {by}}};
}

/// Whether an embargo of any issuer and force reaches the group on a day: `unknown` where that is disputed. `no` for a
/// value that is no group, within coverage. Linear in all phases.
template <class Phase = phase>
constexpr answer embargoed(group g, date day) noexcept {
    answer found = group_coverage().contains(day) && coverage(issuer::un).contains(day) &&
                           coverage(issuer::eu).contains(day)  // and of all others
                       ? answer::no
                       : answer::outside_coverage;
    for (std::size_t row = 0; row < detail::tables::phase_count; ++row) {
        found = detail::either(found, detail::reaches(g, Phase{row}, day));
    }
    return found;
}

}  // namespace armsledger
