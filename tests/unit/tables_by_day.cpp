// SPDX-License-Identifier: BSL-1.0
//
// What is asked in hot loops has tables of its own, by day: they must say what the records say, on every
// day on which a record changes, on its neighbours, and beyond all record.
#include <armsledger/embargo.hpp>
#include <armsledger/membership.hpp>
#include <armsledger/treaty.hpp>

#include <doctest/doctest.h>

#include <set>
#include <vector>

namespace al = armsledger;
using namespace al::literals;

namespace {

using days = std::set<al::date>;

const days beyond{al::always,        al::always + 1,    "1898-12-30"_date, "1898-12-31"_date,
                  "1899-01-01"_date, al::date{},        "2078-06-03"_date, "2078-06-04"_date,
                  "2078-06-05"_date, "9999-12-31"_date, al::never + -1,    al::never};

void add(days& to, al::date day) {
    if (!(day == al::always) && !(day == al::never)) {
        to.insert({day + -1, day, day + 1});
    }
}
void add(days& to, al::uncertain_date when) {
    add(to, when.earliest);
    add(to, when.latest);
}
void add(days& to, const al::uncertain_period& when) {
    add(to, when.from);
    add(to, when.until);
}
void add(days& to, const al::detail::treaty_steps& steps) {
    for (const al::uncertain_date& step : {steps.signature, steps.consent, steps.entry_into_force, steps.withdrawal}) {
        add(to, step);
    }
}
void add_existence(days& to, al::state s) {
    for (const al::existence_record e : al::existence_of(s)) {
        add(to, e.when().from);
        add(to, e.when().until);
    }
}

days days_of(al::treaty t) {
    days found = beyond;
    add(found, al::coverage(t).until);
    for (const al::treaty_record r : al::records_of(t)) {
        add(found, r.steps());
    }
    return found;
}

al::standing recorded_standing(al::participant p, al::treaty t, al::date day) {
    const auto r = al::record_of(p, t);
    return day >= al::coverage(t).until                      ? al::standing::outside_coverage
           : p.as_state() && !al::exists(*p.as_state(), day) ? al::standing::no_such_state
           : r                                               ? al::detail::standing_after(r->steps(), day)
                                                             : al::standing::none;
}

al::answer recorded_party(al::state s, al::treaty t, al::date day) {
    const auto r = al::record_of(s, t);
    if (!r || !al::exists(s, day)) {
        return al::answer::no;
    }
    return al::detail::both(r->steps().entry_into_force.by(day), al::detail::negate(r->steps().withdrawal.by(day)));
}

al::answer recorded_embargo(al::state s, al::date day, al::issuer by) {
    al::answer found = al::coverage(by).contains(day) ? al::answer::no : al::answer::outside_coverage;
    for (const al::phase p : al::phases_of(s)) {
        if (p.issuer() == by && al::is_embargo(p.regime())) {
            found = al::detail::either(found, p.in_force(day));
        }
    }
    return found;
}

days days_of(const auto& phases) {
    days found = beyond;
    for (const al::phase p : phases) {
        add(found, p.when());
        add(found, p.term().value_or(al::never));
        add(found, al::coverage(p.issuer()).from);
        add(found, al::coverage(p.issuer()).until);
    }
    return found;
}

// The states of which `is` says yes, or with `possible` anything but no.
template <class Is>
al::state_set states_of(al::certainty wanted, const Is& is) {
    al::state_set found;
    for (const al::state s : al::all<al::state>{}) {
        if (al::detail::fits(is(s), wanted)) {
            found.insert(s);
        }
    }
    return found;
}

constexpr al::certainty certainties[] = {al::certainty::certain, al::certainty::possible};

}  // namespace

TEST_CASE("standings are those of the records and of the existence of the state") {
    for (const al::treaty t : al::all<al::treaty>{}) {
        const days of_treaty = days_of(t);
        for (std::size_t i = 0; i < al::detail::participant_count; ++i) {
            const al::participant p{static_cast<al::state>(i)};
            days all = of_treaty;
            if (p.as_state()) {
                add_existence(all, *p.as_state());
            }
            std::size_t wrong = 0;
            for (const al::date day : all) {
                wrong += al::standing_of(p, t, day) != recorded_standing(p, t, day);
            }
            CHECK_MESSAGE(wrong == 0, i, " under ", static_cast<int>(t));
        }
    }
}

TEST_CASE("standings of what is no participant or no treaty are outside coverage") {
    for (unsigned i = al::detail::participant_count; i < 256; ++i) {
        CHECK(al::standing_of(static_cast<al::state>(i), al::treaty::att, "2015-12-07"_date) ==
              al::standing::outside_coverage);
    }
    for (unsigned t = al::detail::enum_count<al::treaty>; t < 256; ++t) {
        CHECK(al::standing_of("FRA"_state, static_cast<al::treaty>(t), "2015-12-07"_date) ==
              al::standing::outside_coverage);
        CHECK(al::parties_to(static_cast<al::treaty>(t), "2015-12-07"_date).empty());
    }
}

