// SPDX-License-Identifier: BSL-1.0
/// \file
/// What an embargo lets through: the ladder of permission, recipient by recipient and item by item, and the act a phase
/// rests on each day.
///
/// **The ladder.** Few embargoes are all or nothing. Most let some arms go to some recipients, provided that a body,
/// often a committee of the Security Council, is told of it, does not object or consents; and when they change, they
/// often move a recipient by a rung. For small arms to the Government of Libya the UN asked for approval from 26
/// February 2011 (resolution 1970, paragraph 9(c)), for no objection from 16 September 2011 (resolution 2009, paragraph
/// 13(a)), and for approval again from 27 August 2014 (resolution 2174, paragraph 8).
///
/// **Cells.** A phase is broken into cells: a class of recipients and a class of items on a rung of the ladder, with a
/// condition and the body to address. The rules of reading:
/// - a recipient's own cells come before those of everyone else (`any_other`), and among them the narrowest class that
///   the item falls in before the rest;
/// - a derogation (non-lethal equipment for humanitarian use, an old contract) only ever loosens, and only for who
///   claims it: a weapon type is not let through as equipment for mine clearance unless that is said;
/// - a condition is part of the answer: who does not meet it falls back to a ban;
/// - where the item may fall in a class or not, and that decides, the answer is `unknown`.
///
/// Traps:
/// - Do not compare rungs by `<`: `unknown` and `outside_coverage` come after `prohibited` and are not stricter.
/// - `free` of one issuer is not leave to export. Other issuers, treaties and national licences remain: see
///   screening.hpp.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/embargo.hpp>
#include <armsledger/group.hpp>
#include <armsledger/item.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/permissions.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// A rung of the ladder, from the lightest. `free` still means an ordinary national licence. The last two are no rungs
/// but the lack of an answer.
enum class permission : std::uint8_t {
    free,              ///< The measure lets it through.
    notification,      ///< Tell the body in advance.
    no_objection,      ///< Tell it, and go ahead unless it objects in time.
    approval,          ///< Wait for its consent.
    prohibited,        ///< The measure bars it.
    unknown,           ///< The sources do not settle it; the condition says why.
    outside_coverage,  ///< The record does not reach the day.
};

template <>
inline constexpr const char* detail::words<permission> =
    "free|notification|no_objection|approval|prohibited|unknown|outside_coverage";

/// A class of recipients, as the texts of embargoes tell them apart.
enum class end_user : std::uint8_t {
    government,               ///< The government of the territory and its forces.
    non_governmental_forces,  ///< Armed groups, and other forces than those of the government.
    peacekeepers,             ///< UN and regional missions.
    humanitarian_media,       ///< Aid and development staff, media.
    other_state_forces,       ///< Forces of other states in the territory.
    unknown,                  ///< Not known: the strictest over all classes.
};

template <>
inline constexpr const char* detail::words<end_user> =
    "government|non_governmental_forces|peacekeepers|humanitarian_media|other_state_forces|unknown";

/// Who receives: a class, or an armed group by name.
class recipient {
public:
    /// A class of recipients; a value that is none is read as `unknown`.
    constexpr recipient(end_user u) noexcept : is_group_{false}, number_{static_cast<std::uint8_t>(u)} {}
    /// A group by name; a value that is none is read as a group that no regime names.
    constexpr recipient(group g) noexcept : is_group_{true}, number_{static_cast<std::uint8_t>(g)} {}

    /// The class; empty for a group.
    constexpr maybe<end_user> as_end_user() const noexcept { return {!is_group_, static_cast<end_user>(number_)}; }
    /// The group; empty for a class.
    constexpr maybe<group> as_group() const noexcept { return {is_group_, static_cast<group>(number_)}; }
    /// The same class or the same group. A group is not equal to its class.
    friend constexpr bool operator==(recipient a, recipient b) noexcept {
        return a.is_group_ == b.is_group_ && a.number_ == b.number_;
    }

    /// How many recipients there are.
    static constexpr std::size_t count = detail::enum_count<end_user> + detail::enum_count<group>;
    /// Its place among all recipients, end users before groups; `count` for a value that is none.
    constexpr std::size_t place() const noexcept {
        const std::size_t groups = detail::enum_count<end_user>;
        return is_group_ ? (number_ < detail::enum_count<group> ? groups + number_ : count)
                         : (number_ < groups ? number_ : count);
    }

private:
    bool is_group_;
    std::uint8_t number_;
};

