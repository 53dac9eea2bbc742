// SPDX-License-Identifier: BSL-1.0
//
// What the generator knows while it works: the vocabularies that one file gives and others use, the
// citations, and the headers written so far. Each part of the record is read in a header of its own.
#pragma once

#include "csv.hpp"
#include "emit.hpp"
#include "planes.hpp"

#include <armsledger/detail/entry_into_force.hpp>
#include <armsledger/detail/standing.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace generator {

namespace fs = std::filesystem;
using armsledger::always;
using armsledger::answer;
using armsledger::date;
using armsledger::never;
using armsledger::period;
using armsledger::standing;
using armsledger::uncertain_date;
using armsledger::uncertain_period;

inline constexpr std::uint32_t nothing8 = 0xFF;
inline constexpr std::uint32_t nothing16 = 0xFFFF;
inline constexpr uncertain_date since_always{always, always};
inline constexpr uncertain_date open_end{never, never};

inline std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

inline const vocabulary evidence_words{"evidence grade", {"confirmed", "corroborated", "unconfirmed"}};

// The sources, and the sets of them that rows cite.
class citations {
public:
    citations(const table& sources) {
        for (const row& r : sources.rows()) {
            slugs_.add(r.text("source"));
        }
        cited_.resize(slugs_.size());
    }

    // The number of the set of sources a row cites, with its grade in the two low bits.
    std::uint32_t of(const row& r) {
        const std::vector<std::size_t> set = r.codes("source", slugs_);
        if (set.empty()) {
            r.fault("source", "a fact needs a source");
        }
        for (const std::size_t s : set) {
            if (s < cited_.size()) {
                cited_[s] = true;
            }
        }
        const auto [found, inserted] = sets_.emplace(set, sets_.size());
        return u32(found->second << 2 | r.code("evidence", evidence_words));
    }

    void check_all_cited(const table& sources) const {
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if (!cited_[i]) {
                sources[i].fault("source", "nothing cites '" + sources[i].text("source") + "'");
            }
        }
    }

    void write(header& out) const {
        std::vector<const std::vector<std::size_t>*> ordered(sets_.size());
        for (const auto& [set, number] : sets_) {
            ordered[number] = &set;
        }
        column first, members;
        for (const auto* set : ordered) {
            first.push_back(u32(members.size()));
            for (const std::size_t s : *set) {
                members.push_back(u32(s));
            }
        }
        first.push_back(u32(members.size()));
        out.add<16>("source_set_first", first);
        out.add<16>("source_set_members", members);
    }

private:
    vocabulary slugs_{"source of sources.csv"};
    std::vector<bool> cited_;
    std::map<std::vector<std::size_t>, std::size_t> sets_;
};

