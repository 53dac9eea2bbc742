// SPDX-License-Identifier: BSL-1.0
//
// The queries of one row or more: states, treaties, embargoes, permissions, changes, sources, coverage.
#pragma once

#include "arguments.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tool {

// What only the caller knows of a transfer.
struct stated_facts : al::stated_claims {
    al::stated knows_of_atrocities = al::stated::not_stated;
    al::stated overriding_risk = al::stated::not_stated;
    al::stated diversion_risk = al::stated::not_stated;
};

struct options {
    std::optional<al::issuer> issuer;
    stated_facts stated;
};

inline answers ask_state(const row& arguments, const options&) {
    std::optional<al::date> day;
    if (arguments.size() > 1 && !arguments[1].empty()) {
        day = date_of(arguments[1]);
    }
    const al::state_match match = match_of(arguments[0], day);
    const std::string how = match.one()                               ? "one"
                            : match.kind == al::match_kind::ambiguous ? "ambiguous"
                                                                      : str(al::to_string(match.kind));
    const std::string kind = !match.one() ? "" : match.former ? "former_name" : str(al::to_string(match.kind));
    return {{"input", "match", "codes", "kind"}, 1, {{arguments[0], how, codes_of(match.candidates, ";"), kind}}};
}

inline answers ask_treaty(const row& arguments, const options&) {
    const al::treaty t = treaty_of(arguments[0]);
    const al::date day = date_of(arguments[2]);
    const al::participant p = participant_of(arguments[1], day);
    answers a{{"treaty", "state", "date", "standing", "signature", "consent", "consent_kind", "entry_into_force",
               "provisional_application", "withdrawal_notified", "withdrawal_effective", "evidence", "sources"},
              3,
              {}};
    row r{str(al::to_string(t)), str(al::to_string(p)), text_of(day), str(al::to_string(al::standing_of(p, t, day)))};
    if (const auto record = al::record_of(p, t)) {
        const auto kind = record->kind_of_consent();
        r.insert(r.end(),
                 {text_of(record->signature()), text_of(record->consent()), kind ? str(al::to_string(*kind)) : "",
                  text_of(record->entry_into_force()), text_of(record->provisional_application()),
                  text_of(record->withdrawal_notified()), text_of(record->withdrawal_effective()),
                  str(al::to_string(al::evidence_of(*record))), source_slugs(*record)});
    }
    r.resize(a.columns.size());
    a.rows.push_back(std::move(r));
    return a;
}

inline answers ask_count(const row& arguments, const options&) {
    const al::treaty t = treaty_of(arguments[0]);
    const al::date day = date_of(arguments[1]);
    answers a{{"treaty", "date", "signatories", "contracting", "parties"}, 2, {}};
    row r{str(al::to_string(t)), text_of(day)};
    if (day >= al::coverage(t).until) {
        r.insert(r.end(), 3, "outside_coverage");
    } else {
        const al::treaty_count n = al::count(t, day);
        r.insert(r.end(), {text_of(n.signatories), text_of(n.contracting), text_of(n.parties)});
    }
    a.rows.push_back(std::move(r));
    return a;
}

inline row phase_row(const std::string& subject_name, al::date day, const al::phase& p) {
    const auto territory = p.territory();
    const auto contest = p.contested();
    return {subject_name,
            text_of(day),
            str(al::to_string(p.regime())),
            str(al::to_string(p.issuer())),
            territory ? str(al::alpha3(*territory)) : "",
            str(al::to_string(p.target())),
            str(p.group()),
            str(al::to_string(p.force())),
            scope_words(p),
            str(p.area()),
            str(al::to_string(p.direction())),
            text_of(p.when().from),
            text_of(p.when().until),
            str(p.instrument()),
            str(p.paragraph()),
            contest ? str(al::to_string(*contest)) : "",
            str(al::to_string(al::evidence_of(p))),
            source_slugs(p)};
}

// The phases on a state or group that are in force on a day or may be, as far as the record goes.
inline std::vector<al::phase> phases_on(const subject& who, al::date day, std::optional<al::issuer> issuer) {
    std::vector<al::phase> found;
    std::visit(
        [&](auto s) {
            for (const al::phase p : al::embargoes_on(s, day)) {
                if ((!issuer || p.issuer() == *issuer) && al::coverage(p.issuer()).contains(day)) {
                    found.push_back(p);
                }
            }
        },
        who);
    return found;
}

inline std::string name_of(const subject& who) {
    return std::visit([](auto s) { return str(al::to_string(s)); }, who);
}

// The issuers whose embargoes are not recorded for a day: of them even "none" would claim too much.
inline std::string uncovered_issuers(al::date day, std::optional<al::issuer> issuer) {
    std::vector<std::string> found;
    for (const al::issuer i : al::all<al::issuer>{}) {
        if ((!issuer || *issuer == i) && !al::coverage(i).contains(day)) {
            found.push_back(str(al::to_string(i)));
        }
    }
    return join(found, ";");
}

