// SPDX-License-Identifier: BSL-1.0
//
// Embargo regimes, their phases, contests about them, and the groups they reach.
#pragma once

#include "generation.hpp"

namespace generator {

inline void generation::embargoes() {
    const table& in = read("regimes.csv", {"regime"});
    regimes_ = words_of(in, "regime", "regime of regimes.csv");
    write_enumerators("regime", "regimes.csv", regimes_);
    const vocabulary kinds{"kind of regime", {"embargo", "restriction"}};
    header out{"regimes.csv, embargo_phases.csv and contested.csv"};
    text_pool pool;
    column issuer, kind, names;
    std::vector<index_entry> entries;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        issuer.push_back(u32(r.code("issuer", issuers_)));
        kind.push_back(u32(r.code("kind", kinds)));
        names.push_back(pool.add(r.required("name")));
        add_names_of(entries, r.text("regime"), u32(i));
        add_names_of(entries, r.text("name"), u32(i));
    }
    add_slugs(out, "regime_slugs", pool, regimes_);
    out.add<6>("regime_issuer", issuer);
    out.add<6>("regime_kind", kind);
    out.add<32>("regime_names", names);
    add_name_index(out, "regime_index", entries);
    contested(out, pool);
    phases(out, pool, in);
    out.add("embargo_pool", pool);
    write("embargoes", out);
}

inline void generation::contested(header& out, text_pool& pool) {
    const table& in = read("contested.csv", {"contest", "position"});
    column first_position, statement, holders, note, cites;
    column subject_regime, subject_state, subject_contest;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const std::string& contest = r.required("contest");
        if (!contests_.find(contest)) {
            contests_.add(contest);
            first_position.push_back(u32(i));
            for (const std::string& subject : split(r.text("subject"), ';')) {
                const auto regime = regimes_.find(subject);
                const auto state = states_.find(subject);
                if (!regime && !state) {
                    r.fault("subject", "'" + subject + "' is neither a regime nor a state");
                }
                subject_contest.push_back(u32(contests_.size() - 1));
                subject_regime.push_back(regime ? u32(*regime) : nothing8);
                subject_state.push_back(state ? u32(*state) : nothing8);
            }
        } else if (r.text("subject") != in[first_position[*contests_.find(contest)]].text("subject")) {
            r.fault("subject", "differs from that of the contest's first position");
        }
        const std::size_t begun = first_position[*contests_.find(contest)];
        if (r.text("position") != std::to_string(i - begun + 1)) {
            r.fault("position", "positions are numbered from 1");
        }
        statement.push_back(pool.add(r.required("statement")));
        holders.push_back(pool.add(r.required("holders")));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    first_position.push_back(u32(in.size()));
    add_slugs(out, "contest_slugs", pool, contests_);
    out.add<16>("contest_first_position", first_position);
    out.add<32>("position_statement", statement);
    out.add<32>("position_holders", holders);
    out.add<32>("position_notes", note);
    out.add<16>("position_cites", cites);
    out.add_constant("contest_subject_count", subject_contest.size());
    out.add<8>("contest_subject_contest", subject_contest);
    out.add<8>("contest_subject_regime", subject_regime);
    out.add<8>("contest_subject_state", subject_state);
}

