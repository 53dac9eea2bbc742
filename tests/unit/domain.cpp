// SPDX-License-Identifier: BSL-1.0
//
// Every query has an answer for every input: values that are no enumerators, days before and after all records.
#include "all_queries.hpp"
#include "days.hpp"

#include <doctest/doctest.h>

namespace {

// Days at the ends of the calendar, of the years a date can be written in, and of the sixteen bits that tables keep.
const al::date far_days[] = {al::always,
                             al::always + 1,
                             al::parse_date("0001-01-01").value_or(al::never),
                             al::date::from_days(al::detail::day16_epoch - 1),
                             al::date::from_days(al::detail::day16_epoch),
                             "1945-10-24"_date,
                             al::last_covered_day,
                             al::last_covered_day + 1,
                             al::date::from_days(al::detail::day16_epoch + 0xFFFF),
                             al::date::from_days(al::detail::day16_epoch + 0x10000),
                             "9999-12-31"_date,
                             al::never + -1,
                             al::never};

template <class Enum>
Enum cast(unsigned n) {
    return static_cast<Enum>(n);
}

// Asks of all 256 values of the byte behind an enumeration.
template <class Ask>
void for_each_byte(Ask ask) {
    for (unsigned n = 0; n < 256; ++n) {
        ask(n);
    }
}

}  // namespace

TEST_CASE("every query has an answer for every value of a byte, on every far day") {
    all_queries::answers once;
    all_queries::answers again;
    for_each_byte([&](unsigned n) {
        for (const al::date day : far_days) {
            all_queries::ask_everything(n, false, day, once);
            all_queries::ask_everything(n, false, day, again);
        }
    });
    CHECK(once.value() == again.value());
}

TEST_CASE("every query has an answer on every day on which the law changes") {
    all_queries::answers out;
    al::snapshot law = al::at(al::always);
    unsigned n = 0;
    for (auto next = law.next_change(); next; next = law.next_change()) {
        law.move_to(*next);
        for (unsigned turn = 0; turn < 16; ++turn) {  // by and by each enumerator meets many days
            all_queries::ask_everything(n++, true, law.day(), out);
        }
    }
    CHECK(n > 16000);
}

TEST_CASE("what is no enumerator has no name") {
    for_each_byte([](unsigned n) {
        CHECK(al::name(cast<al::state>(n)).empty() == (n >= al::detail::enum_count<al::state>));
        CHECK(al::alpha3(cast<al::state>(n)).empty() == (n >= al::detail::enum_count<al::state>));
        CHECK(al::name(cast<al::treaty>(n)).empty() == (n >= al::detail::enum_count<al::treaty>));
        CHECK(al::name(cast<al::body>(n)).empty() == (n >= al::detail::enum_count<al::body>));
        CHECK(al::name(cast<al::regime>(n)).empty() == (n >= al::detail::enum_count<al::regime>));
        CHECK(al::name(cast<al::group>(n)).empty() == (n >= al::detail::enum_count<al::group>));
        CHECK(al::name(cast<al::scheme>(n)).empty() == (n >= al::detail::enum_count<al::scheme>));
        CHECK(al::name(cast<al::weapon_type>(n)).empty() == (n >= al::detail::enum_count<al::weapon_type>));
        CHECK(al::name(cast<al::item_class>(n)).empty() == (n >= al::detail::enum_count<al::item_class>));
        CHECK(al::summary_of(cast<al::article>(n)).empty() == (n >= al::detail::enum_count<al::article>));
        CHECK(al::name(cast<al::outside_rule>(n)).empty() == (n >= al::detail::enum_count<al::outside_rule>));
    });
}

TEST_CASE("what is no state stands to no treaty, is no member and is under no embargo") {
    const auto states = static_cast<unsigned>(al::detail::enum_count<al::state>);
    for (unsigned n = states; n < 256; ++n) {
        const auto s = cast<al::state>(n);
        for (const al::date day : far_days) {
            CHECK_FALSE(al::exists(s, day));
            for (const al::treaty t : al::all<al::treaty>{}) {
                CHECK(al::standing_of(s, t, day) != al::standing::party);
                CHECK_FALSE(al::parties_to(t, day).contains(s));
            }
            for (const al::body b : al::all<al::body>{}) {
                CHECK(al::is_member(s, b, day) != al::answer::yes);
                CHECK_FALSE(al::members(b, day).contains(s));
            }
            for (const al::issuer i : al::all<al::issuer>{}) {
                CHECK(al::embargoed(s, day, i) != al::answer::yes);
                CHECK_FALSE(al::embargoed_on(day, i).contains(s));
            }
        }
    }
}