inline answers ask_embargo(const row& arguments, const options& chosen) {
    const al::date day = date_of(arguments[1]);
    const subject who = subject_of(arguments[0], day);
    answers a{{"state", "date", "regime", "issuer", "territory", "target", "group", "nature", "scope", "area",
               "direction", "from", "until", "instrument", "paragraph", "contested", "evidence", "sources"},
              2,
              {}};
    for (const al::phase& p : phases_on(who, day, chosen.issuer)) {
        a.rows.push_back(phase_row(name_of(who), day, p));
    }
    const std::string uncovered = uncovered_issuers(day, chosen.issuer);
    if (a.rows.empty() || !uncovered.empty()) {
        row r{name_of(who), text_of(day), uncovered.empty() ? "" : "outside_coverage", uncovered};
        r.resize(a.columns.size());
        a.rows.push_back(std::move(r));
    }
    return a;
}

inline std::string text_of(al::act_reference a) {
    return str(a.instrument) + (a.paragraph.empty() ? "" : " " + str(a.paragraph)) +
           (a.renewed_by.empty() ? "" : ", renewed by " + str(a.renewed_by));
}

inline std::string text_of(al::waiting_time w) { return words(w); }

// The condition, led by what the force of the measure is where it obliges nobody.
inline std::string condition_of(const al::ruling& r, al::date day) {
    const std::string lead = !r.phase || r.force == al::force::mandatory ? ""
                             : r.force == al::force::political           ? "political commitment, binds nobody by law"
                                                                         : "an appeal, binds nobody";
    const bool settled =
        r.permission != al::permission::unknown || !r.cell || r.cell->permission() == al::permission::unknown;
    const std::string open = settled ? str(r.condition)
                             : r.phase->in_force(day) != al::answer::yes
                                 ? "whether it was in force that day is open"
                                 : "whether the item falls in a class of it is open";
    return lead + (lead.empty() || open.empty() ? "" : "; ") + open;
}

inline row permission_row(al::state s, const al::recipient& who, const al::item& what, al::date day, al::issuer by,
                          const al::ruling& r) {
    return {str(al::to_string(s)),
            recipient_slug(who),
            item_slug(what),
            text_of(day),
            str(al::to_string(by)),
            str(al::to_string(r.permission)),
            str(r.body),
            text_of(r.waiting),
            condition_of(r, day),
            text_of(r.act),
            r.contested ? str(al::to_string(*r.contested)) : "",
            r.cell    ? str(al::to_string(al::evidence_of(*r.cell)))
            : r.phase ? str(al::to_string(al::evidence_of(*r.phase)))
                      : "",
            r.cell    ? source_slugs(*r.cell)
            : r.phase ? source_slugs(*r.phase)
                      : ""};
}

inline answers ask_permission(const row& arguments, const options& chosen) {
    const al::date day = date_of(arguments[3]);
    const al::state s = state_of(arguments[0], day);
    const al::recipient who = recipient_of(arguments[1]);
    const al::item what = item_of(arguments[2]);
    answers a{{"state", "recipient", "item", "date", "issuer", "permission", "body", "waiting_days", "condition", "act",
               "contested", "evidence", "sources"},
              4,
              {}};
    for (const al::issuer by : al::all<al::issuer>{}) {
        if (!chosen.issuer || *chosen.issuer == by) {
            a.rows.push_back(
                permission_row(s, who, what, day, by, al::permission_for(s, who, what, by, day, chosen.stated)));
        }
    }
    return a;
}

// Whom and what a cell of the ladder is about: "government, salw, for demining".
inline std::string cell_words(const al::cell& c) {
    std::string out = str(al::to_string(c.recipient())) + ", " + str(al::to_string(c.item()));
    out += c.direction() == al::direction::from ? ", leaving the territory" : "";
    return out + (c.claim() == al::claim::none ? "" : ", for " + str(al::to_string(c.claim())));
}

// What a change is about, in a word.
inline std::string subject_of(const al::change& c) {
    return c.treaty()  ? str(al::to_string(*c.treaty()))
           : c.body()  ? str(al::to_string(*c.body()))
           : c.phase() ? str(al::to_string(c.phase()->regime()))
                       : "";
}

inline std::string detail_of(const al::phase& p) {
    return words(al::to_string(p.target())) + ", " + words(al::to_string(p.force())) + ", " + scope_words(p);
}

inline std::string detail_of(const al::change& c, al::state s) {
    if (const auto cell = c.cell()) {
        const bool began = al::uncertain_date{cell->when().from, cell->when().from} == c.when();
        return cell_words(*cell) + (began ? ": " : ", until then: ") + str(al::to_string(cell->permission())) +
               (cell->condition().empty() ? "" : " (" + str(cell->condition()) + ")");
    }
    if (const auto n = c.notice()) {
        return str(n->statement());
    }
    if (c.kind() == al::change_kind::treaty_consented) {
        const auto kind = al::record_of(s, *c.treaty())->kind_of_consent();
        return kind ? str(al::to_string(*kind)) : "";
    }
    if (const auto p = c.phase()) {
        return detail_of(*p);
    }
    return "";
}

