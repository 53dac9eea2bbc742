// SPDX-License-Identifier: BSL-1.0
/// \file
/// What if: a few facts added to the record, taken from it or moved, and the law as it would be then. Opt-in.
///
///     al::scenario s;
///     s.add(al::supposition::goes_on(al::regime::eu_syria_2011));  // -> admission: added, or why not
///     al::at(s, day).outcome(...)  // -> supposed<outcome>: the value, the record's own, which suppositions bear on it
///
/// **A scenario** supposes facts, not their consequences: that the United States is a party does not make others join.
/// What follows by the rules that the library holds does follow: who is a party is bound as a party.
///
/// A trap: all that is not supposed is as on record on the day asked about. Had the EU's embargo on Syria gone on, it
/// would not bind the United Kingdom in 2022, which had left; nor is the ban of one issuer copied by another.
#pragma once

#include <armsledger/explanation.hpp>
#include <armsledger/snapshot.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// What is supposed.
enum class supposition_kind : std::uint8_t {
    standing,         ///< A state stands so to a treaty.
    treaty_in_force,  ///< A treaty entered into force on another day, and all that was done about it moves with it.
    belonging,        ///< A state belongs to a body, or does not.
    embargo_goes_on,  ///< The measures of a regime on territories go on as they were on their last day.
    embargo_ends,     ///< They end.
    embargo_added,    ///< An issuer imposes one on all arms.
};

template <>
inline constexpr const char* detail::words<supposition_kind> =
    "standing|treaty_in_force|belonging|embargo_goes_on|embargo_ends|embargo_added";

/// One fact that is supposed, and when. A value, made by the functions named after what they suppose. Values that are
/// no enumerators are kept, and refused by `scenario::add`.
class supposition {
public:
    /// That a state stands so to a treaty in a period; `standing::party` for one that ratifies.
    static constexpr supposition stands(state s, treaty t, armsledger::standing as, period when = {}) noexcept {
        return {supposition_kind::standing, when, s, static_cast<std::uint8_t>(t), static_cast<std::uint8_t>(as)};
    }
    /// That a treaty entered into force on a day: it was adopted, signed and consented to by as many days earlier or
    /// later, and the record of it is read so.
    static constexpr supposition in_force_on(treaty t, date day) noexcept {
        return {supposition_kind::treaty_in_force, {}, {}, static_cast<std::uint8_t>(t), 0, day};
    }
    /// That a state is a member of a body in a period, or is none.
    static constexpr supposition belongs(state s, armsledger::body b, period when = {}, bool member = true) noexcept {
        return {supposition_kind::belonging, when, s, static_cast<std::uint8_t>(b), static_cast<std::uint8_t>(member)};
    }
    /// That a regime does not end when it did, but on `until`: its measures go on as on their last day, from the day of
    /// its end. An `until` before that day supposes nothing.
    static constexpr supposition goes_on(armsledger::regime r, date until = never) noexcept {
        return {supposition_kind::embargo_goes_on, {always, until}, {}, static_cast<std::uint8_t>(r), 0};
    }
    /// That a regime has no measures in force from a day on.
    static constexpr supposition ends(armsledger::regime r, date from) noexcept {
        return {supposition_kind::embargo_ends, {from, never}, {}, static_cast<std::uint8_t>(r), 0};
    }
    /// That an issuer bans all arms to a territory, or sets another rung, in a period.
    static constexpr supposition embargo(armsledger::issuer by, armsledger::state territory, period when = {},
                                         armsledger::permission rung = permission::prohibited) noexcept {
        return {supposition_kind::embargo_added, when, territory, static_cast<std::uint8_t>(by),
                static_cast<std::uint8_t>(rung)};
    }
    /// As above, to one class of recipients or one group.
    static constexpr supposition embargo(armsledger::issuer by, armsledger::state territory, period when, recipient to,
                                         armsledger::permission rung = permission::prohibited) noexcept {
        supposition made = embargo(by, territory, when, rung);
        made.to_ = to;
        return made;
    }

