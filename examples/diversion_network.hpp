// SPDX-License-Identifier: BSL-1.0
//
// The network of the model in diversion.hpp, as the record has it: who supplied whom in which months, what was sent,
// how arms left their holders. All of it is read from the library; nothing here is a number of the model's but how far
// back a period reaches whose beginning no text gives.
#pragma once

#include <armsledger/armsledger.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace diversion {

namespace al = armsledger;
namespace rp = armsledger::report;
using namespace al::literals;

// --- time ---

constexpr int first_year = 1970;
constexpr unsigned months = 12 * (2016 - first_year);  // the report came out in December 2015

constexpr al::date day_of(unsigned month) noexcept {
    return *al::make_date(first_year + static_cast<int>(month / 12), month % 12 + 1, 1);
}
constexpr unsigned month_of(al::date day) noexcept {  // at the ends of the study for days outside it
    const int month = 12 * (std::clamp(day, day_of(0), rp::published).year() - first_year);
    return static_cast<unsigned>(month) + std::clamp(day, day_of(0), rp::published).month() - 1;
}

/// Months of a period, both included. Where a text gives no beginning, it is taken to lie some years before the end;
/// where it gives neither, at the beginning of the study.
struct span {
    unsigned first, last;
};
constexpr unsigned years_of_an_open_beginning = 5;  // assumed
constexpr span span_of(al::period p) noexcept {
    const unsigned last = p.until == al::never ? months - 1 : month_of(p.until + -1);
    const unsigned open = 12 * years_of_an_open_beginning;
    const unsigned first = p.from != al::always                  ? month_of(p.from)
                           : p.until != al::never && last > open ? last - open
                                                                 : 0;
    return {first, std::max(first, last)};
}

// --- what there is ---

/// Whose stock arms are in. Nobody in the model takes from Iran: it is there to count who armed both sides.
enum stock : std::uint8_t { iraq, iran, syria, opposition, kurdistan, untraced, islamic_state, stocks };

enum class size : std::uint8_t { small_arm, light_weapon, vehicle, heavy, not_counted };

/// Something that can be held: a weapon of the record, or small arms of no named model from a manufacturer.
struct kind {
    al::weapon_type type;
    al::state_set origins;  // designers and makers, as of today: Russia for the Soviet Union
    diversion::size size;
    bool is_weapon;
};
struct destination {
    diversion::stock stock;
    al::state importer;
    al::recipient who;
};
/// A supplier of one destination, and how many months ago it last was so on record.
struct supplier {
    al::state state;
    destination to;
    std::vector<std::uint16_t> catalogue;
    std::array<std::uint16_t, months> since_record;
};
struct consignment {
    al::maybe<al::state> from;  // nobody where a text names no state
    destination to;
    std::uint16_t kind;
    std::uint32_t number;
    rp::bound bound;
    rp::stage stage;
    diversion::span span;
    al::period when;
    std::vector<std::size_t> inside = {};  // consignments that this one's text counts in
    bool is_assumed = false;               // its number is: see `humvees`
};
struct loss {
    diversion::stock from, to;
    rp::channel channel;
    bool possible;
    diversion::span span;
    al::period when;
    std::vector<std::uint16_t> kinds;
};
struct network {
    std::vector<kind> kinds;  // the weapons in their order, then what manufacturers make
    std::vector<supplier> suppliers;
    std::vector<consignment> consignments;
    std::vector<loss> losses;
};

constexpr std::uint16_t kind_of(rp::weapon w) noexcept { return static_cast<std::uint16_t>(w); }

/// By the UN's lists of small arms and light weapons, and of battle tanks and armoured vehicles.
inline size size_of(al::weapon_type t) noexcept {
    using enum al::weapon_type;
    const auto lists = [t](al::scheme s, al::text_view code) {
        const auto c = al::classify(t, s, rp::published);
        return c && c->falls_under(*al::find_category(s, code)) != al::answer::no;
    };
    if (lists(al::scheme::un_salw, "SA")) {
        return size::small_arm;
    }
    if (lists(al::scheme::un_salw, "LW")) {
        return size::light_weapon;
    }
    if (lists(al::scheme::unroca, "I") || lists(al::scheme::unroca, "II") || t == utility_vehicle) {
        return size::vehicle;
    }
    for (const al::weapon_type other : {ammunition, ammunition_small_calibre, hand_grenade, rocket, landmine, ied,
                                        chemical_weapon, cluster_munition}) {
        if (t == other) {
            return size::not_counted;
        }
    }
    return size::heavy;
}

/// The state that a former one lives on in; itself for those that fell apart.
inline al::state today(al::state s) noexcept {
    for (const auto event : al::successions_of(s)) {
        if (event.predecessor() == s && event.successor() != s && event.when() >= day_of(0) &&
            event.kind() != al::succession_kind::dissolution && event.kind() != al::succession_kind::secession) {
            return today(event.successor());
        }
    }
    return s;
}
inline al::state_set today(const al::state_set& states) noexcept {
    al::state_set found;
    for (const al::state s : states) {
        found.insert(today(s));
    }
    return found;
}