inline std::string act_of(const al::change& c) {
    const auto p = c.phase();
    if (!p) {
        return "";
    }
    const bool ended = c.kind() == al::change_kind::embargo_ended || c.kind() == al::change_kind::restriction_ended;
    if (ended) {
        return str(p->ended_by());
    }
    const auto a = c.act();
    return a          ? text_of(al::act_reference{a->instrument(), a->paragraph(), {}})
           : c.cell() ? text_of(al::act_of(*p, c.cell(), c.when().latest))
                      : text_of(al::act_reference{p->instrument(), p->paragraph(), {}});
}

// The issuers and treaties whose record does not reach all days of a period: of them no change is no news.
inline std::string uncovered_within(al::date from, al::date until) {
    std::vector<std::string> found;
    for (const al::issuer i : al::all<al::issuer>{}) {
        if (from < until && (from < al::coverage(i).from || al::coverage(i).until < until)) {
            found.push_back(str(al::to_string(i)));
        }
    }
    for (const al::treaty t : al::all<al::treaty>{}) {
        if (from < until && al::coverage(t).until < until) {
            found.push_back(str(al::to_string(t)));
        }
    }
    return join(found, ";");
}

// A state and a half-open period, from the arguments of diff.
struct diff_question {
    al::date from, until;
    al::state who;

    explicit diff_question(const row& arguments)
        : from{date_of(arguments[1])}, until{date_of(arguments[2])}, who{state_of(arguments[0], until)} {
        if (until < from) {
            throw bad_query{"the second day, " + arguments[2] +
                            ", is before the first: the period is half-open, [from, until)"};
        }
    }
};

inline answers ask_diff(const row& arguments, const options&) {
    const auto [from, until, s] = diff_question{arguments};
    answers a{{"state", "from", "until", "date", "change", "subject", "detail", "act", "evidence", "sources"}, 3, {}};
    const row inputs{str(al::to_string(s)), text_of(from), text_of(until)};
    for (const al::change c : al::changes(s, from, until)) {
        row r = inputs;
        r.insert(r.end(), {text_of(c.when()), str(al::to_string(c.kind())), subject_of(c), detail_of(c, s), act_of(c),
                           str(al::to_string(al::evidence_of(c))), source_slugs(c)});
        a.rows.push_back(std::move(r));
    }
    if (const std::string uncovered = uncovered_within(from, until); a.rows.empty() || !uncovered.empty()) {
        row r = inputs;
        r.insert(r.end(), {"", uncovered.empty() ? "" : "outside_coverage", uncovered});
        r.resize(a.columns.size());
        a.rows.push_back(std::move(r));
    }
    return a;
}

inline answers ask_sources(const row& arguments, const options&) {
    answers a{{"source", "title", "publisher", "date", "url"}, 1, {}};
    const auto add = [&](al::source s) {
        a.rows.push_back({str(s.slug()), str(s.title()), str(s.publisher()), str(s.published()), str(s.url())});
    };
    if (arguments.empty()) {
        for (const al::source s : al::all_sources()) {
            add(s);
        }
    } else if (const auto s = al::find_source(arguments[0])) {
        add(*s);
    } else {
        throw bad_query{"no source has the id " + in_quotes(arguments[0]) + ": `armsledger sources` lists them"};
    }
    return a;
}

// What the record holds, part by part, and from when until when it speaks.
inline answers ask_coverage(const row&, const options&) {
    answers a{{"part", "count", "of", "from", "until"}, 0, {}};
    const auto add = [&](std::string part, std::size_t count, const char* of, al::maybe<al::period> covered = {}) {
        a.rows.push_back({std::move(part), std::to_string(count), of, covered ? text_of(covered->from) : "",
                          covered ? text_of(covered->until) : ""});
    };
    for (const al::treaty t : al::all<al::treaty>()) {
        add(str(al::name(t)), al::records_of(t).count(), "signed or joined", al::coverage(t));
    }
    std::size_t cells = 0;
    for (const al::issuer i : al::all<al::issuer>()) {
        std::size_t phases = 0;
        for (const al::phase p : al::all_phases()) {
            phases += p.issuer() == i ? 1 : 0;
            cells += p.issuer() == i ? al::cells_of(p).count() : 0;
        }
        add(str(al::to_string(i)) + " embargoes", phases, "phases", al::coverage(i));
    }
    add("what embargoes let through", cells, "cells");
    add("states", al::all<al::state>().size(), "states");
    add("memberships", al::all<al::body>().size(), "bodies", al::membership_coverage());
    add("armed groups", al::all<al::group>().size(), "groups", al::group_coverage());
    for (const al::scheme s : al::all<al::scheme>()) {
        add(str(al::name(s)), al::categories_of(s).count(), "categories");
    }
    add("weapon types", al::all<al::weapon_type>().size(), "types");
    add("the report", rp::all_claims().count(), "claims");
    add("the report", rp::all_transfers().count(), "transfers");
    add("the report", rp::all_acquisitions().count(), "losses");
    add("the report", rp::all_edges().count(), "edges of routes");
    add("the report", al::all<rp::weapon>().size(), "weapons");
    add("sources", al::all_sources().count(), "documents");
    return a;
}

}  // namespace tool