TEST_CASE("what is no regime binds nobody, and nothing is contested about what is none") {
    for_each_byte([](unsigned n) {
        const bool is_regime = n < al::detail::enum_count<al::regime>;
        CHECK((al::binds(cast<al::regime>(n), al::force::mandatory, al::state::deu, "2015-12-07"_date) ==
                   al::answer::no ||
               is_regime));
        CHECK((al::contests_about(cast<al::regime>(n)).empty() || is_regime));
        CHECK((al::contests_about(cast<al::state>(n)).empty() || n < al::detail::enum_count<al::state>));
        CHECK((!al::embargo_scope{~0U}.contains(cast<al::scope_item>(n)) || n < 32));
    });
}

TEST_CASE("what is let through is not known of an item that is none") {
    for (const al::date day : {"1993-06-01"_date, "2015-12-07"_date, al::always}) {
        const al::snapshot law = al::at(day);
        for (const al::issuer by : al::all<al::issuer>()) {
            const al::item none = cast<al::weapon_type>(255);
            const al::permission rung =
                al::permission_for(al::state::irq, al::end_user::government, none, by, day).permission;
            CHECK((rung == al::permission::unknown || rung == al::permission::outside_coverage));
            CHECK(rung == al::rung_on(al::state::irq, al::end_user::government, none, by, day));
            CHECK(rung == law.permission_for(al::state::irq, al::end_user::government, none, by));
        }
    }
}

TEST_CASE("a snapshot says of what is no enumerator what the queries of a day say") {
    for (const al::date day : {"1993-06-01"_date, "2015-12-07"_date, al::last_covered_day + 1, al::always}) {
        const al::snapshot law = al::at(day);
        for_each_byte([&](unsigned n) {
            for (unsigned of = 0; of < 256; of += 9) {
                if (of == al::detail::enum_count<al::state>) {
                    continue;  // as a participant, the European Union
                }
                const auto s = cast<al::state>(of);
                const auto by = cast<al::issuer>(n);
                const auto t = cast<al::treaty>(n);
                const auto b = cast<al::body>(n);
                const al::permission rung =
                    al::permission_for(s, al::end_user::government, al::weapon_type::pistol, by, day).permission;
                const bool alike =
                    law.standing_of(s, t) == al::standing_of(s, t, day) &&
                    law.is_member(s, b) == al::is_member(s, b, day) &&
                    law.embargoed(s, by) == al::embargoed(s, day, by) &&
                    law.permission_for(s, al::end_user::government, al::weapon_type::pistol, by) == rung &&
                    al::rung_on(s, al::end_user::government, al::weapon_type::pistol, by, day) == rung;
                if (!alike) {
                    INFO("value ", n, ", state ", of, ", day ", day.days());
                    CHECK(alike);
                }
            }
            CHECK(law.members(cast<al::body>(n)) == al::members(cast<al::body>(n), day));
            CHECK(law.embargoed_on(cast<al::issuer>(n)) == al::embargoed_on(day, cast<al::issuer>(n)));
            CHECK(law.parties_to(cast<al::treaty>(n)) == al::parties_to(cast<al::treaty>(n), day));
        });
    }
}

TEST_CASE("no verdict is milder for a recipient or an item that is none") {
    for (unsigned n = 0; n < 256; n += 3) {
        const auto importer = cast<al::state>(n);
        const al::date day = "2015-12-07"_date;
        const auto asked = [&](al::recipient who, al::item what) {
            return al::screen(
                       {.exporter = al::state::deu, .importer = importer, .recipient = who, .item = what, .on = day})
                .outcome();
        };
        const auto known = asked(al::end_user::government, al::weapon_type::pistol);
        CHECK(known <= asked(cast<al::end_user>(255), al::weapon_type::pistol));
    }
}

TEST_CASE("on a day that no record reaches nothing is a party, a member or free of embargoes") {
    for (const al::date day :
         {al::never + -1, "9999-12-31"_date, al::date::from_days(al::detail::day16_epoch + 0xFFFF)}) {
        const al::snapshot law = al::at(day);
        CHECK_FALSE(law.next_change().has_value());
        for (const al::state s : al::all<al::state>{}) {
            CHECK(al::standing_of(s, al::treaty::att, day) != al::standing::party);
            CHECK(al::embargoed(s, day, al::issuer::un) == al::answer::outside_coverage);
            CHECK(law.standing_of(s, al::treaty::att) == al::standing_of(s, al::treaty::att, day));
        }
    }
}

TEST_CASE("a day before the first and after the last that can be counted is that day") {
    CHECK(al::never + 1 == al::never);
    CHECK(al::always + -1 == al::always);
    CHECK(al::never - al::always == 0xFFFFFFFF);
}
