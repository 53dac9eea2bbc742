// SPDX-License-Identifier: BSL-1.0
#include <armsledger/armsledger.hpp>

#include <doctest/doctest.h>

namespace al = armsledger;

namespace {
// One call leads from any record to its sources and its grade.
template <class Range>
void check_cited(const Range& records) {
    std::size_t n = 0;
    for (const auto r : records) {
        REQUIRE_FALSE(al::sources_of(r).empty());
        REQUIRE_FALSE(al::to_string(al::evidence_of(r)).empty());
        for (const al::source s : al::sources_of(r)) {
            REQUIRE_FALSE(s.title().empty());
        }
        ++n;
    }
    CHECK(n > 0);
}
}  // namespace

TEST_CASE("every record cites at least one source") {
    check_cited(al::all_phases());
    check_cited(al::report::all_parts());
    for (const al::treaty t : al::all<al::treaty>{}) {
        check_cited(al::records_of(t));
    }
    for (const al::state s : al::all<al::state>{}) {
        check_cited(al::names_of(s));
        check_cited(al::existence_of(s));
    }
    check_cited(al::all<al::state>{});
    check_cited(al::all<al::treaty>{});
    for (const al::group g : al::all<al::group>{}) {
        check_cited(al::names_of(g));
    }
    for (const al::scheme s : al::all<al::scheme>{}) {
        for (const al::category c : al::categories_of(s)) {
            check_cited(c.versions());
        }
    }
}

TEST_CASE("every source is found by its slug and no other text") {
    std::size_t n = 0;
    for (const al::source s : al::all_sources()) {
        REQUIRE(al::find_source(s.slug()));
        REQUIRE(*al::find_source(s.slug()) == s);
        ++n;
    }
    CHECK(n > 700);
    CHECK_FALSE(al::find_source(""));
    CHECK_FALSE(al::find_source("zzz"));
}

TEST_CASE("the five articles on the report have slugs of their own") {
    for (const char* slug : {"csmonitor-2015", "is-weapons-sourced-2015", "celebcafe-us-weapons-2015", "vice-2015",
                             "celebcafe-reckless-trading-2015"}) {
        CHECK(al::find_source(slug));
    }
}