inline void generation::phases(header& out, text_pool& pool, const table& regimes) {
    const table& in = read("embargo_phases.csv", {"regime", "territory", "target", "from"});
    const vocabulary targets{"target", {"territory", "government", "non_governmental_forces", "listed_group"}};
    const vocabulary natures{"nature", {"mandatory", "voluntary", "political"}};
    const vocabulary scopes{"scope",
                            {"all_arms", "heavy_conventional", "missiles", "ammunition", "salw", "listed_items"}};
    const vocabulary directions{"direction", {"to", "from", "both"}};
    const vocabulary forms{"legal form", {"territorial", "recipients", "list", "absence_of_consent"}};
    const vocabulary implements{"relation to the UN", {"no", "yes", "wider"}};
    column first(regimes_.size() + 1, 0), regime, territory, target, nature, scope, direction, form, implement, counted,
        contest, paragraph_evidence, adopted, term, cites;
    column group, area, instrument, paragraph, ended_by, note;
    column by_state_first(states_.size() + 1, 0);
    span_columns from, until;
    std::vector<phase_in_time> in_time;
    phase_key before;
    uncertain_date last_end = since_always;
    std::vector<std::tuple<std::size_t, date, std::size_t>> by_state;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const std::size_t g = r.code("regime", regimes_);
        const auto s = r.code_if_any("territory", states_);
        const uncertain_date begin = r.span("from").value_or(since_always);
        const uncertain_date end = r.span("until").value_or(open_end);
        if (r.text("from").empty()) {
            r.fault("from", "a phase begins some day");
        }
        check_period(r, begin.earliest, end.latest);
        const phase_key key{r.text("regime"), r.text("territory"), r.text("target")};
        if (key == before && begin.earliest < last_end.latest) {
            r.fault("from", "overlaps the phase above, which ends " + in[i - 1].text("until"));
        }
        before = key;
        last_end = end;
        phase_rows_[{key.regime, key.territory, r.text("from"), key.target}] = i;
        phase_until_.push_back(r.text("until"));
        ++first[g + 1];
        regime.push_back(u32(g));
        territory.push_back(s ? u32(*s) : nothing8);
        target.push_back(u32(r.code("target", targets)));
        nature.push_back(u32(r.code("nature", natures)));
        std::uint32_t items = 0;
        for (const std::size_t item : r.codes("scope", scopes)) {
            items |= 1U << item;
        }
        if (items == 0) {
            r.fault("scope", "must not be empty");
        }
        scope.push_back(items);
        direction.push_back(u32(r.code("direction", directions)));
        form.push_back(u32(r.code("legal_form", forms)));
        territorial_.push_back(form.back() == *forms.find("territorial"));
        implement.push_back(r.text("implements_un").empty() ? nothing8 : u32(r.code("implements_un", implements)));
        counted.push_back(u32(r.code_if_any("counted_as", regimes_).value_or(g)));
        contest.push_back(u32(r.code_if_any("contested", contests_).value_or(nothing8)));
        const auto grade = r.code_if_any("paragraph_evidence", evidence_words);
        if (grade.has_value() == r.text("paragraph").empty()) {
            r.fault("paragraph_evidence", "a paragraph and its grade go together");
        }
        paragraph_evidence.push_back(u32(grade.value_or(nothing8)));
        const auto adopted_day = r.day("adopted");
        if (adopted_day && *adopted_day >= begin.latest) {
            r.fault("adopted", "not before the day of effect: leave it empty when they are the same");
        }
        adopted.push_back(pack(adopted_day.value_or(always)));
        const auto term_day = r.span("term");
        if (term_day && (end != open_end || term_day->earliest <= begin.earliest)) {
            r.fault("term", "only a phase with an open end has one, after it begins");
        }
        term.push_back(pack(term_day ? term_day->earliest : never));
        from.add(begin);
        until.add(end);
        const row of = regimes[g];
        const std::size_t issuer = of.code("issuer", issuers_);
        const date covered_until = covered(of.text("issuer") == "UN" ? "un-embargoes" : "other-embargoes").until;
        in_time.push_back(
            {issuer, of.text("kind") == "embargo", {begin, end}, term_day ? term_day->earliest : never, covered_until});
        group.push_back(pool.add(r.text("group")));
        area.push_back(pool.add(r.text("area")));
        instrument.push_back(pool.add(r.required("instrument")));
        paragraph.push_back(pool.add(r.text("paragraph")));
        ended_by.push_back(pool.add(r.text("ended_by")));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
        if (s) {
            ++by_state_first[*s + 1];
            by_state.emplace_back(*s, begin.earliest, i);
        }
    }
    accumulate(first);
    accumulate(by_state_first);
    std::sort(by_state.begin(), by_state.end());
    column phase_of_state;
    for (const auto& entry : by_state) {
        phase_of_state.push_back(u32(std::get<2>(entry)));
    }
    for (std::size_t g = 0; g < regimes_.size(); ++g) {
        if (first[g] == first[g + 1]) {
            regimes[g].fault("regime", "'" + regimes_.words()[g] + "' has no phase");
        }
    }
    out.add_constant("phase_count", in.size());
    out.add<16>("phase_first", first);
    out.add<8>("phase_regime", regime);
    out.add<8>("phase_territory", territory);
    out.add<6>("phase_target", target);
    out.add<6>("phase_nature", nature);
    out.add<8>("phase_scope", scope);
    out.add<6>("phase_direction", direction);
    out.add<6>("phase_form", form);
    out.add<6>("phase_implements_un", implement);
    out.add<8>("phase_counted_as", counted);
    out.add<6>("phase_contest", contest);
    out.add<6>("phase_paragraph_evidence", paragraph_evidence);
    out.add_listed_days("phase_adopted", adopted);
    out.add("phase_from", from);
    out.add("phase_until", until);
    out.add_listed_days("phase_term", term);
    out.add<32>("phase_group", group);
    out.add<32>("phase_area", area);
    out.add<32>("phase_instrument", instrument);
    out.add<32>("phase_paragraph", paragraph);
    out.add<32>("phase_ended_by", ended_by);
    out.add<32>("phase_notes", note);
    out.add<16>("phase_cites", cites);
    out.add<16>("phases_of_state_first", by_state_first);
    out.add<8>("phases_of_state", phase_of_state);
    std::vector<std::vector<phase_in_time>> of_state(states_.size());
    for (const auto& entry : by_state) {
        of_state[std::get<0>(entry)].push_back(in_time[std::get<2>(entry)]);
    }
    phase_rows(out, of_state);
    embargoed_states(out, of_state);
}

