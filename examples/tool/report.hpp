// SPDX-License-Identifier: BSL-1.0
//
// What the report and the texts about it say, filtered, and the routes as a graph.
#pragma once

#include "brief.hpp"

#include <armsledger/report_law.hpp>
#include <armsledger/report_text.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace tool {

// What the options of `report` let through.
struct filters {
    std::optional<rp::actor> actor;
    std::optional<rp::weapon> weapon;
    std::optional<al::source> source;
    std::optional<rp::measure> measure;
    std::optional<al::date> from, until;
    std::optional<al::issuer> issuer;
    bool asides = false;
};

// What a row is about, for the filters.
struct about {
    std::vector<rp::actor> actors;
    std::vector<rp::weapon> weapons;
    al::period when;
};

template <class Record>
bool passes(const filters& f, const Record& record, const about& a) {
    if (f.actor && std::find(a.actors.begin(), a.actors.end(), *f.actor) == a.actors.end()) {
        return false;
    }
    if (f.weapon && std::find(a.weapons.begin(), a.weapons.end(), *f.weapon) == a.weapons.end()) {
        return false;
    }
    if ((f.from && a.when.until <= *f.from) || (f.until && *f.until <= a.when.from)) {
        return false;
    }
    bool cited = !f.source;
    for (const al::source s : al::sources_of(record)) {
        cited = cited || s == *f.source;
    }
    return cited;
}

inline std::vector<rp::actor> actors_in(const al::state_set& states) { return {states.begin(), states.end()}; }

// An actor and the state whose forces it is.
inline void add_actor(std::vector<rp::actor>& to, rp::actor a) {
    to.push_back(a);
    if (const auto s = rp::state_behind(a); s && !a.as_state()) {
        to.push_back(*s);
    }
}

inline std::string end_of(al::date d) { return d == al::always || d == al::never ? "" : text_of(d); }

template <class Enum>
std::string word_of(al::maybe<Enum> value) {
    return value ? str(to_string(*value)) : "";
}

inline std::string yes_no(bool b) { return b ? "yes" : "no"; }

// A number of hundredths as a decimal.
inline std::string decimal(unsigned number) {
    std::string places = std::to_string(100 + number % 100).substr(1);
    while (!places.empty() && places.back() == '0') {
        places.pop_back();
    }
    return std::to_string(number / 100) + (places.empty() ? "" : "." + places);
}

// What every row of the report ends with.
template <class Record>
void end_row(row& r, const std::string& note, const Record& record) {
    r.insert(r.end(), {note, str(al::to_string(al::evidence_of(record))), source_slugs(record)});
}

inline void report_claims(const filters& f, answers& a) {
    a.columns = {"claim", "subject", "measure",   "part",      "bound",   "value", "unit",     "of",     "from",
                 "until", "states",  "all_agree", "statement", "locator", "note",  "evidence", "sources"};
    const auto add = [&](const rp::claim& c) {
        if (!passes(f, c, {actors_in(c.states()), {}, c.when()}) || (f.measure && c.measure() != *f.measure)) {
            return;
        }
        row r{str(rp::id_of(c)),
              str(c.subject()),
              str(to_string(c.measure())),
              str(to_string(c.part())),
              word_of(c.bound()),
              str(rp::value_of(c)),
              str(rp::unit_of(c.measure())),
              str(c.of()),
              end_of(c.when().from),
              end_of(c.when().until),
              codes_of(c.states(), ";"),
              c.part() == rp::claim_part::aside ? "" : str(to_string(rp::agreement(c.measure(), c.of()).together)),
              str(rp::statement_of(c)),
              str(rp::locator_of(c))};
        end_row(r, str(rp::note_on(c)), c);
        a.rows.push_back(std::move(r));
    };
    for (const rp::claim c : rp::all_claims()) {
        add(c);
    }
    for (const rp::claim c : rp::asides()) {
        if (f.asides) {
            add(c);
        }
    }
}