// An enumerator: `-` becomes `_`, a C++ token takes a trailing `_`, a leading digit a leading `_`.
inline std::string enumerator(std::string slug) {
    static const std::set<std::string> tokens{"and", "asm", "do",  "for",  "if",    "int",    "new",     "not",
                                              "or",  "try", "xor", "char", "union", "export", "register"};
    for (char& c : slug) {
        c = c == '-' ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    if (tokens.contains(slug)) {
        slug += '_';
    }
    return slug.empty() || slug[0] < '0' || slug[0] > '9' ? slug : "_" + slug;
}

inline std::set<date> days_of(const std::vector<uncertain_period>& stretches) {
    std::set<date> days;
    for (const uncertain_period& s : stretches) {
        days.insert({s.from.earliest, s.from.latest, s.until.earliest, s.until.latest});
    }
    return days;
}

inline answer any_contains(const std::vector<uncertain_period>& stretches, date day) {
    answer found = answer::no;
    for (const uncertain_period& s : stretches) {
        found = armsledger::detail::either(found, s.contains(day));
    }
    return found;
}

struct said_columns;

// Thrown, with the faults told, when a file cannot be read at all.
struct unreadable {};

class generation {
public:
    explicit generation(fs::path data) : data_{std::move(data)} {}
    fault_list faults;
    std::map<std::string, std::string> files;
    void run();
    static void check_period(const row& r, date from, date until);

private:
    const table& read(const char* name, std::vector<std::string> key);
    static vocabulary words_of(const table& t, const char* header_name, const char* what);
    void write(const std::string& name, const header& out) { files[name + ".hpp"] = out.str(); }
    void write_enumerators(const std::string& name, const char* input, const vocabulary& words);
    static void add_slugs(header& out, const std::string& name, text_pool& pool, const vocabulary& words);
    static void add_names_of(std::vector<index_entry>& entries, const std::string& name, std::uint32_t value);

    // states
    void states();
    // The place of a letter in the alphabet, from 1.
    static std::size_t letter(char c) { return static_cast<unsigned char>(c) & 31U; }
    static void check_code(const row& r, const char* column_name, std::size_t size);
    static std::uint32_t number(const row& r, const char* column_name);
    static std::string in_fours(const std::string& codes);
    static void add_numeric(header& out, const column& codes);
    static void add_alpha3(header& out, const std::string& text);
    void existence(header& out);
    void succession(header& out, text_pool& notes);

    // names of states
    void state_names();
    using candidates_by_name = std::map<std::string, std::vector<std::vector<std::size_t>>>;
    static meanings plain_meanings(const std::vector<index_entry>& entries, const candidates_by_name& always_meant,
                                   const column& first, const span_columns& until);
    void write_letter_weights();
    candidates_by_name ambiguous_names(header& out, text_pool& pool, std::vector<index_entry>& entries,
                                       const table& names);

    // memberships
    void memberships();
    static void add_named(std::vector<index_entry>& entries, const row& r, const char* slug_column,
                          std::uint32_t value);
    static void accumulate(column& first);

    // treaties
    using entry_rule = date (*)(date);
    entry_rule rule_of(const std::string& treaty);
    struct treaty_columns {
        column participant, kind, signature, provisional, notified, effective, note, cites;
        span_columns consent, entry;
    };
    void treaties();
    void treaty_status(header& out, text_pool& pool, const std::vector<date>& adoption);
    armsledger::detail::treaty_steps status_row(const row& r, treaty_columns& c, const vocabulary& kinds,
                                                text_pool& pool, date adopted);
    using treaty_steps = armsledger::detail::treaty_steps;
    using changes_of_standing = std::vector<std::pair<date, standing>>;
    static std::set<date> days_in(const treaty_steps& steps);
    static changes_of_standing changes(const treaty_steps& steps, const std::vector<period>& existed);
    void write_standings(std::vector<std::uint64_t>& rows, std::size_t row, const changes_of_standing& all,
                         std::size_t first) const;
    void standings(header& out, const std::vector<std::vector<treaty_steps>>& steps) const;
    void parties(header& out, const std::vector<std::vector<treaty_steps>>& steps) const;
    void treaty_notices(header& out, text_pool& pool);

    // embargoes
    void embargoes();
    void contested(header& out, text_pool& pool);
    struct phase_key {
        std::string regime, territory, target;
        friend bool operator==(const phase_key&, const phase_key&) = default;
    };
    void phases(header& out, text_pool& pool, const table& regimes);
    struct phase_in_time {
        std::size_t issuer;
        bool embargo;
        uncertain_period when;
        date term, covered_until;
        answer in_force(date day) const;
    };
    static std::set<date> days_in(const std::vector<phase_in_time>& phases);
    void phase_rows(header& out, const std::vector<std::vector<phase_in_time>>& of_state) const;
    void embargoed_states(header& out, const std::vector<std::vector<phase_in_time>>& of_state) const;

    // what embargoes let through, and whom they bind
    void permissions();
    void item_classes(header& out, text_pool& pool);
    void holdings(header& out, text_pool& pool);
    void acts(header& out, text_pool& pool);
    static std::pair<std::uint32_t, bool> waiting_of(const row& r);
    void cells(header& out, text_pool& pool);
    void cells_of_phases(header& out, const table& in,
                         const std::map<std::array<std::string, 3>, std::pair<std::size_t, std::size_t>>& of_stretch);
    void binding(header& out, text_pool& pool);
    void stood_aside(header& out, text_pool& pool);
    void outside_rules(header& out, text_pool& pool);
    void articles();

    // groups
    void groups();
    void group_names(header& out, text_pool& pool, std::vector<index_entry>& entries);
    void group_listings(header& out, text_pool& pool);

    // categories and weapon types
    std::size_t category_of(const row& r, const char* column_name, std::size_t scheme, const std::string& code);
    void categories();
    void crosswalk(header& out, text_pool& pool);
    void weapon_types();
    void classifications(header& out, text_pool& pool);

    // the report
    struct report_parts;
    void report();
    void said(report_parts& parts, const row& r, said_columns& c, const char* from = "from",
              const char* until = "until");
    static date bound_of(const row& r, const char* name, date otherwise);
    void suppliers(report_parts& parts);
    void actors(report_parts& parts);
    void measures(report_parts& parts);
    static std::pair<std::uint64_t, std::uint64_t> claimed(const row& r, char kind, bool percent);
    void claims(report_parts& parts);
    static std::uint32_t hundredths(const row& r, const char* name);
    void weapons(report_parts& parts);
    static std::uint64_t whole(const row& r, const char* name, const char* bound);
    template <class Edge>
    static void add_supply(report_parts& parts, const Edge& e);
    void transfers(report_parts& parts);
    void acquisitions(report_parts& parts);
    void recommendations(report_parts& parts);
    void custody(report_parts& parts);
    void add_makers(report_parts& parts);

    // sources and edition
    void sources();
    void coverage();
    period covered(const std::string& table_name) const;
    void edition();
    std::uint64_t fingerprint() const;
    const table& sources_table();
    std::uint32_t citations_of(const row& r);
    struct continuation {
        date when;
        std::size_t predecessor, successor;
    };
    fs::path data_;
    std::vector<continuation> continued_;
    std::vector<std::vector<period>> existed_;
    std::vector<period> covered_;
    std::vector<std::unique_ptr<table>> tables_;
    std::size_t sources_index_ = nothing16;
    std::optional<citations> citations_;
    vocabulary states_{""}, participants_{""}, treaties_{""}, regimes_{""}, contests_{"contest of contested.csv"},
        groups_{""}, schemes_{""}, weapon_types_{""}, bodies_{""}, item_classes_{""};
    // The rows of embargo_phases.csv by regime, territory, `from` and target, and their `until`.
    std::map<std::array<std::string, 4>, std::size_t> phase_rows_;
    std::vector<bool> territorial_;  // in form, a phase each
    std::vector<std::string> phase_until_;
    const vocabulary covered_tables_{
        "table that has a coverage",
        {"apmbc", "att", "ccm", "firearms-protocol", "groups", "memberships", "other-embargoes", "un-embargoes"}};
    const vocabulary issuers_{"issuer", {"UN", "EU", "OSCE", "LAS", "ECOWAS", "AU", "CIS", "OAS"}};
    std::map<std::pair<std::size_t, std::string>, std::size_t> category_number_;
};

inline const table& generation::read(const char* name, std::vector<std::string> key) {
    tables_.push_back(std::make_unique<table>(data_, name, std::move(key), faults));
    if (!tables_.back()->well_formed()) {
        throw unreadable{};
    }
    return *tables_.back();
}

inline vocabulary generation::words_of(const table& t, const char* header_name, const char* what) {
    vocabulary words{what};
    for (const row& r : t.rows()) {
        const std::string& slug = r.required(header_name);
        words.add(slug);
    }
    return words;
}

inline void generation::write_enumerators(const std::string& name, const char* input, const vocabulary& words) {
    std::string text = "// SPDX-License-Identifier: CC0-1.0\n// Generated by data/generate.cpp from ";
    text += input;
    text += ". Do not edit.\n// clang-format off\n";
    for (const std::string& word : words.words()) {
        text += enumerator(word) + ",\n";
    }
    files[name + ".inc"] = text;
}

// The texts of a column, and of its enumerators.
inline void generation::add_slugs(header& out, const std::string& name, text_pool& pool, const vocabulary& words) {
    column slugs;
    for (const std::string& word : words.words()) {
        slugs.push_back(pool.add(word));
    }
    out.add<32>(name, slugs);
    out.add_constant(name + "_count", words.size());
}

inline void generation::add_names_of(std::vector<index_entry>& entries, const std::string& name, std::uint32_t value) {
    using armsledger::detail::fold;
    using armsledger::detail::fold_turned;
    for (const std::string& key : {std::string{fold(name).text()}, std::string{fold_turned(name).text()}}) {
        if (!key.empty()) {
            entries.push_back({key, value});
        }
    }
}

inline period generation::covered(const std::string& table_name) const {
    return covered_[covered_tables_.find(table_name).value_or(0)];
}

inline const table& generation::sources_table() {
    if (sources_index_ == nothing16) {
        sources_index_ = tables_.size();
        (void)read("sources.csv", {"source"});
    }
    return *tables_[sources_index_];
}

inline std::uint32_t generation::citations_of(const row& r) {
    if (!citations_) {
        citations_.emplace(sources_table());
    }
    return citations_->of(r);
}

// The columns of a half-open period of days; an empty cell is open.
struct period_columns {
    column from, until;

    void add(const row& r) {
        const date begin = r.day("from").value_or(always);
        const date end = r.day("until").value_or(never);
        generation::check_period(r, begin, end);
        from.push_back(pack(begin));
        until.push_back(pack(end));
    }
    void write(header& out, const std::string& name) const {
        out.add<16>(name + "_from", from);
        out.add<16>(name + "_until", until);
    }
};

inline void generation::check_period(const row& r, date from, date until) {
    if (until <= from) {
        r.fault("until", "'" + r.text("until") + "' is not after from '" + r.text("from") + "'");
    }
}

// A row with a slug, a `name` and `aliases`: all of them find it.
inline void generation::add_named(std::vector<index_entry>& entries, const row& r, const char* slug_column,
                                  std::uint32_t value) {
    std::vector<std::string> names = split(r.text("aliases"), ';');
    names.push_back(r.required("name"));
    names.push_back(r.text(slug_column));
    for (const std::string& name : names) {
        for (const index_entry& e : entries) {
            if (e.value != value && e.key == armsledger::detail::fold(name).text()) {
                r.fault("aliases", "'" + name + "' already names another row");
            }
        }
        add_names_of(entries, name, value);
    }
}

inline void generation::accumulate(column& first) {
    for (std::size_t i = 1; i < first.size(); ++i) {
        first[i] += first[i - 1];
    }
}

}  // namespace generator
