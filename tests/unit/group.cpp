// SPDX-License-Identifier: BSL-1.0
#include <armsledger/embargo.hpp>

#include <doctest/doctest.h>

#include <string>

namespace al = armsledger;
using namespace al::literals;

TEST_CASE("Islamic State has had six names in turn") {
    const auto name_on = [](al::date day) {
        std::string names;
        for (const al::group_name n : al::names_on(al::group::isil, day)) {
            names += (names.empty() ? "" : "; ") + std::string{n.text()};
        }
        return names;
    };
    CHECK(name_on("2004-01-01"_date) == "Jama'at al-Tawhid wal-Jihad");
    CHECK(name_on("2010-01-01"_date) == "Islamic State of Iraq");
    CHECK(name_on("2014-01-01"_date) == "Islamic State in Iraq and the Levant");
    CHECK(name_on("2015-12-07"_date) == "Islamic State");
}

TEST_CASE("every name and slug of a group finds it") {
    for (const al::group g : al::all<al::group>{}) {
        const auto finds = [&](al::text_view text) {
            for (const al::group found : al::find_group(text)) {
                if (found == g) {
                    return true;
                }
            }
            return false;
        };
        CHECK(finds(al::to_string(g)));
        CHECK(finds(al::name(g)));
        for (const al::group_name n : al::names_of(g)) {
            CHECK(finds(n.text()));
        }
    }
}

TEST_CASE("a name that two groups have borne is ambiguous") {
    CHECK(al::find_group("Islamic State West Africa Province").count() == 2);
    CHECK_FALSE(al::find_group("Islamic State West Africa Province").one());
}

TEST_CASE("the entry of Islamic State is QDe.115 of 18 October 2004") {
    bool found = false;
    for (const al::group_listing l : al::listings_of(al::group::isil)) {
        if (l.reference() == "QDe.115") {
            found = true;
            CHECK(l.when().from == "2004-10-18"_date);
            CHECK(l.regime() == al::regime::un_al_qaida_2002);
        }
    }
    CHECK(found);
}

TEST_CASE("Al-Nusrah was an alias for a year, then an entry of its own until its removal") {
    using al::issuer;
    const auto un_on = [](al::date day) { return al::embargoes_on(al::group::al_nusrah, day, issuer::un).count(); };
    CHECK(un_on("2013-05-29"_date) == 0);
    CHECK(un_on("2013-05-30"_date) == 1);
    CHECK(un_on("2014-05-14"_date) == 1);
    CHECK(un_on("2015-12-07"_date) == 1);
}