// As phase::in_force.
inline answer generation::phase_in_time::in_force(date day) const {
    const answer a = when.contains(day);
    return a == answer::no ? a : day >= covered_until ? answer::outside_coverage : day >= term ? answer::unknown : a;
}

inline std::set<date> generation::days_in(const std::vector<phase_in_time>& phases) {
    std::set<date> days;
    for (const phase_in_time& p : phases) {
        days.insert({p.when.from.earliest, p.when.from.latest, p.when.until.earliest, p.when.until.latest, p.term,
                     p.covered_until});
    }
    days.erase(never);
    return days;
}

// A row a state with phases: the days on which the phases in force change; before and after each day, the
// phases that are in force, and those that may be, as bits; and the embargoes of each issuer among its phases.
inline void generation::phase_rows(header& out, const std::vector<std::vector<phase_in_time>>& of_state) const {
    struct change {
        std::uint32_t day;
        std::uint64_t certain, possible;
    };
    std::vector<std::vector<change>> changes(of_state.size());
    std::size_t most = 0;
    for (std::size_t s = 0; s < of_state.size(); ++s) {
        if (of_state[s].size() > 16) {
            throw std::length_error{"more than sixteen phases on " + states_.words()[s]};
        }
        changes[s].push_back({});
        for (const date day : days_in(of_state[s])) {
            change c{pack(day), 0, 0};
            for (std::size_t i = 0; i < of_state[s].size(); ++i) {
                const answer a = of_state[s][i].in_force(day);
                c.certain |= std::uint64_t{a == answer::yes} << i;
                c.possible |= std::uint64_t{a != answer::no} << i;
            }
            if (c.certain != changes[s].back().certain || c.possible != changes[s].back().possible) {
                changes[s].push_back(c);
            }
        }
        most = std::max(most, changes[s].size() - 1);
    }
    const std::size_t days = (most + 8) / 8 * 8;  // at least one that never comes
    std::vector<std::uint64_t> rows, row_of;
    std::size_t count = 0;
    const auto add_row = [&](const std::vector<change>& c, const std::vector<phase_in_time>& phases) {
        for (std::size_t i = 1; i <= days; ++i) {
            rows.push_back(i < c.size() ? c[i].day : armsledger::detail::day16_never);
        }
        for (std::size_t i = 0; i <= days; ++i) {
            rows.push_back(i < c.size() ? c[i].certain : 0);
            rows.push_back(i < c.size() ? c[i].possible : 0);
        }
        for (std::size_t issuer = 0; issuer < issuers_.size(); ++issuer) {
            std::uint64_t mask = 0;
            for (std::size_t i = 0; i < phases.size(); ++i) {
                mask |= std::uint64_t{phases[i].embargo && phases[i].issuer == issuer} << i;
            }
            rows.push_back(mask);
        }
        return count++;
    };
    add_row({}, {});  // for states without phases
    for (std::size_t s = 0; s < of_state.size(); ++s) {
        row_of.push_back(of_state[s].empty() ? 0 : add_row(changes[s], of_state[s]));
    }
    out.add_constant("phase_row_days", days);
    out.add_bytes<8>("phase_row_of", row_of);
    out.add_bytes<16>("phase_rows", rows);
}