// --- how it is read ---

/// The destination that an actor is. The region's forces are taken for the government's: they received what they did
/// with its consent.
inline al::maybe<destination> destination_of(rp::actor a) noexcept {
    if (a == rp::actor{rp::named_actor::kurdistan_region}) {
        return destination{kurdistan, "IRQ"_state, al::end_user::government};
    }
    if (a == rp::actor{rp::named_actor::syrian_opposition} || a == rp::actor{rp::named_actor::free_syrian_army} ||
        a == rp::actor{rp::named_actor::dawud_brigade}) {
        return destination{opposition, "SYR"_state, al::end_user::non_governmental_forces};
    }
    if (a == rp::actor{rp::named_actor::disbanded_iraqi_soldiers}) {
        a = "IRQ"_state;
    }
    const al::maybe<al::state> s = rp::state_behind(a);
    const bool held = s && (*s == "IRQ"_state || *s == "IRN"_state || *s == "SYR"_state);
    const stock whose = !held ? stocks : *s == "IRQ"_state ? iraq : *s == "IRN"_state ? iran : syria;
    return {held, destination{whose, s.value_or("IRQ"_state), al::end_user::government}};
}
inline al::maybe<destination> destination_of(rp::role r) noexcept {
    switch (r) {
        case rp::role::supplier_to_iraq:
        case rp::role::coalition_supplier: return destination_of("IRQ"_state);
        case rp::role::supplier_to_iran: return destination_of("IRN"_state);
        case rp::role::supplier_to_syrian_opposition: return destination_of(rp::named_actor::syrian_opposition);
        default: return al::nothing;
    }
}

inline std::vector<kind> all_kinds() {
    std::vector<kind> kinds;
    for (const rp::weapon w : al::all<rp::weapon>()) {
        kinds.push_back({rp::type_of(w), today(rp::designers_of(w) | rp::makers_of(w)), size_of(rp::type_of(w)), true});
    }
    for (const al::state s : rp::states_as(rp::role::manufacturer, true)) {
        kinds.push_back({al::weapon_type::small_arm, today(al::state_set{s}), size::small_arm, false});
    }
    return kinds;
}

/// What a supplier may send: all that it makes, and what it is on record to have sent there. To forces that are no
/// state's, what men can carry.
inline std::vector<std::uint16_t> catalogue_of(const std::vector<kind>& kinds, al::state from, const destination& to) {
    std::vector<bool> offered(kinds.size());
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        offered[k] = kinds[k].is_weapon ? rp::makers_of(static_cast<rp::weapon>(k)).contains(from)
                                        : kinds[k].origins.contains(today(from));
    }
    for (const rp::edge e : rp::routes_from(rp::actor{from})) {
        const auto goes_to = destination_of(e.to());
        if (e.weapon() && goes_to && goes_to->stock == to.stock) {
            offered[kind_of(*e.weapon())] = true;
        }
    }
    std::vector<std::uint16_t> found;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const bool carried = kinds[k].size <= size::light_weapon;
        if (offered[k] && kinds[k].size != size::not_counted && (carried || to.stock != opposition)) {
            found.push_back(static_cast<std::uint16_t>(k));
        }
    }
    if (found.empty()) {  // the record has that it supplied, and not what
        found.push_back(kind_of(rp::weapon::handguns_small_arms_unspecified));
    }
    return found;
}

/// Takes a supplier's months of record in; a state that did not exist supplies nothing.
inline void add_record(network& n, al::state from, const destination& to, al::period when) {
    auto s = std::find_if(n.suppliers.begin(), n.suppliers.end(),
                          [&](const supplier& x) { return x.state == from && x.to.stock == to.stock; });
    if (s == n.suppliers.end()) {
        s = n.suppliers.insert(s, {from, to, catalogue_of(n.kinds, from, to), {}});
        s->since_record.fill(UINT16_MAX);
    }
    for (unsigned m = span_of(when).first; m < months && al::exists(from, day_of(m)); ++m) {
        const unsigned since = m <= span_of(when).last ? 0 : m - span_of(when).last;
        s->since_record[m] = static_cast<std::uint16_t>(std::min<unsigned>(s->since_record[m], since));
    }
}

