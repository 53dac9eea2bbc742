// SPDX-License-Identifier: BSL-1.0
//
// How the law on a state changed, as a page in Markdown: each change in a sentence, with the act, whom it binds, what
// it came to for those who would receive a rifle, and the sources.
//
//   $ law_changed Iraq > how-the-law-changed-iraq.md
//   $ law_changed Libya > how-the-law-changed-libya.md
//   $ law_changed Somalia > how-the-law-changed-somalia.md
//   $ law_changed Syria > how-the-law-changed-syria.md
#include "law_words.hpp"

#include <iomanip>
#include <iostream>
#include <set>
#include <string>
#include <utility>

namespace al = armsledger;
using words::in_words, words::md;

void print_changes(al::state s, const std::string& who, words::citations& cited) {
    al::date day = al::always;
    std::set<al::issuer> moved;
    const auto close_day = [&] {
        for (const al::issuer by : moved) {
            std::cout << words::for_a_rifle(s, by, day);
        }
        moved.clear();
    };
    for (const al::event e : al::timeline()) {
        if (!(e.state() == al::maybe<al::state>{s})) {
            continue;
        }
        if (!(e.when().earliest == day)) {
            close_day();
            day = e.when().earliest;
            std::cout << "\n## " << in_words(day) << "\n\n";
        }
        const auto p = e.what().phase();
        if (p) {
            moved.insert(p->issuer());
        }
        if (const std::string said = words::dated_sentence(e, s, who); !said.empty()) {
            std::cout << "- " << cited.said(said, e)
                      << (p && e.when() == p->when().from ? words::new_rules(*p, cited) : "");
        }
    }
    close_day();
}

void print_contests(al::state s, words::citations& cited) {
    std::set<al::contest> contests;
    for (const al::contest c : al::contests_about(s)) {
        contests.insert(c);
    }
    for (const al::phase p : al::phases_of(s)) {
        for (const al::contest c : al::contests_about(p.regime())) {
            contests.insert(c);
        }
    }
    std::cout << "\n## What is contested\n\n"
              << (contests.empty() ? "No contest as such is on record; what is not settled says so above.\n" : "");
    for (const al::contest c : contests) {
        std::cout << "- " << md(to_string(c)) << ":\n";
        for (const al::contested_position p : al::positions_of(c)) {
            const std::string said = md(words::holders_of(p)) + ": " + md(p.statement()) + words::with(" ", p.note());
            std::cout << "  - " << cited.said(said, p);
        }
    }
}

// How the state stands on the last day that each record reaches.
void print_standings(al::state s, const std::string& who) {
    std::cout << "\n## Where the record ends\n\n";
    for (const al::treaty t : al::all<al::treaty>()) {
        const al::date last = al::coverage(t).until + -1;
        std::cout << "- " << md(name(t)) << ", " << in_words(last) << ": " << who << ' '
                  << in_words(al::standing_of(s, t, last)) << ".\n";
    }
    for (const al::phase p : al::phases_of(s)) {
        const al::date last = al::coverage(p.issuer()).until + -1;
        const al::answer in_force = p.in_force(last);
        if (in_force != al::answer::no) {
            std::cout << "- " << md(name(p.regime())) << ", " << in_words(last) << ": in force"
                      << (in_force == al::answer::yes ? "" : ", perhaps") << ".\n";
        }
    }
}

// On what ground the measures of each issuer bind.
void print_grounds(al::state s, words::citations& cited) {
    std::cout << "\n## Whom the measures bind, and why\n\n";
    std::set<std::pair<al::issuer, al::force>> told;
    for (const al::phase p : al::phases_of(s)) {
        const auto b = al::binding_of(p.issuer(), p.force());
        if (b && told.insert({p.issuer(), p.force()}).second) {
            std::cout << "- " << md(to_string(p.issuer())) << ", " << md(to_string(p.force())) << ": "
                      << cited.said(md(b->legal_basis()) + words::with(". ", b->note()), *b);
        }
    }
}

int main(int argc, char** argv) {
    const auto found = argc == 2 ? al::find_state(argv[1]).one() : al::nothing;
    if (!found) {
        std::cerr << "law_changed takes one state, as a code or a name that means no other: law_changed Iraq\n";
        return 2;
    }
    const std::string given{argv[1]};
    const std::string who = md(given.size() > 3 ? al::text_view{given} : name(*found));
    std::cout << "# How the law on " << who
              << " changed\n\nFour treaties on arms, memberships, and the arms embargoes on " << who
              << ", as armsledger has them on record (data " << al::data_edition << ", fingerprint " << std::hex
              << std::setw(16) << std::setfill('0') << al::fingerprint << std::dec << "): embargoes of the UN from "
              << in_words(al::coverage(al::issuer::un)) << ", those of other issuers from "
              << in_words(al::coverage(al::issuer::eu))
              << ".\n\nThis is not legal advice. A body stands for its forerunners: \"EU\" for the European "
                 "Communities, African Union for the Organisation of African Unity. A source states what is said "
                 "unless the brackets tell otherwise; lines on an assault rifle are computed from the rules above "
                 "them. \"Allowed\" still means an ordinary national licence.\n";
    words::citations cited;
    print_changes(*found, who, cited);
    print_contests(*found, cited);
    print_grounds(*found, cited);
    print_standings(*found, who);
    std::cout << "\n## Sources\n\n";
    cited.list();
}
