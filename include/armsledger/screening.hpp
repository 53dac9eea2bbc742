// SPDX-License-Identifier: BSL-1.0
/// \file
/// May this transfer go ahead, and why: a transfer in, a verdict with its chain of reasons out.
///
/// The verdict states what the record says; it is not legal advice.
///
/// **The rules.**
/// - arms to a recipient: every embargo phase on the importer's territory, and those that follow a listed group; arms
///   from an exporter that is itself a target. Only a mandatory measure that binds decides; the others are reported.
/// - Arms Trade Treaty: Articles 6(1) to 6(3) bar, 7 and 11 ask for an assessment, 9, 10, 12 and 13 are duties that
///   follow. Provisional application (Article 23) reaches 6 and 7 alone. Ammunition and parts follow 6 and 7, not 9 to
///   13, which speak of arms.
/// - Mine Ban Convention and Convention on Cluster Munitions, Article 1(1)(b), with the exceptions of Article 3; they
///   also fill Article 6(2) of the Arms Trade Treaty.
/// - Firearms Protocol, Article 10: an authorisation; not between states (Article 4(2)).
/// - A signatory, and a contracting state before entry into force, must not defeat a treaty's object and purpose
///   (Vienna Convention on the Law of Treaties, Article 18), until it makes clear that it will not become a party.
/// - A binding prohibition decides; else whatever binds and is not settled; else the strictest authorisation; else an
///   assessment; else no bar was found.
///
/// Traps:
/// - `no_bar_found` is no permission. It says that nothing held here binds and asks for more; what may bind and is not
///   held, national law first of all, is in `not_considered`.
/// - The same arms to the same recipient may be barred from one state and not from another. General-purpose machine
///   guns to the Government of Syria on 1 June 2012 are `prohibited` from Belgium, by the EU's embargo; from the United
///   States no bar is found, and the EU's embargo is among the reasons as `reported`.
/// - What is not stated does not loosen: claim nothing, and no derogation applies. `turns_on` says what to find out.
#pragma once

#include <armsledger/article.hpp>
#include <armsledger/binding.hpp>
#include <armsledger/permission.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// A value that must be given: a transfer without an exporter does not compile.
template <class T>
class required {
public:
    /// Made of the value without a word.
    constexpr required(T value) noexcept : value_{value} {}
    /// The value.
    constexpr operator T() const noexcept { return value_; }

private:
    T value_;
};

/// A transfer of arms, on one day. To be filled in by name, `{.exporter = "BEL"_state, ...}`: exporter, importer and
/// day must be given. Nothing is made of what is not stated: no claim loosens, no finding bars. What of it may change
/// the verdict is in `basic_verdict::turns_on`.
struct transfer {
    required<state> exporter;                             ///< From whose territory the items leave.
    required<state> importer;                             ///< To whose territory they go.
    armsledger::recipient recipient = end_user::unknown;  ///< Who receives them there; not known: the strictest of all.
    armsledger::item item = item_class::all_arms;         ///< What is sent; unless said, arms of no known type.
    required<date> on;                                    ///< The day whose law counts.
    /// What a derogation may ask for: the purpose.
    armsledger::claim claim = claim::none;
    /// The day the contract was made, for derogations of old contracts.
    maybe<date> contract = nothing;
    /// Whether the items go to and stay in a part of the territory that a ban does not cover (Darfur, eastern DRC).
    stated outside_area = stated::not_stated;
    /// Whether the importer gave an end-use certificate, where a measure asks for one.
    stated end_use_certificate = stated::not_stated;
    /// Whether the conditions that the measures attach are met; `no` lets the ban behind them stand.
    stated conditions_met = stated::not_stated;
    /// Arms Trade Treaty, Article 6(3): the exporter knows that the items would serve atrocities.
    stated knows_of_atrocities = stated::not_stated;
    /// Article 7(3): the assessment found an overriding risk of a harm that Article 7(1) names.
    stated overriding_risk = stated::not_stated;
    /// Article 11(2): the assessment found a risk of diversion.
    stated diversion_risk = stated::not_stated;

    /// What of it the measures of issuers ask for: all but the findings that treaties ask for.
    constexpr stated_claims stated_of_measures() const noexcept {
        return {claim, contract, outside_area, end_use_certificate, conditions_met};
    }
};

