// SPDX-License-Identifier: BSL-1.0
#include <armsledger/treaty.hpp>

#include <doctest/doctest.h>

#include <vector>

namespace al = armsledger;
using namespace al::literals;

namespace {

// The days on which a record changes, and their neighbours.
std::vector<al::date> days_around(const al::treaty_record& r) {
    std::vector<al::date> days;
    const auto add = [&](al::date d) {
        for (int n = -1; n <= 1; ++n) {
            days.push_back(d + n);
        }
    };
    const auto add_span = [&](const auto& span) {
        if (span) {
            add(span->earliest);
            add(span->latest);
        }
    };
    for (const auto& d :
         {r.signature(), r.provisional_application(), r.withdrawal_notified(), r.withdrawal_effective()}) {
        if (d) {
            add(*d);
        }
    }
    add_span(r.consent());
    add_span(r.entry_into_force());
    return days;
}

}  // namespace

TEST_CASE("the standing of every participant follows from its dates, on every day on which it changes") {
    std::size_t compared = 0;
    for (const al::treaty t : al::all<al::treaty>{}) {
        for (const al::treaty_record r : al::records_of(t)) {
            for (const al::date day : days_around(r)) {
                const al::standing s = al::standing_of(r.participant(), t, day);
                const auto who = r.participant().as_state();
                if (day >= al::coverage(t).until) {
                    CHECK(s == al::standing::outside_coverage);
                } else if (who && !al::exists(*who, day)) {
                    CHECK(s == al::standing::no_such_state);
                } else {
                    // The rule, written out once more.
                    const auto left = r.withdrawal_effective();
                    const auto in_force = r.entry_into_force();
                    const auto consent = r.consent();
                    const al::standing expected = left && *left <= day                    ? al::standing::former_party
                                                  : in_force && in_force->latest <= day   ? al::standing::party
                                                  : in_force && in_force->earliest <= day ? al::standing::unknown
                                                  : consent && consent->latest <= day ? al::standing::contracting_state
                                                  : consent && consent->earliest <= day    ? al::standing::unknown
                                                  : r.signature() && *r.signature() <= day ? al::standing::signatory
                                                                                           : al::standing::none;
                    CHECK(s == expected);
                    ++compared;
                }
            }
        }
    }
    CHECK(compared > 4000);
}

TEST_CASE("a state without a record has no standing as long as it exists") {
    for (const al::treaty t : al::all<al::treaty>{}) {
        for (const al::state s : al::all<al::state>{}) {
            if (!al::record_of(s, t)) {
                const al::date day = al::coverage(t).until + -1;
                CHECK(al::standing_of(s, t, day) ==
                      (al::exists(s, day) ? al::standing::none : al::standing::no_such_state));
            }
        }
    }
}

TEST_CASE("counts and sets agree with the standings on every day of the record") {
    for (const al::treaty t : al::all<al::treaty>{}) {
        const al::period covered = al::coverage(t);
        for (al::date day = covered.from; day < covered.until; day = day + 61) {
            al::state_set parties;
            for (const al::state s : al::all<al::state>{}) {
                if (al::standing_of(s, t, day) == al::standing::party) {
                    parties.insert(s);
                }
            }
            CHECK(al::parties_to(t, day) == parties);
            CHECK(al::count_states(t, day).parties.at_least == parties.count());
            const al::treaty_count n = al::count(t, day);
            CHECK(n.parties.at_least <= n.contracting.at_least);
            CHECK(n.contracting.at_most >= n.contracting.at_least);
            CHECK(al::contracting_states_of(t, day, al::certainty::possible).count() <= n.contracting.at_most);
        }
    }
}

TEST_CASE("counts never fall but by withdrawal") {
    for (const al::treaty t : {al::treaty::att, al::treaty::firearms_protocol}) {
        al::treaty_count before;
        for (al::date day = al::coverage(t).from; day < al::coverage(t).until; day = day + 1) {
            const al::treaty_count n = al::count(t, day);
            REQUIRE(n.signatories.at_least >= before.signatories.at_least);
            REQUIRE(n.contracting.at_least >= before.contracting.at_least);
            REQUIRE(n.parties.at_least >= before.parties.at_least);
            before = n;
        }
    }
}

TEST_CASE("outside coverage nothing is counted and nobody is a party") {
    const al::date later = al::coverage(al::treaty::att).until;
    CHECK(al::count(al::treaty::att, later).parties == al::bounds{0, 0xFFFF});
    CHECK(al::parties_to(al::treaty::att, later).empty());
}

TEST_CASE("a state that continues another carries on its treaties, under the code of the day") {
    CHECK(al::standing_of("SCG"_state, al::treaty::apmbc, "2005-01-01"_date) == al::standing::party);
    CHECK(al::standing_of("SRB"_state, al::treaty::apmbc, "2005-01-01"_date) == al::standing::no_such_state);
    CHECK(al::parties_to(al::treaty::apmbc, "2005-01-01"_date).contains("SCG"_state));
    CHECK_FALSE(al::parties_to(al::treaty::apmbc, "2005-01-01"_date).contains("SRB"_state));
    CHECK(al::parties_to(al::treaty::apmbc, "2007-01-01"_date).contains("SRB"_state));
}

TEST_CASE("treaties go by several names") {
    CHECK(al::find_treaty("Arms Trade Treaty") == al::treaty::att);
    CHECK(al::find_treaty("ottawa convention") == al::treaty::apmbc);
    CHECK(al::find_treaty("CCM") == al::treaty::ccm);
    CHECK(al::find_treaty("firearms-protocol") == al::treaty::firearms_protocol);
    CHECK_FALSE(al::find_treaty("NPT"));
}
