// SPDX-License-Identifier: BSL-1.0
//
// Treaties, who stands to them how, and the tables that look-ups use.
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
    std::vector<std::vector<treaty_steps>> steps(treaties_.size(), std::vector<treaty_steps>(per_treaty));
    treaty_columns c;
    for (std::size_t t = 0, i = 0; t < treaties_.size(); ++t) {
        for (; i < in.size() && in[i].text("treaty") == treaties_.words()[t]; ++i) {
            const row r = in[i];
            const std::size_t p = r.code("participant", participants_);
            steps[t][p] = status_row(r, c, kinds, pool, adoption[t]);
            row_of[t * per_treaty + p] = first[t + 1]++;
        }
        // A state that continues another carries on its treaties: one record for both. Backwards in
        // time, so that it passes through a chain (Serbia, Serbia and Montenegro, Yugoslavia).
        for (auto step = continued_.rbegin(); step != continued_.rend(); ++step) {
            auto* rows = &row_of[t * per_treaty];
            if (rows[step->predecessor] == nothing8) {
                rows[step->predecessor] = rows[step->successor];
                steps[t][step->predecessor] = steps[t][step->successor];
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
    out.add<6>("status_kind", c.kind);
    out.add<16>("status_signature", c.signature);
    out.add("status_consent", c.consent);
    out.add("status_entry", c.entry);
    out.add_listed_days("status_provisional", c.provisional);
    out.add_listed_days("status_notified", c.notified);
    out.add_listed_days("status_effective", c.effective);
    out.add<32>("status_notes", c.note);
    out.add<16>("status_cites", c.cites);
    standings(out, steps);
    parties(out, steps);
}

inline generation::treaty_steps generation::status_row(const row& r, treaty_columns& c, const vocabulary& kinds,
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

inline std::set<date> generation::days_in(const treaty_steps& steps) {
    std::set<date> days;
    for (const uncertain_date& step : {steps.signature, steps.consent, steps.entry_into_force, steps.withdrawal}) {
        days.insert({step.earliest, step.latest});
    }
    return days;
}

// The days on which the standing changes, and to what, from the first on which the participant existed. That it
// did not for a time (Syria from 1958 to 1961) is a change; that it does no more is told elsewhere.
inline generation::changes_of_standing generation::changes(const treaty_steps& steps,
                                                           const std::vector<period>& existed) {
    std::set<date> days = days_in(steps);
    std::vector<period> gaps;
    for (std::size_t i = 1; i < existed.size(); ++i) {
        gaps.push_back({existed[i - 1].until, existed[i].from});
        days.insert({gaps.back().from, gaps.back().until});
    }
    days.erase(never);
    changes_of_standing found{{always, standing::none}};
    for (const date day : days) {
        const bool gone = std::any_of(gaps.begin(), gaps.end(), [&](const period& gap) { return gap.contains(day); });
        const standing then = gone ? standing::no_such_state : standing_after(steps, day);
        if (then != found.back().second) {
            found.emplace_back(day, then);
        }
    }
    return found;
}

// Writes changes, from the `first` on, into a row of eight bytes as treaty.hpp reads it. Where there are more
// than three the last standing is 8 and more: the number of a further row, behind those of the participants.
inline void generation::write_standings(std::vector<std::uint64_t>& rows, std::size_t row,
                                        const changes_of_standing& all, std::size_t first) const {
    std::uint64_t held = 0xFFFFFFFFFFFF | static_cast<std::uint64_t>(all[first].second) << 48;
    for (std::size_t i = 0; i < 3 && first + i + 1 < all.size(); ++i) {
        const auto& [day, then] = all[first + i + 1];
        std::uint64_t code = static_cast<std::uint64_t>(then);
        if (i == 2 && first + 4 < all.size()) {
            code = 8 + rows.size() - participants_.size();
            rows.push_back(0);
            write_standings(rows, rows.size() - 1, all, first + 3);
        }
        if (code > 15) {
            throw std::length_error{"too many participants change their standing more than three times"};
        }
        held &= ~(std::uint64_t{0xFFFF} << 16 * i);
        held |= std::uint64_t{pack(day)} << 16 * i | code << (52 + 4 * i);
    }
    rows[row] = held;
}

inline void generation::standings(header& out, const std::vector<std::vector<treaty_steps>>& steps) const {
    const std::vector<period> ever{{}};
    std::vector<std::vector<std::uint64_t>> rows(steps.size());
    std::vector<std::uint64_t> lives, all;
    std::size_t most = 0;
    for (std::size_t p = 0; p < participants_.size(); ++p) {
        const std::vector<period>& existed = p < existed_.size() ? existed_[p] : ever;
        const std::uint64_t from = existed.empty() ? 0 : pack(existed.front().from);
        lives.push_back(from);
        lives.push_back(existed.empty() ? 0 : pack(existed.back().until) - from);
    }
    for (std::size_t t = 0; t < steps.size(); ++t) {
        rows[t].resize(participants_.size());
        for (std::size_t p = 0; p < participants_.size(); ++p) {
            write_standings(rows[t], p, changes(steps[t][p], p < existed_.size() ? existed_[p] : ever), 0);
        }
        most = std::max(most, rows[t].size());
    }
    for (std::size_t row = 0; row < most; ++row) {
        for (const auto& of_treaty : rows) {
            all.push_back(row < of_treaty.size() ? of_treaty[row] : 0);
        }
    }
    out.add_bytes<64>("standings", all);
    out.add_bytes<16>("participant_life", lives);
}

inline void generation::parties(header& out, const std::vector<std::vector<treaty_steps>>& steps) const {
    using namespace armsledger::detail;
    std::vector<plane> planes(steps.size());
    for (std::size_t t = 0; t < steps.size(); ++t) {
        for (std::size_t s = 0; s < states_.size(); ++s) {
            const treaty_steps& of = steps[t][s];
            std::set<date> days = days_in(of);
            for (const period& p : existed_[s]) {
                days.insert({p.from, p.until});
            }
            planes[t].add(s, days, [&](date day) {
                const bool exists = std::any_of(existed_[s].begin(), existed_[s].end(),
                                                [&](const period& p) { return p.contains(day); });
                return exists ? both(of.entry_into_force.by(day), negate(of.withdrawal.by(day))) : answer::no;
            });
        }
    }
    add_planes(out, "treaty", planes, states_.size());
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
    out.add<6>("notice_treaty", treaty);
    out.add<8>("notice_participant", participant);
    out.add<16>("notice_day", day);
    out.add<6>("notice_kind", kind);
    out.add<32>("notice_statement", statement);
    out.add<16>("notice_cites", cites);
}

}  // namespace generator