/// The account with the largest number: the others are of a part, or a literal lower bound.
inline al::maybe<rp::account> fullest_account(const rp::transfer& t) noexcept {
    al::maybe<rp::account> found;
    for (const rp::account a : t.accounts()) {
        const auto q = a.quantity();
        if (q && a.weapon() && (q->unit == rp::unit::pieces || q->unit == rp::unit::missiles) &&
            (!found || found->quantity()->number < q->number)) {
            found = a;
        }
    }
    return found;
}
constexpr bool is_within(al::period inner, al::period outer) noexcept {
    return outer.from <= inner.from && inner.until <= outer.until;
}
inline void add_consignments(network& n) {
    for (const rp::transfer t : rp::all_transfers()) {
        const auto a = fullest_account(t);
        const auto to = a ? destination_of(a->recipient()) : al::nothing;
        if (to && n.kinds[kind_of(*a->weapon())].size != size::not_counted) {
            const rp::actor from = *a->suppliers().begin();
            n.consignments.push_back({from.as_state(), *to, kind_of(*a->weapon()),
                                      static_cast<std::uint32_t>(a->quantity()->number), a->quantity()->bound,
                                      a->stage(), span_of(a->when()), a->when()});
        }
    }
    // Numbers of the record overlap. One for small arms or light weapons of any type, or of the same model, counts in
    // those of the same size whose time lies within its own.
    for (consignment& outer : n.consignments) {
        for (std::size_t i = 0; i < n.consignments.size(); ++i) {
            const consignment& inner = n.consignments[i];
            const al::weapon_type type = n.kinds[outer.kind].type;
            const bool any_type = type == al::weapon_type::small_arm || type == al::weapon_type::light_weapon;
            if ((any_type || outer.kind == inner.kind) && n.kinds[outer.kind].size == n.kinds[inner.kind].size &&
                outer.to.stock == inner.to.stock && is_within(inner.when, outer.when) && inner.when != outer.when) {
                outer.inside.push_back(i);
            }
        }
    }
    // The one that the record does not have, and that a published figure needs.
    constexpr al::period years{"2005-01-01"_date, "2012-01-01"_date};
    n.consignments.push_back({.from = "USA"_state,
                              .to = *destination_of("IRQ"_state),
                              .kind = kind_of(rp::weapon::humvee),
                              .number = 0,
                              .bound = rp::bound::exactly,
                              .stage = rp::stage::delivered,
                              .span = span_of(years),
                              .when = years,
                              .is_assumed = true});
}

/// Whose stocks an acquisition was taken from. Where a text names no holder: those of the states it names.
inline std::vector<stock> stocks_of(const rp::acquisition& a) {
    if (a.channel() == rp::channel::illicit_trade) {
        return {untraced};
    }
    if (const auto named = a.holder() ? destination_of(*a.holder()) : al::nothing) {
        return {named->stock};
    }
    std::vector<stock> found;
    const bool is_other_state = a.holder() && rp::state_behind(*a.holder());
    for (const al::state s : a.states()) {
        if (const auto there = destination_of(s); there && !is_other_state) {
            found.push_back(there->stock);
        }
    }
    return found;
}

/// What a loss reaches: everything where a base fell, else the weapons that the text names, or all where it names none.
inline std::vector<std::uint16_t> kinds_of(const network& n, const rp::acquisition& a) {
    std::vector<std::uint16_t> found;
    for (std::size_t k = 0; k < n.kinds.size(); ++k) {
        bool reached = a.channel() == rp::channel::stockpile_capture || a.weapons().empty();
        for (const rp::weapon w : a.weapons()) {
            reached = reached || kind_of(w) == k;
        }
        if (reached && n.kinds[k].size != size::not_counted) {
            found.push_back(static_cast<std::uint16_t>(k));
        }
    }
    return found;
}
inline void add_losses(network& n) {
    constexpr al::date islamic_state_in_both = "2013-04-09"_date;  // group_names.csv: "in Iraq and the Levant"
    std::vector<loss> all;
    for (const rp::acquisition a : rp::all_acquisitions()) {
        const bool lost = a.reach() == rp::reach::untraced;
        // "Many" are no number: that arms went astray counts where a text says which.
        if (a.channel() == rp::channel::unaccounted_loss && a.weapons().empty()) {
            continue;
        }
        al::period when = a.when();
        when.from = when.from == al::always ? islamic_state_in_both : when.from;
        for (const stock from : stocks_of(a)) {
            all.push_back({from, lost ? untraced : islamic_state, a.channel(), a.reach() == rp::reach::possible,
                           span_of(when), when, kinds_of(n, a)});
        }
    }
    // Texts tell of the same loss, some from afar. One is left out where another, within its time, reaches as much.
    for (const loss& outer : all) {
        const bool is_told_closer = std::any_of(all.begin(), all.end(), [&](const loss& inner) {
            const bool closer = is_within(inner.when, outer.when) && (inner.when != outer.when || &inner < &outer);
            return closer && inner.from == outer.from && inner.to == outer.to && inner.channel == outer.channel &&
                   std::includes(inner.kinds.begin(), inner.kinds.end(), outer.kinds.begin(), outer.kinds.end());
        });
        if (!is_told_closer && !outer.kinds.empty()) {
            n.losses.push_back(outer);
        }
    }
}

inline network network_of_the_record() {
    network n{all_kinds(), {}, {}, {}};
    for (const rp::part p : rp::all_parts()) {
        if (const auto to = destination_of(p.role())) {
            add_record(n, p.state(), *to, p.when());
        }
    }
    // Who made what is in a stock: of Syria the record has nothing nearer to supply, and of Iraq its own make.
    for (const rp::edge e : rp::all_edges()) {
        const auto to = destination_of(e.to());
        if (to && e.kind() == rp::custody::made && e.from().as_state()) {
            add_record(n, *e.from().as_state(), *to, e.when());
        }
    }
    add_consignments(n);
    add_losses(n);
    return n;
}

}  // namespace diversion
