// SPDX-License-Identifier: BSL-1.0
//
// The report: suppliers, claims, weapons, transfers, acquisitions, recommendations, and the graph of
// custody that transfers, acquisitions and further routes make together. Facts go into one table,
// sentences into another, which only opt-in text includes.
#pragma once

#include "generation.hpp"

#include <armsledger/detail/edge_origin.hpp>

#include <cctype>
#include <cstdint>
#include <tuple>

namespace generator {

using armsledger::detail::edge_origin;
using armsledger::detail::edge_record;

namespace {

// The kinds of edges that have no vocabulary of their own here; after `held-by` come the channels.
const vocabulary route_kinds{"kind of route", {"made", "supplied", "passed-on", "held-by"}};
const std::size_t made = *route_kinds.find("made");
const std::size_t supplied_by = *route_kinds.find("supplied");

const vocabulary attribution_words{"attribution", {"report", "other"}};
const vocabulary bound_words{"bound", {"exactly", "at-least", "more-than", "at-most", "fewer-than", "about"}};
const vocabulary yes_no{"yes or no", {"no", "yes"}};

// A list a row: the values of all rows in one column, and where each row's begin.
struct list_columns {
    column first{0}, values;

    void add(const std::vector<std::size_t>& list) {
        for (const std::size_t v : list) {
            values.push_back(u32(v));
        }
        first.push_back(u32(values.size()));
    }
    template <unsigned Bits>
    void write(header& out, const std::string& name) const {
        out.add<16>(name + "_first", first);
        out.add<Bits>(name, values);
    }
};

// Numbers of up to 60 bits, as two columns of 30.
struct wide_column {
    column low, high;

    void add(std::uint64_t value) {
        low.push_back(static_cast<std::uint32_t>(value & 0x3FFFFFFFU));
        high.push_back(static_cast<std::uint32_t>(value >> 30));
    }
    void write(header& out, const std::string& name) const {
        out.add<32>(name + "_low", low);
        out.add<32>(name + "_high", high);
    }
};

// "43.5" as 435; faults are reported by the caller.
std::optional<std::uint64_t> tenths(const std::string& text) {
    std::uint64_t value = 0;
    std::size_t i = 0;
    for (; i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0; ++i) {
        value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
    const bool fraction =
        i + 2 == text.size() && text[i] == '.' && std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (i == 0 || i > 12 || (i != text.size() && !fraction)) {
        return std::nullopt;
    }
    return value * 10 + (fraction ? static_cast<std::uint64_t>(text[i + 1] - '0') : 0);
}

}  // namespace

// What dates a row of the report, and the sentences that go with it.
struct said_columns {
    column from, until, cites, locator, note;

    void write(header& out, header& text, const std::string& name) const {
        if (!from.empty()) {
            out.add<16>(name + "_from", from);
            out.add<16>(name + "_until", until);
        }
        out.add<16>(name + "_cites", cites);
        text.add<32>(name + "_locators", locator);
        text.add<32>(name + "_notes", note);
    }
};

// Everything the report's files share while they are read.
struct generation::report_parts {
    header out{"report_*.csv"};
    header text{"the sentences of report_*.csv"};
    text_pool pool, sentences;
    vocabulary measures{""}, weapons{""}, actors{""};
    std::size_t islamic_state = 0;
    std::vector<char> measure_kinds;  // n, d or t
    std::vector<bool> percent;
    std::vector<std::vector<std::size_t>> makers;
    const table* weapon_rows = nullptr;

    struct edge {
        std::size_t weapon, from, to, kind;
        std::uint32_t since, until, cites, record;
        bool implied;
        auto key() const { return std::tuple{weapon, from, to, kind, since, until, record}; }
        friend bool operator<(const edge& a, const edge& b) { return a.key() < b.key(); }
    };
    std::vector<edge> edges;

