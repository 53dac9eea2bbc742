// SPDX-License-Identifier: BSL-1.0
//
// A transfer from arguments, and its verdict as words, columns or a tree.
#pragma once

#include "brief.hpp"

#include <armsledger/explanation.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tool {

// "yes" or "no" of an input; empty is not stated.
inline al::stated stated_of(const std::string& name, const std::string& text) {
    if (text.empty()) {
        return al::stated::not_stated;
    }
    const auto s = enumerator_of<al::stated>(text);
    if (!s) {
        throw bad_query{name + ": " + in_quotes(text) + " is neither yes nor no"};
    }
    return *s;
}

// The inputs that are a yes or a no.
inline constexpr std::pair<const char*, al::stated stated_facts::*> facts_yes_or_no[] = {
    {"outside_area", &stated_facts::outside_area},       {"end_use_certificate", &stated_facts::end_use_certificate},
    {"conditions_met", &stated_facts::conditions_met},   {"knows_of_atrocities", &stated_facts::knows_of_atrocities},
    {"overriding_risk", &stated_facts::overriding_risk}, {"diversion_risk", &stated_facts::diversion_risk}};

inline row names_of_facts() {
    row names{"claim", "contract"};
    for (const auto& [fact, member] : facts_yes_or_no) {
        names.emplace_back(fact);
    }
    return names;
}

// Sets one of the optional inputs of a transfer; false when there is none of that name.
inline bool state_fact(stated_facts& facts, const std::string& name, const std::string& value) {
    if (name == "claim") {
        const auto c = value.empty() ? al::claim::none : enumerator_of<al::claim>(value);
        if (!c) {
            throw bad_query{"claim: " + in_quotes(value) + " is none: write " + all_words<al::claim>()};
        }
        facts.claim = *c;
    } else if (name == "contract") {
        facts.contract = value.empty() ? al::nothing : al::maybe<al::date>{date_of(value)};
    } else {
        for (const auto& [fact, member] : facts_yes_or_no) {
            if (name == fact) {
                facts.*member = stated_of(name, value);
                return true;
            }
        }
        return false;
    }
    return true;
}

// Exporter, importer, recipient, item and date as the first five arguments.
inline al::transfer transfer_of(const row& arguments, const stated_facts& facts) {
    const al::date day = date_of(arguments[4]);
    return {.exporter = state_of(arguments[0], day),
            .importer = state_of(arguments[1], day),
            .recipient = recipient_of(arguments[2]),
            .item = item_of(arguments[3]),
            .on = day,
            .claim = facts.claim,
            .contract = facts.contract,
            .outside_area = facts.outside_area,
            .end_use_certificate = facts.end_use_certificate,
            .conditions_met = facts.conditions_met,
            .knows_of_atrocities = facts.knows_of_atrocities,
            .overriding_risk = facts.overriding_risk,
            .diversion_risk = facts.diversion_risk};
}

// The name of the rule of a reason: "eu-syria-2011", "att 6(1)", "vclt 18", "record UN".
inline std::string rule_of(const al::reason& r) {
    switch (r.rule) {
        case al::rule::embargo:
        case al::rule::embargo_on_exports: return str(al::to_string(r.phase()->regime()));
        case al::rule::article: return str(al::to_string(*r.treaty)) + " " + str(al::number_of(*r.article));
        case al::rule::object_and_purpose: return "vclt 18 " + str(al::to_string(*r.treaty));
        case al::rule::record_of_issuer: return "record " + str(al::to_string(*r.issuer));
        case al::rule::existence: return "existence " + str(al::alpha3(r.bound));
    }
    return "";
}

inline std::string route_of(const al::verdict& v) {
    const al::reason* r = v.route();
    if (r == nullptr) {
        return "";
    }
    const auto c = r->cell();
    const std::string body = c ? str(c->body()) : r->rule == al::rule::article ? "national authority" : "";
    const std::string waiting = c ? text_of(c->waiting()) : "";
    return str(al::to_string(r->permission)) + (body.empty() ? "" : ": " + body) +
           (waiting.empty() ? "" : ", " + waiting);
}

