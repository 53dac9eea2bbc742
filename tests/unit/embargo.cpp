// SPDX-License-Identifier: BSL-1.0
#include <armsledger/embargo.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace al = armsledger;
using namespace al::literals;

namespace {

// SIPRI counts the embargoes of an issuer in force at any time in a year: voluntary appeals of the UN
// and lesser restrictions are none, and some regimes count as one.
std::size_t counted_in(int year, al::issuer by) {
    std::set<al::regime> counted;
    for (const al::phase p : al::all_phases()) {
        const al::uncertain_period when = p.when();
        if (p.issuer() == by && al::is_embargo(p.regime()) && p.force() != al::force::voluntary &&
            when.from.earliest < *al::make_date(year + 1, 1, 1) && when.until.latest > *al::make_date(year, 1, 1)) {
            counted.insert(p.counted_as());
        }
    }
    return counted.size();
}

}  // namespace

TEST_CASE("SIPRI's yearly counts: 12 of the UN in 2009 and 13 in 2012") {
    CHECK(counted_in(2009, al::issuer::un) == 12);
    CHECK(counted_in(2012, al::issuer::un) == 13);
}

TEST_CASE("SIPRI's yearly counts: 15, 16, 16 and 19 of the EU in 2008, 2009, 2010 and 2012") {
    CHECK(counted_in(2008, al::issuer::eu) == 15);
    CHECK(counted_in(2009, al::issuer::eu) == 16);
    CHECK(counted_in(2010, al::issuer::eu) == 16);
    CHECK(counted_in(2012, al::issuer::eu) == 19);
}

TEST_CASE("the phases of a regime on one target follow one another without overlap") {
    for (const al::phase a : al::all_phases()) {
        for (const al::phase b : al::all_phases()) {
            if (!(a == b) && a.regime() == b.regime() && a.territory() == b.territory() && a.target() == b.target()) {
                const bool apart =
                    a.when().until.latest <= b.when().from.earliest || b.when().until.latest <= a.when().from.earliest;
                CHECK(apart);
            }
        }
    }
}

TEST_CASE("the phases in force on a state are those of all its phases that say so") {
    for (const al::state s : al::all<al::state>{}) {
        for (al::date day = *al::make_date(1963, 1, 1); day < *al::make_date(2027, 1, 1); day = day + 97) {
            std::size_t expected = 0;
            for (const al::phase p : al::all_phases()) {
                expected += p.territory() == s && al::is_embargo(p.regime()) && p.in_force(day) != al::answer::no;
            }
            REQUIRE(al::embargoes_on(s, day).count() == expected);
            for (const al::issuer i : al::all<al::issuer>{}) {
                const bool in_set = al::embargoed_on(day, i).contains(s);
                REQUIRE(in_set == (al::embargoed(s, day, i) == al::answer::yes && day < al::coverage(i).until));
            }
        }
    }
}

TEST_CASE("a phase begins on its first day and has ended on the day it is until") {
    for (const al::phase p : al::all_phases()) {
        const auto from = p.when().from.exactly();
        const auto until = p.when().until.exactly();
        if (from) {
            CHECK(p.in_force(*from + -1) == al::answer::no);
            CHECK(p.in_force(*from) != al::answer::no);
        }
        if (until && *until != al::never) {
            CHECK(p.in_force(*until) == al::answer::no);
            CHECK(p.in_force(*until + -1) != al::answer::no);
        }
    }
}

TEST_CASE("after its last known term a fixed-term embargo is said neither to go on nor to have ended") {
    std::size_t terms = 0;
    for (const al::phase p : al::all_phases()) {
        if (p.term()) {
            ++terms;
            CHECK(p.in_force(*p.term()) != al::answer::no);
            CHECK(p.in_force(*p.term()) != al::answer::yes);
        }
    }
    CHECK(terms >= 6);
}

TEST_CASE("Iran's snapback of 28 September 2025 is in force and contested") {
    std::size_t contested = 0;
    for (const al::phase p : al::embargoes_on("IRN"_state, "2025-10-01"_date, al::issuer::un)) {
        REQUIRE(p.contested());
        CHECK(al::to_string(*p.contested()) == "iran-snapback");
        CHECK(al::positions_of(*p.contested()).count() >= 2);
        ++contested;
    }
    CHECK(contested == 2);
    CHECK(al::embargoed("IRN"_state, "2025-09-27"_date, al::issuer::un) == al::answer::no);
}

TEST_CASE("regimes are found by slug and name") {
    for (const al::regime r : al::all<al::regime>{}) {
        CHECK(al::find_regime(al::to_string(r)) == r);
        CHECK_FALSE(al::name(r).empty());
    }
}
