// SPDX-License-Identifier: BSL-1.0
//
// Every query of the library, its answers taken into one number: equal answers, equal number. For what must not
// change an answer: compilers, their options, threads, values that are no enumerators.
#pragma once

#include <armsledger/armsledger.hpp>
#include <armsledger/batch.hpp>
#include <armsledger/ladder.hpp>
#include <armsledger/scenario.hpp>
#include <armsledger/timeline.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace all_queries {

namespace al = armsledger;

template <class T>
concept number = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <class T>
concept text = requires(const T& t) {
    t.data();
    t.size();
};
template <class T>
concept optional = requires(const T& t) {
    t.has_value();
    *t;
};
template <class T>
concept record = requires(const T& t) {
    t.row();
};
template <class T>
concept range = requires(const T& t) {
    t.begin();
    t.end();
}
&&!text<T> && !optional<T>;

// FNV-1a over what answers are made of.
class answers {
public:
    std::uint64_t value() const { return hash_; }

    template <class... More>
    void add(const More&... more) {
        (take(more), ...);
    }

private:
    template <number T>
    void take(T t) {
        mix(static_cast<std::uint64_t>(t));
    }
    template <text T>
    void take(const T& t) {
        for (std::size_t i = 0; i < t.size(); ++i) {
            mix(static_cast<unsigned char>(t.data()[i]));
        }
        mix(t.size());
    }
    template <optional T>
    void take(const T& t) {
        mix(t.has_value());
        if (t.has_value()) {
            take(*t);
        }
    }
    template <record T>
    void take(const T& t) {
        mix(t.row());
    }
    template <range T>
    void take(const T& t) {
        std::uint64_t size = 0;
        for (const auto& one : t) {
            take(one);
            ++size;
        }
        mix(size);
    }
    void take(al::date d) { mix(static_cast<std::uint64_t>(d.days())); }
    void take(al::uncertain_date d) { add(d.earliest, d.latest); }
    void take(al::uncertain_period p) { add(p.from, p.until); }
    void take(al::period p) { add(p.from, p.until); }
    void take(al::bounds b) { add(b.at_least, b.at_most); }
    void take(const al::treaty_count& c) { add(c.signatories, c.contracting, c.parties); }
    void take(al::att_coverage c) { add(c.arms, c.ammunition, c.parts); }
    void take(const al::ruling& r) { add(r.permission, r.force, r.condition, r.phase, r.cell, r.lighter_with); }
    void take(const al::reason& r) { add(r.rule, r.effect, r.permission); }
    void take(const al::verdict& v) {
        add(v.outcome(), v.size(), v.route() != nullptr);
        for (const al::reason& r : v) {
            take(r);
        }
    }
    void take(const al::change& c) { add(c.when(), c.kind()); }
    void take(const al::event& e) { add(e.when(), e.kind(), e.state(), e.turn()); }
    void take(al::phase_bits b) { add(b.certain, b.possible); }

    void mix(std::uint64_t word) { hash_ = (hash_ ^ word) * 1099511628211ULL; }

    std::uint64_t hash_ = 14695981039346656037ULL;
};

// Of enumerators, or of any value: each query has an answer for each.
struct subjects {
    al::state of, other;
    al::treaty treaty;
    al::issuer issuer;
    al::body body;
    al::group group;
    al::regime regime;
    al::weapon_type type;
    al::item_class items;
    al::scheme scheme;
    al::end_user user;
    al::force force;
    al::claim claim;
    al::article article;
    al::outside_rule rule;
};

// One after the other through all enumerators, or through all values that the byte behind them may have.
inline subjects subjects_at(unsigned n, bool valid) {
    const auto pick = [&]<class Enum>(Enum, unsigned step) {
        const unsigned count = valid ? static_cast<unsigned>(al::detail::enum_count<Enum>) : 256;
        return static_cast<Enum>((n * step) % count);
    };
    return {pick(al::state{}, 1),
            pick(al::state{}, 83),
            pick(al::treaty{}, 1),
            pick(al::issuer{}, 1),
            pick(al::body{}, 1),
            pick(al::group{}, 1),
            pick(al::regime{}, 1),
            pick(al::weapon_type{}, 1),
            pick(al::item_class{}, 1),
            pick(al::scheme{}, 1),
            pick(al::end_user{}, 1),
            static_cast<al::force>(valid ? n % 3 : n % 256),
            static_cast<al::claim>(valid ? n % 13 : n % 256),
            pick(al::article{}, 1),
            pick(al::outside_rule{}, 1)};
}

