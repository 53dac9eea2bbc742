// SPDX-License-Identifier: BSL-1.0
//
// An exercise in licensing for a class. Erehwon is an invented state; its law is that of a real one. Applications lie
// on its desk: the class decides each, then reads what the record says, why, and what would change it. Other states
// give other lessons: change `law_of`.
//
//   $ printf 'f\na\nf\nu\nf\ns\n' | erehwon | fold -s -w 100
//   Erehwon has the law of Belgium, data 2026.11. On its desk:
//   ...
//   3. Cluster munition for United States of America (government), 2014-03-01
//   p prohibit, a authorisation required, s assess, f no bar found, u the record leaves it open:
//   Prohibited: Cluster munition from Belgium to United States of America (government) on 2014-03-01.
//   1. Convention on Cluster Munitions, Article 1(1)(b), bars it: Never to develop, produce, otherwise
//   acquire, stockpile, retain or transfer them, to anyone, directly or indirectly. Belgium is a party,
//   since 2010-08-01.
//   2. Arms Trade Treaty: Belgium has signed or consented, and must not defeat its object and purpose
//   (Vienna Convention on the Law of Treaties, Article 18).
//   It may turn on: what the items are for.
//   A measure is lighter for: destruction or training.
//   Not considered: EU Common Position 2008/944/CFSP; National law of the exporter.
//   The class decided otherwise.
//   ...
//   5. Warship for Russian Federation (government), 2014-10-01, under a contract of 2011-06-17
//   ...
//   Without what is stated: prohibited.
//   The class agrees.
//   ...
//   The class decided 6 of 6, and 5 as the record.
#include <armsledger/armsledger.hpp>
#include <armsledger/explanation.hpp>

#include <cstddef>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace al = armsledger;
using namespace al::literals;
using enum al::weapon_type;
using al::end_user;

namespace {

// A member of the European Union, bound by its embargoes; a party to all four treaties since each is in force.
constexpr al::state law_of = "BEL"_state;

constexpr al::transfer desk[] = {
    {.exporter = law_of,
     .importer = "LBY"_state,
     .recipient = end_user::government,
     .item = assault_rifle,
     .on = "2009-06-01"_date},
    {.exporter = law_of,
     .importer = "LBY"_state,
     .recipient = end_user::government,
     .item = assault_rifle,
     .on = "2012-03-01"_date},
    {.exporter = law_of,
     .importer = "USA"_state,
     .recipient = end_user::government,
     .item = cluster_munition,
     .on = "2014-03-01"_date},
    {.exporter = law_of,
     .importer = "IRQ"_state,
     .recipient = al::group::peshmerga,
     .item = assault_rifle,
     .on = "2014-09-01"_date},
    {.exporter = law_of,
     .importer = "RUS"_state,
     .recipient = end_user::government,
     .item = warship,
     .on = "2014-10-01"_date,
     .contract = "2011-06-17"_date},
    {.exporter = law_of,
     .importer = "MLI"_state,
     .recipient = end_user::government,
     .item = assault_rifle,
     .on = "2015-06-01"_date},
};

// The outcomes in their order, and the letters for them.
constexpr std::string_view letters = "fsaup";
static_assert(letters.size() == al::all<al::outcome>{}.size());
constexpr const char* question =
    "p prohibit, a authorisation required, s assess, f no bar found, u the record leaves it open: ";

void write(al::text_view piece) { std::cout << piece; }

void print(const al::transfer& t) {
    std::cout << al::name(*al::item{t.item}.as_type()) << " for " << al::name(al::state{t.importer}) << " (";
    if (const auto g = t.recipient.as_group()) {
        std::cout << al::name(*g);
    } else {
        std::cout << al::to_string(*t.recipient.as_end_user());
    }
    std::cout << "), " << al::to_string(t.on);
    if (t.contract) {
        std::cout << ", under a contract of " << al::to_string(*t.contract);
    }
    std::cout << '\n';
}

// What the class decides; nothing at the end of input.
al::maybe<al::outcome> decision() {
    for (std::string line; std::cout << question && std::getline(std::cin, line);) {
        const std::size_t at = line.size() == 1 ? letters.find(line[0]) : letters.npos;
        if (at != letters.npos) {
            return static_cast<al::outcome>(at);
        }
        std::cout << "\nNot one of the letters. ";
    }
    return al::nothing;
}

// The same without what is stated of it.
al::outcome unstated(const al::transfer& t) {
    return al::screen(
               {.exporter = t.exporter, .importer = t.importer, .recipient = t.recipient, .item = t.item, .on = t.on})
        .outcome();
}

}  // namespace

int main() {
    std::cout << "Erehwon has the law of " << al::name(law_of) << ", data " << al::data_edition << ". On its desk:\n";
    std::size_t number = 0, agreed = 0;
    for (const al::transfer& t : desk) {
        std::cout << '\n' << number + 1 << ". ";
        print(t);
        const auto decided = decision();
        std::cout << '\n';
        if (!decided) {
            break;
        }
        ++number;
        const al::verdict verdict = al::screen(t);
        al::explain(t, verdict, write);
        if (unstated(t) != verdict.outcome()) {
            std::cout << "Without what is stated: " << al::to_string(unstated(t)) << ".\n";
        }
        const bool same = *decided == verdict.outcome();
        agreed += same;
        std::cout << (same ? "The class agrees.\n" : "The class decided otherwise.\n");
    }
    std::cout << "\nThe class decided " << number << " of " << std::size(desk) << ", and " << agreed
              << " as the record.\n";
}
