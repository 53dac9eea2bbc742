// SPDX-License-Identifier: BSL-1.0
//
// Pages of lines with their sources: a brief on a state or group, changes of the law, the report's world.
#pragma once

#include "queries.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

// A page: sections of lines, each with the sources it rests on.
class page {
public:
    explicit page(std::string title) : title_{std::move(title)} {}

    void section(std::string name) { sections_.push_back({std::move(name), {}}); }

    void line(std::string item, std::string text) {
        sections_.back().lines.push_back({std::move(item), std::move(text), {}});
    }

    template <class Record>
    void line(std::string item, std::string text, const Record& record) {
        const bool unconfirmed = al::evidence_of(record) == al::evidence::unconfirmed;
        line(std::move(item), std::move(text) + (unconfirmed ? " (unconfirmed)" : ""));
        cite(record);
    }

    // Adds the sources of a record to the last line.
    template <class Record>
    void cite(const Record& record) {
        std::vector<al::source>& cited = sections_.back().lines.back().sources;
        for (const al::source s : al::sources_of(record)) {
            if (std::find(cited.begin(), cited.end(), s) == cited.end()) {
                cited.push_back(s);
            }
        }
    }

    // For people: sources are numbered in the order of their first use and listed at the end.
    void print(std::ostream& out) const {
        std::vector<al::source> numbered;
        out << title_ << '\n';
        for (const auto& s : sections_) {
            out << '\n' << s.name << '\n';
            std::size_t width = 0;
            for (const auto& l : s.lines) {
                width = std::max(width, l.item.size());
            }
            for (const auto& l : s.lines) {
                out << "  " << l.item;
                if (!l.text.empty()) {
                    out << std::string(width - l.item.size() + 2, ' ') << l.text;
                }
                for (const al::source& source : l.sources) {
                    out << " [" << number(numbered, source) << ']';
                }
                out << '\n';
            }
        }
        out << "\nSources\n";
        for (std::size_t i = 0; i < numbered.size(); ++i) {
            print_source(out, i + 1, numbered[i]);
        }
        out << "\nData edition " << al::data_edition << ". Not legal advice.\n";
    }

    answers rows(const std::string& subject_name, al::date day) const {
        answers a{{"subject", "date", "section", "item", "text", "sources"}, 2, {}};
        for (const auto& s : sections_) {
            for (const auto& l : s.lines) {
                std::vector<std::string> slugs;
                for (const al::source& source : l.sources) {
                    slugs.push_back(str(source.slug()));
                }
                a.rows.push_back({subject_name, text_of(day), s.name, l.item, l.text, join(slugs, ";")});
            }
        }
        return a;
    }

private:
    struct page_line {
        std::string item, text;
        std::vector<al::source> sources;
    };
    struct page_section {
        std::string name;
        std::vector<page_line> lines;
    };

    static std::size_t number(std::vector<al::source>& numbered, al::source s) {
        const auto found = std::find(numbered.begin(), numbered.end(), s);
        if (found != numbered.end()) {
            return static_cast<std::size_t>(found - numbered.begin()) + 1;
        }
        numbered.push_back(s);
        return numbered.size();
    }

    static void print_source(std::ostream& out, std::size_t n, al::source s) {
        out << "  [" << n << "] " << s.title();
        for (const al::text_view part : {s.publisher(), s.published(), s.url()}) {
            if (!part.empty()) {
                out << ", " << part;
            }
        }
        out << '\n';
    }

    std::string title_;
    std::vector<page_section> sections_;
};

// "A;B" as "A, B".
inline std::string listed(al::text_view list) {
    std::string out;
    for (const char c : list) {
        out += c == ';' ? ", " : std::string(1, c);
    }
    return out;
}

// "until 2013-05-31", "since 2001", "1999 to 2004-10-16": what is known of a half-open period.
inline std::string since_until(al::uncertain_period when) {
    const std::string from = text_of(when.from);
    const std::string until = text_of(when.until);
    return from.empty() && until.empty() ? ""
           : until.empty()               ? "since " + from
           : from.empty()                ? "until " + until
                                         : from + " until " + until;
}

inline std::string since_until(al::period when) {
    const auto day = [](al::date d) { return al::uncertain_date{d, d}; };
    return since_until({day(when.from), day(when.until)});
}

// Whole years, both included, as the texts on the report give them: "1980 to 1988", "to 2015".
inline std::string years(al::period when) {
    const std::string from = when.from == al::always ? "" : std::to_string(when.from.year());
    const std::string to = when.until == al::never ? "" : std::to_string((when.until + -1).year());
    return from.empty() && to.empty() ? "no dates given"
           : from == to               ? from
                                      : from + (from.empty() ? "to " : " to ") + to;
}

inline std::string standing_words(al::participant p, al::treaty t, al::date day) {
    const al::standing s = al::standing_of(p, t, day);
    if (s == al::standing::outside_coverage) {
        return "not covered after " + text_of(al::coverage(t).until + -1);
    }
    return words(al::to_string(s));
}