    /// What is supposed.
    constexpr supposition_kind kind() const noexcept { return kind_; }
    /// When it is so. Half-open. Of a treaty in force, always: it moves the record as a whole. Of a regime that goes
    /// on, from `always`: it makes a difference from its end on.
    constexpr period when() const noexcept { return when_; }
    /// Of a standing, a membership, an added embargo: the state.
    constexpr maybe<armsledger::state> state() const noexcept {
        return {kind_ == supposition_kind::standing || kind_ == supposition_kind::belonging ||
                    kind_ == supposition_kind::embargo_added,
                state_};
    }
    /// Of a standing, a treaty in force: the treaty.
    constexpr maybe<armsledger::treaty> treaty() const noexcept {
        return {kind_ <= supposition_kind::treaty_in_force, static_cast<armsledger::treaty>(of_)};
    }
    /// Of a standing: which.
    constexpr maybe<armsledger::standing> standing() const noexcept {
        return {kind_ == supposition_kind::standing, static_cast<armsledger::standing>(how_)};
    }
    /// Of a treaty in force: the day on which it enters into force.
    constexpr maybe<date> day() const noexcept { return {kind_ == supposition_kind::treaty_in_force, day_}; }
    /// Of a membership: the body.
    constexpr maybe<armsledger::body> body() const noexcept {
        return {kind_ == supposition_kind::belonging, static_cast<armsledger::body>(of_)};
    }
    /// Of a membership: whether the state belongs. Without meaning for other kinds.
    constexpr bool is_member() const noexcept { return how_ != 0; }
    /// Of an embargo that goes on or ends: the regime.
    constexpr maybe<armsledger::regime> regime() const noexcept {
        return {kind_ == supposition_kind::embargo_goes_on || kind_ == supposition_kind::embargo_ends,
                static_cast<armsledger::regime>(of_)};
    }
    /// Of an added embargo: who imposes it.
    constexpr maybe<armsledger::issuer> issuer() const noexcept {
        return {kind_ == supposition_kind::embargo_added, static_cast<armsledger::issuer>(of_)};
    }
    /// Of an added embargo: what it says to whom it means.
    constexpr maybe<armsledger::permission> rung() const noexcept {
        return {kind_ == supposition_kind::embargo_added, static_cast<armsledger::permission>(how_)};
    }
    /// To whom an added embargo does not let arms go; empty: to anyone.
    constexpr maybe<recipient> to() const noexcept { return to_; }

private:
    friend class scenario;
    constexpr supposition() noexcept = default;
    constexpr supposition(supposition_kind kind, period when, armsledger::state s, std::uint8_t of, std::uint8_t how,
                          date day = {}) noexcept
        : when_{when}, day_{day}, kind_{kind}, state_{s}, of_{of}, how_{how} {}
    period when_;
    date day_;
    supposition_kind kind_ = supposition_kind::standing;
    armsledger::state state_ = {};
    std::uint8_t of_ = 0;
    std::uint8_t how_ = 0;
    maybe<recipient> to_ = nothing;
};

/// Whether a supposition was taken into a scenario, and why not.
enum class admission : std::uint8_t {
    added,         ///< It was taken in.
    full,          ///< A scenario holds `scenario::capacity` suppositions.
    no_such,       ///< It names a value that is no enumerator.
    has_no_end,    ///< The regime has not ended, so that it cannot go on.
    no_territory,  ///< The regime follows those on a list, not a territory.
    too_early,     ///< The regime is to go on until a day that is not after its end.
    inseparable,   ///< Another regime of the issuer is in force on the territory: what each asks for is not apart.
};

template <>
inline constexpr const char* detail::words<admission> =
    "added|full|no_such|has_no_end|no_territory|too_early|inseparable";