/// What follows from a reason, from the weightiest.
enum class effect : std::uint8_t {
    prohibits,               ///< It bars the transfer.
    leaves_open,             ///< The record does not settle it.
    requires_authorisation,  ///< A body has to be told or asked first.
    requires_assessment,     ///< The exporter has to weigh risks first.
    duty,                    ///< To be done with the transfer; no bar to it.
    permits,                 ///< A binding measure that lets it through, or an exception.
    reported,                ///< A measure that does not bind the exporter.
};

template <>
inline constexpr const char* detail::words<effect> =
    "prohibits|leaves_open|requires_authorisation|requires_assessment|duty|permits|reported";

/// What kind of rule a reason applies.
enum class rule : std::uint8_t {
    embargo,             ///< A phase on the recipient or the importer's territory.
    embargo_on_exports,  ///< A phase on arms leaving the exporter.
    article,             ///< An article of a treaty.
    object_and_purpose,  ///< Vienna Convention on the Law of Treaties, Article 18.
    record_of_issuer,    ///< The record of an issuer does not reach the day.
    existence,           ///< A state did not exist that day.
};

template <>
inline constexpr const char* detail::words<rule> =
    "embargo|embargo_on_exports|article|object_and_purpose|record_of_issuer|existence";

/// One reason of a verdict: a rule, the state it is about, and what follows. Which of the members have a meaning
/// depends on the rule.
template <class Row = std::size_t>
class basic_reason {
public:
    /// The number of a row.
    using row_type = Row;
    armsledger::effect effect = effect::reported;  ///< What follows for the transfer.
    armsledger::rule rule = rule::embargo;         ///< What kind of rule it is.
    /// Whom the rule is about: the state bound, or that would be.
    state bound = {};
    /// Whether it is bound on the day.
    answer binds = answer::no;
    /// Of an embargo: the rung for this recipient and item. Of an authorisation under a treaty: `approval`.
    armsledger::permission permission = permission::free;
    armsledger::force force = force::mandatory;  ///< Of an embargo: the force of the measure.
    /// Of an article, and of the duty of a signatory: the treaty.
    maybe<armsledger::treaty> treaty;
    maybe<armsledger::article> article;  ///< Of an article.
    /// On which side of the transfer the state bound is.
    duty_on side = duty_on::exporting;
    /// Of an embargo, or of an issuer whose record ends.
    maybe<armsledger::issuer> issuer;
    /// It is open whether the item falls in a class of the measure.
    bool depends_on_item = false;
    /// It is open in which class of recipients the group is.
    bool depends_on_group = false;
    /// Let through because it is used outside the area of the ban.
    bool is_outside_area = false;

    /// For who makes it: the phase and the cell it comes from.
    constexpr void set(const basic_phase<Row>& p, const basic_cell<Row>& c) noexcept {
        phase_row_ = static_cast<std::uint16_t>(p.row());
        cell_row_ = static_cast<std::uint16_t>(c.row());
    }
    /// The phase, of an embargo; else empty.
    constexpr maybe<basic_phase<Row>> phase() const noexcept {
        return {phase_row_ != none, basic_phase<Row>{phase_row_}};
    }
    /// The cell of the ladder that speaks of this recipient and item.
    constexpr maybe<basic_cell<Row>> cell() const noexcept { return {cell_row_ != none, basic_cell<Row>{cell_row_}}; }
    /// Who disputes the measure, and how.
    constexpr maybe<contest> contested() const noexcept { return phase() ? phase()->contested() : nothing; }
    /// The act and place that an embargo rests on that day; empty for other rules.
    constexpr act_reference act_on(date day) const noexcept {
        return phase() ? act_of(*phase(), cell(), day) : act_reference{};
    }

    /// The record of the state bound to the treaty: since when it is.
    constexpr maybe<basic_treaty_record<Row>> treaty_record() const noexcept {
        return treaty ? record_of<basic_treaty_record<Row>>(bound, *treaty) : nothing;
    }