TEST_CASE("the parties to a treaty are the states whose records say so") {
    for (const al::treaty t : al::all<al::treaty>{}) {
        days all = days_of(t);
        for (const al::state s : al::all<al::state>{}) {
            add_existence(all, s);
        }
        for (const al::certainty wanted : certainties) {
            std::size_t wrong = 0;
            for (const al::date day : all) {
                const al::state_set expected =
                    day < al::coverage(t).until
                        ? states_of(wanted, [&](al::state s) { return recorded_party(s, t, day); })
                        : al::state_set{};
                wrong += !(al::parties_to(t, day, wanted) == expected);
            }
            CHECK_MESSAGE(wrong == 0, static_cast<int>(t));
        }
    }
}

TEST_CASE("the members of a body are the states whose rows say so") {
    for (const al::body b : al::all<al::body>{}) {
        days all = beyond;
        add(all, al::membership_coverage().from);
        add(all, al::membership_coverage().until);
        for (const al::state s : al::all<al::state>{}) {
            for (const al::membership m : al::memberships_of(s, b)) {
                add(all, m.when());
            }
        }
        for (const al::certainty wanted : certainties) {
            std::size_t wrong = 0;
            for (const al::date day : all) {
                const al::state_set expected =
                    al::membership_coverage().contains(day)
                        ? states_of(wanted, [&](al::state s) { return al::is_member(s, b, day); })
                        : al::state_set{};
                wrong += !(al::members(b, day, wanted) == expected);
            }
            CHECK_MESSAGE(wrong == 0, static_cast<int>(b));
        }
    }
    CHECK(al::members(static_cast<al::body>(255), "2015-12-07"_date).empty());
}

TEST_CASE("the phases in force are those that say so, and make a state embargoed") {
    const days of_all = days_of(al::all_phases());
    for (unsigned i = 0; i < 256; ++i) {
        const auto s = static_cast<al::state>(i);
        const days own = days_of(al::phases_of(s));
        std::size_t wrong = 0;
        for (const al::date day : al::phases_of(s).empty() ? beyond : of_all) {
            al::phase_bits expected;
            unsigned bit = 1;
            for (const al::phase p : al::phases_of(s)) {
                const al::answer a = p.in_force(day);
                expected.certain = static_cast<std::uint16_t>(expected.certain | (a == al::answer::yes ? bit : 0));
                expected.possible = static_cast<std::uint16_t>(expected.possible | (a != al::answer::no ? bit : 0));
                bit <<= 1;
            }
            wrong += !(al::phases_in_force(s, day) == expected);
            if (own.contains(day)) {
                for (unsigned by = 0; by <= al::detail::enum_count<al::issuer>; ++by) {
                    const auto issuer = static_cast<al::issuer>(by);
                    wrong += al::embargoed(s, day, issuer) != recorded_embargo(s, day, issuer);
                }
            }
        }
        CHECK_MESSAGE(wrong == 0, i);
    }
}

TEST_CASE("the embargoed states are those whose phases say so") {
    for (const al::issuer by : al::all<al::issuer>{}) {
        for (const al::date day : days_of(al::all_phases())) {
            for (const al::certainty wanted : certainties) {
                const al::state_set expected =
                    al::coverage(by).contains(day)
                        ? states_of(wanted, [&](al::state s) { return recorded_embargo(s, day, by); })
                        : al::state_set{};
                REQUIRE((al::embargoed_on(day, by, wanted) == expected));
            }
        }
    }
    CHECK(al::embargoed_on("2015-12-07"_date, static_cast<al::issuer>(255)).empty());
}

TEST_CASE("constant expressions and programs say the same") {
    constexpr al::date day = "2015-12-07"_date;
    constexpr al::state_set parties = al::parties_to(al::treaty::att, day);
    constexpr al::state_set members = al::members(al::body::un, day);
    constexpr al::state_set embargoed = al::embargoed_on(day, al::issuer::un);
    constexpr al::phase_bits phases = al::phases_in_force("IRQ"_state, day);
    const volatile std::int32_t days_of_day = day.days();
    const al::date now = al::date::from_days(days_of_day);
    CHECK((al::parties_to(al::treaty::att, now) == parties));
    CHECK((al::members(al::body::un, now) == members));
    CHECK((al::embargoed_on(now, al::issuer::un) == embargoed));
    CHECK((al::phases_in_force("IRQ"_state, now) == phases));
}
