// SPDX-License-Identifier: BSL-1.0
//
// History that compiles: each fact says what was so on the day before, and what has been so from its day on. Move a
// date by a day, or write another answer, and the compiler names the fact that is no longer one.
//
//   $ static_facts
//   1963-08-07  the United Nations ask for an arms embargo on South Africa
//   1966-12-16  the embargo on Southern Rhodesia becomes mandatory
//   1977-11-04  the embargo on South Africa becomes mandatory
//   ...
//   2014-12-24  the Arms Trade Treaty enters into force, for 61 states
//   2014-12-24  Belgium must assess what it exports to Mali
//   ...
//   24 facts hold, by data 2026.11
#include <armsledger/armsledger.hpp>

#include <algorithm>
#include <iostream>
#include <iterator>

namespace al = armsledger;
using namespace al::literals;
using al::issuer, al::outcome, al::permission, al::standing, al::treaty;
using enum al::force;
constexpr auto no = al::answer::no, yes = al::answer::yes;

namespace {

// The compiler must not run it: its name is the message.
void another_day_or_another_answer_is_right() {}

struct fact {
    al::date day;
    const char* event;

    template <class Question, class Before, class After>
    consteval fact(al::date on, Question ask, Before before, After after, const char* what) : day{on}, event{what} {
        if (!(ask(on + -1) == before) || !(ask(on) == after)) {
            another_day_or_another_answer_is_right();
        }
    }
};

// Questions, each a function of the day.
consteval auto embargo(issuer by, al::state on) {
    return [=](al::date day) { return al::embargoed(on, day, by); };
}
// What an issuer's measures say of rifles for the government of a state.
constexpr al::ruling rifles(issuer by, al::state to, al::date day) {
    return al::permission_for(to, al::end_user::government, al::weapon_type::assault_rifle, by, day);
}
consteval auto rung(issuer by, al::state to) {
    return [=](al::date day) { return rifles(by, to, day).permission; };
}
consteval auto force(issuer by, al::state to) {
    return [=](al::date day) { return rifles(by, to, day).force; };
}
consteval auto sale(al::state from, al::state to, al::recipient who) {
    return [=](al::date day) {
        return al::screen({.exporter = from,
                           .importer = to,
                           .recipient = who,
                           .item = al::weapon_type::assault_rifle,
                           .on = day})
            .outcome();
    };
}
consteval auto stands(al::state s, treaty t) {
    return [=](al::date day) { return al::standing_of(s, t, day); };
}
consteval auto signatories(treaty t) {
    return [=](al::date day) { return al::count(t, day).signatories; };
}
consteval auto parties(treaty t) {
    return [=](al::date day) { return al::count(t, day).parties; };
}
consteval auto bound(al::state s, al::regime by) {
    return [=](al::date day) { return al::binds(by, mandatory, s, day); };
}

constexpr fact history[] = {
    // Resolution 181 called upon all states, and obliged none.
    {"1963-08-07"_date, embargo(issuer::un, "ZAF"_state), no, yes,
     "the United Nations ask for an arms embargo on South Africa"},
    // Resolution 232. On record the territory goes by the code of the state that it became, Zimbabwe.
    {"1966-12-16"_date, force(issuer::un, "ZWE"_state), voluntary, mandatory,
     "the embargo on Southern Rhodesia becomes mandatory"},
    // Resolution 418.
    {"1977-11-04"_date, force(issuer::un, "ZAF"_state), voluntary, mandatory,
     "the embargo on South Africa becomes mandatory"},
    // Resolution 661, four days after Iraq invaded Kuwait.
    {"1990-08-06"_date, embargo(issuer::un, "IRQ"_state), no, yes, "the United Nations bar arms to Iraq"},
    // Resolution 713.
    {"1991-09-25"_date, embargo(issuer::un, "YUG"_state), no, yes, "the United Nations bar arms to Yugoslavia"},
    // Resolution 918, during the genocide.
    {"1994-05-17"_date, embargo(issuer::un, "RWA"_state), no, yes, "the United Nations bar arms to Rwanda"},
    // Resolution 919, after the election of Nelson Mandela.
    {"1994-05-25"_date, embargo(issuer::un, "ZAF"_state), yes, no, "the embargo on South Africa is lifted"},
    // The sixth month after that of the fortieth deposit (Article 17).
    {"1999-03-01"_date, parties(treaty::apmbc), 0U, 45U, "the Mine Ban Convention enters into force"},
    // Resolution 1546. The multinational force takes the place of the occupying Authority; nobody else gains.
    {"2004-06-08"_date, rung(issuer::un, "IRQ"_state), permission::prohibited, permission::free,
     "arms to the government of Iraq are let through"},
    // Under the name of that time, al-Qaida in Iraq: no arms to it anywhere.
    {"2004-10-18"_date, sale("USA"_state, "TUR"_state, al::group::isil), outcome::no_bar_found, outcome::prohibited,
     "what became Islamic State is listed"},
    {"2005-07-03"_date, stands("BEL"_state, treaty::firearms_protocol), standing::contracting_state, standing::party,
     "the Firearms Protocol enters into force"},
    {"2010-08-01"_date, stands("NOR"_state, treaty::ccm), standing::contracting_state, standing::party,
     "the Convention on Cluster Munitions enters into force"},
    // Resolution 1970.
    {"2011-02-26"_date, embargo(issuer::un, "LBY"_state), no, yes, "the United Nations bar arms to Libya"},
    // Decision 2011/273/CFSP.
    {"2011-05-09"_date, embargo(issuer::eu, "SYR"_state), no, yes, "the European Union bars arms to Syria"},
    // Not renewed. What stayed is no embargo: a restriction on listed items, and for arms a commitment that does not
    // bind.
    {"2013-06-01"_date, embargo(issuer::eu, "SYR"_state), yes, no, "the embargo of the European Union on Syria lapses"},
    {"2013-06-03"_date, signatories(treaty::att), 0U, 67U, "the Arms Trade Treaty is opened, and 67 states sign it"},
    {"2013-09-25"_date, stands("USA"_state, treaty::att), standing::none, standing::signatory,
     "the United States sign it"},
    // Decision 2014/512/CFSP.
    {"2014-08-01"_date, embargo(issuer::eu, "RUS"_state), no, yes, "the European Union bars arms to Russia"},
    // Ninety days after the fiftieth deposit (Article 22).
    {"2014-12-24"_date, parties(treaty::att), 0U, 61U, "the Arms Trade Treaty enters into force, for 61 states"},
    {"2014-12-24"_date, sale("BEL"_state, "MLI"_state, al::end_user::government), outcome::no_bar_found,
     outcome::assessment_required, "Belgium must assess what it exports to Mali"},
    // Resolution 2428.
    {"2018-07-13"_date, embargo(issuer::un, "SSD"_state), no, yes, "the United Nations bar arms to South Sudan"},
    // Ninety days after its accession.
    {"2020-10-04"_date, stands("CHN"_state, treaty::att), standing::contracting_state, standing::party,
     "China is a party to the Arms Trade Treaty"},
    // The transition after its withdrawal from the Union ended.
    {"2021-01-01"_date, bound("GBR"_state, al::regime::eu_russia_2014), yes, no,
     "embargoes of the European Union bind the United Kingdom no more"},
    // Six months after it notified its withdrawal (Article 20).
    {"2025-03-06"_date, stands("LTU"_state, treaty::ccm), standing::party, standing::former_party,
     "Lithuania leaves the Convention on Cluster Munitions"},
};
static_assert(std::ranges::is_sorted(history, {}, &fact::day), "history in its order");

}  // namespace

int main() {
    for (const fact& f : history) {
        std::cout << al::to_string(f.day) << "  " << f.event << '\n';
    }
    std::cout << std::size(history) << " facts hold, by data " << al::data_edition << '\n';
}
