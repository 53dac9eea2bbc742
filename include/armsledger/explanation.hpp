// SPDX-License-Identifier: BSL-1.0
/// \file
/// A verdict in plain English, piece by piece to whatever takes text: no heap, no stream of its own. Opt-in, for it
/// reads what a verdict alone does not: names and summaries.
///
/// Both functions call a sink, `sink(text_view)`, once for each piece of text in order; a piece is no word or line of
/// its own. The text of a piece need not outlive the call. What the sink throws passes through. Names of acts and
/// bodies are as the record has them.
#pragma once

#include <armsledger/screening.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

namespace detail {

// Writes a text to a sink, "_" as a space: "non-governmental forces".
template <class Sink>
constexpr void write_words(Sink& sink, text_view slug) {
    for (std::size_t at = 0; at < slug.size();) {
        const std::size_t run = slug.part(at).find('_');
        sink(slug.part(at, run));
        at += run;
        if (at < slug.size()) {
            sink(text_view{slug.part(0, at) == "non" ? "-" : " "});
            ++at;
        }
    }
}

template <class Sink>
constexpr void write_number(Sink& sink, unsigned n) {
    if (n >= 10) {
        write_number(sink, n / 10);
    }
    const char digit = static_cast<char>('0' + n % 10);
    sink(text_view{&digit, 1});
}

template <class Sink>
constexpr void write(Sink& sink, date d) {
    const date_text text = to_string(d);
    sink(text_view{text});
}

template <class Sink>
constexpr void write(Sink& sink, waiting_time w) {
    write_number(sink, w.days);
    sink(text_view{w.working_days ? " working days" : w.days == 1 ? " day" : " days"});
}

template <class Sink>
constexpr void write(Sink& sink, recipient r) {
    if (const auto g = r.as_group()) {
        sink(name(*g));
    } else {
        write_words(sink, *r.as_end_user() == end_user::unknown ? text_view{"recipient not known"}
                                                                : to_string(*r.as_end_user()));
    }
}

template <class Sink>
constexpr void write(Sink& sink, item i) {
    if (const auto t = i.as_type()) {
        sink(name(*t));
    } else if (const auto c = i.as_class()) {
        sink(name(*c));
    } else {
        sink(name(i.as_category()->scheme()));
        sink(text_view{", category "});
        sink(i.as_category()->code());
    }
}

template <class Sink>
constexpr void write(Sink& sink, act_reference a) {
    sink(a.instrument);
    if (!a.paragraph.empty()) {
        sink(text_view{", "});
        sink(a.paragraph);
    }
    if (!a.renewed_by.empty()) {
        sink(text_view{", as renewed by "});
        sink(a.renewed_by);
    }
}

// What a measure says on its rung.
constexpr text_view words_for(permission p) noexcept {
    switch (p) {
        case permission::free: return "lets it through";
        case permission::notification: return "asks for a notice in advance";
        case permission::no_objection: return "asks for a notice, and that nobody objects";
        case permission::approval: return "asks for approval in advance";
        case permission::prohibited: return "bars it";
        case permission::unknown: return "may bar it: the record does not settle it";
        case permission::outside_coverage: return "may have changed: the record does not reach the day";
    }
    return {};
}

constexpr text_view words_for(outcome o) noexcept {
    switch (o) {
        case outcome::no_bar_found: return "No bar found";
        case outcome::assessment_required: return "Assessment required";
        case outcome::authorisation_required: return "Authorisation required";
        case outcome::unknown: return "Unknown";
        case outcome::prohibited: return "Prohibited";
    }
    return {};
}

constexpr text_view words_for(effect e) noexcept {
    switch (e) {
        case effect::prohibits: return "bars it";
        case effect::leaves_open: return "may apply: the record does not settle it";
        case effect::requires_authorisation: return "asks for an authorisation";
        case effect::requires_assessment: return "asks for an assessment";
        case effect::duty: return "lays a duty on it";
        case effect::permits: return "lets it through";
        case effect::reported: return "does not bind the exporter";
    }
    return {};
}

constexpr text_view words_for(turning_point t) noexcept {
    switch (t) {
        case turning_point::claim: return "what the items are for";
        case turning_point::contract: return "the day of the contract";
        case turning_point::area: return "whether the items are used outside the area of the ban";
        case turning_point::end_use_certificate: return "whether there is an end-use certificate";
        case turning_point::conditions: return "whether the conditions named are met";
        case turning_point::recipient: return "which group it is: one on a list is barred";
        case turning_point::item: return "which type of item it is exactly";
        case turning_point::atrocities: return "whether the exporter knows of atrocities they would serve";
        case turning_point::overriding_risk: return "whether the assessment finds an overriding risk";
        case turning_point::diversion_risk: return "whether it finds a risk of diversion";
    }
    return {};
}

// Whom the measure obliges, and on what ground.
template <class Sink>
constexpr void write_binding(Sink& sink, const auto& r, date day) {
    sink(text_view{r.binds == answer::yes ? "Binds " : r.binds == answer::no ? "Does not bind " : "May bind "});
    sink(name(r.bound));
    for (const auto a : all_stood_aside()) {
        if (a.regime() == r.phase()->regime() && a.state() == r.bound && a.when().contains(day)) {
            sink(text_view{", which stood aside: "});
            sink(a.note());
            sink(text_view{"."});
            return;
        }
    }
    const auto ground = binding_of(*r.issuer, r.force);
    if (r.force != force::mandatory) {
        sink(text_view{r.force == force::political ? ": a political commitment." : ": an appeal."});
    } else if (ground && ground->body()) {
        sink(text_view{r.binds == answer::yes  ? " under the law of the "
                       : r.binds == answer::no ? ", which was not under the law of the "
                                               : ": it is open whether it was under the law of the "});
        sink(name(*ground->body()));
        sink(text_view{" ("});
        sink(ground->legal_basis());
        sink(text_view{")."});
    }
}

// How a state is bound by a treaty on the day.
template <class Sink>
constexpr void write_standing(Sink& sink, const auto& r, date day) {
    sink(name(r.bound));
    sink(text_view{r.side == duty_on::importing ? ", the importer, " : " "});
    const auto record = r.treaty_record();
    const standing now = standing_of(r.bound, *r.treaty, day);
    if (r.binds != answer::yes || !record) {
        sink(text_view{"may be bound: its standing that day is open."});
    } else if (now == standing::party) {
        sink(text_view{"is a party, since "});
        write(sink, record->entry_into_force()->latest);
        sink(text_view{"."});
    } else {
        sink(text_view{"applies it provisionally (Article 23), since "});
        write(sink, record->provisional_application().value_or(day));
        sink(text_view{"."});
    }
}

// The harms that an exporter must weigh: Arms Trade Treaty, Article 7(1)(a) to (b) and 7(4).
template <class Sink>
constexpr void write_risk_factors(Sink& sink) {
    sink(text_view{" To be weighed:"});
    for (const article a : {article::att_7_1_a, article::att_7_1_b_i, article::att_7_1_b_ii, article::att_7_1_b_iii,
                            article::att_7_1_b_iv, article::att_7_4}) {
        sink(text_view{" "});
        sink(number_of(a));
        sink(text_view{" "});
        sink(summary_of(a));
    }
}

template <class Sink>
constexpr void write_embargo(Sink& sink, const auto& r, date day) {
    sink(name(r.phase()->regime()));
    sink(text_view{r.rule == rule::embargo_on_exports ? ", on arms leaving the exporter, " : " "});
    sink(words_for(r.permission));
    const auto c = r.cell();
    if (c && !c->body().empty()) {
        sink(text_view{" ("});
        sink(c->body());
        if (c->waiting().days != 0) {
            sink(text_view{", "});
            write(sink, c->waiting());
        }
        sink(text_view{")"});
    }
    sink(text_view{": "});
    write(sink, r.act_on(day));
    sink(text_view{". "});
    if (r.is_outside_area) {
        sink(text_view{"Used outside its area: "});
        sink(r.phase()->area());
        sink(text_view{". "});
    } else if (c && !c->condition().empty()) {
        sink(text_view{c->permission() == permission::unknown ? "Not settled: " : "Condition: "});
        sink(c->condition());
        sink(text_view{". "});
    }
    if (r.depends_on_group) {
        sink(text_view{"It is open in which class of recipients the group is. "});
    }
    if (r.depends_on_item) {
        sink(text_view{"It depends on the item: whether it falls in a class of the measure is open. "});
    }
    write_binding(sink, r, day);
    if (r.contested()) {
        for (const auto p : positions_of(*r.contested())) {
            sink(text_view{" Contested: "});
            sink(p.holders());
            sink(text_view{": "});
            sink(p.statement());
        }
    }
}

}  // namespace detail