namespace detail {

// The first day on which nothing of a regime is in force, for certain, any more; `never` for one that goes on.
template <class Phase = phase>
constexpr date end_of(regime r) noexcept {
    date end = always;
    for (const Phase p : phases_of<Phase>(r)) {
        const date until = p.when().until.earliest == never ? p.term().value_or(never) : p.when().until.earliest;
        end = end < until ? until : end;
    }
    return end;
}

// Whether another regime of the issuer may be in force on a territory of this one within a period.
template <class Phase = phase>
constexpr bool is_shared(regime r, period within) noexcept {
    for (const Phase p : phases_of<Phase>(r)) {
        for (const Phase q : phases_of<Phase>(p.territory().value_or(state{0xFF}))) {
            if (q.issuer() == p.issuer() && q.regime() != r && q.when().from.earliest < within.until &&
                within.from < q.when().until.latest) {
                return true;
            }
        }
    }
    return false;
}

template <class Phase = phase>
constexpr bool is_territorial(regime r) noexcept {
    for (const Phase p : phases_of<Phase>(r)) {
        if (!p.territory() || p.target() == embargo_target::listed_group) {
            return false;
        }
    }
    return true;
}

}  // namespace detail

/// A few suppositions on top of the record. A value of fixed size. A treaty is moved before anything is supposed of
/// single states; of suppositions that contradict each other the later added one holds.
class scenario {
public:
    /// The most suppositions it holds.
    static constexpr std::size_t capacity = 16;

    /// Nothing is supposed.
    constexpr scenario() noexcept : supposed_{} {}

    /// Takes in a supposition, or says why not and stays as it was. Linear in the phases of the regime and of its
    /// territories.
    [[nodiscard]] constexpr admission add(const supposition& s) noexcept {
        const admission a = size_ == capacity ? admission::full : admission_of(s);
        if (a == admission::added) {
            supposed_[size_++] = s;
        }
        return a;
    }
    /// How many suppositions there are.
    constexpr std::size_t size() const noexcept { return size_; }
    /// The i-th, in the order in which they were added; `i` is below size().
    constexpr const supposition& operator[](std::size_t i) const noexcept { return supposed_[i]; }
    /// The suppositions, in that order.
    constexpr const supposition* begin() const noexcept { return supposed_; }
    /// Past the last.
    constexpr const supposition* end() const noexcept { return supposed_ + size_; }

private:
    static constexpr admission admission_of(const supposition& s) noexcept {
        using detail::is_valid;
        if ((s.state() && !is_valid(*s.state())) || (s.treaty() && !is_valid(*s.treaty())) ||
            (s.standing() && !is_valid(*s.standing())) || (s.body() && !is_valid(*s.body())) ||
            (s.regime() && !is_valid(*s.regime())) || (s.issuer() && !is_valid(*s.issuer())) ||
            (s.rung() && !is_valid(*s.rung())) || (s.to() && s.to()->place() == recipient::count)) {
            return admission::no_such;
        }
        if (const auto r = s.regime()) {
            const date end = detail::end_of(*r);
            const bool goes_on = s.kind() == supposition_kind::embargo_goes_on;
            return !detail::is_territorial(*r)                                         ? admission::no_territory
                   : goes_on && end == never                                           ? admission::has_no_end
                   : goes_on && s.when().until <= end                                  ? admission::too_early
                   : detail::is_shared(*r, goes_on ? period{end + -1, end} : s.when()) ? admission::inseparable
                                                                                       : admission::added;
        }
        return admission::added;
    }

    supposition supposed_[capacity];
    std::size_t size_ = 0;
};

/// An answer under a scenario. It does not turn into a plain answer by itself: it is no answer of the record.
template <class T>
class supposed {
public:
    /// For who makes it: what would be so, what is, and a bit for each supposition that bears on it.
    constexpr supposed(T value, T on_record, std::uint32_t bearing) noexcept
        : value_{value}, on_record_{on_record}, bearing_{bearing} {}
    /// What would be so.
    constexpr const T& value() const noexcept { return value_; }
    /// What is.
    constexpr const T& on_record() const noexcept { return on_record_; }
    /// Whether the scenario changes the answer.
    constexpr bool differs() const noexcept { return !(value_ == on_record_); }
    /// Whether the i-th supposition of the scenario holds on the day and is about the states of the question. It need
    /// not change the answer.
    constexpr bool bears(std::size_t i) const noexcept { return i < 32 && (bearing_ >> i & 1U) != 0; }

private:
    T value_, on_record_;
    std::uint32_t bearing_;
};