inline void report_weapons(const filters& f, answers& a) {
    a.columns = {"weapon",        "name",   "type", "calibre_mm",  "design", "makers",   "suppliers",
                 "captured_from", "decade", "seen", "attribution", "note",   "evidence", "sources"};
    for (const rp::weapon w : al::all<rp::weapon>{}) {
        const auto calibre = rp::calibre_of(w);
        const auto decade = rp::decade_of(w);
        if (passes(f, w,
                   {actors_in(rp::designers_of(w) | rp::makers_of(w) | rp::suppliers_of(w) | rp::captured_from(w)),
                    {w},
                    {}})) {
            row r{str(to_string(w)),
                  str(rp::name(w)),
                  str(al::to_string(rp::type_of(w))),
                  calibre ? decimal(*calibre) : "",
                  codes_of(rp::designers_of(w), ";"),
                  codes_of(rp::makers_of(w), ";"),
                  codes_of(rp::suppliers_of(w), ";"),
                  codes_of(rp::captured_from(w), ";"),
                  decade ? std::to_string(*decade) + "s" : "",
                  str(to_string(rp::sighting_of(w))),
                  str(to_string(rp::attribution_of(w)))};
            end_row(r, str(rp::note_on(w)), w);
            a.rows.push_back(std::move(r));
        }
    }
}

inline void report_suppliers(const filters& f, answers& a) {
    a.columns = {"state", "role", "from", "until", "attribution", "note", "evidence", "sources"};
    for (const rp::part p : rp::all_parts()) {
        if (passes(f, p, {{p.state()}, {}, p.when()})) {
            row r{str(al::alpha3(p.state())), str(to_string(p.role())), end_of(p.when().from), end_of(p.when().until),
                  str(to_string(p.attribution()))};
            end_row(r, str(p.note()), p);
            a.rows.push_back(std::move(r));
        }
    }
}

inline about about_account(const rp::account& x) {
    about found{{}, {}, x.when()};
    for (const rp::actor s : x.suppliers()) {
        add_actor(found.actors, s);
    }
    add_actor(found.actors, x.recipient());
    if (x.weapon()) {
        found.weapons.push_back(*x.weapon());
    }
    return found;
}

inline std::string suppliers_of(const rp::account& x) {
    std::vector<std::string> found;
    for (const rp::actor s : x.suppliers()) {
        found.push_back(str(to_string(s)));
    }
    return join(found, ";");
}

// How the states of a transfer stood to the Arms Trade Treaty at the time, and stand at the data edition.
inline std::string att_then(rp::actor a, al::period when) {
    const auto s = a.as_state();
    return s ? word_of(rp::standing_throughout(*s, al::treaty::att, when)) : "";
}
inline std::string att_now(rp::actor a) {
    const auto s = a.as_state();
    return s ? str(al::to_string(al::standing_of(*s, al::treaty::att, al::coverage(al::treaty::att).until + -1))) : "";
}

inline void report_transfers(const filters& f, answers& a) {
    a.columns = {"transfer",
                 "account",
                 "accounts",
                 "suppliers",
                 "recipient",
                 "weapon",
                 "stage",
                 "quantity_bound",
                 "quantity",
                 "unit",
                 "value_bound",
                 "value_usd",
                 "funding",
                 "from",
                 "until",
                 "supplier_att_then",
                 "supplier_att_now",
                 "recipient_att_then",
                 "recipient_att_now",
                 "attribution",
                 "locator",
                 "note",
                 "evidence",
                 "sources"};
    for (const rp::transfer t : rp::all_transfers()) {
        std::size_t number = 0;
        for (const rp::account x : t.accounts()) {
            ++number;
            if (!passes(f, x, about_account(x))) {
                continue;
            }
            const auto quantity = x.quantity();
            const auto value = x.value();
            std::vector<std::string> then, now;
            for (const rp::actor s : x.suppliers()) {
                then.push_back(att_then(s, x.when()));
                now.push_back(att_now(s));
            }
            row r{str(t.slug()),
                  std::to_string(number),
                  std::to_string(t.accounts().count()),
                  suppliers_of(x),
                  str(to_string(x.recipient())),
                  word_of(x.weapon()),
                  str(to_string(x.stage())),
                  quantity ? str(to_string(quantity->bound)) : "",
                  quantity ? std::to_string(quantity->number) : "",
                  quantity ? str(to_string(quantity->unit)) : "",
                  value ? str(to_string(value->bound)) : "",
                  value ? std::to_string(value->number) : "",
                  word_of(x.funding()),
                  end_of(x.when().from),
                  end_of(x.when().until),
                  join(then, ";"),
                  join(now, ";"),
                  att_then(x.recipient(), x.when()),
                  att_now(x.recipient()),
                  str(to_string(x.attribution())),
                  str(rp::locator_of(x))};
            end_row(r, str(rp::note_on(x)), x);
            a.rows.push_back(std::move(r));
        }
    }
}

