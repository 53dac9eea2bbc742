// SPDX-License-Identifier: BSL-1.0
//
// What an embargo phase lets through: item classes, the acts a phase rests on in turn, the cells of the
// ladder, and whom the measures of an issuer bind.
#pragma once

#include "generation.hpp"

namespace generator {

namespace {

const vocabulary holding_words{"answer", {"no", "yes", "unknown"}};
const vocabulary force_words{"force", {"mandatory", "voluntary", "political"}};

}  // namespace

inline void generation::permissions() {
    header out{
        "item_classes.csv, item_class_types.csv, embargo_acts.csv, embargo_cells.csv, "
        "embargo_binding.csv, embargo_stood_aside.csv and outside_rules.csv"};
    text_pool pool;
    item_classes(out, pool);
    holdings(out, pool);
    acts(out, pool);
    cells(out, pool);
    binding(out, pool);
    stood_aside(out, pool);
    outside_rules(out, pool);
    out.add("permission_pool", pool);
    write("permissions", out);
}

inline void generation::item_classes(header& out, text_pool& pool) {
    const table& in = read("item_classes.csv", {"class"});
    item_classes_ = words_of(in, "class", "class of item_classes.csv");
    write_enumerators("item_class", "item_classes.csv", item_classes_);
    const vocabulary kinds{"kind of item class", {"scope", "derogation"}};
    const vocabulary att_parts{"part of the Arms Trade Treaty", {"none", "arms", "ammunition", "parts", "unknown"}};
    column names, kind, within, att, categories_first{0}, categories;
    std::vector<index_entry> entries;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        names.push_back(pool.add(r.required("name")));
        kind.push_back(u32(r.code("kind", kinds)));
        const auto outer = r.code_if_any("within", item_classes_);
        if (outer == i) {
            r.fault("within", "a class is not within itself");
        }
        within.push_back(u32(outer.value_or(nothing8)));
        att.push_back(u32(r.code("att", att_parts)));
        for (const std::string& category : split(r.text("categories"), ';')) {
            const std::size_t colon = std::min(category.find(':'), category.size());
            const auto scheme = schemes_.find(category.substr(0, colon));
            if (!scheme) {
                r.fault("categories", "'" + category + "' is no category, written as scheme:code");
                continue;
            }
            categories.push_back(
                u32(category_of(r, "categories", *scheme, category.substr(std::min(colon + 1, category.size())))));
        }
        categories_first.push_back(u32(categories.size()));
        add_names_of(entries, r.text("class"), u32(i));
        add_names_of(entries, r.text("name"), u32(i));
    }
    for (std::size_t i = 0; i < in.size(); ++i) {
        std::size_t depth = 0;
        for (std::uint32_t at = u32(i); at != nothing8 && depth <= in.size(); at = within[at]) {
            ++depth;
        }
        if (depth > in.size()) {
            in[i].fault("within", "the classes within one another make a circle");
        }
    }
    add_slugs(out, "item_class_slugs", pool, item_classes_);
    out.add<32>("item_class_names", names);
    out.add<6>("item_class_kind", kind);
    out.add<6>("item_class_within", within);
    out.add<6>("item_class_att", att);
    out.add<16>("item_class_categories_first", categories_first);
    out.add<16>("item_class_categories", categories);
    add_name_index(out, "item_class_index", entries);
}

// Which types fall in a class: a list of types for each class under every regime, or under one. A cell of
// `holding_of` is the number of a row plus one, 0 where there is none.
inline void generation::holdings(header& out, text_pool& pool) {
    const table& in = read("item_class_types.csv", {"class", "regime", "type"});
    column first(item_classes_.size() + 1, 0), regime, holds, note, cites, of;
    std::optional<std::pair<std::size_t, std::uint32_t>> before;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const std::size_t c = r.code("class", item_classes_);
        const std::uint32_t g = u32(r.code_if_any("regime", regimes_).value_or(nothing8));
        if (before != std::pair{c, g}) {
            before = {c, g};
            ++first[c + 1];
            regime.push_back(g);
            of.resize(of.size() + weapon_types_.size(), 0);
        }
        of[of.size() - weapon_types_.size() + r.code("type", weapon_types_)] = u32(i + 1);
        holds.push_back(u32(r.code("holds", holding_words)));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    accumulate(first);
    out.add<16>("item_list_first", first);
    out.add<8>("item_list_regime", regime);
    out.add<16>("holding_of", of);
    out.add_constant("holding_count", in.size());
    out.add<6>("holding_answer", holds);
    out.add<32>("holding_notes", note);
    out.add<16>("holding_cites", cites);
}