inline void ask_names(const subjects& a, answers& out) {
    out.add(al::alpha2(a.of), al::alpha3(a.of), al::numeric(a.of), al::name(a.of), al::status_of(a.of),
            al::code_status_of(a.of), al::note_on(a.of), al::names_of(a.of), al::successions_of(a.of),
            al::existence_of(a.of), al::contests_about(a.of));
    out.add(al::name(a.treaty), al::to_string(a.treaty), al::adopted_on(a.treaty), al::in_force_on(a.treaty),
            al::coverage(a.treaty), al::coverage(a.issuer));
    out.add(al::name(a.body), al::to_string(a.body), al::name(a.group), al::to_string(a.group), al::note_on(a.group),
            al::names_of(a.group), al::states_of(a.group), al::listings_of(a.group));
    out.add(al::name(a.regime), al::to_string(a.regime), al::issuer_of(a.regime), al::is_embargo(a.regime),
            al::contests_about(a.regime), al::phases_of(a.regime));
    out.add(al::name(a.type), al::to_string(a.type), al::name(a.items), al::to_string(a.items),
            al::is_derogation(a.items), al::name(a.scheme), al::to_string(a.scheme), al::categories_of(a.scheme));
    out.add(al::treaty_of(a.article), al::number_of(a.article), al::summary_of(a.article));
    out.add(al::to_string(a.rule), al::name(a.rule), al::note_on(a.rule), al::citation_of(a.rule).source_set());
    out.add(al::binding_of(a.issuer, a.force).has_value());
}

inline void ask_of_day(const subjects& a, al::date day, answers& out) {
    out.add(al::exists(a.of, day), al::name(a.of, day), al::names_on(a.of, day), al::names_on(a.group, day));
    out.add(al::standing_of(a.of, a.treaty, day), al::count(a.treaty, day), al::count_states(a.treaty, day),
            al::parties_to(a.treaty, day), al::contracting_states_of(a.treaty, day), al::signatories_of(a.treaty, day),
            al::notices_of(a.of, a.treaty));
    out.add(al::embargoed(a.of, day, a.issuer), al::embargoes_on(a.of, day), al::embargoes_on(a.of, day, a.issuer),
            al::restrictions_on(a.of, day), al::phases_in_force(a.of, day), al::embargoed_on(day, a.issuer),
            al::embargoed(a.group, day), al::embargoes_on(a.group, day), al::embargoes_on(a.group, day, a.issuer));
    out.add(al::is_member(a.of, a.body, day), al::members(a.body, day), al::memberships_of(a.of, a.body));
    out.add(al::binds(a.regime, a.force, a.of, day), al::concerns(a.rule, a.of, a.type, day));
    out.add(al::att_covers(a.type, day), al::att_covers(a.items, day), al::falls_in(a.type, a.items, a.regime, day),
            al::classify(a.type, a.scheme, day).has_value());
    const al::recipient whom[] = {a.user, a.group};
    const al::item what[] = {a.type, a.items};
    for (const al::recipient who : whom) {
        for (const al::item arms : what) {
            out.add(al::permission_for(a.of, who, arms, a.issuer, day), al::rung_on(a.of, who, arms, a.issuer, day));
            out.add(al::screen({.exporter = a.other,
                                .importer = a.of,
                                .recipient = who,
                                .item = arms,
                                .on = day,
                                .claim = a.claim,
                                .contract = day}));
        }
    }
}

inline void ask_of_law(const subjects& a, const al::snapshot& law, answers& out) {
    out.add(law.standing_of(a.of, a.treaty), law.states_with(al::standing::signatory, a.treaty),
            law.parties_to(a.treaty), law.is_member(a.of, a.body), law.members(a.body), law.embargoed(a.of, a.issuer),
            law.embargoed_on(a.issuer), law.next_change(), law.previous_change());
    out.add(law.permission_for(a.of, a.user, a.type, a.issuer), law.outcome(a.other, a.of, a.user, a.items),
            law.outcome(a.other, a.of, a.group, a.type));
}

inline void ask_of_span(const subjects& a, al::date from, al::date until, answers& out) {
    out.add(al::changes(a.of, from, until), al::timeline(from, until));
}

// What a text means to each parser.
inline void ask_text(al::text_view text, al::date day, answers& out) {
    const al::state_match matches[] = {al::find_state(text), al::find_state(text, day)};
    for (const al::state_match& m : matches) {
        out.add(m.kind, m.candidates, m.former, m.one());
    }
    out.add(al::find_state_named(text), al::find_alpha2(text), al::find_alpha3(text), al::parse_date(text));
    out.add(al::find_treaty(text), al::find_body(text), al::find_regime(text), al::find_issuer(text),
            al::find_scheme(text), al::find_weapon_type(text), al::find_item_class(text));
    out.add(al::find_source(text), al::find_category(al::scheme::unroca, text),
            al::find_article(al::treaty::att, text));
}

// All of it for one turn of many: subjects, texts and days change with `n`.
inline void ask_everything(unsigned n, bool valid, al::date day, answers& out) {
    const subjects a = subjects_at(n, valid);
    ask_names(a, out);
    ask_of_day(a, day, out);
    ask_of_law(a, al::at(day), out);
    ask_of_span(a, day, day + 400, out);
    ask_text(al::name(a.of), day, out);
    ask_text(al::name(a.type), day, out);
}

}  // namespace all_queries