/// The law on a day as it would be: a snapshot of the record and one of the scenario, 97 KiB. Its queries are those of
/// a snapshot and take twice the time; each answer says what it would be and what it is. It keeps a copy of the
/// scenario.
class counterfactual {
public:
    /// The law on a day under a scenario; takes about a hundred microseconds.
    constexpr counterfactual(const scenario& what_if, date day) noexcept
        : scenario_{what_if}, record_{day}, law_{record_} {
        rebuild();
    }

    /// The day whose law it holds.
    constexpr date day() const noexcept { return record_.day(); }
    /// What is supposed.
    constexpr const scenario& what_if() const noexcept { return scenario_; }
    /// The record's own law.
    constexpr const snapshot& on_record() const noexcept { return record_; }

    /// As `snapshot::outcome`.
    constexpr supposed<armsledger::outcome> outcome(state exporter, state importer, recipient who,
                                                    item what) const noexcept {
        return {law_.outcome(exporter, importer, who, what, demand_added(importer, who, what)),
                record_.outcome(exporter, importer, who, what), bearing(exporter) | bearing(importer)};
    }
    /// As `snapshot::permission_for`.
    constexpr supposed<permission> permission_for(state territory, recipient who, item what, issuer by) const noexcept {
        permission rung = law_.permission_for(territory, who, what, by);
        for_each_added(territory, who, what, [&](const supposition& s) {
            if (s.issuer() == maybe<issuer>{by} && detail::is_stricter(*s.rung(), rung)) {
                rung = *s.rung();
            }
        });
        return {rung, record_.permission_for(territory, who, what, by), bearing(territory)};
    }
    /// As `snapshot::standing_of`.
    constexpr supposed<standing> standing_of(state s, treaty t) const noexcept {
        return {law_.standing_of(s, t), record_.standing_of(s, t), bearing(s)};
    }
    /// As `snapshot::states_with`. All suppositions that hold on the day bear on a set.
    constexpr supposed<state_set> states_with(standing wanted, treaty t) const noexcept {
        return {law_.states_with(wanted, t), record_.states_with(wanted, t), holding_};
    }
    /// As `snapshot::parties_to`.
    constexpr supposed<state_set> parties_to(treaty t) const noexcept { return states_with(standing::party, t); }
    /// As `snapshot::is_member`.
    constexpr supposed<answer> is_member(state s, body b) const noexcept {
        return {law_.is_member(s, b), record_.is_member(s, b), bearing(s)};
    }
    /// As `snapshot::members`.
    constexpr supposed<state_set> members(body b, certainty wanted = certainty::certain) const noexcept {
        return {law_.members(b, wanted), record_.members(b, wanted), holding_};
    }
    /// As `snapshot::embargoed`.
    constexpr supposed<answer> embargoed(state s, issuer by) const noexcept {
        return {law_.embargoed(s, by), record_.embargoed(s, by), bearing(s)};
    }
    /// As `snapshot::embargoed_on`.
    constexpr supposed<state_set> embargoed_on(issuer by, certainty wanted = certainty::certain) const noexcept {
        return {law_.embargoed_on(by, wanted), record_.embargoed_on(by, wanted), holding_};
    }

    /// Takes it to another day, as `snapshot::move_to`: two comparisons where nothing changes between, in the record or
    /// by a supposition; else some tens of microseconds.
    constexpr void move_to(date day) noexcept {
        record_.move_to(day);
        law_.day_ = day;
        if (day < from_ || day >= until_) {
            rebuild();
        }
    }

    /// Of the law of the day as it would be and of the scenario: equal for the same suppositions in the same order on
    /// the same day.
    constexpr std::uint64_t fingerprint() const noexcept {
        detail::mixture all{law_.fingerprint()};
        for (const supposition& s : scenario_) {
            all.add(static_cast<std::uint64_t>(s.kind()));
            all.add(static_cast<std::uint32_t>(s.when().from.days()));
            all.add(static_cast<std::uint32_t>(s.when().until.days()));
            all.add(s.to() ? s.to()->place() : recipient::count);
            all.add(s.issuer() ? static_cast<std::uint64_t>(*s.issuer()) * 256 + static_cast<std::uint64_t>(*s.rung())
                               : UINT64_MAX);
        }
        return all.hash;
    }

private:
    constexpr std::uint32_t bearing(state s) const noexcept { return bearing_[static_cast<std::size_t>(s)]; }