    std::uint32_t sentence(const row& r, const char* name) { return sentences.add(r.text(name)); }
};

// The first day of a cell that bounds a period: a day, month or year.
inline date generation::bound_of(const row& r, const char* name, date otherwise) {
    if (r.text(name).find('/') != std::string::npos) {
        r.fault(name, "'" + r.text(name) + "' must be a day, month or year");
        return otherwise;
    }
    return r.span(name).value_or(uncertain_date{otherwise, otherwise}).earliest;
}

inline void generation::said(report_parts& parts, const row& r, said_columns& c, const char* from, const char* until) {
    if (from != nullptr) {
        const date begin = bound_of(r, from, always);
        const date end = bound_of(r, until, never);
        if (end <= begin) {
            r.fault(until, "'" + r.text(until) + "' is not after " + from + " '" + r.text(from) + "'");
        }
        c.from.push_back(pack(begin));
        c.until.push_back(pack(end));
    }
    c.cites.push_back(citations_of(r));
    const std::size_t locators = split(r.required("locator"), ';').size();
    if (locators != 1 && locators != split(r.text("source"), ';').size()) {
        r.fault("locator", "one place for all sources, or one a source");
    }
    c.locator.push_back(parts.sentence(r, "locator"));
    c.note.push_back(parts.sentence(r, "note"));
}

inline void generation::report() {
    report_parts parts;
    suppliers(parts);
    actors(parts);
    measures(parts);
    claims(parts);
    weapons(parts);
    transfers(parts);
    acquisitions(parts);
    recommendations(parts);
    custody(parts);
    parts.out.add("report_pool", parts.pool);
    parts.text.add("report_text_pool", parts.sentences);
    write("report", parts.out);
    write("report_text", parts.text);
}

inline void generation::suppliers(report_parts& parts) {
    const table& in = read("report_suppliers.csv", {"state", "role", "from", "until", "source"});
    const vocabulary roles{"role",
                           {"designer", "manufacturer", "supplier_to_iraq", "supplier_to_iran", "coalition_supplier",
                            "supplier_to_syrian_opposition"}};
    column first(states_.size() + 1, 0), role, from, until, attribution, note, cites;
    for (const row& r : in.rows()) {
        ++first[r.code("state", states_) + 1];
        role.push_back(u32(r.code("role", roles)));
        const date begin = r.span("from").value_or(since_always).earliest;
        const date end = r.span("until").value_or(open_end).earliest;
        check_period(r, begin, end);
        from.push_back(pack(begin));
        until.push_back(pack(end));
        attribution.push_back(u32(r.code("attribution", attribution_words)));
        note.push_back(parts.pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    accumulate(first);
    header& out = parts.out;
    out.add<16>("supplier_first", first);
    out.add<6>("supplier_role", role);
    out.add<16>("supplier_from", from);
    out.add<16>("supplier_until", until);
    out.add<6>("supplier_attribution", attribution);
    out.add<32>("supplier_notes", note);
    out.add<16>("supplier_cites", cites);
}

// An actor is a state, by its number, or one of report_actors.csv, from 256 on.
inline void generation::actors(report_parts& parts) {
    const table& in = read("report_actors.csv", {"actor"});
    const vocabulary named = words_of(in, "actor", "actor of report_actors.csv");
    write_enumerators("named_actor", "report_actors.csv", named);
    parts.actors = vocabulary{"state or actor of report_actors.csv"};
    const vocabulary relations{"relation to a state", {"forces", "part"}};
    column names, state, relation, group;
    for (const row& r : in.rows()) {
        names.push_back(parts.pool.add(r.required("name")));
        state.push_back(u32(r.code_if_any("state", states_).value_or(nothing8)));
        relation.push_back(u32(r.code_if_any("relation", relations).value_or(nothing8)));
        if (r.text("relation").empty() != r.text("state").empty()) {
            r.fault("relation", "a state and the relation to it go together");
        }
        group.push_back(u32(r.code_if_any("group", groups_).value_or(nothing8)));
    }
    for (std::size_t i = 0; i < 256; ++i) {
        parts.actors.add(i < states_.size() ? states_.words()[i] : std::string(1, '\0'));  // no cell holds it
    }
    for (const std::string& slug : named.words()) {
        parts.actors.add(slug);
    }
    parts.islamic_state = parts.actors.find("islamic-state").value_or(0);
    if (parts.islamic_state == 0) {
        faults.add("data/report_actors.csv", 1, "actor", "there must be an actor 'islamic-state': losses lead to it");
    }
    add_slugs(parts.out, "actor_slugs", parts.pool, named);
    parts.out.add<32>("actor_names", names);
    parts.out.add<8>("actor_state", state);
    parts.out.add<6>("actor_relation", relation);
    parts.out.add<8>("actor_group", group);
}

inline void generation::measures(report_parts& parts) {
    const table& in = read("report_measures.csv", {"measure"});
    const vocabulary kinds{"kind of measure", {"number", "date", "text"}};
    parts.measures = words_of(in, "measure", "measure of report_measures.csv");
    write_enumerators("measure", "report_measures.csv", parts.measures);
    column kind, unit, description;
    for (const row& r : in.rows()) {
        kind.push_back(u32(r.code("kind", kinds)));
        parts.measure_kinds.push_back(r.text("kind").empty() ? 't' : r.text("kind")[0]);
        if (r.text("unit").empty() == (r.text("kind") == "number")) {
            r.fault("unit", "a number has a unit, and nothing else has one");
        }
        unit.push_back(parts.pool.add(r.text("unit")));
        parts.percent.push_back(r.text("unit") == "percent");
        description.push_back(parts.sentences.add(r.required("description")));
    }
    add_slugs(parts.out, "measure_slugs", parts.pool, parts.measures);
    parts.out.add<6>("measure_kind", kind);
    parts.out.add<32>("measure_unit", unit);
    parts.text.add<32>("measure_descriptions", description);
}

// The least and the most a value may be: in tenths for a number, in days for a date.
inline std::pair<std::uint64_t, std::uint64_t> generation::claimed(const row& r, char kind, bool percent) {
    if (kind == 't') {
        (void)r.required("value");
        return {0, 0};
    }
    if (kind == 'd') {
        const auto days = r.span("value");
        if (!days || days->earliest.days() < 0) {
            r.fault("value", "a date from 1970 on, as the measure asks");
            return {0, 0};
        }
        return {static_cast<std::uint64_t>(days->earliest.days()), static_cast<std::uint64_t>(days->latest.days())};
    }
    const auto ends = split(r.text("value"), '/');
    const auto least = ends.empty() ? std::nullopt : tenths(ends.front());
    const auto most = ends.empty() ? std::nullopt : tenths(ends.back());
    if (!least || !most || ends.size() > 2 || *most < *least) {
        r.fault("value", "'" + r.text("value") + "' is no number, nor two as LEAST/MOST");
        return {0, 0};
    }
    if (!percent && (*least % 10 != 0 || *most % 10 != 0)) {
        r.fault("value", "only percentages have a decimal");
    }
    return {*least, *most};
}

inline void generation::claims(report_parts& parts) {
    const table& in = read("report_claims.csv", {"claim"});
    const vocabulary kinds{"part of a text", {"finding", "background", "aside"}};
    said_columns said_of;
    list_columns states;
    wide_column least, most;
    column id, subject, measure, part, bound, words, of, statement;
    for (const row& r : in.rows()) {
        id.push_back(parts.sentence(r, "claim"));
        subject.push_back(parts.pool.add(r.required("subject")));
        const std::size_t m = r.code("measure", parts.measures);
        const char kind = parts.measure_kinds[m];
        measure.push_back(u32(m));
        part.push_back(u32(r.code("part", kinds)));
        const auto b = r.code_if_any("bound", bound_words);
        if (b.has_value() != (kind != 't')) {
            r.fault("bound", "numbers and dates have a bound, words have none");
        }
        bound.push_back(u32(b.value_or(0)));
        const auto [low, high] = claimed(r, kind, parts.percent[m]);
        least.add(low);
        most.add(high);
        words.push_back(parts.sentence(r, "value"));
        of.push_back(parts.pool.add(r.text("of")));
        states.add(r.codes("states", states_));
        statement.push_back(parts.sentences.add(r.required("statement")));
        said(parts, r, said_of);
    }
    header& out = parts.out;
    out.add_constant("claim_count", in.size());
    out.add<32>("claim_subject", subject);
    out.add<8>("claim_measure", measure);
    out.add<6>("claim_part", part);
    out.add<6>("claim_bound", bound);
    least.write(out, "claim_least");
    most.write(out, "claim_most");
    out.add<32>("claim_of", of);
    states.write<8>(out, "claim_states");
    said_of.write(out, parts.text, "claim");
    parts.text.add<32>("claim_ids", id);
    parts.text.add<32>("claim_values", words);
    parts.text.add<32>("claim_statements", statement);
}

inline void generation::weapons(report_parts& parts) {
    const table& in = read("report_weapons.csv", {"weapon"});
    const vocabulary sightings{"sighting", {"with-is", "supplied-only", "unknown"}};
    parts.weapon_rows = &in;
    parts.weapons = words_of(in, "weapon", "weapon of report_weapons.csv");
    write_enumerators("weapon", "report_weapons.csv", parts.weapons);
    std::vector<index_entry> entries;
    list_columns designers, makers;
    column names, type, calibre, decade, seen, attribution, note, cites;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        names.push_back(parts.pool.add(r.required("name")));
        add_names_of(entries, r.text("weapon"), u32(i));
        add_names_of(entries, r.text("name"), u32(i));
        type.push_back(u32(r.code("type", weapon_types_)));
        calibre.push_back(hundredths(r, "calibre_mm"));
        const std::string& d = r.text("decade");
        const bool decade_form = d.size() == 5 && (d.starts_with("19") || d.starts_with("20")) && d.ends_with("0s") &&
                                 std::isdigit(static_cast<unsigned char>(d[2])) != 0;
        if (!d.empty() && !decade_form) {
            r.fault("decade", "'" + d + "' is no decade: write 1980s");
        }
        decade.push_back(decade_form ? u32(static_cast<std::size_t>(std::atoi(d.c_str()) - 1900) / 10) : nothing8);
        seen.push_back(u32(r.code("seen", sightings)));
        attribution.push_back(u32(r.code("attribution", attribution_words)));
        designers.add(r.codes("design", states_));
        parts.makers.push_back(r.codes("makers", states_));
        makers.add(parts.makers.back());
        note.push_back(parts.sentence(r, "note"));
        cites.push_back(citations_of(r));
    }
    for (const row& r : read("report_weapon_names.csv", {"weapon", "name"}).rows()) {
        const std::size_t before = entries.size();
        add_names_of(entries, r.required("name"), u32(r.code("weapon", parts.weapons)));
        if (entries.size() == before && !r.text("name").empty()) {
            r.fault("name", "'" + r.text("name") + "' has no Latin letter or digit to be looked up by");
        }
    }
    header& out = parts.out;
    add_slugs(out, "weapon_slugs", parts.pool, parts.weapons);
    out.add<32>("weapon_names", names);
    out.add<8>("weapon_type_of", type);
    out.add<16>("weapon_calibre", calibre);
    out.add<8>("weapon_decade", decade);
    out.add<6>("weapon_seen", seen);
    out.add<6>("weapon_attribution", attribution);
    designers.write<8>(out, "weapon_designers");
    makers.write<8>(out, "weapon_makers");
    out.add<16>("weapon_cites", cites);
    add_name_index(out, "weapon_index", entries);
    parts.text.add<32>("weapon_notes", note);
}

// A decimal with at most two places, in hundredths; 0 for an empty cell.
inline std::uint32_t generation::hundredths(const row& r, const char* name) {
    const std::string& text = r.text(name);
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits = text.substr(0, point);
    std::string places = point < text.size() ? text.substr(point + 1) : "";
    const bool fits = digits.size() <= 3 && places.size() <= 2 && (point == text.size() || !places.empty());
    places.resize(2, '0');
    digits += places;
    if (!text.empty() && (!fits || point == 0 || digits.find_first_not_of("0123456789") != std::string::npos)) {
        r.fault(name, "'" + text + "' is no number of millimetres with at most two places");
        return 0;
    }
    const int value = std::atoi(digits.c_str());
    if (!text.empty() && (value == 0 || value > 0xFFFE)) {
        r.fault(name, "'" + text + "' is not between 0.01 and 655.34 millimetres; leave unknown ones empty");
        return 0;
    }
    return static_cast<std::uint32_t>(value);
}

inline std::uint64_t generation::whole(const row& r, const char* name, const char* bound) {
    const std::string& text = r.text(name);
    if (text.empty() != r.text(bound).empty()) {
        r.fault(bound, "an amount and its bound go together");
    }
    const bool digits = text.size() <= 15 && text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || text == "0") {
        r.fault(name, "'" + text + "' is no whole number above 0");
    }
    return text.empty() || !digits ? 0 : std::stoull(text);
}

// One edge a transfer, supplier and weapon: accounts are alternatives. Its period spans theirs, its sources
// are those of the first that is more than an intent, and it is implied when none is.
template <class Edge>
void generation::add_supply(report_parts& parts, const Edge& e) {
    for (Edge& known : parts.edges) {
        if (known.record == e.record && known.from == e.from && known.to == e.to && known.weapon == e.weapon) {
            known.since = std::min(known.since, e.since);
            known.until = std::max(known.until, e.until);
            known.cites = known.implied && !e.implied ? e.cites : known.cites;
            known.implied = known.implied && e.implied;
            return;
        }
    }
    parts.edges.push_back(e);
}

inline void generation::transfers(report_parts& parts) {
    const table& in = read("report_transfers.csv", {"transfer", "account"});
    const vocabulary stages{
        "stage",
        {"contracted", "notified", "ordered", "delivered", "issued", "offered", "planned", "negotiated", "reported"}};
    const std::set<std::string> mere_intent{"negotiated", "notified", "offered", "planned"};
    const vocabulary units{"unit", {"pieces", "missiles", "batteries", "rounds", "trend-value-millions"}};
    const vocabulary fundings{"kind of funding",
                              {"grant", "foreign-military-sale", "nato-donation", "oil-barter", "pentagon-contract"}};
    said_columns said_of;
    list_columns suppliers;
    wide_column quantity, value;
    column first, slugs, recipient, weapon, stage, unit, bounds, funding, attribution;
    std::string before;
    for (const row& r : in.rows()) {
        if (r.required("transfer") != before || first.empty()) {
            before = r.text("transfer");
            first.push_back(u32(stage.size()));
            slugs.push_back(parts.pool.add(before));
        }
        if (r.text("account") != std::to_string(stage.size() - first.back() + 1)) {
            r.fault("account", "the accounts of a transfer are numbered from 1");
        }
        const auto from = r.codes("suppliers", parts.actors);
        if (from.empty()) {
            r.fault("suppliers", "must not be empty");
        }
        suppliers.add(from);
        recipient.push_back(u32(r.code("recipient", parts.actors)));
        const auto w = r.code_if_any("weapon", parts.weapons);
        weapon.push_back(u32(w.value_or(nothing8)));
        stage.push_back(u32(r.code("stage", stages)));
        quantity.add(whole(r, "quantity", "quantity_bound"));
        if (r.text("quantity").empty() != r.text("unit").empty()) {
            r.fault("unit", "a quantity and its unit go together");
        }
        unit.push_back(u32(r.code_if_any("unit", units).value_or(0)));
        value.add(whole(r, "value", "value_bound"));
        bounds.push_back(u32(r.code_if_any("quantity_bound", bound_words).value_or(0) << 3 |
                             r.code_if_any("value_bound", bound_words).value_or(0)));
        funding.push_back(u32(r.code_if_any("funding", fundings).value_or(nothing8)));
        attribution.push_back(u32(r.code("attribution", attribution_words)));
        said(parts, r, said_of);
        for (const std::size_t supplier : from) {
            add_supply(parts, report_parts::edge{w.value_or(nothing8), supplier, recipient.back(), supplied_by,
                                                 said_of.from.back(), said_of.until.back(), said_of.cites.back(),
                                                 edge_record(edge_origin::transfer, u32(first.size() - 1)),
                                                 mere_intent.contains(r.text("stage"))});
        }
    }
    first.push_back(u32(stage.size()));
    header& out = parts.out;
    out.add_constant("transfer_count", slugs.size());
    out.add<16>("account_first", first);
    out.add<32>("transfer_slugs", slugs);
    suppliers.write<16>(out, "account_suppliers");
    out.add<16>("account_recipient", recipient);
    out.add<8>("account_weapon", weapon);
    out.add<6>("account_stage", stage);
    out.add<6>("account_unit", unit);
    out.add<8>("account_bounds", bounds);
    quantity.write(out, "account_quantity");
    value.write(out, "account_value");
    out.add<6>("account_funding", funding);
    out.add<6>("account_attribution", attribution);
    said_of.write(out, parts.text, "account");
}

inline void generation::acquisitions(report_parts& parts) {
    const table& in = read("report_acquisitions.csv", {"acquisition"});
    const vocabulary channels{
        "channel",
        {"stockpile-capture", "battlefield-capture", "stockpile-leakage", "unaccounted-loss", "defection",
         "illicit-trade", "sale-by-armed-group", "state-supply-diverted", "airdrop-miss"}};
    const vocabulary reaches{"reach", {"is", "possible", "untraced"}};
    said_columns said_of;
    list_columns states, weapons;
    column slug, channel, holder, reach, attribution, place, what;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        slug.push_back(parts.pool.add(r.required("acquisition")));
        channel.push_back(u32(r.code("channel", channels)));
        const auto from = r.code_if_any("holder", parts.actors);
        holder.push_back(u32(from.value_or(nothing16)));
        reach.push_back(u32(r.code("reach", reaches)));
        attribution.push_back(u32(r.code("attribution", attribution_words)));
        states.add(r.codes("states", states_));
        std::vector<std::size_t> what_weapons = r.codes("weapons", parts.weapons);
        weapons.add(what_weapons);
        place.push_back(parts.sentence(r, "place"));
        what.push_back(parts.sentences.add(r.required("what")));
        said(parts, r, said_of);
        if (what_weapons.empty()) {
            what_weapons.push_back(nothing8);
        }
        for (const std::size_t w : what_weapons) {
            if (from && r.text("reach") != "untraced") {
                parts.edges.push_back({w, *from, parts.islamic_state, route_kinds.size() + channel.back(),
                                       said_of.from.back(), said_of.until.back(), said_of.cites.back(),
                                       edge_record(edge_origin::acquisition, u32(i)), r.text("reach") == "possible"});
            }
        }
    }
    header& out = parts.out;
    out.add_constant("acquisition_count", in.size());
    out.add<32>("acquisition_slugs", slug);
    out.add<6>("acquisition_channel", channel);
    out.add<16>("acquisition_holder", holder);
    out.add<6>("acquisition_reach", reach);
    out.add<6>("acquisition_attribution", attribution);
    states.write<8>(out, "acquisition_states");
    weapons.write<8>(out, "acquisition_weapons");
    said_of.write(out, parts.text, "acquisition");
    parts.text.add<32>("acquisition_places", place);
    parts.text.add<32>("acquisition_whats", what);
}

inline void generation::recommendations(report_parts& parts) {
    const table& in = read("report_recommendations.csv", {"recommendation"});
    const vocabulary addressees{"addressee", {"all-states", "supplier-states", "iraq", "named-states"}};
    const vocabulary kinds{"kind of recommendation",
                           {"embargo", "risk-assessment", "end-use-control", "post-delivery-monitoring",
                            "stockpile-management", "treaty-adherence"}};
    said_columns said_of;
    list_columns states;
    column slug, addressee, kind, statement;
    for (const row& r : in.rows()) {
        slug.push_back(parts.pool.add(r.required("recommendation")));
        addressee.push_back(u32(r.code("addressee", addressees)));
        kind.push_back(u32(r.code("kind", kinds)));
        states.add(r.codes("states", states_));
        statement.push_back(parts.sentences.add(r.required("statement")));
        said(parts, r, said_of, nullptr, nullptr);
    }
    header& out = parts.out;
    out.add_constant("recommendation_count", in.size());
    out.add<32>("recommendation_slugs", slug);
    out.add<6>("recommendation_addressee", addressee);
    out.add<6>("recommendation_kind", kind);
    states.write<8>(out, "recommendation_states");
    said_of.write(out, parts.text, "recommendation");
    parts.text.add<32>("recommendation_statements", statement);
}

// The edges of the graph: supplies of transfers, losses of acquisitions, further routes, and for each
// weapon that is handed on by one who did not make it an implied edge from its makers.
inline void generation::custody(report_parts& parts) {
    const table& in = read("report_routes.csv", {"from", "to", "kind", "weapon", "since"});
    said_columns said_of;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        said(parts, r, said_of, "since", "until");
        parts.edges.push_back({r.code_if_any("weapon", parts.weapons).value_or(nothing8), r.code("from", parts.actors),
                               r.code("to", parts.actors), r.code("kind", route_kinds), said_of.from.back(),
                               said_of.until.back(), said_of.cites.back(), edge_record(edge_origin::route, u32(i)),
                               r.code("implied", yes_no) == 1});
    }
    add_makers(parts);
    std::sort(parts.edges.begin(), parts.edges.end());
    column weapon, from, to, kind, since, until, cites, record;
    for (const auto& e : parts.edges) {
        weapon.push_back(u32(e.weapon));
        from.push_back(u32(e.from));
        to.push_back(u32(e.to));
        kind.push_back(u32(e.kind << 1 | (e.implied ? 1U : 0U)));
        since.push_back(e.since);
        until.push_back(e.until);
        cites.push_back(e.cites);
        record.push_back(e.record);
    }
    header& out = parts.out;
    out.add_constant("edge_count", parts.edges.size());
    out.add<8>("edge_weapon", weapon);
    out.add<16>("edge_from", from);
    out.add<16>("edge_to", to);
    out.add<6>("edge_kind", kind);
    out.add<16>("edge_since", since);
    out.add<16>("edge_until", until);
    out.add<16>("edge_cites", cites);
    out.add<16>("edge_record", record);
    parts.text.add<32>("route_locators", said_of.locator);
    parts.text.add<32>("route_notes", said_of.note);
}