/// For whom a cell is: an end user, whoever a list names, or everyone without a cell of their own.
enum class cell_recipient : std::uint8_t {
    government,
    non_governmental_forces,
    peacekeepers,
    humanitarian_media,
    other_state_forces,
    listed_group,  ///< Whoever the list of the regime names.
    any_other,     ///< Everyone without a cell of their own.
};

template <>
inline constexpr const char* detail::words<cell_recipient> =
    "government|non_governmental_forces|peacekeepers|humanitarian_media|other_state_forces|listed_group|any_other";

/// What must be claimed for a derogation to apply.
enum class claim : std::uint8_t {
    none,                 ///< Nothing is claimed, or need be.
    humanitarian,         ///< Solely humanitarian or protective use.
    personal_protection,  ///< Clothing and helmets for own use.
    security_assistance,  ///< Reform, disarmament or training of the forces that the cell names.
    peace_agreement,      ///< To carry out a peace agreement.
    peacekeeping,         ///< Use by a peacekeeping mission.
    demining,             ///< Clearance of mines and other explosives.
    conservation,         ///< Park rangers.
    civil_use,            ///< Mining, infrastructure, space, sport.
    relief,               ///< Relief operations.
    held_before,          ///< Arms that the recipient held already.
    outside_area,         ///< Use outside the area of the ban.
    old_contract,         ///< A contract older than the ban.
    /// For training in clearance, or to be destroyed: Mine Ban Convention, Article 3; Convention on Cluster
    /// Munitions, Article 3(6) and (7). No embargo has it.
    destruction_or_training,
};

template <>
inline constexpr const char* detail::words<claim> =
    "none|humanitarian|personal_protection|security_assistance|peace_agreement|peacekeeping|demining|conservation|"
    "civil_use|relief|held_before|outside_area|old_contract|destruction_or_training";

/// How long to wait after telling the body; no time is set where `days` is 0.
struct waiting_time {
    std::uint16_t days = 0;     ///< How many.
    bool working_days = false;  ///< Working days; else every day counts.
    /// The same number of the same days: seven days are not five working days.
    friend constexpr bool operator==(waiting_time a, waiting_time b) noexcept {
        return a.days == b.days && a.working_days == b.working_days;
    }
};

/// One of the acts that a phase rested on in turn.
template <class Row = std::size_t>
class basic_act : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// When the phase rested on it. Half-open.
    constexpr uncertain_period when() const noexcept {
        return {this->span_in(detail::tables::act_from, detail::tables::act_from_bounds),
                this->span_in(detail::tables::act_until, detail::tables::act_until_bounds)};
    }
    /// The act, "S/RES/1807"; more than one, separated by ";", where several were in force together.
    constexpr text_view instrument() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::act_instrument);
    }
    /// The place in it; often empty.
    constexpr text_view paragraph() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::act_paragraph);
    }
    /// What the record alone would mislead about; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::act_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::act_cites); }
};
/// The name to use.
using act = basic_act<>;

/// The acts of a phase in turn, together as long as the phase. Empty for a phase that rested on one act
/// throughout: its own instrument.
template <class Act = act, class Phase>
constexpr auto acts_of(const Phase& p) noexcept {
    return detail::record_range<Act>{detail::rows_of(detail::tables::act_first, p.row(), detail::tables::phase_count)};
}

/// The act of several that was in force on a day; empty where the phase has but one, on a day outside the phase, and on
/// a day on which one may have followed another. Linear in the acts.
template <class Act = act, class Phase>
constexpr maybe<Act> act_on(const Phase& p, date day) noexcept {
    for (const Act a : acts_of<Act>(p)) {
        if (a.when().contains(day) == answer::yes) {
            return a;
        }
    }
    return nothing;
}