inline void report_acquisitions(const filters& f, answers& a) {
    a.columns = {"acquisition", "channel", "holder",      "reach",   "place", "states",   "weapons", "what",
                 "from",        "until",   "attribution", "locator", "note",  "evidence", "sources"};
    for (const rp::acquisition x : rp::all_acquisitions()) {
        about of{actors_in(x.states()), {}, x.when()};
        std::vector<std::string> weapons;
        for (const rp::weapon w : x.weapons()) {
            of.weapons.push_back(w);
            weapons.push_back(str(to_string(w)));
        }
        if (x.holder()) {
            add_actor(of.actors, *x.holder());
        }
        if (x.reach() != rp::reach::untraced) {
            of.actors.emplace_back(rp::named_actor::islamic_state);
        }
        if (passes(f, x, of)) {
            row r{str(x.slug()),
                  str(to_string(x.channel())),
                  word_of(x.holder()),
                  str(to_string(x.reach())),
                  str(rp::place_of(x)),
                  codes_of(x.states(), ";"),
                  join(weapons, ";"),
                  str(rp::statement_of(x)),
                  end_of(x.when().from),
                  end_of(x.when().until),
                  str(to_string(x.attribution())),
                  str(rp::locator_of(x))};
            end_row(r, str(rp::note_on(x)), x);
            a.rows.push_back(std::move(r));
        }
    }
}

inline void report_recommendations(const filters& f, answers& a) {
    a.columns = {"recommendation", "addressee", "states",   "kind",   "statement",
                 "locator",        "note",      "evidence", "sources"};
    for (const rp::recommendation x : rp::all_recommendations()) {
        if (passes(f, x, {actors_in(x.states()), {}, {}})) {
            row r{str(x.slug()),
                  str(to_string(x.addressee())),
                  codes_of(x.states(), ";"),
                  str(to_string(x.kind())),
                  str(rp::statement_of(x)),
                  str(rp::locator_of(x))};
            end_row(r, str(rp::note_on(x)), x);
            a.rows.push_back(std::move(r));
        }
    }
}

inline std::vector<rp::edge> edges_for(const filters& f) {
    std::vector<rp::edge> found;
    for (const rp::edge e : rp::all_edges()) {
        about of{{}, {}, e.when()};
        add_actor(of.actors, e.from());
        add_actor(of.actors, e.to());
        if (e.weapon()) {
            of.weapons.push_back(*e.weapon());
        }
        if (passes(f, e, of)) {
            found.push_back(e);
        }
    }
    return found;
}

inline void report_routes(const filters& f, answers& a) {
    a.columns = {"from", "to", "kind", "weapon", "implied", "since", "until", "locator", "note", "evidence", "sources"};
    for (const rp::edge& e : edges_for(f)) {
        row r{str(to_string(e.from())), str(to_string(e.to())), str(to_string(e.kind())), word_of(e.weapon()),
              yes_no(e.implied()),      end_of(e.when().from),  end_of(e.when().until),   str(rp::locator_of(e))};
        end_row(r, str(rp::note_on(e)), e);
        a.rows.push_back(std::move(r));
    }
}

inline void report_standing(const filters& f, answers& a) {
    const al::date now = al::coverage(al::treaty::att).until + -1;
    a.columns = {"state", "name", "roles", "att_on_" + text_of(rp::published), "att_on_" + text_of(now)};
    for (const al::state s : al::all<al::state>{}) {
        std::vector<std::string> roles;
        for (const rp::part p : rp::parts_of(s)) {
            const std::string role = str(to_string(p.role()));
            if (passes(f, p, {{s}, {}, p.when()}) && std::find(roles.begin(), roles.end(), role) == roles.end()) {
                roles.push_back(role);
            }
        }
        if (!roles.empty()) {
            a.rows.push_back({str(al::alpha3(s)), str(al::name(s)), join(roles, ";"),
                              str(al::to_string(al::standing_of(s, al::treaty::att, rp::published))),
                              str(al::to_string(al::standing_of(s, al::treaty::att, now)))});
        }
    }
}

// Why an embargo in force at the time does not settle the matter.
inline std::string left_open(const rp::conflict& c) {
    std::vector<std::string> why;
    if (c.in_time == al::answer::unknown) {
        why.emplace_back("the text's period reaches beyond the phase");
    }
    if (c.reaches == al::answer::no) {
        why.emplace_back("the recipient is outside its target: " + str(al::to_string(c.phase.target())));
    }
    if (c.reaches == al::answer::unknown) {
        why.emplace_back("whether the phase took in this recipient is not settled");
    }
    if (c.phase.contested()) {
        why.emplace_back("contested: " + str(al::to_string(*c.phase.contested())));
    }
    return join(why, "; ");
}

