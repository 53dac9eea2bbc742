// SPDX-License-Identifier: BSL-1.0
#include <armsledger/report.hpp>

#include <doctest/doctest.h>

namespace al = armsledger;
using namespace al::literals;
using al::report::role;

TEST_CASE("texts on the report name the five permanent members as makers of what came to IS") {
    const al::state_set makers = al::report::states_as(role::manufacturer);
    for (const al::state s : {"CHN"_state, "FRA"_state, "GBR"_state, "RUS"_state, "USA"_state}) {
        CHECK(makers.contains(s));
    }
    CHECK_FALSE(makers.contains("CZE"_state));
    CHECK(al::report::states_as(role::manufacturer, true).contains("CZE"_state));
}

TEST_CASE("design, manufacture and supply are different relations") {
    const al::state_set designers = al::report::states_as(role::designer);
    const al::state_set makers = al::report::states_as(role::manufacturer);
    CHECK((makers - designers).count() > 5);
}

TEST_CASE("every part is read from the row of its state, and periods are half-open") {
    std::size_t parts = 0;
    for (const al::state s : al::all<al::state>{}) {
        for (const al::report::part p : al::report::parts_of(s)) {
            CHECK(p.state() == s);
            CHECK(p.when().from < p.when().until);
            ++parts;
        }
    }
    CHECK(parts == 123);
    CHECK(al::report::all_parts().count() == parts);
}