/// A cell of the ladder: for one class of recipients and one class of items, a rung and its terms.
template <class Row = std::size_t>
class basic_cell : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// For whom it is.
    constexpr cell_recipient recipient() const noexcept {
        return static_cast<cell_recipient>(this->u6_in(detail::tables::cell_recipient));
    }
    /// For what: a class of items as its regime uses it.
    constexpr item_class item() const noexcept {
        return static_cast<item_class>(this->u6_in(detail::tables::cell_item));
    }
    /// `to` the target, or arms leaving it: `from`.
    constexpr armsledger::direction direction() const noexcept {
        return static_cast<armsledger::direction>(this->u6_in(detail::tables::cell_direction));
    }
    /// What must be claimed for it to apply; `none` where nothing need be.
    constexpr armsledger::claim claim() const noexcept {
        return static_cast<armsledger::claim>(this->u6_in(detail::tables::cell_claim));
    }
    /// Half-open; `always` or `never` where it begins or ends with its phase.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::cell_from), this->day_in(detail::tables::cell_until)};
    }
    /// The rung. Never `outside_coverage`.
    constexpr armsledger::permission permission() const noexcept {
        return static_cast<armsledger::permission>(this->u6_in(detail::tables::cell_permission));
    }
    /// Where it differs from its phase's.
    constexpr maybe<armsledger::force> own_force() const noexcept {
        const auto f = this->u6_in(detail::tables::cell_force);
        return {f != 0xFF, static_cast<armsledger::force>(f)};
    }
    /// Whom to address, "Committee under resolution 1533"; empty where nobody.
    constexpr text_view body() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::cell_body);
    }
    /// How long to wait before going ahead.
    constexpr waiting_time waiting() const noexcept {
        return {static_cast<std::uint16_t>(this->u16_in(detail::tables::cell_waiting)),
                this->u6_in(detail::tables::cell_working_days) != 0};
    }
    /// In words; who does not meet it falls back to the ban. For `unknown`, why it is.
    constexpr text_view condition() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::cell_condition);
    }
    /// The day before which a contract must have been made, of an old contract.
    constexpr maybe<date> contract_before() const noexcept {
        const auto day = this->day_in(detail::tables::cell_contract_before);
        return {day != never, day};
    }
    /// Whether it asks for an end-use certificate of the importer.
    constexpr bool asks_certificate() const noexcept { return this->u6_in(detail::tables::cell_certificate) != 0; }
    /// The act of this cell where it is not simply that of its phase; often empty.
    constexpr text_view instrument() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::cell_instrument);
    }
    /// The place in the act of the cell or, where it has none, of its phase; often empty.
    constexpr text_view paragraph() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::cell_paragraph);
    }
    /// What the record alone would mislead about; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::cell_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::cell_cites); }
    /// Whether it can only loosen.
    constexpr bool is_derogation() const noexcept {
        return claim() != armsledger::claim::none || armsledger::is_derogation(item());
    }
    /// The same row.
    friend constexpr bool operator==(basic_cell a, basic_cell b) noexcept { return a.row_ == b.row_; }
};
/// The name to use.
using cell = basic_cell<>;

/// The cells of a phase. Phases of one regime and territory that begin together share theirs.
template <class Cell = cell, class Phase>
constexpr auto cells_of(const Phase& p) noexcept {
    return detail::record_range<Cell>{{detail::u16_at(detail::tables::phase_cells_first, p.row()),
                                       detail::u16_at(detail::tables::phase_cells_last, p.row())}};
}

// Reading the ladder.

/// What only the caller can know, and need not say.
enum class stated : std::uint8_t { not_stated, yes, no };

template <>
inline constexpr const char* detail::words<stated> = "not_stated|yes|no";

/// What only the caller knows about a transfer and a derogation may ask for. Nothing is stated by default.
struct stated_claims {
    /// The purpose or other ground that is claimed.
    armsledger::claim claim = claim::none;
    /// The day the contract was made.
    maybe<date> contract = nothing;
    /// Whether the items are used outside the area of a ban; also a claim.
    stated outside_area = stated::not_stated;
    /// Whether the importer gave an end-use certificate, where a cell asks for one.
    stated end_use_certificate = stated::not_stated;
    /// Whether the conditions are met: `no` lets the ban behind them stand.
    stated conditions_met = stated::not_stated;

    /// Whether use outside the area is stated, by either of the two.
    constexpr bool is_outside_area() const noexcept {
        return outside_area == stated::yes || claim == armsledger::claim::outside_area;
    }
};

namespace detail {

// How strict a rung is; what is not settled may be anything short of certain.
constexpr unsigned strictness(permission p) noexcept {
    switch (p) {
        case permission::prohibited: return 6;
        case permission::outside_coverage: return 5;
        case permission::unknown: return 4;
        default: return static_cast<unsigned>(p);
    }
}

constexpr bool is_stricter(permission a, permission b) noexcept { return strictness(a) > strictness(b); }

inline constexpr std::size_t no_cell = static_cast<std::size_t>(-1);

// A question to the cells of a phase. Cells with a force of their own (the commitment of 2013 beside the EU's
// ban on listed goods for Syria) are a layer apart: what binds nobody must not hide what does.
struct ladder_question {
    item what;
    regime under;
    date day;
    direction way;
    stated_claims stated;
    maybe<force> layer = nothing;