inline void report_conflicts(const filters& f, answers& a) {
    a.columns = {"transfer",   "account",   "kind",    "suppliers", "recipient", "weapon",           "from",
                 "until",      "side",      "regime",  "issuer",    "target",    "phase_from",       "phase_until",
                 "instrument", "paragraph", "in_time", "reaches",   "open",      "transfer_sources", "evidence",
                 "sources"};
    const auto add = [&](const row& what, const std::string& said_by, const rp::conflict& c) {
        if (f.issuer && c.phase.issuer() != *f.issuer) {
            return;
        }
        row r = what;
        r.insert(r.end(), {str(to_string(c.side)), str(al::to_string(c.phase.regime())),
                           str(al::to_string(c.phase.issuer())), str(al::to_string(c.phase.target())),
                           text_of(c.phase.when().from), text_of(c.phase.when().until), str(c.phase.instrument()),
                           str(c.phase.paragraph()), str(al::to_string(c.in_time)), str(al::to_string(c.reaches)),
                           left_open(c), said_by, str(al::to_string(al::evidence_of(c.phase))), source_slugs(c.phase)});
        a.rows.push_back(std::move(r));
    };
    for (const rp::transfer t : rp::all_transfers()) {
        std::size_t number = 0;
        for (const rp::account x : t.accounts()) {
            ++number;
            if (passes(f, x, about_account(x))) {
                const row what{str(t.slug()),         std::to_string(number),        "supplied",
                               suppliers_of(x),       str(to_string(x.recipient())), word_of(x.weapon()),
                               end_of(x.when().from), end_of(x.when().until)};
                rp::for_each_conflict(x, [&](const rp::conflict& c) { add(what, source_slugs(x), c); });
            }
        }
    }
    // Onward supplies that are no transfers of their own: sales, diversions, further routes.
    for (const rp::edge& e : edges_for(f)) {
        const bool onward = e.kind() == rp::custody::passed_on || e.kind() == rp::custody::sale_by_armed_group ||
                            e.kind() == rp::custody::state_supply_diverted;
        if (onward) {
            const row what{"",
                           "",
                           str(to_string(e.kind())),
                           str(to_string(e.from())),
                           str(to_string(e.to())),
                           word_of(e.weapon()),
                           end_of(e.when().from),
                           end_of(e.when().until)};
            rp::for_each_conflict(e, [&](const rp::conflict& c) { add(what, source_slugs(e), c); });
        }
    }
}

inline std::string dot_string(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return out + '"';
}

// A graph for Graphviz: parallel edges of one kind are drawn once, with their weapons as label.
inline void print_dot(const std::vector<rp::edge>& edges, std::ostream& out) {
    std::map<std::size_t, rp::actor> nodes;
    struct drawn {
        rp::edge first;
        std::vector<std::string> weapons;
        bool implied = true;
    };
    std::map<std::tuple<std::size_t, std::size_t, rp::custody>, drawn> arrows;
    for (const rp::edge& e : edges) {
        nodes.emplace(e.from().number(), e.from());
        nodes.emplace(e.to().number(), e.to());
        drawn& d = arrows.try_emplace({e.from().number(), e.to().number(), e.kind()}, drawn{e, {}}).first->second;
        d.implied = d.implied && e.implied();
        if (e.weapon()) {
            d.weapons.push_back(str(rp::name(*e.weapon())));
        }
    }
    out << "digraph custody {\n"
           "  graph [rankdir=LR, label=\"Custody of arms according to Taking Stock (Amnesty International, December "
           "2015) and texts about it\"];\n"
           "  node [shape=box, style=rounded];\n";
    for (const auto& [number, a] : nodes) {
        out << "  " << dot_string(str(to_string(a))) << " [label=" << dot_string(str(rp::name(a)))
            << (a == rp::actor{rp::named_actor::islamic_state} ? ", penwidth=2" : "") << "];\n";
    }
    for (const auto& [key, d] : arrows) {
        std::vector<std::string> label{str(to_string(d.first.kind()))};
        if (!d.weapons.empty()) {
            label.push_back(d.weapons.front() +
                            (d.weapons.size() > 1 ? " and " + std::to_string(d.weapons.size() - 1) + " more" : ""));
        }
        out << "  " << dot_string(str(to_string(d.first.from()))) << " -> " << dot_string(str(to_string(d.first.to())))
            << " [label=" << dot_string(join(label, ": ")) << (d.implied ? ", style=dashed" : "") << "];\n";
    }
    out << "}\n";
}