inline void add_once(std::vector<std::string>& list, std::string text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
        list.push_back(std::move(text));
    }
}

// The act that a reason rests on that day, where its phase rested on several in turn.
inline al::maybe<al::act> act_behind(const al::reason& r, al::date day) {
    const auto a = r.phase() ? al::act_on(*r.phase(), day) : al::nothing;
    if (a && (r.act_on(day).instrument == a->instrument() || r.act_on(day).renewed_by == a->instrument())) {
        return a;
    }
    return al::nothing;
}

// The sources of a reason: of its rule, and of the act it rests on that day.
inline std::vector<std::string> sources_behind(const al::reason& r, al::date day) {
    std::vector<std::string> slugs;
    const auto add = [&](const auto& record) {
        for (const al::source s : al::sources_of(record)) {
            add_once(slugs, str(s.slug()));
        }
    };
    if (r.is_cited()) {
        add(r);
    }
    if (const auto a = act_behind(r, day)) {
        add(*a);
    }
    return slugs;
}

inline const row verdict_columns{"outcome", "route", "rules", "acts", "contested", "sources", "data_edition"};

// The columns that a verdict adds to its transfer. What does not bind is named last, as reported.
inline row verdict_cells(const al::transfer& t, const al::verdict& v) {
    std::vector<std::string> rules, acts, contests, sources;
    for (const al::reason& r : v) {
        const bool reported = r.effect == al::effect::reported;
        add_once(rules, rule_of(r) + (reported ? " (reported)" : ""));
        if (!reported) {
            add_once(acts, text_of(r.act_on(t.on)));
            const bool decides = r.effect <= al::effect::requires_authorisation;
            add_once(contests, decides && r.contested() ? str(al::to_string(*r.contested())) : "");
            for (const std::string& source : sources_behind(r, t.on)) {
                add_once(sources, source);
            }
        }
    }
    return {str(al::to_string(v.outcome())),
            route_of(v),
            join(rules, ";"),
            join(acts, ";"),
            join(contests, ";"),
            join(sources, ";"),
            str(al::data_edition)};
}

template <class... Arguments>
std::string explained(const Arguments&... arguments) {
    std::string text;
    explain(arguments..., [&](al::text_view piece) { text.append(piece.data(), piece.size()); });
    return text;
}

using json_members = std::vector<std::pair<std::string, std::string>>;  // names and values, the values as JSON

inline std::string json_object(const json_members& members) {
    std::string out = "{";
    for (const auto& [name, value] : members) {
        out += out.size() > 1 ? ", " : "";
        out += json_string(name);
        out += ": ";
        out += value;
    }
    return out + "}";
}

inline std::string json_list(const std::vector<std::string>& values) {
    std::string out = "[";
    for (const std::string& value : values) {
        out += out.size() > 1 ? ", " : "";
        out += value;
    }
    return out + "]";
}

template <class Enum>
std::string json_flags(const al::flags<Enum>& set) {
    std::vector<std::string> words;
    for (const Enum e : al::all<Enum>{}) {
        if (set.contains(e)) {
            words.push_back(json_string(str(al::to_string(e))));
        }
    }
    return json_list(words);
}

inline std::string json_positions(al::contest c) {
    std::vector<std::string> positions;
    for (const al::contested_position p : al::positions_of(c)) {
        positions.push_back(
            json_object({{"holders", json_string(str(p.holders()))}, {"statement", json_string(str(p.statement()))}}));
    }
    return json_object({{"contest", json_string(str(al::to_string(c)))}, {"positions", json_list(positions)}});
}