    /// For `sources_of` and `evidence_of`; ask `is_cited` first.
    constexpr detail::citation cite() const noexcept {
        if (const auto c = cell()) {
            return c->cite();
        }
        if (article) {
            return citation_of(*article);
        }
        const auto record = treaty_record();
        return record ? record->cite() : citation_of(armsledger::treaty::att);
    }
    /// Whether there is a document to cite: none for the bounds of the record itself.
    constexpr bool is_cited() const noexcept { return rule <= rule::object_and_purpose; }

private:
    static constexpr std::uint16_t none = 0xFFFF;
    std::uint16_t phase_row_ = none;
    std::uint16_t cell_row_ = none;
};
/// The name to use.
using reason = basic_reason<>;

/// The answer to a transfer. From the mildest; `unknown` comes before every milder one, for what is not settled may
/// bar.
enum class outcome : std::uint8_t {
    no_bar_found,            ///< Nothing that binds asks for more; not a permission.
    assessment_required,     ///< Risks have to be weighed first.
    authorisation_required,  ///< `basic_verdict::route` says of whom.
    unknown,                 ///< Something that binds, or may, is not settled.
    prohibited,              ///< A rule that binds bars it.
};

template <>
inline constexpr const char* detail::words<outcome> =
    "no_bar_found|assessment_required|authorisation_required|unknown|prohibited";

/// What the caller could state that may change a verdict.
enum class turning_point : std::uint8_t {
    claim,                ///< What the items are for, or another claim.
    contract,             ///< When the contract was made.
    area,                 ///< Where the items are used.
    end_use_certificate,  ///< Whether the importer gave one.
    conditions,           ///< Whether the conditions of the measures are met.
    recipient,            ///< Whether an armed group is on a list.
    item,                 ///< Which type it is exactly.
    atrocities,           ///< `transfer::knows_of_atrocities`.
    overriding_risk,      ///< `transfer::overriding_risk`.
    diversion_risk,       ///< `transfer::diversion_risk`.
};

template <>
inline constexpr const char* detail::words<turning_point> =
    "claim|contract|area|end_use_certificate|conditions|recipient|item|atrocities|overriding_risk|diversion_risk";

/// A rule that binds exporters and that the library names without holding it: the rows of data/outside_rules.csv.
/// National law is always among them.
enum class outside_rule : std::uint8_t {
#include <armsledger/tables/outside_rule.inc>
};

namespace detail {
template <>
inline constexpr std::size_t enum_count<outside_rule> = tables::outside_rule_slugs_count;
}

/// The slug in outside_rules.csv.
constexpr text_view to_string(outside_rule r) noexcept {
    return detail::text_of(detail::tables::permission_pool, detail::tables::outside_rule_slugs, r);
}
/// "EU Common Position 2008/944/CFSP".
constexpr text_view name(outside_rule r) noexcept {
    return detail::text_of(detail::tables::permission_pool, detail::tables::outside_rule_names, r);
}
/// What it is, in a few words.
constexpr text_view note_on(outside_rule r) noexcept {
    return detail::text_of(detail::tables::permission_pool, detail::tables::outside_rule_notes, r);
}
/// For `sources_of` and `evidence_of`; of some rule for a value that is none.
template <class Citation = detail::citation>
constexpr Citation citation_of(outside_rule r) noexcept {
    return Citation{detail::u16_at(detail::tables::outside_rule_cites,
                                   static_cast<std::size_t>(r) % detail::enum_count<outside_rule>)};
}

/// Whether a rule concerns a state's export of an item on a day: of all states, of the members of a body, or of one; of
/// all items, or of one type. `no` for a value that is no rule; what membership says (membership.hpp) for a rule of a
/// body.
template <class = void>
constexpr answer concerns(outside_rule r, state s, item what, date day) noexcept {
    constexpr std::uint32_t any = 0xFF;
    const auto i = static_cast<std::size_t>(r);
    if (!detail::is_valid(r) || day < detail::day_at(detail::tables::outside_rule_from, i) ||
        day >= detail::day_at(detail::tables::outside_rule_until, i)) {
        return answer::no;
    }
    const std::uint32_t of_type = detail::u8_at(detail::tables::outside_rule_type, i);
    if (const auto t = what.as_type(); of_type != any && (!t || static_cast<std::uint32_t>(*t) != of_type)) {
        return answer::no;
    }
    const std::uint32_t of_body = detail::u8_at(detail::tables::outside_rule_body, i);
    const std::uint32_t of_state = detail::u8_at(detail::tables::outside_rule_state, i);
    return of_body != any    ? detail::under_law_of(static_cast<body>(of_body), s, day)
           : of_state == any ? answer::yes
                             : static_cast<answer>(of_state == static_cast<std::uint32_t>(s));
}

