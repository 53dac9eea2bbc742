// SPDX-License-Identifier: BSL-1.0
//
// One question, and an answer that says why: may Belgium send machine guns to the government of Syria in June 2012?
//
//   $ hello_verdict | fold -s -w 100
//   prohibited
//   EU embargo on Syria of 2011 bars it: Decision 2011/782/CFSP. Binds Belgium under the law of the
//   European Union (TEU art. 29, earlier art. 15 and J.2; for goods and services also TFEU art. 215,
//   earlier TEC art. 301).
//   - Judgment of the General Court in T-593/11, Al-Chihabi v Council,
//   https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX%3A62011TJ0593
//   - Decision 2011/273/CFSP, https://eu.vlex.com/vid/843650445
//   - Developments in 2011 (arms embargoes), https://sipri.org/databases/embargoes/developments-in-2011
//   data 2026.11, corroborated
#include <armsledger/armsledger.hpp>
#include <armsledger/explanation.hpp>

#include <cstddef>
#include <iostream>
#include <set>

namespace al = armsledger;
using namespace al::literals;

int main() {
    const al::transfer transfer = {.exporter = "BEL"_state,
                                   .importer = "SYR"_state,
                                   .recipient = al::end_user::government,
                                   .item = al::weapon_type::general_purpose_machine_gun,
                                   .on = "2012-06-01"_date};
    const al::verdict verdict = al::screen(transfer);
    std::cout << al::to_string(verdict.outcome()) << '\n';

    // The reasons stand in order of weight: the first one decides.
    const al::reason& first = verdict[0];
    al::explain(first, transfer.on, [](al::text_view piece) { std::cout << piece; });
    std::cout << '\n';
    // The documents, each once: of the act that applied that day, where several followed one another; then of the rule.
    std::set<std::size_t> cited;
    const auto cite = [&](const auto& record) {
        for (const al::source s : al::sources_of(record)) {
            if (cited.insert(s.number()).second) {
                std::cout << "- " << s.title() << ", " << s.url() << '\n';
            }
        }
    };
    if (const auto act = first.phase() ? al::act_on(*first.phase(), transfer.on) : al::nothing) {
        cite(*act);
    }
    cite(first);
    std::cout << "data " << al::data_edition << ", " << al::to_string(al::evidence_of(first)) << '\n';
}
