// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>
#include <armsledger/armsledger.hpp>
#include <armsledger/ladder.hpp>

#include "days.hpp"

#include <algorithm>
#include <cstring>
#include <random>
#include <type_traits>
#include <vector>

namespace {

static_assert(std::is_trivially_copyable_v<al::snapshot>);
static_assert(sizeof(al::snapshot) <= 64 * 1024);

// Under a sanitizer, which takes ten times as long, a sample of the days has to do.
#ifdef __SANITIZE_ADDRESS__
constexpr bool every_day = false;
#else
constexpr bool every_day = true;
#endif

template <class Enum>
std::vector<Enum> every() {
    std::vector<Enum> found;
    for (const Enum e : al::all<Enum>{}) {
        found.push_back(e);
    }
    return found;
}

// Each day on which the record of any state or group may change, by the records themselves.
std::vector<al::date> all_days_of_change() {
    std::set<std::int32_t> days;
    const auto add = [&](al::date d) {
        if (d != al::always && d != al::never) {
            days.insert(d.days());
        }
    };
    for (const al::date d : days_of_change(every<al::state>())) {
        add(d);
    }
    for (const al::phase p : al::all_phases()) {
        add(p.when().from.earliest);
        add(p.when().from.latest);
        add(p.when().until.earliest);
        add(p.when().until.latest);
    }
    for (const al::group g : al::all<al::group>{}) {
        for (const al::group_listing l : al::listings_of(g)) {
            add(l.when().from);
            add(l.when().until);
        }
    }
    std::vector<al::date> found;
    for (const std::int32_t d : days) {
        found.push_back(al::date::from_days(d));
    }
    return found;
}

// Those days, and the days before and after each.
std::vector<al::date> days_around_changes() {
    std::set<std::int32_t> days;
    for (const al::date d : all_days_of_change()) {
        days.insert({d.days() - 1, d.days(), d.days() + 1});
    }
    std::vector<al::date> found;
    for (const std::int32_t d : days) {
        found.push_back(al::date::from_days(d));
    }
    return found;
}

// Draws transfers with a fixed seed: half of them to states under a measure, some from one.
class draw {
public:
    al::state state() { return of(random_() % 2 == 0 ? states_ : embargoed_); }
    al::recipient recipient() { return random_() % 2 == 0 ? al::recipient{of(users_)} : al::recipient{of(groups_)}; }
    al::item item() {
        const auto kind = random_() % 16;
        return kind == 0  ? al::item{al::category{random_() % al::detail::tables::category_count}}
               : kind < 8 ? al::item{of(types_)}
                          : al::item{of(classes_)};
    }
    template <class T>
    T of(const std::vector<T>& values) {
        return values[random_() % values.size()];
    }

private:
    std::mt19937 random_{2015};
    std::vector<al::state> states_ = every<al::state>(), embargoed_ = embargoed_states();
    std::vector<al::end_user> users_ = every<al::end_user>();
    std::vector<al::group> groups_ = every<al::group>();
    std::vector<al::weapon_type> types_ = every<al::weapon_type>();
    std::vector<al::item_class> classes_ = every<al::item_class>();
};

al::outcome screened(al::state exporter, al::state importer, al::recipient who, al::item what, al::date day) {
    return al::screen({.exporter = exporter, .importer = importer, .recipient = who, .item = what, .on = day})
        .outcome();
}

}  // namespace

TEST_CASE("a snapshot answers in a constant expression") {
    constexpr al::snapshot day_before = al::at("2013-05-31"_date);
    static_assert(day_before.outcome("BEL"_state, "SYR"_state, al::end_user::government,
                                     al::weapon_type::assault_rifle) == al::outcome::prohibited);
    static_assert(day_before.embargoed("SYR"_state, al::issuer::eu) == al::answer::yes);
    static_assert(day_before.standing_of("BEL"_state, al::treaty::att) == al::standing::none);
    // The measures of the EU on Syria lapsed.
    constexpr al::snapshot day_after = al::at("2013-06-01"_date);
    static_assert(day_after.outcome("BEL"_state, "SYR"_state, al::end_user::government,
                                    al::weapon_type::assault_rifle) != al::outcome::prohibited);
}

TEST_CASE("the outcome is that of screen, for exporters of every kind on every day of change") {
    draw any;
    al::snapshot law = al::at(al::always);
    std::size_t unequal = 0;
    const std::vector<al::date> days = all_days_of_change();
    for (std::size_t d = 0; d < days.size(); d += every_day ? 1 : 16) {
        const al::date changed = days[d];
        const std::vector<al::state> exporters = exporters_on(changed);
        for (const al::date day : {changed + -1, changed}) {
            law.move_to(day);
            for (const al::state exporter : exporters) {
                for (int i = 0; i < 4; ++i) {
                    const al::state to = any.state();
                    const al::recipient who = any.recipient();
                    const al::item what = any.item();
                    unequal += law.outcome(exporter, to, who, what) != screened(exporter, to, who, what, day);
                }
            }
        }
    }
    CHECK(unequal == 0);
}

