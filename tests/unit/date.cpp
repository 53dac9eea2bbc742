// SPDX-License-Identifier: BSL-1.0
#include <armsledger/date.hpp>

#include <doctest/doctest.h>

#include <string>

namespace al = armsledger;

TEST_CASE("every day of the years 1 to 9999 survives its text") {
    int days = 0;
    for (al::date d = *al::make_date(1, 1, 1); d <= *al::make_date(9999, 12, 31); d = d + 1) {
        const auto again = al::parse_date(al::to_string(d));
        REQUIRE(again);
        REQUIRE(*again == d);
        ++days;
    }
    CHECK(days == 3652059);
}

TEST_CASE("texts of another form, and days that do not exist, are no dates") {
    for (const char* text :
         {"", "2015", "2015-12", "2015-12-7", "2015-13-01", "2015-00-10", "2015-04-31", "2015-02-29", "1900-02-29",
          "0000-01-01", "2015/12/07", "20151207", "2015-12-07 ", "+015-12-07", "2015-12-0x", "-015-12-07"}) {
        CAPTURE(text);
        CHECK_FALSE(al::parse_date(text));
    }
}

TEST_CASE("arithmetic stops at the ends of time") {
    CHECK(al::never + 1 == al::never);
    CHECK(al::always + -1 == al::always);
    CHECK(std::string(al::text_view{al::to_string(al::never)}).substr(0, 4) == "????");
}

TEST_CASE("a period with uncertain ends is unknown near them and certain elsewhere") {
    const auto day = [](unsigned d) { return *al::make_date(2000, 1, d); };
    const al::uncertain_period p{{day(5), day(8)}, {day(20), day(25)}};
    for (unsigned d = 1; d <= 31; ++d) {
        const al::answer expected = d < 5 || d >= 25                 ? al::answer::no
                                    : (d < 8 || (d >= 20 && d < 25)) ? al::answer::unknown
                                                                     : al::answer::yes;
        CAPTURE(d);
        CHECK(p.contains(day(d)) == expected);
    }
}