    constexpr bool is_of(const auto& c) const noexcept {
        return c.direction() == way && c.when().contains(day) && c.own_force() == layer;
    }
    // Whether what is stated fails a cell: its words, which only describe what a partial scope leaves over.
    constexpr bool fails(const auto& c) const noexcept {
        return (stated.conditions_met == armsledger::stated::no && is_conditional(c)) ||
               (stated.end_use_certificate == armsledger::stated::no && c.asks_certificate());
    }
    // The rung of a scope cell: who fails it falls back to the ban.
    constexpr permission rung_of(const auto& c) const noexcept {
        return c.permission() < permission::prohibited && fails(c) ? permission::prohibited : c.permission();
    }
    static constexpr bool is_conditional(const auto& c) noexcept {
        return !c.condition().empty() && c.item() != item_class::other_arms && c.permission() < permission::prohibited;
    }
};

// What the cells say: a rung, the cell it comes from, and the claims that would make it lighter, a bit each.
struct finding {
    permission rung = permission::free;
    std::size_t cell_row = no_cell;
    maybe<item_class> of = nothing;  // the class of the cell
    unsigned lighter_with = 0;
    // What of the cells read may change it: a condition or a certificate denied; a purpose claimed where the cell
    // leaves it open, or denied by who asks for a class by name and is taken to claim it.
    bool conditional = false;
    bool asks_certificate = false;
    bool turns_on_claim = false;
    bool of_group_in_doubt = false;
    bool outside_area = false;  // let through because it is used outside the area of the ban
    // Of `unknown` because of the item: the strictest it may be. Else as strict as the rung.
    permission worst = permission::unknown;

    constexpr permission at_worst() const noexcept { return rung == permission::unknown ? worst : rung; }

    constexpr bool found() const noexcept { return cell_row != no_cell; }
    template <class Cell>
    constexpr void take(const Cell& c, const ladder_question& q) noexcept {
        rung = q.rung_of(c);
        cell_row = c.row();
        of = c.item();
    }
    template <class Cell>
    constexpr void note(const Cell& c) noexcept {
        conditional = conditional || ladder_question::is_conditional(c);
        asks_certificate = asks_certificate || c.asks_certificate();
    }
    constexpr void note(const finding& f) noexcept {
        conditional = conditional || f.conditional;
        asks_certificate = asks_certificate || f.asks_certificate;
        turns_on_claim = turns_on_claim || f.turns_on_claim;
    }
    template <class Cell>
    constexpr void take_stricter(const Cell& c, const ladder_question& q) noexcept {
        note(c);
        if (!found() || is_stricter(q.rung_of(c), rung)) {
            take(c, q);
        }
    }
};

// Whether the item falls in the class of a scope cell.
template <class = void>
constexpr answer falls_in_scope(const ladder_question& q, item_class c) noexcept {
    const auto asked = q.what.as_class();
    if (asked == item_class::all_arms && c != item_class::all_arms) {
        // Arms of which one does not know the class; what is no class of arms is not asked for.
        return is_within(c, item_class::all_arms) ? answer::unknown : answer::no;
    }
    if (c == item_class::other_arms) {  // whatever the other cells leave over
        return asked ? falls_in(*asked, item_class::all_arms, q.under, q.day) : answer::yes;
    }
    return falls_in(q.what, c, q.under, q.day);
}

// The scope cells of one class of recipients: the narrowest that the item falls in, the strictest of
// several, else the rest; and those it may fall in. Read for a recipient first, then for everyone else.
struct scope_reading {
    finding narrow, rest, possible;
    unsigned possible_rungs = 0;
    std::uint64_t own_classes = 0;  // those that the recipient has cells for, a bit each

    constexpr finding chosen() const noexcept { return narrow.found() ? narrow : rest; }

    template <class Phase>
    constexpr void read(const Phase& p, cell_recipient who, const ladder_question& q) noexcept {
        std::uint64_t classes = own_classes;
        for (const auto c : cells_of(p)) {
            const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(c.item());
            if (c.recipient() != who || c.is_derogation() || !q.is_of(c) || (own_classes & bit) != 0) {
                continue;
            }
            classes |= bit;
            const bool is_rest = c.item() == item_class::all_arms || c.item() == item_class::other_arms;
            const answer falls = falls_in_scope(q, c.item());
            if (q.what.as_class() == c.item()) {
                *this = {};
                narrow.take_stricter(c, q);
                return;
            }
            if (falls == answer::yes) {
                (is_rest ? rest : narrow).take_stricter(c, q);
            } else if (falls != answer::no) {
                possible.take_stricter(c, q);
                possible_rungs |= 1U << strictness(q.rung_of(c));
            }
        }
        own_classes = classes;
    }

