// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>
#include <armsledger/armsledger.hpp>
#include <armsledger/scenario.hpp>

#include "days.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

namespace {

using al::supposition;

static_assert(std::is_trivially_copyable_v<al::scenario>);
static_assert(!std::is_convertible_v<al::supposed<al::outcome>, al::outcome>, "a supposed answer is no answer");

constexpr al::scenario with(std::initializer_list<supposition> suppositions) {
    al::scenario made;
    for (const supposition& s : suppositions) {
        if (made.add(s) != al::admission::added) {
            throw "not admitted";
        }
    }
    return made;
}

std::string told(const al::scenario& what_if, const auto& answer) {
    std::string text;
    al::explain(what_if, answer, [&](al::text_view piece) { text.append(piece.data(), piece.size()); });
    return text;
}

const al::recipient users[] = {al::end_user::government, al::end_user::non_governmental_forces, al::end_user::unknown,
                               al::group::isil};

std::vector<al::regime> regimes_that(al::admission wanted, auto suppose) {
    std::vector<al::regime> found;
    for (const al::regime r : al::all<al::regime>{}) {
        al::scenario s;
        if (s.add(suppose(r)) == wanted) {
            found.push_back(r);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("had the EU's embargo on Syria not lapsed, Belgium could not have sent rifles in 2014") {
    const al::scenario what_if = with({supposition::goes_on(al::regime::eu_syria_2011)});
    const auto answer =
        al::at(what_if, "2014-06-01"_date)
            .outcome("BEL"_state, "SYR"_state, al::end_user::government, al::weapon_type::assault_rifle);
    CHECK(answer.value() == al::outcome::prohibited);
    CHECK(answer.on_record() != al::outcome::prohibited);
    CHECK(answer.differs());
    CHECK(answer.bears(0));
    CHECK(told(what_if, answer).find("EU embargo on Syria of 2011 goes on after 2013-06-01") != std::string::npos);
    // Russia is not bound by it.
    CHECK_FALSE(al::at(what_if, "2014-06-01"_date)
                    .outcome("RUS"_state, "SYR"_state, al::end_user::government, al::weapon_type::assault_rifle)
                    .differs());
}

TEST_CASE("had the United States ratified the ATT, its exports would be assessed") {
    const al::scenario what_if =
        with({supposition::stands("USA"_state, al::treaty::att, al::standing::party, {"2014-12-24"_date, al::never})});
    const auto law = al::at(what_if, "2015-12-07"_date);
    const auto answer = law.outcome("USA"_state, "IRQ"_state, al::end_user::government, al::weapon_type::assault_rifle);
    CHECK(answer.value() == al::outcome::assessment_required);
    CHECK(answer.on_record() == al::outcome::no_bar_found);
    CHECK(law.standing_of("USA"_state, al::treaty::att).value() == al::standing::party);
    CHECK(law.parties_to(al::treaty::att).value().count() == law.parties_to(al::treaty::att).on_record().count() + 1);
    CHECK_FALSE(al::at(what_if, "2014-12-23"_date).standing_of("USA"_state, al::treaty::att).differs());
}

TEST_CASE("had the ATT been in force since 2003, its parties of 2015 would have been bound then") {
    const al::scenario what_if = with({supposition::in_force_on(al::treaty::att, "2003-12-24"_date)});
    const auto moved_by = "2014-12-24"_date - "2003-12-24"_date;
    for (const al::date day : {"2002-01-01"_date, "2003-12-23"_date, "2003-12-24"_date, "2008-06-01"_date}) {
        const auto law = al::at(what_if, day);
        const al::date then = day + static_cast<std::int32_t>(moved_by);
        for (const al::state s : al::all<al::state>{}) {
            if (al::exists(s, day) && al::exists(s, then)) {
                CHECK(law.standing_of(s, al::treaty::att).value() == al::standing_of(s, al::treaty::att, then));
            }
        }
    }
    CHECK(al::at(what_if, "2005-01-01"_date)
              .outcome("GBR"_state, "KWT"_state, al::end_user::government, al::weapon_type::main_battle_tank)
              .value() == al::outcome::assessment_required);
    // What a single state is supposed to do counts, whichever was added first.
    const al::scenario both =
        with({supposition::stands("USA"_state, al::treaty::att, al::standing::party), *what_if.begin()});
    CHECK(al::at(both, "2005-01-01"_date).standing_of("USA"_state, al::treaty::att).value() == al::standing::party);
}

TEST_CASE("the embargo on Syria that the report calls for would bind every member of the UN") {
    const al::scenario what_if = with(
        {supposition::embargo(al::issuer::un, "SYR"_state, {"2011-05-01"_date, al::never}, al::end_user::government)});
    const auto law = al::at(what_if, "2015-12-07"_date);
    const auto asked = [&](const char* exporter, al::recipient who) {
        return law.outcome(*al::find_state(exporter).one(), "SYR"_state, who, al::weapon_type::assault_rifle).value();
    };
    CHECK(asked("RUS", al::end_user::government) == al::outcome::prohibited);
    CHECK(asked("CHN", al::end_user::government) == al::outcome::prohibited);
    CHECK(asked("RUS", al::end_user::unknown) == al::outcome::prohibited);
    CHECK(asked("RUS", al::end_user::peacekeepers) != al::outcome::prohibited);
    CHECK(law.embargoed("SYR"_state, al::issuer::un).value() == al::answer::yes);
    CHECK(law.permission_for("SYR"_state, al::end_user::government, al::weapon_type::assault_rifle, al::issuer::un)
              .value() == al::permission::prohibited);
    // An embargo on arms does not bar what is none.
    CHECK(
        law.outcome("RUS"_state, "SYR"_state, al::end_user::government, al::item_class::repression_equipment).value() !=
        al::outcome::prohibited);
}

TEST_CASE("a state that joins the EU is bound by what the EU imposed, and one that leaves it is not") {
    const al::scenario what_if = with(
        {supposition::belongs("NOR"_state, al::body::eu), supposition::belongs("SWE"_state, al::body::eu, {}, false)});
    const auto law = al::at(what_if, "2012-06-01"_date);
    const auto outcome = [&](al::state exporter) {
        return law.outcome(exporter, "SYR"_state, al::end_user::government, al::weapon_type::assault_rifle);
    };
    CHECK(outcome("NOR"_state).value() == al::outcome::prohibited);
    CHECK(outcome("NOR"_state).differs());
    CHECK(outcome("SWE"_state).value() == al::outcome::no_bar_found);
    CHECK(outcome("SWE"_state).on_record() == al::outcome::prohibited);
    CHECK(law.members(al::body::eu).value().contains("NOR"_state));
    CHECK(law.is_member("SWE"_state, al::body::eu).value() == al::answer::no);
}

TEST_CASE("without suppositions all is as on record, and nothing bears") {
    std::mt19937 random{3};
    for (const al::date day : {"1992-06-01"_date, "2012-06-01"_date, "2024-06-01"_date}) {
        const auto law = al::at(al::scenario{}, day);
        for (int i = 0; i < 2000; ++i) {
            const auto s = static_cast<al::state>(random() % 205);
            const auto to = static_cast<al::state>(random() % 205);
            const auto answer = law.outcome(s, to, users[random() % 4], static_cast<al::weapon_type>(random() % 60));
            REQUIRE_FALSE(answer.differs());
            REQUIRE_FALSE(answer.bears(0));
        }
    }
}

TEST_CASE("a regime that goes on asks what it asked on its last day, of all recipients and items") {
    const auto regimes = regimes_that(al::admission::added, [](al::regime r) { return supposition::goes_on(r); });
    CHECK(regimes.size() > 20);
    for (const al::regime r : regimes) {
        const al::scenario what_if = with({supposition::goes_on(r)});
        const al::date end = al::detail::end_of(r);
        const auto law = al::at(what_if, end + 10);
        const al::snapshot last_day = al::at(end + -1);
        for (const al::phase p : al::phases_of(r)) {
            for (const al::recipient who : users) {
                for (const al::weapon_type what : al::all<al::weapon_type>{}) {
                    const auto rung = law.permission_for(*p.territory(), who, what, p.issuer());
                    const auto before = last_day.permission_for(*p.territory(), who, what, p.issuer());
                    REQUIRE((rung.value() == before || rung.value() == rung.on_record()));
                    REQUIRE_FALSE(al::detail::is_stricter(rung.on_record(), rung.value()));
                }
            }
        }
        CHECK(al::at(what_if, end + -1).fingerprint() ==
              al::at(with({supposition::goes_on(r)}), end + -1).fingerprint());
    }
}

TEST_CASE("a regime that ends lets everything through that its issuer barred, and what others bar stays barred") {
    const auto regimes =
        regimes_that(al::admission::added, [](al::regime r) { return supposition::ends(r, al::always); });
    CHECK(regimes.size() > 20);
    for (const al::regime r : regimes) {
        const al::scenario what_if = with({supposition::ends(r, al::always)});
        for (const al::phase p : al::phases_of(r)) {
            const auto law = al::at(what_if, p.when().from.latest + 1);
            for (const al::recipient who : {users[0], users[1], users[2]}) {
                for (const al::weapon_type what : al::all<al::weapon_type>{}) {
                    for (const al::issuer by : al::all<al::issuer>{}) {
                        const auto rung = law.permission_for(*p.territory(), who, what, by);
                        REQUIRE(rung.value() ==
                                (by == p.issuer() && rung.on_record() != al::permission::outside_coverage
                                     ? al::permission::free
                                     : rung.on_record()));
                    }
                }
            }
            CHECK(law.embargoed(*p.territory(), p.issuer()).value() != al::answer::yes);
        }
    }
}

TEST_CASE("what is supposed of one state leaves transfers between others as they are") {
    const al::scenario what_if = with({supposition::goes_on(al::regime::eu_syria_2011),
                                       supposition::stands("USA"_state, al::treaty::ccm, al::standing::party)});
    std::mt19937 random{5};
    const auto law = al::at(what_if, "2016-01-01"_date);
    for (int i = 0; i < 20000; ++i) {
        const auto s = static_cast<al::state>(random() % 205);
        const auto to = static_cast<al::state>(random() % 205);
        const auto answer = law.outcome(s, to, users[random() % 4], static_cast<al::weapon_type>(random() % 60));
        if (s != "USA"_state && to != "USA"_state && s != "SYR"_state && to != "SYR"_state) {
            REQUIRE_FALSE(answer.differs());
            REQUIRE_FALSE(answer.bears(0));
            REQUIRE_FALSE(answer.bears(1));
        }
    }
}

TEST_CASE("sixteen suppositions have room, and the law of them all is worked out") {
    const auto regimes = regimes_that(al::admission::added, [](al::regime r) { return supposition::goes_on(r); });
    al::scenario what_if;
    for (std::size_t i = 0; i < al::scenario::capacity; ++i) {
        REQUIRE(what_if.add(supposition::goes_on(regimes[i])) == al::admission::added);
    }
    CHECK(what_if.add(supposition::goes_on(regimes[0])) == al::admission::full);
    CHECK(what_if.size() == al::scenario::capacity);
    const al::date day = "2024-01-01"_date;
    const auto law = al::at(what_if, day);
    for (std::size_t i = 0; i < al::scenario::capacity; ++i) {
        const auto alone = al::at(with({what_if[i]}), day);
        for (const al::phase p : al::phases_of(regimes[i])) {
            for (const al::weapon_type what : al::all<al::weapon_type>{}) {
                const auto rung = law.permission_for(*p.territory(), users[0], what, p.issuer()).value();
                REQUIRE_FALSE(al::detail::is_stricter(
                    alone.permission_for(*p.territory(), users[0], what, p.issuer()).value(), rung));
            }
        }
    }
}

TEST_CASE("what cannot be supposed says why") {
    al::scenario s;
    CHECK(s.add(supposition::goes_on(static_cast<al::regime>(250))) == al::admission::no_such);
    CHECK(s.add(supposition::stands(static_cast<al::state>(250), al::treaty::att, al::standing::party)) ==
          al::admission::no_such);
    CHECK(s.add(supposition::in_force_on(static_cast<al::treaty>(9), "2003-01-01"_date)) == al::admission::no_such);
    CHECK(s.add(supposition::belongs("USA"_state, static_cast<al::body>(99))) == al::admission::no_such);
    CHECK(s.add(supposition::embargo(static_cast<al::issuer>(99), "USA"_state)) == al::admission::no_such);
    CHECK(s.add(supposition::goes_on(al::regime::eu_syria_2011, "2012-01-01"_date)) == al::admission::too_early);
    CHECK_FALSE(regimes_that(al::admission::has_no_end, [](al::regime r) { return supposition::goes_on(r); }).empty());
    CHECK_FALSE(regimes_that(al::admission::no_territory, [](al::regime r) {
                    return supposition::ends(r, "2000-01-01"_date);
                }).empty());
    CHECK(s.size() == 0);
}

TEST_CASE("a law that was moved is the one that was made") {
    const al::scenario what_if =
        with({supposition::goes_on(al::regime::eu_syria_2011, "2018-01-01"_date),
              supposition::in_force_on(al::treaty::att, "2003-12-24"_date),
              supposition::stands("USA"_state, al::treaty::apmbc, al::standing::party,
                                  {"2001-05-05"_date, "2016-05-05"_date}),
              supposition::embargo(al::issuer::eu, "CHE"_state, {"1999-01-01"_date, "2012-01-01"_date})});
    std::mt19937 random{13};
    auto moved = al::at(what_if, "2000-01-01"_date);
    for (int i = 0; i < 300; ++i) {
        const al::date day = moved.day() + (static_cast<std::int32_t>(random() % 800) - 390);
        moved.move_to(day);
        const auto made = al::at(what_if, day);
        REQUIRE(moved.fingerprint() == made.fingerprint());
        REQUIRE(moved.day() == made.day());
        for (const al::state s : {"USA"_state, "GBR"_state, "BEL"_state}) {
            REQUIRE(moved.outcome(s, "CHE"_state, users[0], al::weapon_type::anti_personnel_mine).value() ==
                    made.outcome(s, "CHE"_state, users[0], al::weapon_type::anti_personnel_mine).value());
        }
    }
}

TEST_CASE("a scenario answers in a constant expression") {
    static_assert([] {
        al::scenario s;
        return s.add(al::supposition::goes_on(al::regime::eu_syria_2011)) == al::admission::added && s.size() == 1;
    }());
}
