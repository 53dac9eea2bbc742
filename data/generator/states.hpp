// SPDX-License-Identifier: BSL-1.0
//
// States, their names, and the organisations they belong to.
#pragma once

#include "generation.hpp"

#include <stdexcept>

namespace generator {

inline void generation::states() {
    const table& in = read("states.csv", {"state"});
    write_letter_weights();
    states_ = words_of(in, "state", "state code");
    participants_ = states_;
    participants_.add("EUE");
    write_enumerators("state", "states.csv", states_);

    const vocabulary status{"status", {"un-member", "un-observer", "treaty-making", "disputed", "historic"}};
    const vocabulary code_status{"code status", {"iso", "iso-withdrawn", "user-assigned"}};
    text_pool notes;
    column status_column, note, cites, numeric;
    column alpha2_slots(1024, nothing8);
    std::set<std::string> shared{"CS"};
    std::string alpha2_text, alpha3_text;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        check_code(r, "state", 3);
        check_code(r, "alpha2", 2);
        alpha3_text += r.text("state");
        const std::string& two = r.text("alpha2");
        alpha2_text += two;
        auto& slot = alpha2_slots[two.size() == 2 ? letter(two[0]) * 32 + letter(two[1]) : 0];
        if (slot != nothing8 && !shared.contains(two)) {
            r.fault("alpha2", "'" + two + "' is another state's too");
        }
        slot = shared.contains(two) ? nothing8 : u32(i);
        numeric.push_back(number(r, "numeric"));
        status_column.push_back(u32(r.code("status", status) | r.code("code_status", code_status) << 4));
        note.push_back(notes.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    header out{"states.csv, existence.csv and succession.csv"};
    if (faults.empty()) {  // two equal codes would never find slots of their own
        add_alpha3(out, alpha3_text);
    }
    out.add_bytes<8>("alpha2_slots", {alpha2_slots.begin(), alpha2_slots.end()});
    add_numeric(out, numeric);
    out.add_text("alpha2_text", alpha2_text);
    out.add_text("alpha3_text", in_fours(alpha3_text), true);
    out.add<16>("state_numeric", numeric);
    out.add<8>("state_status", status_column);
    out.add<32>("state_notes", note);
    out.add<16>("state_cites", cites);
    existence(out);
    succession(out, notes);
    out.add("state_pool", notes);
    out.add_constant("state_count", states_.size());
    write("states", out);
}

inline void generation::check_code(const row& r, const char* column_name, std::size_t size) {
    const std::string& code = r.text(column_name);
    const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (code.size() != size || !letters) {
        r.fault(column_name, "'" + code + "' is not " + std::to_string(size) + " capital letters");
    }
}

inline std::uint32_t generation::number(const row& r, const char* column_name) {
    const std::string& text = r.text(column_name);
    if (text.empty()) {
        return nothing16;
    }
    if (text.size() != 3 || armsledger::detail::digits(text, 0, 3) < 0) {
        r.fault(column_name, "'" + text + "' is not three digits");
        return nothing16;
    }
    return u32(static_cast<std::size_t>(armsledger::detail::digits(text, 0, 3)));
}

inline void generation::write_letter_weights() {
    header out{"the letters"};
    const column weights = letter_weights();
    out.add_bytes<32>("letter_weights", {weights.begin(), weights.end()});
    write("letter_weights", out);
}

// Codes of three characters, each with a zero behind it: a word for a look-up to compare with.
inline std::string generation::in_fours(const std::string& codes) {
    std::string spaced;
    for (std::size_t i = 0; i < codes.size(); i += 3) {
        spaced += codes.substr(i, 3) + '\0';
    }
    return spaced;
}

// The state of each numeric code, none where there is none or where two states bore it.
inline void generation::add_numeric(header& out, const column& codes) {
    column slots(1000, nothing8);
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] != nothing16) {
            slots[codes[i]] = seen.insert(codes[i]).second ? u32(i) : nothing8;
        }
    }
    out.add_bytes<8>("numeric_slots", {slots.begin(), slots.end()});
}