// Every date of a record, in the order in which they happen.
inline std::string dates_of(const al::treaty_record& r) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view what, const std::string& when) {
        if (!when.empty()) {
            parts.push_back(std::string{what} + " " + when);
        }
    };
    const auto kind = r.kind_of_consent();
    add("signed", text_of(r.signature()));
    add(kind ? std::string_view{al::to_string(*kind)} : "", text_of(r.consent()));
    add("provisionally applied from", text_of(r.provisional_application()));
    add("in force", text_of(r.entry_into_force()));
    add("withdrawal notified", text_of(r.withdrawal_notified()));
    add("withdrawn", text_of(r.withdrawal_effective()));
    return join(parts, ", ");
}

inline void add_treaties(page& out, al::participant p, al::date day) {
    out.section("Treaties");
    for (const al::treaty t : al::all<al::treaty>{}) {
        const std::string standing = standing_words(p, t, day);
        if (const auto record = al::record_of(p, t)) {
            out.line(str(al::name(t)), standing + ": " + dates_of(*record), *record);
        } else {
            out.line(str(al::name(t)), standing);
        }
        for (const al::treaty_notice n : al::notices_of(p, t)) {
            out.line("  " + text_of(n.when()), str(n.statement()), n);
        }
    }
}

inline std::string phase_words(const al::phase& p, al::date day) {
    std::vector<std::string> parts{p.group().empty() ? words(al::to_string(p.target())) : str(p.group()),
                                   words(listed(scope_words(p)))};
    if (!p.area().empty()) {
        parts.push_back(str(p.area()));
    }
    if (p.force() != al::force::mandatory) {
        parts.push_back(str(al::to_string(p.force())));
    }
    parts.push_back(since_until(p.when()));
    parts.push_back(str(p.instrument()) + (p.paragraph().empty() ? "" : " para " + str(p.paragraph())));
    if (const auto contest = p.contested()) {
        parts.push_back("contested: " + str(al::to_string(*contest)));
    }
    const al::answer a = p.in_force(day);
    if (a != al::answer::yes) {
        parts.push_back(a == al::answer::unknown ? "whether still in force is unknown" : "beyond the record");
    }
    return join(parts, "; ");
}

inline void add_contest(page& out, al::contest c) {
    std::size_t n = 0;
    for (const al::contested_position p : al::positions_of(c)) {
        out.line(str(al::to_string(c)) + " " + std::to_string(++n),
                 str(p.statement()) + " (" + listed(p.holders()) + ")", p);
    }
}

inline void add_embargoes(page& out, const std::string& heading, const subject& who, al::date day) {
    out.section(heading);
    const auto phases = phases_on(who, day, std::nullopt);
    for (const al::phase& p : phases) {
        out.line(str(al::name(p.regime())), phase_words(p, day), p);
    }
    const std::string uncovered = uncovered_issuers(day, std::nullopt);
    if (!uncovered.empty()) {
        out.line("Not on record", "embargoes of " + listed(uncovered) + " on this day");
    } else if (phases.empty()) {
        out.line("None", "");
    }
}

// The disputes about what the page has said.
inline void add_contests(page& out, const std::vector<al::contest>& contests) {
    if (contests.empty()) {
        return;
    }
    out.section("Disputed");
    for (const al::contest c : contests) {
        add_contest(out, c);
    }
}

inline void add_new(std::vector<al::contest>& contests, al::contest c) {
    if (std::find(contests.begin(), contests.end(), c) == contests.end()) {
        contests.push_back(c);
    }
}

inline void add_names(page& out, al::state s, al::date day) {
    out.section("Names");
    for (const al::name_kind kind :
         {al::name_kind::short_name, al::name_kind::official, al::name_kind::former_short, al::name_kind::former}) {
        for (const al::state_name n : al::names_of(s)) {
            if (n.kind() == kind) {
                out.line(
                    str(n.text()),
                    words(al::to_string(kind)) + (since_until(n.when()).empty() ? "" : ", ") + since_until(n.when()),
                    n);
            }
        }
    }
    out.line("Codes", str(al::alpha3(s)) + ", " + str(al::alpha2(s)) +
                          (al::numeric(s) ? ", " + std::to_string(*al::numeric(s)) : "") + " (" +
                          words(al::to_string(al::code_status_of(s))) + ")");
    if (!al::exists(s, day)) {
        out.line("No such state", "on " + text_of(day));
    }
    for (const al::state_succession r : al::successions_of(s)) {
        out.line(text_of(r.when()),
                 words(al::to_string(r.kind())) + ": " + str(al::name(r.predecessor())) + " to " +
                     str(al::name(r.successor())) + (r.contested() ? ", contested" : ""),
                 r);
    }
    if (!al::note_on(s).empty()) {
        out.line("Note", str(al::note_on(s)));
    }
}

inline void add_memberships(page& out, al::state s, al::date day) {
    out.section("Memberships");
    bool any = false;
    for (const al::membership m : al::memberships_of(s)) {
        const al::answer a = m.when().contains(day);
        if (a != al::answer::no) {
            any = true;
            out.line(str(al::name(m.body())),
                     words(al::to_string(m.kind())) + ", " + since_until(m.when()) +
                         (a == al::answer::unknown ? " (uncertain on this day)" : ""),
                     m);
        }
    }
    if (!any) {
        out.line("None", "");
    }
}