TEST_CASE("the outcome is that of screen, for every territory under a measure, recipient and type") {
    draw any;
    const std::vector<al::state> exporters = every<al::state>();
    std::size_t unequal = 0;
    for (const al::date day : {"1993-11-01"_date, "2015-12-07"_date, "2040-01-01"_date}) {
        const al::snapshot law = al::at(day);
        for (const al::state importer : embargoed_states()) {
            for (const al::weapon_type what : al::all<al::weapon_type>{}) {
                for (const al::end_user who : al::all<al::end_user>{}) {
                    const al::state exporter = any.of(exporters);
                    unequal +=
                        law.outcome(exporter, importer, who, what) != screened(exporter, importer, who, what, day);
                }
                for (const al::group who : al::all<al::group>{}) {
                    const al::state exporter = any.of(exporters);
                    unequal +=
                        law.outcome(exporter, importer, who, what) != screened(exporter, importer, who, what, day);
                }
            }
        }
    }
    CHECK(unequal == 0);
}

TEST_CASE("the rung of each issuer is that of permission_for, in a snapshot and by look-up") {
    draw any;
    al::snapshot law = al::at(al::always);
    std::size_t unequal = 0;
    for (const al::date day : days_around_changes()) {
        law.move_to(day);
        for (const al::issuer by : al::all<al::issuer>{}) {
            for (int i = 0; i < 4; ++i) {
                const al::state to = any.state();
                const al::recipient who = any.recipient();
                const al::item what = any.item();
                const al::permission rung = al::permission_for(to, who, what, by, day).permission;
                unequal += law.permission_for(to, who, what, by) != rung;
                unequal += al::rung_on(to, who, what, by, day) != rung;
            }
        }
    }
    CHECK(unequal == 0);
}

TEST_CASE("standings, memberships and embargoes are those of the record, for every state on every day of change") {
    al::snapshot law = al::at(al::always);
    std::size_t unequal = 0;
    for (const al::date day : days_around_changes()) {
        law.move_to(day);
        for (const al::treaty t : al::all<al::treaty>{}) {
            al::state_set parties;
            for (const al::state s : al::all<al::state>{}) {
                const al::standing now = al::standing_of(s, t, day);
                unequal += law.standing_of(s, t) != now;
                if (now == al::standing::party) {
                    parties.insert(s);
                }
            }
            unequal += !(law.parties_to(t) == parties) || !(law.parties_to(t) == al::parties_to(t, day));
        }
        for (const al::certainty wanted : {al::certainty::certain, al::certainty::possible}) {
            for (const al::body b : al::all<al::body>{}) {
                unequal += !(law.members(b, wanted) == al::members(b, day, wanted));
            }
            for (const al::issuer i : al::all<al::issuer>{}) {
                unequal += !(law.embargoed_on(i, wanted) == al::embargoed_on(day, i, wanted));
            }
        }
    }
    CHECK(unequal == 0);
}

TEST_CASE("an answer about a state is one about the sets of states") {
    for (const al::date day : {"1991-06-01"_date, "2015-12-07"_date, "2040-01-01"_date}) {
        const al::snapshot law = al::at(day);
        for (const al::state s : al::all<al::state>{}) {
            for (const al::body b : al::all<al::body>{}) {
                CHECK(law.is_member(s, b) == al::is_member(s, b, day));
            }
            for (const al::issuer i : al::all<al::issuer>{}) {
                CHECK(law.embargoed(s, i) == al::embargoed(s, day, i));
            }
        }
    }
}

TEST_CASE("sets of exporters and importers are those with the outcome") {
    const al::snapshot law = al::at("2015-12-07"_date);
    const auto barred = law.exporters_with(al::outcome::prohibited, "SYR"_state, al::end_user::government,
                                           al::weapon_type::cluster_munition);
    CHECK((law.parties_to(al::treaty::ccm) - barred).empty());
    CHECK_FALSE(barred.contains("USA"_state));
    const auto closed = law.importers_with(al::outcome::prohibited, "DEU"_state, al::end_user::government,
                                           al::weapon_type::assault_rifle);
    CHECK(closed.contains("PRK"_state));
    CHECK_FALSE(closed.contains("IRQ"_state));
}

