// SPDX-License-Identifier: BSL-1.0
//
// What if: questions from the years of the report, under the law as it was and under three scenarios. A supposed answer
// keeps the record's beside it, and cannot be taken for it.
//
//   $ what_if
//   A: Arms Trade Treaty entered into force on 2003-01-01, not on 2014-12-24
//   B: EU embargo on Syria of 2011 goes on after 2013-06-01
//   C: UN embargo on arms to Syrian Arab Republic (government): prohibited from 2011-05-09
//   to the government                     on record      A              B              C
//   2003-02-01 GBR to IRQ assault-rifle     prohibited     prohibited     prohibited     prohibited
//   2005-06-01 BIH to IRQ assault-rifle     no bar found * assessment     no bar found   no bar found
//   2005-06-01 GBR to IRQ assault-rifle     authorisation  authorisation  authorisation  authorisation
//   2007-06-01 USA to IRQ assault-rifle     no bar found   no bar found   no bar found   no bar found
//   2009-06-01 BEL to LBY assault-rifle     no bar found * assessment     no bar found   no bar found
//   2011-03-01 BEL to LBY assault-rifle     prohibited     prohibited     prohibited     prohibited
//   2012-06-01 BEL to SYR assault-rifle     prohibited     prohibited     prohibited     prohibited
//   2012-06-01 RUS to SYR main-battle-tank  no bar found   no bar found   no bar found * prohibited
//   2013-07-01 BEL to SYR assault-rifle     no bar found * assessment   * prohibited   * prohibited
//   2014-06-01 IRN to SYR mortar            prohibited     prohibited     prohibited     prohibited
//   2014-06-01 CHN to IRQ main-battle-tank  no bar found * assessment     no bar found   no bar found
//   * not as on record; of Belgium in July 2013, under B:
//   Not of the record, but supposed: prohibited; on record it is no bar found.
//     Supposed: EU embargo on Syria of 2011 goes on after 2013-06-01.
#include "scenarios.hpp"

#include <armsledger/armsledger.hpp>
#include <armsledger/scenario.hpp>

#include <iomanip>
#include <iostream>
#include <iterator>
#include <string_view>

namespace al = armsledger;
using namespace al::literals;
using enum al::weapon_type;

namespace {

constexpr al::scenario supposed[] = {scenarios::att_in_force_in_2003, scenarios::eu_embargo_on_syria_goes_on,
                                     scenarios::un_embargo_on_syria};

// May it be sent to the government? That anyone sent it is not said.
struct question {
    al::date day;
    al::state exporter, importer;
    al::weapon_type item;

    al::supposed<al::outcome> under(const al::scenario& what_if) const {
        return al::at(what_if, day).outcome(exporter, importer, al::end_user::government, item);
    }
};

constexpr question a_month_after_the_lapse = {"2013-07-01"_date, "BEL"_state, "SYR"_state, assault_rifle};
constexpr question questions[] = {
    {"2003-02-01"_date, "GBR"_state, "IRQ"_state, assault_rifle},     // The embargo of 1990 holds.
    {"2005-06-01"_date, "BIH"_state, "IRQ"_state, assault_rifle},     // That of the UN exempts the new government,
    {"2005-06-01"_date, "GBR"_state, "IRQ"_state, assault_rifle},     // that of the EU asks for approval.
    {"2007-06-01"_date, "USA"_state, "IRQ"_state, assault_rifle},     // In A too, it has signed and not ratified.
    {"2009-06-01"_date, "BEL"_state, "LBY"_state, assault_rifle},     // Between two embargoes,
    {"2011-03-01"_date, "BEL"_state, "LBY"_state, assault_rifle},     // under the second.
    {"2012-06-01"_date, "BEL"_state, "SYR"_state, assault_rifle},     // Under the embargo of the EU,
    {"2012-06-01"_date, "RUS"_state, "SYR"_state, main_battle_tank},  // which does not bind Russia.
    a_month_after_the_lapse,
    {"2014-06-01"_date, "IRN"_state, "SYR"_state, mortar},            // The UN bar arms from Iran.
    {"2014-06-01"_date, "CHN"_state, "IRQ"_state, main_battle_tank},  // In the month in which Mosul fell.
};

// In the order of al::outcome.
constexpr const char* words[] = {"no bar found", "assessment", "authorisation", "unknown", "prohibited"};
static_assert(std::size(words) == al::all<al::outcome>{}.size());

void print(al::outcome o, bool differs = false) {
    std::cout << std::setw(2) << (differs ? "*" : "") << std::setw(13) << words[static_cast<unsigned>(o)];
}

void write(al::text_view piece) { std::cout << piece; }

}  // namespace

int main() {
    for (char letter = 'A'; const al::scenario& s : supposed) {
        std::cout << letter++ << ": ";
        al::explain(s[0], write);
        std::cout << '\n';
    }
    std::cout << std::left << std::setw(36) << "to the government" << std::setw(15) << "  on record";
    std::cout << std::setw(15) << "  A" << std::setw(15) << "  B"
              << "  C\n";
    for (const question& q : questions) {
        std::cout << al::to_string(q.day) << ' ' << al::alpha3(q.exporter) << " to " << al::alpha3(q.importer) << ' '
                  << std::setw(16) << std::string_view{al::to_string(q.item)};
        print(q.under(supposed[0]).on_record());
        for (const al::scenario& s : supposed) {
            const auto answer = q.under(s);
            print(answer.value(), answer.differs());
        }
        std::cout << '\n';
    }
    std::cout << "* not as on record; of Belgium in July 2013, under B:\n";
    al::explain(supposed[1], a_month_after_the_lapse.under(supposed[1]), write);
}
