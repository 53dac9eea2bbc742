// SPDX-License-Identifier: BSL-1.0
#include <armsledger/membership.hpp>

#include <doctest/doctest.h>

namespace al = armsledger;
using namespace al::literals;

TEST_CASE("the United Nations had 51 members in 1945, 159 in 1989, 191 in 2005 and 193 since 2011") {
    CHECK(al::members(al::body::un, "1945-12-31"_date).count() == 51);
    CHECK(al::members(al::body::un, "1989-12-31"_date).count() == 159);
    CHECK(al::members(al::body::un, "2005-12-31"_date).count() == 191);
    CHECK(al::members(al::body::un, "2011-07-14"_date).count() == 193);
    CHECK(al::members(al::body::un, "2025-12-29"_date).count() == 193);
}

TEST_CASE("the European Union grew to 28 and is 27 without the United Kingdom") {
    CHECK(al::members(al::body::eu, "2004-04-30"_date).count() == 15);
    CHECK(al::members(al::body::eu, "2004-05-01"_date).count() == 25);
    CHECK(al::members(al::body::eu, "2013-07-01"_date).count() == 28);
    CHECK(al::members(al::body::eu, "2020-02-01"_date).count() == 27);
}

TEST_CASE("the United Kingdom left the Union on 1 February 2020 and its law on 1 January 2021") {
    CHECK(al::is_member("GBR"_state, al::body::eu, "2020-01-31"_date) == al::answer::yes);
    CHECK(al::is_member("GBR"_state, al::body::eu, "2020-02-01"_date) == al::answer::no);
    al::answer transition = al::answer::no;
    for (const al::membership m : al::memberships_of("GBR"_state, al::body::eu)) {
        if (m.kind() == al::membership_kind::transition) {
            transition = m.when().contains("2020-12-31"_date);
            CHECK(m.when().contains("2021-01-01"_date) == al::answer::no);
        }
    }
    CHECK(transition == al::answer::yes);
}

TEST_CASE("five permanent members of the Security Council on every day, the Soviet Union until Russia") {
    for (al::date day = "1945-10-24"_date; day < "2026-01-01"_date; day = day + 30) {
        CHECK(al::members(al::body::unsc_p5, day).count() == 5);
    }
    CHECK(al::members(al::body::unsc_p5, "1991-12-23"_date).contains("SUN"_state));
    CHECK(al::members(al::body::unsc_p5, "1991-12-24"_date).contains("RUS"_state));
}

TEST_CASE("a suspended member stays a member") {
    CHECK(al::is_member("SYR"_state, al::body::las, "2015-12-07"_date) == al::answer::yes);
}

TEST_CASE("a membership known to the year is unknown within it") {
    CHECK(al::is_member("EST"_state, al::body::wassenaar, "2004-12-31"_date) == al::answer::no);
    CHECK(al::is_member("EST"_state, al::body::wassenaar, "2005-06-01"_date) == al::answer::unknown);
    CHECK(al::is_member("EST"_state, al::body::wassenaar, "2006-01-01"_date) == al::answer::yes);
    CHECK(al::members(al::body::wassenaar, "2005-06-01"_date, al::certainty::possible).count() >
          al::members(al::body::wassenaar, "2005-06-01"_date).count());
}