/// A set of enumerators, of the first 32 of an enumeration.
template <class Enum>
class flags {
public:
    /// Whether it is among them.
    constexpr bool contains(Enum e) const noexcept {
        return static_cast<unsigned>(e) < 32 && (bits_ >> static_cast<unsigned>(e) & 1U) != 0;
    }
    /// Whether there are none.
    constexpr bool empty() const noexcept { return bits_ == 0; }
    /// Adds one; nothing for a value of 32 or more.
    constexpr void insert(Enum e) noexcept {
        bits_ |= static_cast<unsigned>(e) < 32 ? 1U << static_cast<unsigned>(e) : 0U;
    }
    /// Takes out all that are not among the others.
    constexpr void keep(flags others) noexcept { bits_ &= others.bits_; }
    /// The same enumerators.
    friend constexpr bool operator==(flags a, flags b) noexcept { return a.bits_ == b.bits_; }

private:
    std::uint32_t bits_ = 0;
};

namespace detail {

constexpr outcome outcome_of(effect weightiest) noexcept {
    switch (weightiest) {
        case effect::prohibits: return outcome::prohibited;
        case effect::leaves_open: return outcome::unknown;
        case effect::requires_authorisation: return outcome::authorisation_required;
        case effect::requires_assessment: return outcome::assessment_required;
        default: return outcome::no_bar_found;
    }
}

}  // namespace detail

/// The answer to a transfer: a value of fixed size, without a heap.
template <class Reason = reason>
class basic_verdict {
public:
    /// What a range of reasons holds.
    using value_type = Reason;
    /// The most reasons it holds, more than any transfer meets: a test counts them over the whole record. Were there
    /// more, the weightiest would stay.
    static constexpr std::size_t capacity = 32;