inline void generation::add_makers(report_parts& parts) {
    const table& weapons = *parts.weapon_rows;
    std::set<std::pair<std::size_t, std::size_t>> supplied;  // weapon, actor who got it from someone
    std::set<std::pair<std::size_t, std::size_t>> handing;   // weapon, actor who hands it on
    for (const auto& e : parts.edges) {
        supplied.emplace(e.weapon, e.to);
        handing.emplace(e.weapon, e.from);
    }
    for (std::size_t w = 0; w < parts.makers.size(); ++w) {
        std::set<std::size_t> first_holders;
        for (const auto& [weapon, holder] : handing) {
            const bool maker = std::count(parts.makers[w].begin(), parts.makers[w].end(), holder) != 0;
            if (weapon == w && !maker && !supplied.contains({w, holder})) {
                first_holders.insert(holder);
            }
        }
        const bool seen = weapons[w].text("seen") == "with-is";
        if (seen && !supplied.contains({w, parts.islamic_state})) {
            first_holders.insert(parts.islamic_state);
        }
        for (const std::size_t holder : first_holders) {
            for (const std::size_t maker : parts.makers[w]) {
                parts.edges.push_back({w, maker, holder, made, pack(always), pack(never), citations_of(weapons[w]),
                                       edge_record(edge_origin::maker, u32(w)), true});
            }
        }
    }
}

}  // namespace generator