// The acts of a phase tile it, so that each of its days has one.
inline void generation::acts(header& out, text_pool& pool) {
    const table& in = read("embargo_acts.csv", {"regime", "territory", "target", "phase", "from"});
    column first(phase_rows_.size() + 1, 0), instrument, paragraph, note, cites;
    span_columns from, until;
    std::optional<std::size_t> current;
    std::string expected;
    const auto end_phase = [&](std::size_t last) {
        if (current && in[last].text("until") != phase_until_[*current]) {
            in[last].fault(
                "until", "the last act of a phase lasts as long as the phase, until '" + phase_until_[*current] + "'");
        }
    };
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const auto found = phase_rows_.find({r.text("regime"), r.text("territory"), r.text("phase"), r.text("target")});
        if (found == phase_rows_.end()) {
            r.fault("phase", "no phase of embargo_phases.csv has this regime, territory, target and day");
            continue;
        }
        if (current != found->second) {
            if (i > 0) {
                end_phase(i - 1);
            }
            current = found->second;
            expected = r.text("phase");
        }
        if (r.text("from") != expected) {
            r.fault("from", "an act takes over where the one before ends, on '" + expected + "'");
        }
        expected = r.text("until");
        const uncertain_date begin = r.span("from").value_or(since_always);
        const uncertain_date end = r.span("until").value_or(open_end);
        check_period(r, begin.earliest, end.latest);
        from.add(begin);
        until.add(end);
        ++first[*current + 1];
        instrument.push_back(pool.add(r.required("instrument")));
        paragraph.push_back(pool.add(r.text("paragraph")));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    end_phase(in.size() - 1);
    accumulate(first);
    out.add<16>("act_first", first);
    out.add("act_from", from);
    out.add("act_until", until);
    out.add<32>("act_instrument", instrument);
    out.add<32>("act_paragraph", paragraph);
    out.add<32>("act_notes", note);
    out.add<16>("act_cites", cites);
}

// "5 working days" as a number and whether they are working days.
inline std::pair<std::uint32_t, bool> generation::waiting_of(const row& r) {
    const std::string& text = r.text("waiting");
    if (text.empty()) {
        return {0, false};
    }
    const std::size_t space = text.find(' ');
    const std::string unit = space == std::string::npos ? "" : text.substr(space + 1);
    std::uint32_t days = 0;
    for (const char c : text.substr(0, space)) {
        days = c < '0' || c > '9' || days > 36 ? 0xFFFF : days * 10 + static_cast<std::uint32_t>(c - '0');
    }
    if (days == 0 || days > 365 || (unit != "days" && unit != "working days")) {
        r.fault("waiting", "'" + text + "' is neither days nor working days");
        return {0, false};
    }
    return {days, unit == "working days"};
}