    // The rung; `unknown`, by the strictest cell, where a class that the item may fall in has another. Of a class
    // asked for by name only a stricter one counts: what is eased for a part of it is not eased for all.
    constexpr finding settled(bool by_name) const noexcept {
        static_assert(enum_count<item_class> <= 64, "a class of items has a bit of 64");
        finding f = chosen();
        finding all = narrow;
        all.note(rest);
        all.note(possible);
        const unsigned otherwise = 1U << strictness(f.rung);  // `free` where no other cell is about the item
        const bool stricter = !f.found() || is_stricter(possible.rung, f.rung);
        const bool open = (possible_rungs & ~otherwise) != 0 && (stricter || !by_name);
        if (!f.found() || (open && stricter)) {
            f = possible;
        }
        if (open) {
            f.worst = f.rung;
            f.rung = permission::unknown;
        }
        f.note(all);
        return f;
    }
};

// Whether a derogation is claimed. Who asks for a class of equipment by name claims it, and so does who asks
// for a class that has no other cell; anything else must be stated.
template <class Cell>
constexpr bool is_claimed(const Cell& c, const ladder_question& q, bool is_only_cell) noexcept {
    if (c.claim() == claim::none) {
        return true;
    }
    if (c.claim() == claim::old_contract) {
        return q.stated.contract && *q.stated.contract < c.contract_before().value_or(always);
    }
    if (c.claim() == claim::outside_area) {
        return q.stated.is_outside_area();
    }
    if (q.stated.claim != claim::none) {
        return q.stated.claim == c.claim();
    }
    const auto asked = q.what.as_class();
    return asked && c.item() != item_class::all_arms &&
           (is_derogation(c.item()) ? is_within(*asked, c.item()) : *asked == c.item() && is_only_cell);
}

// What a phase says of one class of recipients.
template <class Phase>
constexpr finding read_ladder(const Phase& p, cell_recipient who, const ladder_question& q) noexcept {
    scope_reading scope;
    scope.read(p, who, q);
    const bool own = scope.chosen().found();
    if (!own && who != cell_recipient::any_other) {
        scope.read(p, cell_recipient::any_other, q);
    }
    const auto asked = q.what.as_class();
    finding f = scope.settled(asked.has_value());
    if (!f.found()) {
        return f;  // what no cell is about is not restricted
    }
    const bool has_cell = asked == f.of;
    // Visits each derogation that is open to the recipient and that the item falls in, or may.
    const auto for_each_derogation = [&](auto visit) {
        for (const cell_recipient whose : {who, cell_recipient::any_other}) {
            for (const auto c : cells_of(p)) {
                // What is open to everyone else is open to who has cells of their own only as a class of equipment.
                const bool reaches = whose == who || !own || is_derogation(c.item());
                if (c.recipient() != whose || !c.is_derogation() || !q.is_of(c) || !reaches) {
                    continue;
                }
                const answer falls = !asked                        ? falls_in(q.what, c.item(), q.under, q.day)
                                     : is_within(*asked, c.item()) ? answer::yes
                                                                   : answer::no;
                if (falls != answer::no) {
                    visit(c, falls, is_claimed(c, q, !has_cell && (whose == who || !own)));
                }
            }
            if (who == cell_recipient::any_other) {
                break;
            }
        }
    };
    for_each_derogation([&](const auto& c, answer falls, bool claimed) {
        if (claimed) {
            f.note(c);
            f.turns_on_claim = f.turns_on_claim || (c.claim() != claim::none && q.stated.claim == claim::none);
        }
        if (claimed && q.fails(c)) {
            // Use outside the area without the papers it takes is no use under the licence inside it.
            f.rung = c.claim() == claim::outside_area ? permission::prohibited : f.rung;
        } else if (claimed && falls == answer::yes && is_stricter(f.rung, c.permission())) {
            f.take(c, q);
        }
    });
    finding result = f;
    for_each_derogation([&](const auto& c, answer falls, bool claimed) {
        const bool is_open =
            c.permission() == permission::unknown || (falls != answer::yes && is_stricter(f.rung, c.permission()));
        if (claimed && is_open && !q.fails(c) && f.rung != permission::free) {
            result.take(c, q);
            result.worst = f.at_worst();
            result.rung = permission::unknown;
        }
        result.turns_on_claim = result.turns_on_claim || (!claimed && is_open);
        if (!claimed && is_stricter(f.rung, c.permission())) {
            result.lighter_with |= 1U << static_cast<unsigned>(c.claim());
        }
    });
    return result;
}

// Classes of recipients, a bit each.
constexpr unsigned bit_of(cell_recipient r) noexcept { return 1U << static_cast<unsigned>(r); }
inline constexpr unsigned every_recipient = (1U << (static_cast<unsigned>(cell_recipient::any_other) + 1)) - 1;

template <class Phase>
constexpr bool has_list(const Phase& p) noexcept {
    for (const auto c : cells_of(p)) {
        if (c.recipient() == cell_recipient::listed_group) {
            return true;
        }
    }
    return false;
}

template <class Phase>
constexpr bool has_cell_outside_area(const Phase& p) noexcept {
    for (const auto c : cells_of(p)) {
        if (c.claim() == claim::outside_area) {
            return true;
        }
    }
    return false;
}

// The classes that a recipient may be in under a phase, and whether it is in doubt in which.
struct recipient_classes {
    unsigned bits;
    bool in_doubt;
};

// A group is among non-governmental forces, or on the list of a regime that has one. In doubt: where that is
// disputed; where its leaders are listed, for a list reaches who acts for them; and where it was in the class of
// a ban and is not any more, as a militia that became a corps of the state.
template <class GroupListing = group_listing, class Phase>
constexpr recipient_classes classes_of(const recipient& who, const Phase& p, date day) noexcept {
    if (const auto u = who.as_end_user()) {
        return {*u < end_user::unknown ? 1U << static_cast<unsigned>(*u) : every_recipient, false};
    }
    const unsigned forces = bit_of(cell_recipient::non_governmental_forces);
    const bool by_list = has_list(p);
    answer listed = answer::no;
    bool ever = false;
    for (const GroupListing l : listings_of<GroupListing>(*who.as_group())) {
        if (l.regime() == p.regime()) {
            const bool leaders = l.coverage() == listing_coverage::persons && l.when().contains(day);
            listed = either(listed, leaders ? answer::unknown : listing_reaches(*who.as_group(), l, day));
            ever = ever || l.coverage() == listing_coverage::as_class || l.coverage() == listing_coverage::disputed;
        }
    }
    if (by_list) {
        return {
            (listed != answer::no ? bit_of(cell_recipient::listed_group) : 0U) | (listed != answer::yes ? forces : 0U),
            listed == answer::unknown};
    }
    const bool in_doubt = ever && listed != answer::yes;
    return {forces | (in_doubt ? bit_of(cell_recipient::government) : 0U), in_doubt};
}

// What a phase says of a recipient: the strictest over the classes it may be in; where it is in doubt in which,
// and they differ, `unknown`.
template <class Phase>
constexpr finding read_phase(const Phase& p, recipient_classes classes, const ladder_question& q) noexcept {
    finding strictest, all;
    bool first = true;
    bool differ = false;
    for (unsigned r = 0; classes.bits >> r != 0; ++r) {
        if ((classes.bits >> r & 1U) != 0) {
            const finding f = read_ladder(p, static_cast<cell_recipient>(r), q);
            differ = differ || (!first && f.rung != strictest.rung);
            // Of equal rungs the one that may be stricter; then one that not every claim of the other makes lighter.
            const bool worse = is_stricter(f.at_worst(), strictest.at_worst());
            const bool as_bad = f.at_worst() == strictest.at_worst();
            const bool harder =
                f.rung == strictest.rung && (worse || (as_bad && (strictest.lighter_with & ~f.lighter_with) != 0));
            all.note(f);
            if (first || is_stricter(f.rung, strictest.rung) || !strictest.found() || harder) {
                strictest = f;
            }
            first = false;
        }
    }
    strictest.note(all);
    if (classes.in_doubt && differ) {
        strictest.worst = strictest.at_worst();
        strictest.rung = permission::unknown;
        strictest.of_group_in_doubt = true;
    }
    // A ban confined to an area does not reach use outside it.
    if (strictest.rung != permission::free && !p.area().empty() && !has_cell_outside_area(p)) {
        if (q.stated.is_outside_area()) {
            strictest.rung = permission::free;
            strictest.lighter_with = 0;
            strictest.outside_area = true;
            return strictest;
        }
        strictest.lighter_with |= 1U << static_cast<unsigned>(claim::outside_area);
    }
    if (q.stated.outside_area == stated::no) {
        strictest.lighter_with &= ~(1U << static_cast<unsigned>(claim::outside_area));
    }
    return strictest;
}

// Asks a phase, and each layer of it apart: `visit(force, finding)` for those that speak of the item.
template <class Phase, class Visit>
constexpr void read_layers(const Phase& p, recipient_classes classes, ladder_question q, Visit visit) noexcept {
    const auto read = [&](force f) {
        const finding found = read_phase(p, classes, q);
        if (found.found()) {
            visit(f, found);
        }
    };
    read(p.force());
    for (std::size_t i = 0; i < enum_count<force>; ++i) {
        q.layer = static_cast<force>(i);
        for (const auto c : cells_of(p)) {
            if (c.own_force() == q.layer) {
                read(*q.layer);
                break;
            }
        }
    }
}

// Visits each phase that is in force on a day, or may be, once where several share their cells:
// `visit(phase, in_force)`.
template <class Phases, class Visit>
constexpr void for_each_in_force(const Phases& phases, date day, Visit visit) noexcept {
    for (const auto p : phases) {
        const answer in_force = p.in_force(day);
        const std::size_t lead = u8_at(tables::phase_lead, p.row());
        const bool seen = lead != p.row() && decltype(p){lead}.in_force(day) != answer::no;
        if (in_force != answer::no && !seen) {
            visit(p, in_force);
        }
    }
}

// Visits the phases that follow a listed group wherever it is.
template <class Phase = phase, class GroupListing = group_listing, class Visit>
constexpr void for_each_phase_following(group g, date day, Visit visit) noexcept {
    // Each regime once, by the first of its listings that reaches the group.
    const auto first_listing_under = [&](regime r) {
        for (const GroupListing l : listings_of<GroupListing>(g)) {
            if (l.regime() == r && listing_reaches(g, l, day) != answer::no) {
                return l.row();
            }
        }
        return no_row;
    };
    for (const GroupListing l : listings_of<GroupListing>(g)) {
        if (first_listing_under(l.regime()) == l.row()) {
            for_each_in_force(phases_of<Phase>(l.regime()), day, [&](const Phase& p, answer in_force) {
                if (p.target() == embargo_target::listed_group) {
                    visit(p, in_force);
                }
            });
        }
    }
}

// Visits the phases that may have something to say of arms to a recipient in a territory: those on the territory,
// and those that follow the group.
template <class Phase = phase, class Visit>
constexpr void for_each_phase_to(state territory, const recipient& who, date day, Visit visit) noexcept {
    for_each_in_force(phases_of<Phase>(territory), day, visit);
    if (const auto g = who.as_group()) {
        for_each_phase_following<Phase>(*g, day, [&](const Phase& p, answer in_force) {
            if (p.territory() != maybe<state>{territory}) {
                visit(p, in_force);
            }
        });
    }
}

// The rung of a phase that may not be in force is not settled.
constexpr permission rung_when(answer in_force, permission rung) noexcept {
    return in_force == answer::yes || rung == permission::free ? rung
           : in_force == answer::outside_coverage              ? permission::outside_coverage
                                                               : permission::unknown;
}

}  // namespace detail

