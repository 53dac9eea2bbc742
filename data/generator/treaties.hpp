// SPDX-License-Identifier: BSL-1.0
//
// Treaties, who stands to them how, and the histories that look-ups use.
#pragma once

#include "generation.hpp"

namespace generator {

// The rule by which the treaty enters into force for a state, beside its article in the header.
inline generation::entry_rule generation::rule_of(const std::string& treaty) {
    static const std::map<std::string, entry_rule> rules{
        {"att", armsledger::detail::att_entry_into_force},
        {"apmbc", armsledger::detail::apmbc_entry_into_force},
        {"ccm", armsledger::detail::ccm_entry_into_force},
        {"firearms-protocol", armsledger::detail::firearms_protocol_entry_into_force}};
    const auto found = rules.find(treaty);
    return found == rules.end() ? nullptr : found->second;
}

inline void generation::treaties() {
    const table& in = read("treaties.csv", {"treaty"});
    treaties_ = words_of(in, "treaty", "treaty of treaties.csv");
    write_enumerators("treaty", "treaties.csv", treaties_);
    header out{"treaties.csv, treaty_status.csv, treaty_notices.csv and coverage.csv"};
    text_pool pool;
    column names, adopted, in_force, cites;
    std::vector<index_entry> entries;
    std::vector<date> adoption;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        if (rule_of(r.text("treaty")) == nullptr) {
            r.fault("treaty", "no rule for its entry into force is known");
        }
        names.push_back(pool.add(r.required("name")));
        add_named(entries, r, "treaty", u32(i));
        adoption.push_back(r.day("adopted").value_or(always));
        adopted.push_back(pack(adoption.back()));
        in_force.push_back(pack(r.day("entry_into_force").value_or(never)));
        cites.push_back(citations_of(r));
    }
    add_slugs(out, "treaty_slugs", pool, treaties_);
    out.add<32>("treaty_names", names);
    out.add<16>("treaty_adopted", adopted);
    out.add<16>("treaty_in_force", in_force);
    out.add<16>("treaty_cites", cites);
    add_name_index(out, "treaty_index", entries);
    treaty_status(out, pool, adoption);
    treaty_notices(out, pool);
    out.add("treaty_pool", pool);
    write("treaties", out);
}

inline void generation::treaty_status(header& out, text_pool& pool, const std::vector<date>& adoption) {
    const table& in = read("treaty_status.csv", {"treaty", "participant"});
    const vocabulary kinds{"kind of consent", {"ratification", "acceptance", "approval", "accession", "succession"}};
    const std::size_t per_treaty = participants_.size();
    column first(treaties_.size() + 1, 0);
    column row_of(treaties_.size() * per_treaty, nothing8);
    column history_of(treaties_.size() * per_treaty, 0);
    column history_first{0};
    std::vector<std::uint64_t> histories;
    std::map<std::array<std::uint64_t, 2>, std::size_t> known;
    treaty_columns c;
    for (std::size_t t = 0, i = 0; t < treaties_.size(); ++t) {
        known.clear();
        const auto history_number = [&](const armsledger::detail::treaty_steps& steps, const row* r) {
            const auto words = history(steps, r);
            const auto [found, inserted] = known.emplace(words, known.size());
            if (inserted) {
                histories.insert(histories.end(), words.begin(), words.end());
            }
            return u32(found->second);
        };
        history_number({}, nullptr);  // history 0: nothing ever happened
        for (; i < in.size() && in[i].text("treaty") == treaties_.words()[t]; ++i) {
            const row r = in[i];
            const std::size_t p = r.code("participant", participants_);
            const auto steps = status_row(r, c, kinds, pool, adoption[t]);
            row_of[t * per_treaty + p] = first[t + 1]++;
            history_of[t * per_treaty + p] = history_number(steps, &r);
        }
        history_first.push_back(u32(histories.size()));
        // A state that continues another carries on its treaties: one record for both. Backwards in
        // time, so that it passes through a chain (Serbia, Serbia and Montenegro, Yugoslavia).
        for (auto step = continued_.rbegin(); step != continued_.rend(); ++step) {
            auto* rows = &row_of[t * per_treaty];
            auto* past = &history_of[t * per_treaty];
            if (rows[step->predecessor] == nothing8) {
                rows[step->predecessor] = rows[step->successor];
                past[step->predecessor] = past[step->successor];
            }
        }
    }
    for (const row& r : in.rows()) {
        (void)r.code("treaty", treaties_);
    }
    accumulate(first);
    out.add<16>("status_first", first);
    out.add<8>("status_row_of", row_of);
    out.add<8>("status_participant", c.participant);
    out.add<8>("status_kind", c.kind);
    out.add<16>("status_signature", c.signature);
    out.add("status_consent", c.consent);
    out.add("status_entry", c.entry);
    out.add<16>("status_provisional", c.provisional);
    out.add<16>("status_notified", c.notified);
    out.add<16>("status_effective", c.effective);
    out.add<32>("status_notes", c.note);
    out.add<16>("status_cites", c.cites);
    out.add_bytes<8>("history_of", {history_of.begin(), history_of.end()});
    out.add_bytes<16>("history_first", {history_first.begin(), history_first.end()});
    out.add_bytes<64>("histories", histories);
}