TEST_CASE("the days of change are the same forwards and backwards, and none is missing") {
    al::snapshot law = al::at(al::always);
    std::vector<al::date> stops;
    CHECK_FALSE(law.previous_change().has_value());
    while (const auto next = law.next_change()) {
        REQUIRE(*next > law.day());
        law.move_to(*next);
        stops.push_back(*next);
    }
    CHECK(stops.size() > 1000);
    for (const al::date day : {"2014-12-24"_date, "2013-06-01"_date}) {  // the ATT in force; the EU on Syria
        CHECK(std::count(stops.begin(), stops.end(), day) == 1);
    }
    for (std::size_t i = stops.size() - 1; i-- > 0;) {
        REQUIRE(law.previous_change() == al::maybe<al::date>{stops[i]});
        law.move_to(stops[i]);
    }
    CHECK_FALSE(law.previous_change().has_value());
    // Each answer was held to the record's on each day that the record dates, and on the day before: a day of change
    // that is not a stop would have shown there.
}

TEST_CASE("a snapshot that was moved is the one that was made") {
    std::mt19937 random{11};
    al::snapshot moved = al::at("2000-01-01"_date);
    for (int i = 0; i < 200; ++i) {
        const al::date day = al::date::from_days(-14000 + static_cast<std::int32_t>(random() % 40000));
        moved.move_to(day);
        CHECK(moved.fingerprint() == al::at(day).fingerprint());
    }
}

TEST_CASE("the bytes of a snapshot are the snapshot") {
    const al::snapshot law = al::at("2015-12-07"_date);
    std::vector<unsigned char> sent(sizeof law);
    std::memcpy(sent.data(), &law, sizeof law);
    al::snapshot received = al::at(al::always);
    std::memcpy(static_cast<void*>(&received), sent.data(), sizeof received);
    CHECK(received.fingerprint() == law.fingerprint());
    CHECK(received.day() == law.day());
    CHECK(received.outcome("BEL"_state, "IRQ"_state, al::group::isil, al::weapon_type::assault_rifle) ==
          al::outcome::prohibited);
}

TEST_CASE("another day of other law has another fingerprint, as has another day of the same") {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 500; ++i) {
        seen.insert(al::at("2013-01-01"_date + i).fingerprint());
    }
    CHECK(seen.size() == 500);
}

TEST_CASE("a byte that was changed on the way shows in the fingerprint") {
    const al::snapshot law = al::at("2015-12-07"_date);
    std::size_t unseen = 0;
    for (std::size_t at = 0; at < sizeof law; at += 37) {
        al::snapshot spoilt = law;
        unsigned char bytes[sizeof spoilt];
        std::memcpy(bytes, &spoilt, sizeof spoilt);
        bytes[at] ^= 0x40;
        std::memcpy(static_cast<void*>(&spoilt), bytes, sizeof spoilt);
        unseen += spoilt.fingerprint() == law.fingerprint();
    }
    CHECK(unseen <= 1);  // where the steady days and padding are, which say nothing of the law
}

TEST_CASE("values that are no enumerators get an answer: nothing is known") {
    const al::snapshot law = al::at("2015-12-07"_date);
    const auto no_state = static_cast<al::state>(250);
    const auto no_type = static_cast<al::weapon_type>(250);
    CHECK(law.outcome(no_state, "IRQ"_state, al::end_user::government, al::weapon_type::utility_vehicle) ==
          al::outcome::unknown);
    CHECK(law.outcome("BEL"_state, no_state, al::end_user::government, al::weapon_type::utility_vehicle) ==
          al::outcome::unknown);
    CHECK(law.outcome("BEL"_state, "IRQ"_state, al::end_user::government, no_type) == al::outcome::unknown);
    CHECK(law.outcome("BEL"_state, "PRK"_state, static_cast<al::end_user>(250), al::weapon_type::assault_rifle) ==
          al::outcome::prohibited);
    CHECK(law.standing_of(no_state, al::treaty::att) == al::standing::outside_coverage);
    CHECK(law.standing_of("BEL"_state, static_cast<al::treaty>(250)) == al::standing::outside_coverage);
    CHECK(al::rung_on(no_state, al::end_user::government, no_type, al::issuer::un, "2015-12-07"_date) ==
          al::permission::unknown);
    CHECK(al::rung_on(no_state, al::end_user::government, al::weapon_type::assault_rifle, al::issuer::un,
                      "2015-12-07"_date) == al::permission::free);
    CHECK(law.members(static_cast<al::body>(250)).empty());
    CHECK(law.is_member(no_state, al::body::eu) == al::answer::no);
    CHECK(law.embargoed_on(static_cast<al::issuer>(250)).empty());
}