/// What a ruling rests on: an act and the place in it, and the later act that keeps it in force on the day.
struct act_reference {
    text_view instrument;  ///< Empty where no measure is in force.
    text_view paragraph;   ///< Often empty.
    text_view renewed_by;  ///< Empty where the instrument itself was in force.
};

/// The act of a cell on a day: its own, else that of its phase. Where acts renewed one another, the first has the
/// paragraph and the last the day; where they replaced one another, the act of the day has both. On a day on which one
/// act may have followed another, what the cell and the phase say throughout.
template <class Phase, class Cell, class Act = basic_act<>>
constexpr act_reference act_of(const Phase& p, const maybe<Cell>& c, date day) noexcept {
    const bool own = c && !c->instrument().empty();
    const text_view paragraph = c && (own || !c->paragraph().empty()) ? c->paragraph() : p.paragraph();
    const text_view instrument = own ? c->instrument() : p.instrument();
    const maybe<Act> now = act_on<Act>(p, day);
    const maybe<Act> first = act_on<Act>(p, p.when().from.latest);
    if (!now || !first) {
        return {instrument, paragraph, {}};
    }
    if (!own && !(first->instrument() == p.instrument())) {
        return {now->instrument(), now->paragraph().empty() && c ? c->paragraph() : now->paragraph(), {}};
    }
    const bool later =
        c && c->when().from != always ? c->when().from < now->when().from.earliest : now->row() != first->row();
    return {instrument, paragraph, later && !(now->instrument() == instrument) ? now->instrument() : text_view{}};
}