// A multiplier that sends every code to a slot of its own. Empty slots hold the first state.
inline void generation::add_alpha3(header& out, const std::string& text) {
    const std::size_t n = text.size() / 3;
    if (n >= nothing8) {
        throw std::length_error{"more states than a byte can number"};
    }
    for (std::uint64_t multiplier = 0x9E3779B1;; multiplier += 2) {
        column slots(2048, nothing8);  // while it is being filled
        const auto m = static_cast<std::uint32_t>(multiplier * 0x85EBCA6BU | 1);
        bool free = true;
        for (std::size_t i = 0; i < n && free; ++i) {
            const std::uint32_t key = u32(static_cast<unsigned char>(text[3 * i])) |
                                      u32(static_cast<unsigned char>(text[3 * i + 1])) << 8 |
                                      u32(static_cast<unsigned char>(text[3 * i + 2])) << 16;
            auto& slot = slots[key * m >> 21];
            free = slot == nothing8;
            slot = u32(i);
        }
        if (free) {
            std::replace(slots.begin(), slots.end(), std::uint32_t{nothing8}, std::uint32_t{0});
            out.add_constant("alpha3_multiplier", m);
            out.add_bytes<8>("alpha3_slots", {slots.begin(), slots.end()});
            return;
        }
    }
}