    // --- added embargoes: asked for besides what the tables hold ---

    // An embargo on all arms is not on what only derogations speak of.
    static constexpr bool is_arm(const item& what) noexcept {
        const auto c = what.as_class();
        return !c || is_within(*c, item_class::all_arms);
    }
    // Of a recipient that is not known, as strict as of any; of forces without a name, a group is one.
    static constexpr bool reaches(const supposition& s, const recipient& who) noexcept {
        const auto to = s.to();
        return !to || *to == who || who == recipient{end_user::unknown} ||
               (*to == recipient{end_user::non_governmental_forces} && who.as_group());
    }
    template <class Visit>
    constexpr void for_each_added(state territory, const recipient& who, const item& what, Visit visit) const noexcept {
        if (!has_added_ || !is_arm(what)) {
            return;
        }
        for (std::size_t i = 0; i < scenario_.size(); ++i) {
            const supposition& s = scenario_[i];
            if (s.kind() == supposition_kind::embargo_added && holds(i) && s.state() == maybe<state>{territory} &&
                reaches(s, who)) {
                visit(s);
            }
        }
    }
    constexpr detail::demand demand_added(state importer, const recipient& who, const item& what) const noexcept {
        detail::demand asked = 0;
        for_each_added(importer, who, what, [&](const supposition& s) {
            for (std::size_t g = 0; g < detail::tables::embargo_ground_count; ++g) {
                if (issuer_of_ground(g) == *s.issuer()) {
                    asked |= detail::demand_of(detail::effect_of(*s.rung()), g);
                    return;  // the first ground of an issuer is that of the issuer as such
                }
            }
        });
        return asked;
    }
    static constexpr issuer issuer_of_ground(std::size_t g) noexcept {
        return static_cast<issuer>(detail::byte_at(detail::tables::ground_issuer, g));
    }

    // --- the suppositions that hold on the day ---

    constexpr bool holds(std::size_t i) const noexcept { return (holding_ >> i & 1U) != 0; }

    // When a supposition makes a difference: a regime that goes on does so from its end.
    static constexpr period effective(const supposition& s) noexcept {
        return s.kind() == supposition_kind::embargo_goes_on ? period{detail::end_of(*s.regime()), s.when().until}
                                                             : s.when();
    }

    constexpr void rebuild() noexcept {
        const date today = record_.day();
        law_ = record_;
        for (std::uint32_t& b : bearing_) {
            b = 0;
        }
        holding_ = 0;
        has_added_ = false;
        from_ = record_.from_;
        until_ = record_.until_;
        for (std::size_t i = 0; i < scenario_.size(); ++i) {
            const period when = effective(scenario_[i]);
            narrow(when.from);
            narrow(when.until);
            holding_ |= std::uint32_t{when.contains(today)} << i;
        }
        // A treaty that is moved as a whole, before what single states do about it.
        for (unsigned pass = 0; pass < 2; ++pass) {
            for (std::size_t i = 0; i < scenario_.size(); ++i) {
                if (holds(i) && (scenario_[i].kind() == supposition_kind::treaty_in_force) == (pass == 0)) {
                    suppose(i);
                }
            }
        }
    }
    // Nothing changes up to a day, or from it on.
    constexpr void narrow(date day) noexcept {
        if (day <= record_.day()) {
            from_ = from_ < day ? day : from_;
        } else {
            until_ = day < until_ ? day : until_;
        }
    }