inline void generation::cells(header& out, text_pool& pool) {
    const table& in =
        read("embargo_cells.csv", {"regime", "territory", "phase", "recipient", "item", "direction", "claim", "from"});
    const vocabulary recipients{"recipient",
                                {"government", "non_governmental_forces", "peacekeepers", "humanitarian_media",
                                 "other_state_forces", "listed_group", "any_other"}};
    const vocabulary directions{"direction", {"to", "from"}};
    const vocabulary claims{
        "claim",
        {"", "humanitarian", "personal-protection", "security-assistance", "peace-agreement", "peacekeeping",
         "demining", "conservation", "civil-use", "relief", "held-before", "outside-area", "old-contract"}};
    const vocabulary certificates{"certificate", {"end-use"}};
    const vocabulary rungs{"permission", {"free", "notification", "no_objection", "approval", "prohibited", "unknown"}};
    std::map<std::array<std::string, 3>, std::pair<std::size_t, std::size_t>> of_stretch;
    column recipient, item, direction, claim, rung, force, body, waiting, working_days, condition, contract_before,
        certificate, instrument, paragraph, note, cites;
    period_columns when;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const std::array<std::string, 3> stretch{r.text("regime"), r.text("territory"), r.text("phase")};
        auto& span = of_stretch.try_emplace(stretch, i, i).first->second;
        span.second = i + 1;
        recipient.push_back(u32(r.code("recipient", recipients)));
        item.push_back(u32(r.code("item", item_classes_)));
        direction.push_back(u32(r.code("direction", directions)));
        claim.push_back(u32(r.code("claim", claims)));
        when.add(r);
        rung.push_back(u32(r.code("permission", rungs)));
        if (rung.back() == *rungs.find("unknown") && r.text("condition").empty()) {
            r.fault("condition", "what is unknown needs its reason");
        }
        force.push_back(u32(r.code_if_any("force", force_words).value_or(nothing8)));
        body.push_back(pool.add(r.text("body")));
        const auto [days, working] = waiting_of(r);
        waiting.push_back(days);
        working_days.push_back(working ? 1U : 0U);
        condition.push_back(pool.add(r.text("condition")));
        const auto contract = r.day("contract_before");
        if (contract.has_value() != (r.text("claim") == "old-contract")) {
            r.fault("contract_before", "an old contract and the day it is older than go together");
        }
        contract_before.push_back(pack(contract.value_or(never)));
        certificate.push_back(r.code_if_any("certificate", certificates) ? 1U : 0U);
        instrument.push_back(pool.add(r.text("instrument")));
        paragraph.push_back(pool.add(r.text("paragraph")));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    cells_of_phases(out, in, of_stretch);
    out.add_constant("cell_count", in.size());
    out.add<6>("cell_recipient", recipient);
    out.add<6>("cell_item", item);
    out.add<6>("cell_direction", direction);
    out.add<6>("cell_claim", claim);
    when.write(out, "cell");
    out.add<6>("cell_permission", rung);
    out.add<6>("cell_force", force);
    out.add<32>("cell_body", body);
    out.add<16>("cell_waiting", waiting);
    out.add<6>("cell_working_days", working_days);
    out.add<32>("cell_condition", condition);
    out.add<16>("cell_contract_before", contract_before);
    out.add<6>("cell_certificate", certificate);
    out.add<32>("cell_instrument", instrument);
    out.add<32>("cell_paragraph", paragraph);
    out.add<32>("cell_notes", note);
    out.add<16>("cell_cites", cites);
}

// Phases of one regime, territory and day share their cells; the first of them is the one to ask.
inline void generation::cells_of_phases(
    header& out, const table& in,
    const std::map<std::array<std::string, 3>, std::pair<std::size_t, std::size_t>>& of_stretch) {
    column first(phase_rows_.size()), last(phase_rows_.size()), lead(phase_rows_.size());
    std::map<std::array<std::string, 3>, std::size_t> leads;
    for (const auto& [key, phase] : phase_rows_) {
        const std::array<std::string, 3> stretch{key[0], key[1], key[2]};
        const auto found = of_stretch.find(stretch);
        if (found == of_stretch.end()) {
            faults.add("data/embargo_cells.csv", 1, "phase",
                       "the phase of " + key[0] + " that begins " + key[2] + " has no cell");
            continue;
        }
        const auto [begin, end] = found->second;
        first[phase] = u32(begin);
        last[phase] = u32(end);
        bool from_its_first_day = false, to_its_last = false;
        for (std::size_t i = begin; i < end; ++i) {
            const bool of_others = in[i].text("recipient") == "any_other" && in[i].text("claim").empty();
            from_its_first_day = from_its_first_day || (of_others && in[i].text("from").empty());
            to_its_last = to_its_last || (of_others && in[i].text("until").empty());
        }
        if (territorial_[phase] && !(from_its_first_day && to_its_last)) {
            in[begin].fault("recipient",
                            "a ban on a territory says something of any_other too, from its first day to its last");
        }
        const auto [known, inserted] = leads.emplace(stretch, phase);
        known->second = std::min(known->second, phase);
    }
    for (const auto& [key, phase] : phase_rows_) {
        lead[phase] = u32(leads[{key[0], key[1], key[2]}]);
    }
    for (const auto& [stretch, span] : of_stretch) {
        if (!leads.contains(stretch)) {
            in[span.first].fault("phase", "no phase of embargo_phases.csv has this regime, territory and day");
        }
    }
    out.add<16>("phase_cells_first", first);
    out.add<16>("phase_cells_last", last);
    out.add<8>("phase_lead", lead);
}

inline void generation::binding(header& out, text_pool& pool) {
    const table& in = read("embargo_binding.csv", {"issuer", "force"});
    column row_of(issuers_.size() * force_words.size(), nothing8), body, since, basis, note, cites;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        row_of[r.code("issuer", issuers_) * force_words.size() + r.code("force", force_words)] = u32(i);
        body.push_back(u32(r.code_if_any("body", bodies_).value_or(nothing8)));
        since.push_back(pack(r.day("since").value_or(always)));
        basis.push_back(pool.add(r.required("legal_basis")));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    out.add<8>("binding_of", row_of);
    out.add_constant("binding_count", in.size());
    out.add<6>("binding_body", body);
    out.add<16>("binding_since", since);
    out.add<32>("binding_basis", basis);
    out.add<32>("binding_notes", note);
    out.add<16>("binding_cites", cites);
}