inline void generation::existence(header& out) {
    const table& in = read("existence.csv", {"state", "from"});
    column first(states_.size() + 1, 0), from, until, note, cites;
    existed_.resize(states_.size());
    std::optional<std::size_t> before;
    date last_end = always;
    text_pool notes;
    for (const row& r : in.rows()) {
        const std::size_t s = r.code("state", states_);
        const date begin = r.day("from").value_or(always);
        const date end = r.day("until").value_or(never);
        check_period(r, begin, end);
        if (before == s && begin < last_end) {
            r.fault("from", "overlaps the period above");
        }
        before = s;
        last_end = end;
        ++first[s + 1];
        existed_[s].push_back({begin, end});
        from.push_back(pack(begin));
        until.push_back(pack(end));
        note.push_back(notes.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    for (std::size_t s = 0; s < states_.size(); ++s) {
        if (first[s + 1] == 0) {
            faults.add("data/existence.csv", 1, "state", states_.words()[s] + " has no row");
        }
        first[s + 1] += first[s];
    }
    out.add_bytes<16>("existence_first", {first.begin(), first.end()});
    out.add_bytes<16>("existence_from", {from.begin(), from.end()});
    out.add_bytes<16>("existence_until", {until.begin(), until.end()});
    out.add<32>("existence_notes", note);
    out.add<16>("existence_cites", cites);
    out.add("existence_pool", notes);
}

inline void generation::succession(header& out, text_pool& notes) {
    const table& in = read("succession.csv", {"predecessor", "successor", "date"});
    const vocabulary kinds{"kind of succession", {"continuation", "dissolution", "merger", "renaming", "secession"}};
    const vocabulary contested{"'yes' or 'no'", {"no", "yes"}};
    column predecessor, successor, day, kind, note, cites;
    for (const row& r : in.rows()) {
        predecessor.push_back(u32(r.code("predecessor", states_)));
        successor.push_back(u32(r.code("successor", states_)));
        const std::string& how = r.text("kind");
        if ((how == "continuation" || how == "renaming") && r.text("contested") == "no") {
            continued_.push_back({r.day("date").value_or(always), predecessor.back(), successor.back()});
        }
        day.push_back(pack(r.day("date").value_or(always)));
        kind.push_back(u32(r.code("kind", kinds) | r.code("contested", contested) << 7));
        note.push_back(notes.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    std::sort(continued_.begin(), continued_.end(),
              [](const continuation& a, const continuation& b) { return a.when < b.when; });
    out.add_constant("succession_count", in.size());
    out.add<8>("succession_predecessor", predecessor);
    out.add<8>("succession_successor", successor);
    out.add<16>("succession_day", day);
    out.add<8>("succession_kind", kind);
    out.add<32>("succession_notes", note);
    out.add<16>("succession_cites", cites);
}

inline void generation::state_names() {
    const table& in = read("state_names.csv", {"state", "kind", "name", "from"});
    const vocabulary kinds{"kind of name",
                           {"short", "official", "former-short", "former", "alias", "abbreviation", "code-former"}};
    header out{"state_names.csv and ambiguous_names.csv"};
    text_pool pool;
    column first(states_.size() + 1, 0), kind, text, cites;
    column display(states_.size(), nothing16);
    span_columns from, until;
    std::vector<index_entry> entries;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const std::size_t s = r.code("state", states_);
        const std::size_t k = r.code("kind", kinds);
        const std::string& name = r.required("name");
        ++first[s + 1];
        kind.push_back(u32(k));
        text.push_back(pool.add(name));
        const uncertain_date begin = r.span("from").value_or(since_always);
        const uncertain_date end = r.span("until").value_or(open_end);
        check_period(r, begin.earliest, end.latest);
        from.add(begin);
        until.add(end);
        cites.push_back(citations_of(r));
        (void)r.text("note");
        if (kinds.words()[k] == "short") {
            if (display[s] != nothing16) {
                r.fault("kind", states_.words()[s] + " has two short names");
            }
            display[s] = u32(i);
        }
        if (armsledger::detail::fold(name).text().empty()) {
            r.fault("name", "'" + name + "' has no letters that look-ups fold, or is too long");
        }
        add_names_of(entries, name, u32(i));
        entries.push_back({std::string{armsledger::detail::fold(name).text()}, u32(i), in_small_letters(name)});
    }
    for (std::size_t s = 0; s < states_.size(); ++s) {
        if (display[s] == nothing16) {
            faults.add("data/state_names.csv", 1, "kind", states_.words()[s] + " has no short name");
        }
        first[s + 1] += first[s];
    }
    const candidates_by_name always_meant = ambiguous_names(out, pool, entries, in);
    out.add<16>("state_name_first", first);
    out.add<16>("state_name_display", display);
    out.add<8>("state_name_kind", kind);
    out.add<32>("state_name_text", text);
    add_shared_dates(out, "state_name", from, until);
    out.add<16>("state_name_cites", cites);
    out.add("state_name_pool", pool);
    add_name_index(out, "state_index", entries, plain_meanings(entries, always_meant, first, until));
    write("state_names", out);
}

// What a name means when no day is asked for: a state and, in bit 8, whether all names of that form are
// former. 0xFFFF for what takes more to say.
inline meanings generation::plain_meanings(const std::vector<index_entry>& entries,
                                           const candidates_by_name& always_meant, const column& first,
                                           const span_columns& until) {
    meanings meant;
    for (const index_entry& e : entries) {
        if (e.value >= 0x8000) {
            continue;
        }
        const auto owner = std::upper_bound(first.begin(), first.end(), e.value) - first.begin() - 1;
        const std::uint32_t state = u32(static_cast<std::size_t>(owner));
        const std::uint32_t former = until.latest(e.value) == pack(never) ? 0 : 0x100;
        const auto held = meant.emplace(e.key, state | former).first;
        const bool same = (held->second & 0xFF) == state && held->second != nothing16;
        held->second = same ? held->second & (state | former) : nothing16;
    }
    for (const auto& [key, rows] : always_meant) {
        for (const auto& candidates : rows) {
            auto held = meant.emplace(key, candidates.size() == 1 ? u32(candidates[0]) : nothing16).first;
            const bool same = candidates.size() == 1 && (held->second & 0xFF) == candidates[0];
            held->second = same ? held->second : nothing16;
        }
    }
    return meant;
}

// In the index, a value with the top bit is a row of ambiguous_names.csv. Returns what they mean on every day.
inline generation::candidates_by_name generation::ambiguous_names(header& out, text_pool& pool,
                                                                  std::vector<index_entry>& entries,
                                                                  const table& names) {
    const table& in = read("ambiguous_names.csv", {"name", "from"});
    candidates_by_name always_meant;
    std::map<std::string, std::set<std::size_t>> rows_of, settled;
    for (const index_entry& e : entries) {
        rows_of[e.key].insert(e.value);
    }
    column candidates_first{0}, candidates, reason, cites;
    period_columns when;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const std::string key{armsledger::detail::fold(r.text("name")).text()};
        for (const std::size_t s : r.codes("candidates", states_)) {
            candidates.push_back(u32(s));
            settled[key].insert(s);
        }
        candidates_first.push_back(u32(candidates.size()));
        when.add(r);
        reason.push_back(pool.add(r.required("reason")));
        cites.push_back(citations_of(r));
        entries.push_back({key, u32(i) | 0x8000, in_small_letters(r.text("name"))});
        if (when.from.back() == pack(always) && when.until.back() == pack(never)) {
            always_meant[key].push_back(r.codes("candidates", states_));
        }
    }
    for (const auto& [key, rows] : rows_of) {
        std::set<std::size_t> meant;
        for (const std::size_t row : rows) {
            meant.insert(names[row].code("state", states_));
        }
        for (const std::size_t row : rows) {
            if (meant.size() > 1 && !settled[key].contains(names[row].code("state", states_))) {
                names[row].fault("name", "'" + key + "' names several states, and ambiguous_names.csv does not say so");
            }
        }
    }
    out.add<16>("ambiguous_candidates_first", candidates_first);
    out.add<8>("ambiguous_candidates", candidates);
    when.write(out, "ambiguous");
    out.add<32>("ambiguous_reason", reason);
    out.add<16>("ambiguous_cites", cites);
    return always_meant;
}

inline void generation::memberships() {
    const table& bodies = read("bodies.csv", {"body"});
    bodies_ = words_of(bodies, "body", "body of bodies.csv");
    write_enumerators("body", "bodies.csv", bodies_);
    header out{"bodies.csv and memberships.csv"};
    text_pool pool;
    std::vector<index_entry> entries;
    column names;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        names.push_back(pool.add(bodies[i].required("name")));
        add_named(entries, bodies[i], "body", u32(i));
    }
    add_slugs(out, "body_slugs", pool, bodies_);
    out.add<32>("body_names", names);
    add_name_index(out, "body_index", entries);

    const table& in = read("memberships.csv", {"body", "state", "kind", "from"});
    const vocabulary kinds{"kind of membership", {"member", "suspended", "transition"}};
    column first(bodies_.size() + 1, 0), state, kind, note, cites;
    span_columns from, until;
    std::tuple<std::size_t, std::size_t, std::size_t> before{nothing16, 0, 0};
    date last_end = always;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<uncertain_period>> member;
    for (const row& r : in.rows()) {
        const std::size_t b = r.code("body", bodies_);
        const std::size_t s = r.code("state", states_);
        const std::size_t k = r.code("kind", kinds);
        const uncertain_date begin = r.span("from").value_or(since_always);
        const uncertain_date end = r.span("until").value_or(open_end);
        check_period(r, begin.earliest, end.latest);
        if (before == std::tuple{b, s, k} && begin.earliest < last_end) {
            r.fault("from", "overlaps the row above");
        }
        before = {b, s, k};
        last_end = end.latest;
        ++first[b + 1];
        if (kinds.words()[k] == "member") {
            member[{b, s}].push_back({begin, end});
        }
        state.push_back(u32(s));
        kind.push_back(u32(k));
        from.add(begin);
        until.add(end);
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    accumulate(first);
    out.add<16>("membership_first", first);
    out.add<8>("membership_state", state);
    out.add<6>("membership_kind", kind);
    out.add("membership_from", from);
    out.add("membership_until", until);
    out.add<32>("membership_notes", note);
    out.add<16>("membership_cites", cites);
    std::vector<plane> planes(bodies_.size());
    for (const auto& [of, of_member] : member) {
        const auto& stretches = of_member;  // clang 14 does not capture a structured binding
        planes[of.first].add(of.second, days_of(stretches), [&](date day) { return any_contains(stretches, day); });
    }
    add_planes(out, "membership", planes, states_.size());
    out.add("membership_pool", pool);
    write("memberships", out);
}

}  // namespace generator
