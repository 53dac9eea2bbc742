// SPDX-License-Identifier: BSL-1.0
#include <armsledger/category.hpp>

#include <doctest/doctest.h>

#include <set>

namespace al = armsledger;
using namespace al::literals;
using al::scheme;
using al::weapon_type;

namespace {
al::category category(scheme s, al::text_view code) {
    const auto found = al::find_category(s, code);
    REQUIRE(found);
    return *found;
}
}  // namespace

TEST_CASE("the Arms Trade Treaty names eight categories, (a) to (h)") {
    CHECK(al::categories_of(scheme::att_2_1).count() == 8);
    CHECK(al::find_category(scheme::att_2_1, "h"));
    CHECK_FALSE(al::find_category(scheme::att_2_1, "i"));
}

TEST_CASE("MANPADS fall under (g) and (h) together, and entered the Register in 2003") {
    const auto att = al::classify(weapon_type::manpads, scheme::att_2_1, "2015-12-07"_date);
    REQUIRE(att);
    CHECK(att->falls_under(category(scheme::att_2_1, "g")) == al::answer::yes);
    CHECK(att->falls_under(category(scheme::att_2_1, "h")) == al::answer::yes);
    const auto before = al::classify(weapon_type::manpads, scheme::unroca, "2000-01-01"_date);
    REQUIRE(before);
    CHECK(before->falls_under(category(scheme::unroca, "VII(b)")) == al::answer::no);
    CHECK_FALSE(al::classify(weapon_type::manpads, scheme::unroca, "2003-06-01"_date));
    const auto after = al::classify(weapon_type::manpads, scheme::unroca, "2010-01-01"_date);
    REQUIRE(after);
    CHECK(after->falls_under(category(scheme::unroca, "VII(b)")) == al::answer::yes);
}

TEST_CASE("the Register's artillery began at 100 mm and has begun at 75 mm since 2003") {
    const al::category artillery = category(scheme::unroca, "III");
    REQUIRE(artillery.version_on("2000-01-01"_date));
    CHECK(artillery.version_on("2000-01-01"_date)->thresholds() == "calibre_mm>=100;indirect_fire=yes");
    REQUIRE(artillery.version_on("2004-01-01"_date));
    CHECK(artillery.version_on("2004-01-01"_date)->thresholds() == "calibre_mm>=75;indirect_fire=yes");
    CHECK_FALSE(artillery.version_on("2003-06-01"_date));
}

TEST_CASE("mortars from 75 mm are artillery of the Register since 2003, whatever their calibre") {
    const al::category artillery = category(scheme::unroca, "III");
    const auto before = al::classify(weapon_type::mortar_heavy, scheme::unroca, "2000-01-01"_date);
    REQUIRE(before);
    CHECK(before->falls_under(artillery) == al::answer::unknown);
    const auto after = al::classify(weapon_type::mortar_heavy, scheme::unroca, "2010-01-01"_date);
    REQUIRE(after);
    CHECK(after->falls_under(artillery) == al::answer::yes);
}

TEST_CASE("authorities differ on general-purpose machine guns, and the answer says so") {
    const auto c = al::classify(weapon_type::general_purpose_machine_gun, scheme::un_salw, "2015-12-07"_date);
    REQUIRE(c);
    CHECK(c->ambiguous());
    CHECK(c->falls_under(category(scheme::un_salw, "SA")) == al::answer::unknown);
}

TEST_CASE("before the treaty entered into force its categories classify nothing") {
    CHECK_FALSE(al::classify(weapon_type::assault_rifle, scheme::att_2_1, "2014-12-23"_date));
    CHECK(al::classify(weapon_type::assault_rifle, scheme::att_2_1, "2014-12-24"_date));
}

TEST_CASE("every weapon type has a classification under the treaty, and a name that finds it") {
    for (const weapon_type t : al::all<weapon_type>{}) {
        CHECK(al::find_weapon_type(al::name(t)) == t);
        CHECK(al::find_weapon_type(al::to_string(t)) == t);
        CHECK(al::classify(t, scheme::att_2_1, "2015-12-07"_date));
    }
}

TEST_CASE("the crosswalk joins categories of different lists, and says how") {
    std::size_t rows = 0;
    for (const al::correspondence c : al::correspondences_of(category(scheme::att_2_1, "a"))) {
        CHECK(c.from().scheme() != c.to().scheme());
        ++rows;
        if (c.to() == category(scheme::unroca, "I")) {
            CHECK(c.relation() == al::category_relation::equal);
        }
    }
    CHECK(rows >= 3);
}

TEST_CASE("parents are categories of the same list") {
    for (const scheme s : al::all<scheme>{}) {
        for (const al::category c : al::categories_of(s)) {
            CHECK(c.scheme() == s);
            if (const auto p = c.parent()) {
                CHECK(p->scheme() == s);
            }
        }
    }
}