/// What the measures of an issuer say of arms to a recipient.
template <class Phase = phase, class Cell = cell>
struct basic_ruling {
    /// The rung, of the measure that decides.
    armsledger::permission permission = armsledger::permission::free;
    /// Of the measure that decides. Only a mandatory one obliges, and only whom it binds: ask `binds`.
    armsledger::force force = armsledger::force::mandatory;
    text_view body;        ///< Whom to address; empty where nobody.
    waiting_time waiting;  ///< Before going ahead, after telling the body.
    text_view condition;   ///< Part of the answer: unmet, the ban holds. For `unknown`, why; empty: the item decides.
    act_reference act;     ///< Empty where no measure is in force.
    maybe<contest> contested;  ///< The dispute about the phase that decides.
    /// What decides, for its sources; empty where no measure is in force.
    maybe<Phase> phase;
    maybe<Cell> cell;  ///< Empty where no measure in force speaks of the item.
    /// The claims that would make the rung lighter, a bit each: bit i for the i-th `claim`.
    unsigned lighter_with = 0;
};
/// The name to use.
using ruling = basic_ruling<>;

namespace detail {

// The ruling on a question, as phase after phase is read.
template <class Phase, class Cell>
struct ruling_search {
    recipient who;
    item what;
    issuer by;
    date day;
    stated_claims stated;
    basic_ruling<Phase, Cell> found = {};
    permission worst = permission::free;

