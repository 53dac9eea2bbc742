// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>
#include <armsledger/armsledger.hpp>
#include <armsledger/timeline.hpp>

#include "days.hpp"

#include <algorithm>
#include <iterator>
#include <random>
#include <vector>

namespace {

static_assert(std::random_access_iterator<decltype(al::timeline().begin())>);

// The first event on a day of a state that fits.
template <class Fits>
al::maybe<al::event> find(al::date day, al::state s, Fits fits) {
    for (const al::event e : al::timeline(day, day + 1)) {
        if (e.state() == al::maybe<al::state>{s} && fits(e)) {
            return e;
        }
    }
    return al::nothing;
}

}  // namespace

TEST_CASE("the timeline has the changes of each state, each once, and no others but those of lists") {
    std::size_t of_states = 0;
    for (const al::state s : al::all<al::state>{}) {
        std::vector<al::change> found;
        for (const al::event e : al::timeline()) {
            if (e.state() == al::maybe<al::state>{s}) {
                found.push_back(e.what());
            }
        }
        std::vector<al::change> expected;
        for (const al::change c : al::changes(s, al::always, al::never)) {
            expected.push_back(c);
        }
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            REQUIRE(found[i] == expected[i]);
            REQUIRE(found[i].when() == expected[i].when());
        }
        of_states += found.size();
    }
    std::size_t of_lists = 0;
    for (const al::event e : al::timeline()) {
        if (!e.state()) {
            REQUIRE_FALSE(e.what().phase()->territory().has_value());
            ++of_lists;
        }
    }
    CHECK(of_states + of_lists == al::timeline().size());
    CHECK(of_lists > 0);
}

TEST_CASE("the timeline is in order, and a part of it is what lies within the days") {
    const auto all = al::timeline();
    CHECK(std::is_sorted(all.begin(), all.end(),
                         [](const al::event& a, const al::event& b) { return a.when().earliest < b.when().earliest; }));
    std::mt19937 random{1};
    for (int i = 0; i < 200; ++i) {
        const al::date from = "1945-01-01"_date + static_cast<std::int32_t>(random() % 30000);
        const al::date until = from + (static_cast<std::int32_t>(random() % 4000) - 100);
        std::size_t expected = 0;
        for (const al::event e : all) {
            expected += from <= e.when().earliest && e.when().earliest < until;
        }
        REQUIRE(al::timeline(from, until).size() == expected);
    }
    CHECK(al::timeline("2015-01-01"_date, "2015-01-01"_date).empty());
    CHECK(al::timeline("2015-01-01"_date, "2014-01-01"_date).empty());
}

TEST_CASE("the United Kingdom ratified the ATT on 2014-04-02, and it entered into force with the treaty") {
    const auto ratified =
        find("2014-04-02"_date, "GBR"_state, [](al::event e) { return e.kind() == al::change_kind::treaty_consented; });
    REQUIRE(ratified);
    CHECK(ratified->what().treaty() == al::maybe<al::treaty>{al::treaty::att});
    CHECK(ratified->turn() == al::embargo_turn::none);
    CHECK(find("2014-12-24"_date, "GBR"_state, [](al::event e) {
              return e.kind() == al::change_kind::treaty_in_force;
          }).has_value());
}

TEST_CASE("the UN imposed its embargo on Libya on 2011-02-26, eased it in September, and the EU's on Syria lapsed") {
    const auto is_of = [](al::issuer by, al::embargo_turn turn) {
        return [=](al::event e) { return e.turn() == turn && e.what().phase()->issuer() == by; };
    };
    CHECK(find("2011-02-26"_date, "LBY"_state, is_of(al::issuer::un, al::embargo_turn::imposed)).has_value());
    CHECK(find("2011-09-16"_date, "LBY"_state, is_of(al::issuer::un, al::embargo_turn::eased)).has_value());
    CHECK(find("2013-06-01"_date, "SYR"_state, is_of(al::issuer::eu, al::embargo_turn::lifted)).has_value());
}

TEST_CASE("what is suspended is resumed later by the same regime, and what is lifted is not") {
    std::size_t suspended = 0;
    for (const al::event e : al::timeline()) {
        if (e.turn() != al::embargo_turn::suspended && e.turn() != al::embargo_turn::lifted) {
            continue;
        }
        bool resumed = false;
        for (const al::event later : al::timeline(e.when().earliest + 1, al::never)) {
            resumed = resumed || (later.turn() == al::embargo_turn::resumed && later.state() == e.state() &&
                                  later.what().phase()->regime() == e.what().phase()->regime());
        }
        CHECK(resumed == (e.turn() == al::embargo_turn::suspended));
        suspended += resumed;
    }
    MESSAGE("suspended: ", suspended);
}

TEST_CASE("on the day of a change the law has changed, from whichever side one comes") {
    al::replay r{"2011-02-25"_date};
    const auto embargoed = [&r] { return r.law().embargoed("LBY"_state, al::issuer::un); };
    CHECK(embargoed() == al::answer::no);
    ++r;
    CHECK(embargoed() == al::answer::yes);
    --r;
    CHECK(embargoed() == al::answer::no);
    r.to("2012-01-01"_date).to("2011-02-26"_date);
    CHECK(embargoed() == al::answer::yes);
}

TEST_CASE("a replay goes day by day, forwards and backwards, and is where a snapshot of the day is") {
    al::replay r{"2012-12-15"_date};
    const auto before = r.law().fingerprint();
    std::size_t events = 0;
    for (int i = 0; i < 400; ++i) {
        ++r;
        events += r.today().size();
        REQUIRE(r.day() == "2012-12-15"_date + (i + 1));
        if (i % 20 == 0) {
            REQUIRE(r.law().fingerprint() == al::at(r.day()).fingerprint());
        }
    }
    CHECK(events == al::timeline("2012-12-16"_date, "2012-12-16"_date + 400).size());
    for (int i = 0; i < 400; ++i) {
        --r;
    }
    CHECK(r.law().fingerprint() == before);
    CHECK(r.to("2015-12-07"_date).law().fingerprint() == al::at("2015-12-07"_date).fingerprint());
}