    /// What its weightiest reason says; `no_bar_found` where there is none.
    constexpr armsledger::outcome outcome() const noexcept { return outcome_; }
    /// The reasons, the weightiest first.
    constexpr const Reason* begin() const noexcept { return reasons_; }
    /// Past the last.
    constexpr const Reason* end() const noexcept { return reasons_ + size_; }
    /// How many there are; at most `capacity`.
    constexpr std::size_t size() const noexcept { return size_; }
    /// The i-th reason; `i` is below size().
    constexpr const Reason& operator[](std::size_t i) const noexcept { return reasons_[i]; }
    /// The authorisation to ask for, the strictest; null where none is asked for, or the transfer is barred.
    constexpr const Reason* route() const noexcept {
        const Reason* strictest = nullptr;
        for (const Reason& r : *this) {
            if (outcome_ != outcome::prohibited && r.effect == effect::requires_authorisation &&
                (strictest == nullptr || detail::is_stricter(r.permission, strictest->permission))) {
                strictest = &r;
            }
        }
        return strictest;
    }
    /// What the caller did not state, or left open, that may change the outcome.
    constexpr flags<turning_point> turns_on() const noexcept { return turns_on_; }
    /// The claims that would make a measure lighter.
    constexpr flags<claim> lighter_with() const noexcept { return lighter_with_; }
    /// Rules that bind the exporter and that this verdict does not weigh.
    constexpr flags<outside_rule> not_considered() const noexcept { return not_considered_; }
    /// Whether a reason that decides is disputed.
    constexpr bool contested() const noexcept {
        for (const Reason& r : *this) {
            if (r.effect <= effect::requires_authorisation && r.contested()) {
                return true;
            }
        }
        return false;
    }
    /// Whether every prohibition rests on rows that no source confirms even in part. What Article 6(1) and (2) of
    /// the Arms Trade Treaty take from another rule is no support of its own.
    constexpr bool rests_on_unconfirmed() const noexcept {
        bool any = false;
        for (const Reason& r : *this) {
            if (r.effect == effect::prohibits && r.article != article::att_6_1 && r.article != article::att_6_2) {
                if (evidence_of(r) != evidence::unconfirmed) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /// For who makes it: puts a reason in its place, after those of equal weight.
    constexpr void add(const Reason& r) noexcept {
        std::size_t at = size_ < capacity ? size_++ : capacity - 1;
        if (at + 1 == capacity && reasons_[at].effect < r.effect) {
            return;
        }
        for (; at > 0 && r.effect < reasons_[at - 1].effect; --at) {
            reasons_[at] = reasons_[at - 1];
        }
        reasons_[at] = r;
    }
    /// For who makes it: adds to `turns_on`.
    constexpr void turn_on(turning_point t) noexcept { turns_on_.insert(t); }
    /// For who makes it: adds to `lighter_with`.
    constexpr void lighten_with(claim c) noexcept { lighter_with_.insert(c); }
    /// For who makes it: adds to `not_considered`.
    constexpr void leave_out(outside_rule r) noexcept { not_considered_.insert(r); }
    /// For who makes it, at the end: the weightiest reason decides; what binds and is not settled comes before every
    /// milder answer.
    constexpr void conclude() noexcept {
        outcome_ = size_ == 0 ? outcome::no_bar_found : detail::outcome_of(reasons_[0].effect);
        if (outcome_ == outcome::prohibited) {  // what could only bar it too changes nothing
            flags<turning_point> loosening;
            for (const turning_point p : {turning_point::claim, turning_point::contract, turning_point::area}) {
                loosening.insert(p);
            }
            turns_on_.keep(loosening);
        }
    }

private:
    armsledger::outcome outcome_ = outcome::no_bar_found;
    flags<turning_point> turns_on_;
    flags<claim> lighter_with_;
    flags<outside_rule> not_considered_;
    std::size_t size_ = 0;
    Reason reasons_[capacity] = {};
};
/// The name to use.
using verdict = basic_verdict<>;

namespace detail {

// The effect of a rung of a measure that binds.
constexpr effect effect_of(permission rung) noexcept {
    switch (rung) {
        case permission::free: return effect::permits;
        case permission::prohibited: return effect::prohibits;
        case permission::unknown:
        case permission::outside_coverage: return effect::leaves_open;
        default: return effect::requires_authorisation;
    }
}

// The work of `screen`: a transfer, and the verdict as it grows.
template <class Verdict>
struct screening {
    const transfer& t;
    state exporting;
    state importing;
    date day;
    Verdict out;

    using reason_type = typename Verdict::value_type;
    using row = typename reason_type::row_type;
    using phase_type = basic_phase<row>;
    using cell_type = basic_cell<row>;

    // An effect that may be there or not leaves the matter open.
    constexpr void add(reason_type r, answer applies) noexcept {
        if (applies == answer::no) {
            return;
        }
        if (applies != answer::yes && r.effect <= effect::requires_assessment) {
            r.effect = effect::leaves_open;
        }
        out.add(r);
    }

    // --- embargoes ---

    constexpr void add_phase(const phase_type& p, rule kind, force forced, const finding& f, answer in_force,
                             state bound, answer bound_how) noexcept {
        const cell_type c{f.cell_row};
        reason_type r;
        r.rule = kind;
        r.set(p, c);
        r.issuer = p.issuer();
        r.force = forced;
        r.permission = rung_when(in_force, f.rung);
        r.bound = bound;
        r.binds = bound_how;
        r.effect = bound_how == answer::no ? effect::reported : effect_of(r.permission);
        r.is_outside_area = f.outside_area;
        r.depends_on_group = f.of_group_in_doubt;
        r.depends_on_item =
            f.rung == permission::unknown && !f.of_group_in_doubt && c.permission() != permission::unknown;
        if (bound_how != answer::no) {
            note_turning_points(r, f);
        }
        add(r, r.effect >= effect::permits ? answer::yes : bound_how);
    }

    constexpr void note_turning_points(const reason_type& r, const finding& f) noexcept {
        for (unsigned c = 0; f.lighter_with >> c != 0; ++c) {
            if ((f.lighter_with >> c & 1U) != 0) {
                const auto claimed = static_cast<claim>(c);
                out.turn_on(claimed == claim::old_contract   ? turning_point::contract
                            : claimed == claim::outside_area ? turning_point::area
                                                             : turning_point::claim);
                out.lighten_with(claimed);
            }
        }
        if (r.depends_on_item) {
            out.turn_on(turning_point::item);
        }
        if (f.rung == permission::prohibited || f.outside_area) {
            return;  // nothing denied makes it stricter
        }
        if (f.conditional && t.conditions_met == stated::not_stated) {
            out.turn_on(turning_point::conditions);
        }
        if (f.asks_certificate && t.end_use_certificate == stated::not_stated) {
            out.turn_on(turning_point::end_use_certificate);
        }
        if (f.turns_on_claim) {
            out.turn_on(turning_point::claim);
        }
    }

    constexpr void arms_to_importer() noexcept {
        for_each_phase_to<phase_type>(importing, t.recipient, day, [&](const phase_type& p, answer in_force) {
            const ladder_question q{t.item, p.regime(), day, direction::to, t.stated_of_measures()};
            read_layers(p, classes_of(t.recipient, p, day), q, [&](force forced, const finding& f) {
                add_phase(p, rule::embargo, forced, f, in_force, exporting,
                          armsledger::binds(p.regime(), forced, exporting, day));
            });
        });
    }

    // Whoever a list names is barred everywhere; of forces without a name one cannot tell.
    constexpr void lists() noexcept {
        if (t.recipient == end_user::non_governmental_forces || t.recipient == end_user::unknown) {
            out.turn_on(turning_point::recipient);
        }
    }

    // A ban on arms from a target obliges others not to take them, and the target not to send them.
    constexpr void arms_from_exporter() noexcept {
        for_each_phase_to<phase_type>(exporting, end_user::unknown, day, [&](const phase_type& p, answer in_force) {
            const ladder_question q{t.item, p.regime(), day, direction::from, t.stated_of_measures()};
            read_layers(p, {bit_of(cell_recipient::any_other), false}, q, [&](force forced, const finding& f) {
                const answer importer = armsledger::binds(p.regime(), forced, importing, day);
                const answer exporter = armsledger::binds(p.regime(), forced, exporting, day);
                const bool by_importer = exporter == answer::no || (importer == answer::yes && exporter != answer::yes);
                add_phase(p, rule::embargo_on_exports, forced, f, in_force, by_importer ? importing : exporting,
                          by_importer ? importer : exporter);
            });
        });
    }

    // Measures that the record does not reach: of an issuer that could bind the exporter.
    constexpr void issuers_outside_coverage() noexcept {
        for (std::size_t i = 0; i < enum_count<issuer>; ++i) {
            const auto by = static_cast<issuer>(i);
            const auto ground = binding_of<basic_binding<row>>(by, force::mandatory);
            if (coverage(by).contains(day) || !ground || !ground->body() || day < ground->since()) {
                continue;
            }
            reason_type r;
            r.rule = rule::record_of_issuer;
            r.effect = effect::leaves_open;
            r.issuer = by;
            r.bound = exporting;
            r.binds = under_law_of(*ground->body(), exporting, day);
            add(r, r.binds);
        }
    }

    // --- treaties ---

    constexpr reason_type from(armsledger::article a, effect e, state bound, answer bound_how) const noexcept {
        reason_type r;
        r.rule = rule::article;
        r.effect = e;
        r.article = a;
        r.treaty = treaty_of(a);
        r.bound = bound;
        r.binds = bound_how;
        return r;
    }

    // Whether a standing binds as a party is bound.
    static constexpr answer as_party(standing s) noexcept {
        return s == standing::party                                        ? answer::yes
               : s == standing::unknown || s == standing::outside_coverage ? answer::unknown
                                                                           : answer::no;
    }

    static constexpr answer applies_provisionally(state s, standing now, date on) noexcept {
        const auto record = record_of<basic_treaty_record<row>>(s, treaty::att);
        const auto since = record ? record->provisional_application() : nothing;
        return since && *since <= on && (now == standing::signatory || now == standing::contracting_state) ? answer::yes
                                                                                                           : answer::no;
    }

    // Whether the exporter is barred by a rule that fits.
    template <class Fits>
    constexpr bool is_barred_by(Fits fits) const noexcept {
        for (const reason_type& r : out) {
            if (r.effect == effect::prohibits && r.bound == exporting && fits(r)) {
                return true;
            }
        }
        return false;
    }

    // Whether an article is about the item, by the parts of the treaty that cover the item.
    static constexpr answer is_about_item(armsledger::article a, const att_coverage& covered) noexcept {
        answer about = answer::no;
        about = either(about, is_about(a, article_object::arms) ? covered.arms : answer::no);
        about = either(about, is_about(a, article_object::ammunition) ? covered.ammunition : answer::no);
        return either(about, is_about(a, article_object::parts) ? covered.parts : answer::no);
    }

    constexpr void arms_trade_treaty(const att_coverage& covered) noexcept {
        const standing now = standing_of(exporting, treaty::att, day);
        const answer party = as_party(now);
        const answer reached = either(party, applies_provisionally(exporting, now, day));
        if (reached == answer::no) {
            return;
        }
        const auto follow = [&](armsledger::article a, effect e, answer bound) {
            add(from(a, e, exporting, bound), both(bound, is_about_item(a, covered)));
        };
        if (is_barred_by(
                [](const reason_type& r) { return r.rule <= rule::embargo_on_exports && r.issuer == issuer::un; })) {
            follow(article::att_6_1, effect::prohibits, reached);
        }
        if (is_barred_by([](const reason_type& r) { return r.rule == rule::article && r.treaty != treaty::att; })) {
            follow(article::att_6_2, effect::prohibits, reached);
        }
        if (t.knows_of_atrocities == stated::yes) {
            follow(article::att_6_3, effect::prohibits, reached);
        }
        turn_if_open(both(reached, is_about_item(article::att_6_3, covered)), t.knows_of_atrocities,
                     turning_point::atrocities);
        if (is_barred_by([](const reason_type& r) { return r.rule == rule::article && r.treaty == treaty::att; })) {
            return;  // what Article 6 bars is not assessed (Article 7(1)), and nothing follows from it
        }
        const answer assessed = both(reached, is_about_item(article::att_7_1, covered));
        turn_on_item(reached, is_about_item(article::att_7_1, covered));
        if (t.overriding_risk == stated::yes) {
            follow(article::att_7_3, effect::prohibits, reached);
        } else {
            follow(article::att_7_1, t.overriding_risk == stated::no ? effect::permits : effect::requires_assessment,
                   reached);
        }
        const answer diversion = both(party, is_about_item(article::att_11_2, covered));
        follow(article::att_11_2, t.diversion_risk == stated::no ? effect::permits : effect::requires_assessment,
               party);
        if (t.diversion_risk == stated::yes) {
            follow(article::att_11_3, effect::duty, party);  // mitigation, with the importer and states of transit
        }
        for (const armsledger::article duty : {article::att_9, article::att_10, article::att_12_1, article::att_13_3}) {
            follow(duty, effect::duty, party);
        }
        turn_if_open(assessed, t.overriding_risk, turning_point::overriding_risk);
        turn_if_open(diversion, t.diversion_risk, turning_point::diversion_risk);
    }

    constexpr void turn_if_open(answer applies, stated s, turning_point p) noexcept {
        if (applies != answer::no && s == stated::not_stated) {
            out.turn_on(p);
        }
    }

    // A rule that binds, or may, of a thing that the item may be.
    constexpr void turn_on_item(answer bound, answer is_one) noexcept {
        if (bound != answer::no && is_one == answer::unknown) {
            out.turn_on(turning_point::item);
        }
    }

    // A ban on transferring a weapon to anyone, and on acquiring it: it bars a state that is a party from
    // sending, and from receiving for itself.
    constexpr void weapon_ban(treaty of, answer is_one, armsledger::article ban, armsledger::article exception,
                              bool excepts_parties_only) noexcept {
        if (is_one == answer::no) {
            return;
        }
        const answer receiver = as_party(standing_of(importing, of, day));
        const bool is_excepted = t.claim == claim::destruction_or_training &&
                                 (!excepts_parties_only || (receiver == answer::yes && is_for_state()));
        const auto bar = [&](state s, duty_on side, answer party) {
            reason_type r =
                from(is_excepted ? exception : ban, is_excepted ? effect::permits : effect::prohibits, s, party);
            r.side = side;
            add(r, both(is_one, party));
            if (party != answer::no && !is_excepted && t.claim != claim::destruction_or_training) {
                out.turn_on(turning_point::claim);
                out.lighten_with(claim::destruction_or_training);
            }
            turn_on_item(party, is_one);
        };
        bar(exporting, duty_on::exporting, as_party(standing_of(exporting, of, day)));
        if (is_for_state()) {
            bar(importing, duty_on::importing, receiver);
        }
    }

    // Whether the importing state itself receives, or may.
    constexpr bool is_for_state() const noexcept {
        return t.recipient == end_user::government || t.recipient == end_user::unknown;
    }

    constexpr bool between_states() const noexcept {
        return t.recipient == end_user::government || t.recipient == end_user::other_state_forces ||
               t.recipient == end_user::peacekeepers;
    }

    constexpr void firearms_protocol(answer is_one) noexcept {
        if (between_states()) {
            return;  // Article 4(2)
        }
        const answer party = as_party(standing_of(exporting, treaty::firearms_protocol, day));
        turn_on_item(party, is_one);
        reason_type r = from(article::firearms_protocol_10_1, effect::requires_authorisation, exporting, party);
        r.permission = permission::approval;
        add(r, both(party, is_one));
    }

    // Vienna Convention, Article 18.
    constexpr void object_and_purpose(treaty of, answer concerns_item) noexcept {
        const standing now = standing_of(exporting, of, day);
        if (concerns_item == answer::no || (now != standing::signatory && now != standing::contracting_state)) {
            return;
        }
        for (const auto n : notices_of<basic_treaty_notice<row>>(exporting, of)) {
            if (n.kind() == notice_kind::not_to_become_party && n.when() <= day) {
                return;
            }
        }
        reason_type r;
        r.rule = rule::object_and_purpose;
        r.effect = effect::duty;
        r.treaty = of;
        r.bound = exporting;
        r.binds = answer::yes;
        add(r, answer::yes);
    }

    constexpr void treaties() noexcept {
        const answer mine = falls_in(t.item, item_class::anti_personnel_mines, nothing, day);
        const answer cluster_munition = falls_in(t.item, item_class::cluster_munitions, nothing, day);
        const answer firearm = falls_in(t.item, item_class::firearms, nothing, day);
        const att_coverage covered = att_covers(t.item, day);
        weapon_ban(treaty::apmbc, mine, article::apmbc_1_1_b, article::apmbc_3_2, false);
        weapon_ban(treaty::ccm, cluster_munition, article::ccm_1_1_b, article::ccm_3_7, true);
        firearms_protocol(firearm);
        arms_trade_treaty(covered);
        object_and_purpose(treaty::att, either(covered.arms, either(covered.ammunition, covered.parts)));
        object_and_purpose(treaty::apmbc, mine);
        object_and_purpose(treaty::ccm, cluster_munition);
        object_and_purpose(treaty::firearms_protocol, firearm);
    }

    // --- the rest ---

    constexpr void existence(state s) noexcept {
        if (!exists(s, day)) {
            reason_type r;
            r.rule = rule::existence;
            r.effect = effect::leaves_open;
            r.bound = s;
            r.binds = answer::unknown;
            out.add(r);
        }
    }

    constexpr void outside_rules() noexcept {
        for (std::size_t i = 0; i < enum_count<outside_rule>; ++i) {
            const auto r = static_cast<outside_rule>(i);
            if (concerns(r, exporting, t.item, day) != answer::no) {
                out.leave_out(r);
            }
        }
    }
};

}  // namespace detail

/// Whether a transfer may go ahead, and why: microseconds; `snapshot::outcome` has the outcome alone in nanoseconds. A
/// state that did not exist on the day, or is none, makes the outcome `unknown`, unless something else bars the
/// transfer; so does a day that the record does not reach, of an issuer who could bind the exporter or of a treaty
/// about the item; and an item that is none, where a rule asks what it is. Constant space; time linear in the cells of
/// the phases on the two states.
template <class Verdict = verdict>
constexpr Verdict screen(const transfer& t) noexcept {
    detail::screening<Verdict> s{t, t.exporter, t.importer, t.on, {}};
    s.existence(s.exporting);
    s.existence(s.importing);
    s.arms_to_importer();
    s.lists();
    s.arms_from_exporter();
    s.issuers_outside_coverage();
    s.treaties();
    s.outside_rules();
    s.out.conclude();
    return s.out;
}

}  // namespace armsledger