inline armsledger::detail::treaty_steps generation::status_row(const row& r, treaty_columns& c, const vocabulary& kinds,
                                                               text_pool& pool, date adopted) {
    const auto signature = r.day("signature");
    const auto consent = r.span("consent");
    const auto kind = r.code_if_any("consent_kind", kinds);
    auto entry = r.span("entry_into_force");
    const auto notified = r.day("withdrawal_notified");
    const auto effective = r.day("withdrawal_effective");
    const auto provisional = r.day("provisional_application");
    const bool succession = kind && kinds.words()[*kind] == "succession";
    if (consent.has_value() != kind.has_value()) {
        r.fault("consent_kind", "consent and its kind go together");
    }
    if (!signature && !consent) {
        r.fault("signature", "neither signed nor consented");
    }
    if (signature && *signature < adopted) {
        r.fault("signature", "before the treaty was adopted");
    }
    if (signature && consent && consent->latest < *signature) {
        r.fault("consent", "before the signature");
    }
    const entry_rule rule = rule_of(r.text("treaty"));
    if (consent && rule != nullptr && !succession) {
        const uncertain_date by_rule{rule(consent->earliest), rule(consent->latest)};
        if (!entry) {
            entry = by_rule;
        } else if (*entry != by_rule && r.text("note").empty()) {
            r.fault("entry_into_force", "the treaty's rule gives " +
                                            std::string(to_string(by_rule.earliest).characters, 10) +
                                            ": correct it, or say why in the note");
        }
    }
    if (entry && !consent) {
        r.fault("entry_into_force", "without consent to be bound");
    }
    if (signature && entry && entry->latest < *signature) {
        r.fault("signature", "after the entry into force");
    }
    if (notified.has_value() != effective.has_value()) {
        r.fault("withdrawal_effective", "a withdrawal has a notice and an effect");
    }
    if (effective && (!entry || *effective <= entry->latest || *effective <= *notified)) {
        r.fault("withdrawal_effective", "not after the notice and the entry into force");
    }
    c.participant.push_back(u32(r.code("participant", participants_)));
    c.kind.push_back(kind ? u32(*kind) : nothing8);
    c.signature.push_back(pack(signature.value_or(never)));
    c.consent.add(consent.value_or(open_end));
    c.entry.add(entry.value_or(open_end));
    c.provisional.push_back(pack(provisional.value_or(never)));
    c.notified.push_back(pack(notified.value_or(never)));
    c.effective.push_back(pack(effective.value_or(never)));
    c.note.push_back(pool.add(r.text("note")));
    c.cites.push_back(citations_of(r));
    const auto known_day = [](std::optional<date> d) { return d ? uncertain_date{*d, *d} : open_end; };
    return {known_day(signature), consent.value_or(open_end), entry.value_or(open_end), known_day(effective)};
}

// The standings of a participant in time: up to six days on which it changes, in 16 bits each,
// then seven standings of 4 bits in the upper half of the second word.
inline std::array<std::uint64_t, 2> generation::history(const armsledger::detail::treaty_steps& steps, const row* r) {
    std::set<date> days;
    for (const uncertain_date& step : {steps.signature, steps.consent, steps.entry_into_force, steps.withdrawal}) {
        days.insert(step.earliest);
        days.insert(step.latest);
    }
    days.erase(never);
    std::vector<std::pair<date, standing>> changes;
    standing current = standing::none;
    for (const date day : days) {
        const standing then = standing_after(steps, day);
        if (then != current) {
            changes.emplace_back(day, then);
            current = then;
        }
    }
    if (changes.size() > 6) {
        r->fault("consent", "more than six changes of standing do not fit a history");
        return {};
    }
    std::array<std::uint64_t, 2> words{~std::uint64_t{0}, 0xFFFFFFFFU};
    std::uint64_t standings = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto& word = words[i / 4];
        const std::size_t shift = i % 4 * 16;
        word = (word & ~(std::uint64_t{0xFFFF} << shift)) | std::uint64_t{pack(changes[i].first)} << shift;
        standings |= static_cast<std::uint64_t>(changes[i].second) << 4 * (i + 1);
    }
    words[1] |= standings << 32;
    return words;
}

inline void generation::treaty_notices(header& out, text_pool& pool) {
    const table& in = read("treaty_notices.csv", {"treaty", "participant", "date"});
    const vocabulary kinds{"kind of notice",
                           {"interpretation", "not-to-become-party", "objection", "suspension", "territorial-exclusion",
                            "territorial-extension"}};
    column treaty, participant, day, kind, statement, cites;
    for (const row& r : in.rows()) {
        treaty.push_back(u32(r.code("treaty", treaties_)));
        participant.push_back(u32(r.code("participant", participants_)));
        day.push_back(pack(r.day("date").value_or(always)));
        kind.push_back(u32(r.code("kind", kinds)));
        statement.push_back(pool.add(r.required("statement")));
        cites.push_back(citations_of(r));
    }
    out.add_constant("notice_count", in.size());
    out.add<8>("notice_treaty", treaty);
    out.add<8>("notice_participant", participant);
    out.add<16>("notice_day", day);
    out.add<8>("notice_kind", kind);
    out.add<32>("notice_statement", statement);
    out.add<16>("notice_cites", cites);
}

}  // namespace generator