// Of the days that the record of an issuer covers; for others nobody asks.
inline void generation::embargoed_states(header& out, const std::vector<std::vector<phase_in_time>>& of_state) const {
    std::vector<plane> planes(issuers_.size());
    for (std::size_t s = 0; s < of_state.size(); ++s) {
        for (std::size_t issuer = 0; issuer < issuers_.size(); ++issuer) {
            planes[issuer].add(s, days_in(of_state[s]), [&](date day) {
                answer found = answer::no;
                for (const phase_in_time& p : of_state[s]) {
                    if (p.embargo && p.issuer == issuer && day < p.covered_until) {
                        found = armsledger::detail::either(found, p.in_force(day));
                    }
                }
                return found;
            });
        }
    }
    add_planes(out, "issuer", planes, states_.size());
}

inline void generation::groups() {
    const table& in = read("groups.csv", {"group"});
    groups_ = words_of(in, "group", "group of groups.csv");
    write_enumerators("group", "groups.csv", groups_);
    header out{"groups.csv, group_names.csv and group_listings.csv"};
    text_pool pool;
    std::vector<index_entry> entries;
    column names, note, states_first{0}, states;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        names.push_back(pool.add(r.required("name")));
        note.push_back(pool.add(r.text("note")));
        for (const std::size_t s : r.codes("states", states_)) {
            states.push_back(u32(s));
        }
        states_first.push_back(u32(states.size()));
        add_names_of(entries, r.text("group"), u32(i));
        add_names_of(entries, r.text("name"), u32(i));
    }
    add_slugs(out, "group_slugs", pool, groups_);
    out.add<32>("group_names", names);
    out.add<32>("group_notes", note);
    out.add<16>("group_states_first", states_first);
    out.add<8>("group_states", states);
    group_names(out, pool, entries);
    group_listings(out, pool);
    add_name_index(out, "group_index", entries);
    out.add("group_pool", pool);
    write("groups", out);
}

inline void generation::group_names(header& out, text_pool& pool, std::vector<index_entry>& entries) {
    const table& in = read("group_names.csv", {"group", "name", "from"});
    const vocabulary kinds{"kind of name", {"name", "alias"}};
    column first(groups_.size() + 1, 0), kind, text, cites;
    span_columns from, until;
    for (const row& r : in.rows()) {
        const std::size_t g = r.code("group", groups_);
        ++first[g + 1];
        kind.push_back(u32(r.code("kind", kinds)));
        text.push_back(pool.add(r.required("name")));
        const uncertain_date begin = r.span("from").value_or(since_always);
        const uncertain_date end = r.span("until").value_or(open_end);
        check_period(r, begin.earliest, end.latest);
        from.add(begin);
        until.add(end);
        cites.push_back(citations_of(r));
        add_names_of(entries, r.text("name"), u32(g));
    }
    accumulate(first);
    out.add<16>("group_name_first", first);
    out.add<6>("group_name_kind", kind);
    out.add<32>("group_name_text", text);
    out.add("group_name_from", from);
    out.add("group_name_until", until);
    out.add<16>("group_name_cites", cites);
}

inline void generation::group_listings(header& out, text_pool& pool) {
    const table& in = read("group_listings.csv", {"group", "regime", "from"});
    const vocabulary coverages{"coverage", {"listed", "named", "alias", "class", "disputed", "persons", "follows"}};
    column first(groups_.size() + 1, 0), regime, coverage, reference, basis, note, cites;
    period_columns when;
    for (const row& r : in.rows()) {
        const std::size_t g = r.code("group", groups_);
        ++first[g + 1];
        regime.push_back(u32(r.code("regime", regimes_)));
        coverage.push_back(u32(r.code("coverage", coverages)));
        reference.push_back(pool.add(r.text("reference")));
        basis.push_back(pool.add(r.text("basis")));
        when.add(r);
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    accumulate(first);
    out.add<16>("listing_first", first);
    out.add<8>("listing_regime", regime);
    out.add<6>("listing_coverage", coverage);
    out.add<32>("listing_reference", reference);
    out.add<32>("listing_basis", basis);
    when.write(out, "listing");
    out.add<32>("listing_notes", note);
    out.add<16>("listing_cites", cites);
}

}  // namespace generator