    constexpr void operator()(const Phase& p, answer in_force) noexcept {
        if (p.issuer() != by) {
            return;
        }
        if (!found.phase) {
            found.phase = p;
            found.force = p.force();
            found.act = act_of(p, maybe<Cell>{}, day);
            found.contested = p.contested();
        }
        const ladder_question q{what, p.regime(), day, direction::to, stated};
        read_layers(p, classes_of(who, p, day), q,
                    [&](force forced, const finding& f) { consider(p, in_force, forced, f); });
    }

    constexpr void consider(const Phase& p, answer in_force, force forced, const finding& f) noexcept {
        const permission rung = rung_when(in_force, f.rung);
        if (weighs_more(forced, in_force == answer::yes ? f.at_worst() : rung)) {
            const Cell c{f.cell_row};
            found = {rung,
                     forced,
                     c.body(),
                     c.waiting(),
                     f.outside_area ? text_view{} : c.condition(),
                     act_of(p, maybe<Cell>{c}, day),
                     p.contested(),
                     p,
                     c,
                     f.lighter_with};
        }
    }

    // A mandatory measure counts before an appeal or a commitment; then the strictest; then a settled one.
    constexpr bool weighs_more(force forced, permission at_worst) noexcept {
        const bool stricter =
            is_stricter(at_worst, worst) || (at_worst == worst && found.permission == permission::unknown);
        const bool more = !found.cell || forced < found.force || (forced == found.force && stricter);
        worst = more ? at_worst : worst;
        return more;
    }
};

}  // namespace detail

/// What an issuer's measures let through to a recipient in a state on a day: the strictest of its regimes, a mandatory
/// one before an appeal or a commitment. `free` where none is in force, and for a territory or an issuer that is no
/// enumerator; `outside_coverage` on days that the record of the issuer does not reach. Lesser restrictions, which are
/// no arms embargoes, count too. Linear in the cells of the phases on the territory and of those that follow the group:
/// some microseconds; `rung_on` (ladder.hpp) and a snapshot look the rung up. `unknown` for an item that is none.
/// Whether the measures bind an exporter is another question: see `binds` (binding.hpp) and `screen`.
template <class Phase = phase, class Cell = cell>
constexpr basic_ruling<Phase, Cell> permission_for(state territory, recipient who, item what, issuer by, date day,
                                                   stated_claims stated = {}) noexcept {
    detail::ruling_search<Phase, Cell> search{who, what, by, day, stated};
    if (!coverage(by).contains(day)) {
        search.found.permission = permission::outside_coverage;
    } else if (what.place() == item::count) {
        search.found.permission = permission::unknown;
    } else {
        detail::for_each_phase_to<Phase>(territory, who, day,
                                         [&](const Phase& p, answer in_force) { search(p, in_force); });
    }
    return search.found;
}

}  // namespace armsledger