inline std::string json_reason(const al::reason& r, al::date day) {
    json_members members{{"rule", json_string(rule_of(r))},
                         {"effect", json_string(str(al::to_string(r.effect)))},
                         {"bound", json_string(str(al::alpha3(r.bound)))},
                         {"binds", json_string(str(al::to_string(r.binds)))}};
    if (const auto p = r.phase()) {
        members.insert(members.end(), {{"permission", json_string(str(al::to_string(r.permission)))},
                                       {"force", json_string(str(al::to_string(r.force)))},
                                       {"act", json_string(text_of(r.act_on(day)))}});
        if (const auto c = r.cell()) {
            members.insert(members.end(), {{"body", json_string(str(c->body()))},
                                           {"waiting", json_string(text_of(c->waiting()))},
                                           {"condition", json_string(str(c->condition()))}});
        }
        members.emplace_back("contested", r.contested() ? json_positions(*r.contested()) : "null");
    }
    if (r.is_cited()) {
        std::vector<std::string> sources;
        for (const std::string& slug : sources_behind(r, day)) {
            sources.push_back(json_string(slug));
        }
        members.insert(members.end(), {{"evidence", json_string(str(al::to_string(al::evidence_of(r))))},
                                       {"sources", json_list(sources)}});
    }
    members.emplace_back("explanation", json_string(explained(r, day)));
    return json_object(members);
}

// The reason tree, after the columns of the transfer.
inline std::string json_verdict(json_members members, const al::transfer& t, const al::verdict& v) {
    std::vector<std::string> reasons;
    for (const al::reason& r : v) {
        reasons.push_back(json_reason(r, t.on));
    }
    members.insert(members.end(), {{"outcome", json_string(str(al::to_string(v.outcome())))},
                                   {"route", json_string(route_of(v))},
                                   {"contested", v.contested() ? "true" : "false"},
                                   {"rests_on_unconfirmed", v.rests_on_unconfirmed() ? "true" : "false"},
                                   {"reasons", json_list(reasons)},
                                   {"turns_on", json_flags(v.turns_on())},
                                   {"lighter_with", json_flags(v.lighter_with())},
                                   {"not_considered", json_flags(v.not_considered())},
                                   {"data_edition", json_string(str(al::data_edition))}});
    return json_object(members);
}

// One transfer: the verdict in words, as columns, or as a tree.
inline void screen_one(const row& arguments, const options& chosen, format as, printer& out) {
    static const row names{"exporter", "importer", "recipient", "item", "date"};
    if (arguments.size() != names.size()) {
        throw bad_query{"screen takes EXPORTER IMPORTER RECIPIENT ITEM DATE, or transfers on standard input"};
    }
    const al::transfer t = transfer_of(arguments, chosen.stated);
    const al::verdict v = al::screen(t);
    const row inputs{str(al::alpha3(t.exporter)), str(al::alpha3(t.importer)), recipient_slug(t.recipient),
                     item_slug(t.item), text_of(t.on)};
    if (as == format::json) {
        json_members members;
        for (std::size_t i = 0; i < names.size(); ++i) {
            members.emplace_back(names[i], json_string(inputs[i]));
        }
        std::cout << json_verdict(std::move(members), t, v) << '\n';
        return;
    }
    if (as == format::csv) {
        answers a{names, names.size(), {inputs}};
        const row cells = verdict_cells(t, v);
        a.columns.insert(a.columns.end(), verdict_columns.begin(), verdict_columns.end());
        a.rows[0].insert(a.rows[0].end(), cells.begin(), cells.end());
        out.print(a);
        return;
    }
    std::string text = explained(t, v);
    text.pop_back();  // its last line end
    page p{std::move(text)};
    p.section("The reasons rest on");
    for (const al::reason& r : v) {
        if (r.is_cited()) {
            p.line(rule_of(r), str(al::to_string(al::evidence_of(r))));
            p.cite(r);
            if (const auto a = act_behind(r, t.on)) {
                p.cite(*a);
            }
        }
    }
    p.print(std::cout);
}

}  // namespace tool