inline rp::actor filter_actor(const std::string& text) {
    if (const auto a = rp::find_actor(text)) {
        return *a;
    }
    const al::state_match match = al::find_state(text);
    if (match.kind == al::match_kind::ambiguous) {
        throw bad_query{"--state: " + in_quotes(text) + " is ambiguous: write " + codes_of(match.candidates, " or ")};
    }
    std::vector<std::string> valid;
    for (const al::state s : al::all<al::state>{}) {
        if (text.size() <= 3) {
            valid.push_back(str(al::alpha3(s)));
        } else {
            for (const al::state_name n : al::names_of(s)) {
                valid.push_back(str(n.text()));
            }
        }
    }
    for (const rp::named_actor n : al::all<rp::named_actor>{}) {
        valid.push_back(str(to_string(rp::actor{n})));
    }
    throw bad_query{"--state: no state or actor goes by " + in_quotes(text) + "; " + nearest(text, valid)};
}

inline rp::weapon filter_weapon(const std::string& text) {
    const rp::weapon_match match = rp::find_weapon(text);
    std::vector<std::string> slugs;
    for (std::size_t i = 0; i < match.count(); ++i) {
        if (to_string(match[i]) == text) {
            return match[i];
        }
        slugs.push_back(str(to_string(match[i])));
    }
    if (match.one()) {
        return *match.one();
    }
    if (!slugs.empty()) {
        throw bad_query{"--weapon: " + in_quotes(text) + " is the name of several: write " + join(slugs, " or ")};
    }
    for (const rp::weapon w : al::all<rp::weapon>{}) {
        slugs.push_back(str(to_string(w)));
    }
    throw bad_query{"--weapon: no weapon of the report goes by " + in_quotes(text) + "; " + nearest(text, slugs)};
}

inline al::source filter_source(const std::string& text) {
    if (const auto s = al::find_source(text)) {
        return *s;
    }
    std::vector<std::string> slugs;
    for (const al::source s : al::all_sources()) {
        slugs.push_back(str(s.slug()));
    }
    throw bad_query{"--source: no source has the id " + in_quotes(text) + "; " + nearest(text, slugs)};
}

inline rp::measure filter_measure(const std::string& text) {
    if (const auto m = rp::find_measure(text)) {
        return *m;
    }
    std::vector<std::string> slugs;
    for (const rp::measure m : al::all<rp::measure>{}) {
        slugs.push_back(str(to_string(m)));
    }
    throw bad_query{"--measure: no claim is about " + in_quotes(text) + "; " + nearest(text, slugs)};
}

using named_value = std::pair<std::string, std::string>;

struct report_section {
    void (*fill)(const filters&, answers&);
    row filters;  // the names of those that apply
};

inline const std::map<std::string, report_section>& report_sections() {
    static const std::map<std::string, report_section> all{
        {"claims", {report_claims, {"state", "source", "measure", "from", "until", "asides"}}},
        {"weapons", {report_weapons, {"state", "weapon", "source"}}},
        {"suppliers", {report_suppliers, {"state", "source", "from", "until"}}},
        {"transfers", {report_transfers, {"state", "weapon", "source", "from", "until"}}},
        {"acquisitions", {report_acquisitions, {"state", "weapon", "source", "from", "until"}}},
        {"recommendations", {report_recommendations, {"state", "source"}}},
        {"routes", {report_routes, {"state", "weapon", "source", "from", "until"}}},
        {"standing", {report_standing, {"state", "source", "from", "until"}}},
        {"conflicts", {report_conflicts, {"state", "weapon", "source", "from", "until"}}}};
    return all;
}

inline filters read_filters(const std::string& section, const std::vector<named_value>& given) {
    filters f;
    const row& known = report_sections().at(section).filters;
    std::set<std::string> seen;
    for (const auto& [name, value] : given) {
        if (!seen.insert(name).second) {
            throw bad_query{"--" + name + " is given twice"};
        }
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw bad_query{join({"report ", section, " has no filter --", name, ": it takes --"}, "") +
                            join(known, ", --")};
        }
        if (name == "state") {
            f.actor = filter_actor(value);
        } else if (name == "weapon") {
            f.weapon = filter_weapon(value);
        } else if (name == "source") {
            f.source = filter_source(value);
        } else if (name == "measure") {
            f.measure = filter_measure(value);
        } else if (name == "from") {
            f.from = date_of(value);
        } else if (name == "until") {
            f.until = date_of(value);
        } else {
            f.asides = true;
        }
    }
    if (f.from && f.until && *f.until <= *f.from) {
        throw bad_query{"--until is not after --from: the period is half-open, [from, until)"};
    }
    return f;
}

}  // namespace tool