inline void generation::stood_aside(header& out, text_pool& pool) {
    const table& in = read("embargo_stood_aside.csv", {"regime", "state", "from"});
    const vocabulary effects{"effect", {"unbound", "doubtful"}};
    column regime, state, effect, note, cites;
    period_columns when;
    for (const row& r : in.rows()) {
        regime.push_back(u32(r.code("regime", regimes_)));
        state.push_back(u32(r.code("state", states_)));
        when.add(r);
        effect.push_back(u32(r.code("effect", effects)));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    out.add_constant("aside_count", in.size());
    out.add<8>("aside_regime", regime);
    out.add<8>("aside_state", state);
    when.write(out, "aside");
    out.add<6>("aside_effect", effect);
    out.add<32>("aside_notes", note);
    out.add<16>("aside_cites", cites);
}

// Rules that the record names and does not hold.
inline void generation::outside_rules(header& out, text_pool& pool) {
    const table& in = read("outside_rules.csv", {"rule"});
    const vocabulary slugs = words_of(in, "rule", "rule of outside_rules.csv");
    write_enumerators("outside_rule", "outside_rules.csv", slugs);
    column names, body, state, type, note, cites;
    period_columns when;
    for (const row& r : in.rows()) {
        names.push_back(pool.add(r.required("name")));
        body.push_back(u32(r.code_if_any("body", bodies_).value_or(nothing8)));
        state.push_back(u32(r.code_if_any("state", states_).value_or(nothing8)));
        type.push_back(u32(r.code_if_any("type", weapon_types_).value_or(nothing8)));
        when.add(r);
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    add_slugs(out, "outside_rule_slugs", pool, slugs);
    out.add<32>("outside_rule_names", names);
    out.add<8>("outside_rule_body", body);
    out.add<8>("outside_rule_state", state);
    out.add<8>("outside_rule_type", type);
    when.write(out, "outside_rule");
    out.add<32>("outside_rule_notes", note);
    out.add<16>("outside_rule_cites", cites);
}

// Enumerators of articles: "7(1)(b)(ii)" of the ATT is att_7_1_b_ii.
inline void generation::articles() {
    const table& in = read("articles.csv", {"treaty", "article"});
    const vocabulary duties{"duty", {"all", "exporting", "importing", "transit", "brokering"}};
    const vocabulary kinds{"kind of article",
                           {"prohibition", "assessment", "authorisation", "exception", "control", "record", "report",
                            "cooperation", "scope", "institution", "final_clause"}};
    const vocabulary objects{
        "object of an article",
        {"none", "arms", "ammunition", "parts", "anti-personnel-mines", "cluster-munitions", "firearms"}};
    header out{"articles.csv"};
    text_pool pool;
    vocabulary slugs{"article"};
    column first(treaties_.size() + 1, 0), number, duty, kind, object, summary, cites;
    const auto bits_of = [](const std::vector<std::size_t>& codes) {
        std::uint32_t bits = 0;
        for (const std::size_t c : codes) {
            bits |= 1U << c;
        }
        return bits;
    };
    for (const row& r : in.rows()) {
        ++first[r.code("treaty", treaties_) + 1];
        std::string slug = r.text("treaty") + "-";
        for (const char c : r.required("article")) {
            if (c == '(') {
                slug += '-';
            } else if (c != ')') {
                slug += c;
            }
        }
        slugs.add(slug);
        number.push_back(pool.add(r.text("article")));
        duty.push_back(bits_of(r.codes("duty_on", duties)));
        kind.push_back(u32(r.code("kind", kinds)));
        object.push_back(bits_of(r.codes("applies_to", objects)));
        summary.push_back(pool.add(r.required("summary")));
        cites.push_back(citations_of(r));
        if (duty.back() == 0 || object.back() == 0) {
            r.fault(duty.back() == 0 ? "duty_on" : "applies_to", "must not be empty");
        }
    }
    accumulate(first);
    write_enumerators("article", "articles.csv", slugs);
    out.add_constant("article_count", in.size());
    out.add<16>("article_first", first);
    out.add<32>("article_number", number);
    out.add<6>("article_duty", duty);
    out.add<6>("article_kind", kind);
    out.add<8>("article_object", object);
    out.add<32>("article_summary", summary);
    out.add<16>("article_cites", cites);
    out.add("article_pool", pool);
    write("articles", out);
}

}  // namespace generator