    constexpr void suppose(std::size_t i) noexcept {
        const supposition& s = scenario_[i];
        switch (s.kind()) {
            case supposition_kind::standing:
                bear(i, *s.state());
                stand(*s.state(), *s.treaty(), *s.standing(), record_.day());
                break;
            case supposition_kind::treaty_in_force: move_treaty(i, *s.treaty(), *s.day()); break;
            case supposition_kind::belonging:
                bear(i, *s.state());
                belong(*s.state(), *s.body(), s.is_member());
                break;
            case supposition_kind::embargo_goes_on: go_on(i, *s.regime()); break;
            case supposition_kind::embargo_ends: end(i, *s.regime()); break;
            case supposition_kind::embargo_added:
                bear(i, *s.state());
                has_added_ = true;
                law_.put(detail::embargoed_plane + static_cast<std::size_t>(*s.issuer()), *s.state(),
                         *s.rung() != permission::free);
                break;
        }
    }
    constexpr void bear(std::size_t i, state s) noexcept { bearing_[static_cast<std::size_t>(s)] |= 1U << i; }

    // --- treaties and bodies ---

    // A state stands so to a treaty, and is bound as one that does. `on` is the day of the record that is read, for
    // provisional application.
    constexpr void stand(state s, treaty t, standing as, date on) noexcept {
        using detail::ground;
        using rules = detail::screening<verdict>;
        for (unsigned bit = 0; bit < 3; ++bit) {
            law_.put(static_cast<std::size_t>(detail::plane::standing) + 3 * static_cast<std::size_t>(t) + bit, s,
                     (static_cast<unsigned>(as) >> bit & 1U) != 0);
        }
        const answer party = rules::as_party(as);
        switch (t) {
            case treaty::apmbc: bind(s, ground::apmbc, party); break;
            case treaty::ccm: bind(s, ground::ccm, party); break;
            case treaty::firearms_protocol: bind(s, ground::firearms_protocol, party); break;
            case treaty::att:
                bind(s, ground::att_7, detail::either(party, rules::applies_provisionally(s, as, on)));
                bind(s, ground::att_11, party);
                break;
        }
    }
    constexpr void bind(state s, detail::ground g, answer bound) noexcept {
        bind(s, static_cast<std::size_t>(g), bound);
    }
    constexpr void bind(state s, std::size_t g, answer bound) noexcept {
        law_.put(static_cast<std::size_t>(detail::plane::bound) + g, s, bound == answer::yes);
        law_.put(static_cast<std::size_t>(detail::plane::perhaps) + g, s, bound == answer::unknown);
    }
    constexpr void move_treaty(std::size_t i, treaty t, date in_force) noexcept {
        const std::int64_t later = armsledger::in_force_on(t) - in_force;
        const date on = record_.day() + static_cast<std::int32_t>(later);
        const period steady = snapshot::steady_around(on);
        narrow(steady.from == always ? always : steady.from + static_cast<std::int32_t>(-later));
        narrow(steady.until == never ? never : steady.until + static_cast<std::int32_t>(-later));
        for (const state s : all<state>{}) {
            if (exists(s, record_.day())) {
                const standing then = armsledger::standing_of(s, t, on);
                stand(s, t, then == standing::no_such_state ? standing::none : then, on);
                bear(i, s);
            }
        }
    }
    // A member is bound by what binds the members, but for acts that it stood aside from on the record.
    constexpr void belong(state s, body b, bool member) noexcept {
        law_.put(detail::members_plane + static_cast<std::size_t>(b), s, member);
        law_.put(detail::possible_members_plane + static_cast<std::size_t>(b), s, false);
        for (std::size_t g = 0; g < detail::tables::embargo_ground_count; ++g) {
            const auto of = binding_of(issuer_of_ground(g), force::mandatory);
            if (of && of->body() == maybe<body>{b} && of->since() <= record_.day()) {
                bind(s, g, member ? answer::yes : answer::no);
            }
        }
    }

    // --- embargoes ---