/// One reason as a sentence or two: `sink(text_view)` is called for each piece in order.
template <class Row, class Sink>
constexpr void explain(const basic_reason<Row>& r, date day, Sink&& sink) {
    switch (r.rule) {
        case rule::embargo:
        case rule::embargo_on_exports: detail::write_embargo(sink, r, day); break;
        case rule::article:
            sink(name(*r.treaty));
            sink(text_view{", Article "});
            sink(number_of(*r.article));
            sink(text_view{", "});
            sink(detail::words_for(r.effect));
            sink(text_view{": "});
            sink(summary_of(*r.article));
            sink(text_view{" "});
            detail::write_standing(sink, r, day);
            if (r.article == article::att_7_1 && r.effect != effect::permits) {
                detail::write_risk_factors(sink);
            }
            break;
        case rule::object_and_purpose:
            sink(name(*r.treaty));
            sink(text_view{": "});
            sink(name(r.bound));
            sink(
                text_view{" has signed or consented, and must not defeat its object and purpose (Vienna Convention on "
                          "the Law of Treaties, Article 18)."});
            break;
        case rule::record_of_issuer:
            sink(text_view{"The record of embargoes of the "});
            sink(to_string(*r.issuer));
            sink(text_view{" does not reach the day."});
            break;
        case rule::existence:
            sink(name(r.bound));
            sink(text_view{" did not exist on the day."});
            break;
    }
    if (r.is_cited() && evidence_of(r) == evidence::unconfirmed) {
        sink(text_view{" No source read confirms this row."});
    }
}