inline void add_report(page& out, al::state s) {
    out.section("In Amnesty International's \"Taking Stock: The arming of Islamic State\"");
    bool any = false;
    for (const al::report::part p : al::report::parts_of(s)) {
        any = true;
        out.line(words(al::report::to_string(p.role())),
                 years(p.when()) + (p.attribution() == al::report::attribution::other ? " (other texts)" : "") +
                     (p.note().empty() ? "" : ": " + str(p.note())),
                 p);
    }
    if (!any) {
        out.line("No part", "");
    }
}

inline page brief_on(al::state s, al::date day) {
    page out{str(al::name(s, day)) + " (" + str(al::alpha3(s)) + ") on " + text_of(day)};
    add_names(out, s, day);
    add_treaties(out, s, day);
    add_embargoes(out, "Arms embargoes", s, day);
    std::vector<al::contest> contests;
    for (const al::phase& p : phases_on(s, day, std::nullopt)) {
        if (const auto c = p.contested()) {
            add_new(contests, *c);
        }
    }
    for (const al::contest c : al::contests_about(s)) {
        add_new(contests, c);
    }
    if (!al::restrictions_on(s, day).empty()) {
        out.section("Restrictions that are no arms embargo");
        for (const al::phase p : al::restrictions_on(s, day)) {
            out.line(str(al::name(p.regime())), phase_words(p, day), p);
        }
    }
    add_memberships(out, s, day);
    add_report(out, s);
    add_contests(out, contests);
    return out;
}

inline page brief_on(al::group g, al::date day) {
    page out{str(al::name(g)) + " (" + str(al::to_string(g)) + ") on " + text_of(day)};
    out.section("Names");
    for (const al::group_name n : al::names_of(g)) {
        const bool now = n.kind() == al::group_name_kind::name && n.when().contains(day) == al::answer::yes;
        out.line(str(n.text()), since_until(n.when()) + (now ? " (in use on this day)" : ""), n);
    }
    out.section("Listings");
    for (const al::group_listing l : al::listings_of(g)) {
        std::vector<std::string> parts{words(al::to_string(l.coverage()))};
        for (const std::string& part : {str(l.reference()), since_until(l.when()), str(l.basis()), str(l.note())}) {
            if (!part.empty()) {
                parts.push_back(part);
            }
        }
        out.line(str(al::name(l.regime())), join(parts, "; "), l);
    }
    add_embargoes(out, "Arms embargoes that reach it", g, day);
    out.section("States");
    out.line(codes_of(al::states_of(g), ", "), str(al::note_on(g)));
    return out;
}

// What changed in the law on a state, and by which acts.
inline page diff_page(const row& arguments) {
    const auto [from, until, s] = diff_question{arguments};
    page p{"What changed in the law on " + str(al::name(s)) + " from " + text_of(from) + " until " + text_of(until)};
    p.section("Changes");
    for (const al::change c : al::changes(s, from, until)) {
        std::vector<std::string> parts{detail_of(c, s), act_of(c)};
        std::erase(parts, "");
        const std::string about_what = subject_of(c);
        const std::string text = words(al::to_string(c.kind())) + (about_what.empty() ? "" : ", " + about_what) +
                                 (parts.empty() ? "" : ": " + join(parts, "; "));
        p.line(text_of(c.when()), text, c);
    }
    if (const std::string uncovered = uncovered_within(from, until); !uncovered.empty()) {
        p.line("not covered", "the record does not reach all of these days: " + listed(uncovered));
    }
    return p;
}

// The report's world: who made and supplied, how they stood to the Arms Trade Treaty, who was barred.
inline page report_world(al::date day) {
    page out{"The world of \"Taking Stock: The arming of Islamic State\" (Amnesty International) on " + text_of(day)};
    out.section("States the report and texts on it name, and their standing to the Arms Trade Treaty");
    for (const al::state s : al::all<al::state>{}) {
        std::vector<std::string> roles;
        std::vector<al::report::part> parts;
        for (const al::report::part p : al::report::parts_of(s)) {
            const std::string role = words(al::report::to_string(p.role()));
            if (p.attribution() == al::report::attribution::report) {
                parts.push_back(p);
                if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
                    roles.push_back(role);
                }
            }
        }
        if (!parts.empty()) {
            out.line(str(al::name(s)), standing_words(s, al::treaty::att, day) + ": " + join(roles, ", "));
            for (const al::report::part& p : parts) {
                out.cite(p);
            }
        }
    }
    add_embargoes(out, "Arms embargoes on Iraq", "IRQ"_state, day);
    add_embargoes(out, "Arms embargoes on Syria", "SYR"_state, day);
    for (const al::group g : {al::group::isil, al::group::al_nusrah, al::group::al_qaida}) {
        add_embargoes(out, "Arms embargoes on " + str(al::name(g)), g, day);
    }
    return out;
}

}  // namespace tool