    template <class Apply>
    constexpr void for_each_territory(regime r, Apply apply) noexcept {
        state_set seen;
        for (const phase p : phases_of(r)) {
            if (!seen.contains(*p.territory())) {
                seen.insert(*p.territory());
                apply(*p.territory());
            }
        }
    }
    constexpr void go_on(std::size_t i, regime r) noexcept {
        const date last = detail::end_of(r) + -1;
        for_each_territory(r, [&](state s) {
            bear(i, s);
            law_.restore(s, detail::known_issuer_of(r), last);
            if (is_embargo(r)) {
                law_.put(detail::embargoed_plane + static_cast<std::size_t>(detail::known_issuer_of(r)), s, true);
            }
        });
    }
    constexpr void end(std::size_t i, regime r) noexcept {
        for_each_territory(r, [&](state s) {
            bear(i, s);
            law_.clear(s, detail::known_issuer_of(r));
            law_.put(detail::embargoed_plane + static_cast<std::size_t>(detail::known_issuer_of(r)), s, false);
            law_.put(detail::possibly_embargoed_plane + static_cast<std::size_t>(detail::known_issuer_of(r)), s, false);
        });
    }

    scenario scenario_;
    snapshot record_, law_;
    date from_ = never, until_ = always;  // in between nothing changes
    std::uint32_t bearing_[256] = {};
    std::uint32_t holding_ = 0;
    bool has_added_ = false;
};

/// The law on a day as it would be under a scenario.
constexpr counterfactual at(const scenario& what_if, date day) noexcept { return {what_if, day}; }

/// Writes what is supposed, "EU embargo on Syria of 2011 goes on after 2013-06-01", piece by piece to a sink as in
/// explanation.hpp. For a supposition that a scenario took in.
template <class Sink>
constexpr void explain(const supposition& s, Sink&& sink) {
    const auto say = [&sink](const char* words) { sink(text_view{words}); };
    switch (s.kind()) {
        case supposition_kind::standing:
            sink(name(*s.state()));
            say(" stands to the ");
            sink(name(*s.treaty()));
            say(" as ");
            detail::write_words(sink, to_string(*s.standing()));
            break;
        case supposition_kind::treaty_in_force:
            sink(name(*s.treaty()));
            say(" entered into force on ");
            detail::write(sink, *s.day());
            say(", not on ");
            detail::write(sink, in_force_on(*s.treaty()));
            return;
        case supposition_kind::belonging:
            sink(name(*s.state()));
            say(s.is_member() ? " is a member of the " : " is no member of the ");
            sink(name(*s.body()));
            break;
        case supposition_kind::embargo_goes_on:
            sink(name(*s.regime()));
            say(" goes on after ");
            detail::write(sink, detail::end_of(*s.regime()));
            if (s.when().until != never) {
                say(" until ");
                detail::write(sink, s.when().until);
            }
            return;
        case supposition_kind::embargo_ends:
            sink(name(*s.regime()));
            say(" ends");
            break;
        case supposition_kind::embargo_added:
            sink(to_string(*s.issuer()));
            say(" embargo on arms to ");
            sink(name(*s.state()));
            if (const auto to = s.to()) {
                say(" (");
                detail::write(sink, *to);
                say(")");
            }
            say(": ");
            detail::write_words(sink, to_string(*s.rung()));
            break;
    }
    if (s.when().from != always) {
        say(" from ");
        detail::write(sink, s.when().from);
    }
    if (s.when().until != never) {
        say(" until ");
        detail::write(sink, s.when().until);
    }
}

/// Writes that an answer is not the record's, what would be so and what is, and which suppositions bear on it.
template <class T, class Sink>
requires requires(T value) { to_string(value); }
constexpr void explain(const scenario& what_if, const supposed<T>& answer, Sink&& sink) {
    sink(text_view{"Not of the record, but supposed: "});
    detail::write_words(sink, to_string(answer.value()));
    sink(text_view{answer.differs() ? "; on record it is " : ", as on record"});
    if (answer.differs()) {
        detail::write_words(sink, to_string(answer.on_record()));
    }
    sink(text_view{".\n"});
    for (std::size_t i = 0; i < what_if.size(); ++i) {
        if (answer.bears(i)) {
            sink(text_view{"  Supposed: "});
            explain(what_if[i], sink);
            sink(text_view{".\n"});
        }
    }
}

}  // namespace armsledger