/// A verdict in plain English: the answer in a line, a line a reason (numbered, the weightiest first), what
/// would change it, what it leaves out. Each line ends in a line feed. `sink(text_view)` is called for each piece.
template <class Reason, class Sink>
constexpr void explain(const transfer& t, const basic_verdict<Reason>& v, Sink&& sink) {
    sink(detail::words_for(v.outcome()));
    sink(text_view{": "});
    detail::write(sink, t.item);
    sink(text_view{" from "});
    sink(name(state{t.exporter}));
    sink(text_view{" to "});
    sink(name(state{t.importer}));
    sink(text_view{" ("});
    detail::write(sink, t.recipient);
    sink(text_view{") on "});
    detail::write(sink, t.on);
    sink(text_view{".\n"});
    if (v.rests_on_unconfirmed()) {
        sink(text_view{"The prohibition rests on rows that no source read confirms.\n"});
    }
    unsigned number = 0;
    for (const Reason& r : v) {
        detail::write_number(sink, ++number);
        sink(text_view{". "});
        explain(r, t.on, sink);
        sink(text_view{"\n"});
    }
    const auto list = [&](text_view heading, auto contains, auto write, std::size_t count) {
        bool first = true;
        for (std::size_t i = 0; i < count; ++i) {
            if (contains(i)) {
                sink(first ? heading : text_view{"; "});
                write(i);
                first = false;
            }
        }
        sink(text_view{first ? "" : ".\n"});
    };
    list(
        "It may turn on: ", [&](std::size_t i) { return v.turns_on().contains(static_cast<turning_point>(i)); },
        [&](std::size_t i) { sink(detail::words_for(static_cast<turning_point>(i))); },
        detail::enum_count<turning_point>);
    list(
        "A measure is lighter for: ", [&](std::size_t i) { return v.lighter_with().contains(static_cast<claim>(i)); },
        [&](std::size_t i) { detail::write_words(sink, to_string(static_cast<claim>(i))); }, detail::enum_count<claim>);
    list(
        "Not considered: ", [&](std::size_t i) { return v.not_considered().contains(static_cast<outside_rule>(i)); },
        [&](std::size_t i) { sink(name(static_cast<outside_rule>(i))); }, detail::enum_count<outside_rule>);
}

}  // namespace armsledger
