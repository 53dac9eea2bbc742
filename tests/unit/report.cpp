// SPDX-License-Identifier: BSL-1.0
#include <armsledger/report.hpp>
#include <armsledger/report_law.hpp>
#include <armsledger/report_text.hpp>
#include <armsledger/source.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace al = armsledger;
namespace rp = armsledger::report;
using namespace al::literals;
using al::answer;
using rp::bound;
using rp::measure;
using rp::role;
using rp::weapon;

namespace {

// A claim as far as agreement looks at it.
struct said {
    rp::bound how;
    std::uint64_t value;
    al::period time = {};

    constexpr rp::measure measure() const noexcept { return rp::measure::countries_of_origin; }
    constexpr al::text_view of() const noexcept { return {}; }
    constexpr al::period when() const noexcept { return time; }
    constexpr al::maybe<rp::bound> bound() const noexcept { return how; }
    constexpr std::uint64_t least() const noexcept { return value * 10; }
    constexpr std::uint64_t most() const noexcept { return value * 10; }
    constexpr rp::value_range values() const noexcept {
        return rp::values_within<std::uint64_t>(how, value * 10, value * 10, 10);
    }
};

// Whether a number satisfies a statement, as a reader would say; "about" is asked of no number.
bool satisfies(std::uint64_t n, bound how, std::uint64_t stated) {
    switch (how) {
        case bound::exactly: return n == stated;
        case bound::at_least: return n >= stated;
        case bound::more_than: return n > stated;
        case bound::at_most: return n <= stated;
        default: return n < stated;
    }
}

std::size_t transfers_with_several_accounts() {
    std::size_t n = 0;
    for (const rp::transfer t : rp::all_transfers()) {
        n += t.accounts().count() > 1;
    }
    return n;
}

rp::transfer transfer_named(al::text_view slug) {
    for (const rp::transfer t : rp::all_transfers()) {
        if (t.slug() == slug) {
            return t;
        }
    }
    FAIL("no transfer " << slug);
    return rp::transfer{0};
}

}  // namespace

TEST_CASE("texts on the report name the five permanent members as makers of what came to IS") {
    const al::state_set makers = rp::states_as(role::manufacturer);
    for (const al::state s : {"CHN"_state, "FRA"_state, "GBR"_state, "RUS"_state, "USA"_state}) {
        CHECK(makers.contains(s));
    }
    CHECK_FALSE(makers.contains("CZE"_state));
    CHECK(rp::states_as(role::manufacturer, true).contains("CZE"_state));
}

TEST_CASE("design, manufacture and supply are different relations") {
    const al::state_set designers = rp::states_as(role::designer);
    const al::state_set makers = rp::states_as(role::manufacturer);
    CHECK((makers - designers).count() > 5);
    CHECK(rp::designers_of(weapon::tabuk).one() == al::state::yug);
    CHECK(rp::makers_of(weapon::tabuk).one() == al::state::irq);
}

TEST_CASE("every part is read from the row of its state, and periods are half-open") {
    std::size_t parts = 0;
    for (const al::state s : al::all<al::state>{}) {
        for (const rp::part p : rp::parts_of(s)) {
            CHECK(p.state() == s);
            CHECK(p.when().from < p.when().until);
            ++parts;
        }
    }
    CHECK(parts == 123);
    CHECK(rp::all_parts().count() == parts);
}

TEST_CASE("golden counts: rows of each relation") {
    CHECK(rp::all_claims().count() + rp::asides().count() >= 292);
    CHECK(al::all<weapon>{}.size() == 139);
    CHECK(rp::all_accounts().count() == 146);
    CHECK(rp::all_transfers().count() == 125);
    CHECK(transfers_with_several_accounts() == 14);
    CHECK(rp::all_acquisitions().count() == 47);
    CHECK(rp::all_recommendations().count() == 25);
}

TEST_CASE("page furniture stays out of answers") {
    for (const rp::claim c : rp::all_claims()) {
        CHECK(c.part() != rp::claim_part::aside);
    }
    CHECK(rp::asides().count() == 19);
}

TEST_CASE("two exact or bounded numbers can both hold when some number satisfies both") {
    const std::vector<bound> bounds{bound::exactly, bound::at_least, bound::more_than, bound::at_most,
                                    bound::fewer_than};
    for (const bound a : bounds) {
        for (const bound b : bounds) {
            for (std::uint64_t x = 23; x < 28; ++x) {
                for (std::uint64_t y = 23; y < 28; ++y) {
                    bool together = false;
                    for (std::uint64_t n = 0; n < 60; ++n) {
                        together = together || (satisfies(n, a, x) && satisfies(n, b, y));
                    }
                    CHECK(rp::can_both_hold(said{a, x}, said{b, y}) == (together ? answer::yes : answer::no));
                    CHECK(rp::can_both_hold(said{b, y}, said{a, x}) == (together ? answer::yes : answer::no));
                }
            }
        }
    }
}

TEST_CASE("at least 25 and more than 25 can both be true, exactly 25 and more than 25 cannot") {
    CHECK(rp::can_both_hold(said{bound::at_least, 25}, said{bound::more_than, 25}) == answer::yes);
    CHECK(rp::can_both_hold(said{bound::exactly, 25}, said{bound::more_than, 25}) == answer::no);
    const auto left = said{bound::at_least, 25}.values() & said{bound::more_than, 25}.values();
    CHECK(left.least == 260);
    CHECK_FALSE(left.most.has_value());
}

TEST_CASE("about a number never excludes, and agrees with what includes that number") {
    for (const bound b : {bound::exactly, bound::at_least, bound::more_than, bound::at_most, bound::fewer_than}) {
        for (std::uint64_t x = 23; x < 28; ++x) {
            const answer agrees = rp::can_both_hold(said{bound::about, 25}, said{b, x});
            CHECK(agrees == (satisfies(25, b, x) ? answer::yes : answer::unknown));
            CHECK(rp::can_both_hold(said{b, x}, said{bound::about, 25}) == agrees);
        }
    }
    CHECK(rp::can_both_hold(said{bound::about, 25}, said{bound::about, 25}) == answer::yes);
    CHECK(rp::can_both_hold(said{bound::about, 25}, said{bound::about, 26}) == answer::unknown);
}

TEST_CASE("numbers of different times do not contradict each other") {
    const al::period seventies{"1970-01-01"_date, "1980-01-01"_date};
    const al::period eighties{"1980-01-01"_date, "1990-01-01"_date};
    const al::period both{"1970-01-01"_date, "1990-01-01"_date};
    CHECK(rp::can_both_hold(said{bound::exactly, 3, seventies}, said{bound::exactly, 4, eighties}) == answer::yes);
    CHECK(rp::can_both_hold(said{bound::exactly, 3, both}, said{bound::exactly, 4, eighties}) == answer::unknown);
    CHECK(rp::can_both_hold(said{bound::exactly, 3}, said{bound::exactly, 4, eighties}) == answer::no);
}

TEST_CASE("how many countries: the texts disagree, and none is dropped") {
    const auto found = rp::agreement(measure::countries_of_origin);
    CHECK(found.claims >= 16);
    CHECK(found.together == answer::no);
    CHECK_FALSE(found.left.has_value());
}

TEST_CASE("34 suppliers of Iraq: exactly, at least and about can be true together, and leave 34") {
    const auto found = rp::agreement(measure::suppliers_to_iraq);
    CHECK(found.claims >= 6);
    CHECK(found.together == answer::yes);
    REQUIRE(found.left.has_value());
    CHECK(found.left->least == 340);
    CHECK(found.left->most == std::uint64_t{340});
}

TEST_CASE("the release day is disputed between Monday, Tuesday and Wednesday") {
    al::date first = al::never;
    al::date last = al::always;
    for (const rp::claim c : rp::claims_on(measure::release_date)) {
        const al::date day = c.day()->earliest;
        first = day < first ? day : first;
        last = last < day ? day : last;
    }
    CHECK(first == "2015-12-07"_date);
    CHECK(last == "2015-12-09"_date);
    CHECK(rp::agreement(measure::release_date).together == answer::no);
    CHECK(rp::published == first);
}

TEST_CASE("Mosul fell in 2014, in June 2014 and on 10 June 2014: all three at once") {
    CHECK(rp::agreement(measure::mosul_captured).together == answer::yes);
    CHECK(rp::agreement(measure::mosul_captured).left->least == 16231);  // 2014-06-10
}

TEST_CASE("shares are counted state by state") {
    CHECK(rp::agreement(measure::weapon_share_by_country, "CHN").claims == 1);
    CHECK(rp::agreement(measure::weapon_share_by_country, "CHN").left->least == 435);  // 43.5 percent
    CHECK(rp::agreement(measure::weapon_share_by_country).claims == 0);
}

TEST_CASE("every weapon is found by its slug and its name, and the type is a type") {
    for (const weapon w : al::all<weapon>{}) {
        const std::string slug{to_string(w).data(), to_string(w).size()};
        bool by_slug = false;
        bool by_name = false;
        for (std::size_t i = 0; i < rp::find_weapon(slug).count(); ++i) {
            by_slug = by_slug || rp::find_weapon(slug)[i] == w;
        }
        for (std::size_t i = 0; i < rp::find_weapon(rp::name(w)).count(); ++i) {
            by_name = by_name || rp::find_weapon(rp::name(w))[i] == w;
        }
        CHECK_MESSAGE(by_slug, slug);
        CHECK_MESSAGE(by_name, slug);
        CHECK(al::detail::is_valid(rp::type_of(w)));
        CHECK_FALSE(al::sources_of(w).empty());
    }
}

TEST_CASE("a name that several weapons bear finds them all, an unknown one none") {
    CHECK(rp::find_weapon("Kornet").one() == weapon::kornet);
    CHECK(rp::find_weapon("kalashnikov").one() == weapon::kalashnikov_family);
    CHECK(rp::find_weapon("M4").count() == 2);
    CHECK_FALSE(rp::find_weapon("M4").one().has_value());
    CHECK(rp::find_weapon("Excalibur").count() == 0);
    CHECK(rp::find_weapon("").count() == 0);
}

TEST_CASE("a weapon knows its calibre, decade and the states of its time") {
    CHECK(rp::calibre_of(weapon::dshk) == 1270U);
    CHECK_FALSE(rp::calibre_of(weapon::pistols_unspecified).has_value());
    CHECK(rp::decade_of(weapon::pattern_1914_enfield) == 1910U);
    CHECK(rp::designers_of(weapon::ak_47).one() == al::state::sun);
    CHECK(rp::sighting_of(weapon::m1a1_abrams) == rp::sighting::supplied_only);
    CHECK(rp::type_of(weapon::kornet) == al::weapon_type::anti_tank_guided_missile);
}

TEST_CASE("values that are no enumerators have no names, and read no other row") {
    for (unsigned i = 139; i < 256; ++i) {
        CHECK(to_string(static_cast<weapon>(i)).empty());
        CHECK(rp::name(static_cast<weapon>(i)).empty());
        CHECK(rp::type_of(static_cast<weapon>(i)) == rp::type_of(weapon{}));
    }
    CHECK(to_string(static_cast<measure>(255)).empty());
    CHECK(to_string(static_cast<rp::stage>(200)).empty());
}

TEST_CASE("numbers that are no actors have no names, and are nobody's forces") {
    for (const rp::actor a : {rp::actor::from_number(9999), rp::actor{static_cast<rp::named_actor>(200)}}) {
        CHECK(to_string(a).empty());
        CHECK(rp::name(a).empty());
        CHECK_FALSE(rp::group_behind(a).has_value());
        CHECK_FALSE(rp::relation_of(a).has_value());
        CHECK(rp::upstream(a, {}).count() == 0);
    }
}

TEST_CASE("140 Abrams tanks are one transfer with four accounts, of which one dates from 2008") {
    const rp::transfer t = transfer_named("usa-iraq-m1a1-2008");
    CHECK(t.accounts().count() == 4);
    std::size_t notified = 0;
    for (const rp::account a : t.accounts()) {
        CHECK(a.transfer().slug() == t.slug());
        CHECK(a.quantity()->number == 140);
        CHECK(a.quantity()->unit == rp::unit::pieces);
        CHECK(a.recipient() == rp::actor{al::state::irq});
        if (a.stage() == rp::stage::notified) {
            ++notified;
            CHECK(a.when().from == "2008-12-10"_date);
        }
    }
    CHECK(notified == 1);
}

TEST_CASE("681 Stingers are missiles of a possible sale notified on 5 August 2013") {
    bool found = false;
    for (const rp::account a : transfer_named("usa-iraq-stinger-2013").accounts()) {
        CHECK(a.quantity()->number == 681);
        found = found || (a.stage() == rp::stage::notified && a.when().from == "2013-08-05"_date &&
                          a.quantity()->unit == rp::unit::missiles);
    }
    CHECK(found);
}

TEST_CASE("volumes of SIPRI are neither dollars nor pieces") {
    std::size_t volumes = 0;
    for (const rp::account a : rp::all_accounts()) {
        if (a.quantity() && a.quantity()->unit == rp::unit::trend_value_millions) {
            ++volumes;
            CHECK_FALSE(a.value().has_value());
        }
        if (a.value()) {
            CHECK(a.value()->unit == rp::unit::us_dollars);
        }
    }
    CHECK(volumes == 7);
}

TEST_CASE("the graph has no dangling node, and Islamic State hands nothing on") {
    for (const rp::edge e : rp::all_edges()) {
        CHECK_FALSE(to_string(e.from()).empty());
        CHECK_FALSE(to_string(e.to()).empty());
        CHECK(e.when().from < e.when().until);
        CHECK_FALSE(al::sources_of(e).empty());
        CHECK(e.from() != rp::actor{rp::named_actor::islamic_state});
        CHECK(e.as_transfer().has_value() + e.as_acquisition().has_value() + e.is_route() <= 1);
    }
}

TEST_CASE("every weapon seen with Islamic State has a route that ends there") {
    const rp::actor is = rp::named_actor::islamic_state;
    for (const weapon w : al::all<weapon>{}) {
        bool arrives = rp::makers_of(w).empty();
        for (const rp::edge e : rp::routes(w)) {
            CHECK(e.weapon() == al::maybe<weapon>{w});
            arrives = arrives || e.to() == is;
        }
        const std::string slug{to_string(w).data(), to_string(w).size()};
        CHECK_MESSAGE((arrives || rp::sighting_of(w) != rp::sighting::with_is), slug);
    }
}

TEST_CASE("designed, made, supplied and captured from are four relations") {
    CHECK(rp::designers_of(weapon::t_72).one() == al::state::sun);
    CHECK(rp::suppliers_of(weapon::t_72).one() == al::state::hun);
    CHECK(rp::makers_of(weapon::beretta_92s).one() == al::state::ita);
    CHECK(rp::captured_from(weapon::m16a4).one() == al::state::irq);
    CHECK_FALSE(rp::makers_of(weapon::m16a4).contains(al::state::irq));
    // A possible sale is no supply.
    CHECK(rp::suppliers_of(weapon::avenger).empty());
    CHECK(rp::suppliers_of(weapon::avenger, al::certainty::possible).one() == al::state::usa);
}

TEST_CASE("the M79 Osa came from Yugoslavia over Croatia, Saudi Arabia and the Syrian opposition") {
    std::string chain;
    for (const rp::edge e : rp::routes(weapon::m79_osa)) {
        for (const al::text_view t : {to_string(e.from()), to_string(e.to())}) {
            chain += std::string{t.data(), t.size()} + " ";
        }
    }
    for (const char* hop : {"YUG HRV ", "HRV SAU ", "SAU syrian-opposition ", "syrian-opposition islamic-state "}) {
        CHECK_MESSAGE(chain.find(hop) != std::string::npos, chain);
    }
}

TEST_CASE("upstream goes back in time: nothing made later can have come earlier") {
    const rp::actor is = rp::named_actor::islamic_state;
    const al::period june{"2014-06-01"_date, "2014-07-01"_date};
    std::size_t edges = 0;
    for (const rp::edge e : rp::upstream(is, june)) {
        CHECK(e.when().from < june.until);
        CHECK((e.to() != is || e.when().until > june.from));
        ++edges;
    }
    CHECK(edges > 100);
    CHECK(edges < rp::all_edges().count());
    CHECK(rp::upstream(is, {"1990-01-01"_date, "1991-01-01"_date}).count() <
          rp::upstream(is, {"2014-01-01"_date, "2015-01-01"_date}).count());
    CHECK(rp::upstream(rp::actor{al::state::irn}, june).count() < edges);
}

TEST_CASE("every edge leaves one actor, and the routes from all actors are all edges") {
    std::size_t edges = 0;
    for (std::size_t i = 0; i < rp::actor::count; ++i) {
        const rp::actor a = rp::actor::from_number(static_cast<std::uint32_t>(i));
        for (const rp::edge e : rp::routes_from(a)) {
            CHECK(e.from() == a);
            ++edges;
        }
    }
    CHECK(edges == rp::all_edges().count());
}

TEST_CASE("the tanks for Iraq met an embargo that exempts the government") {
    bool exempt = false;
    for (const rp::account a : transfer_named("usa-iraq-m1a1-2008").accounts()) {
        rp::for_each_conflict(a, [&](const rp::conflict& c) {
            if (c.phase.issuer() == al::issuer::un) {
                exempt = true;
                CHECK(c.in_time == answer::yes);
                CHECK(c.reaches == answer::no);
                CHECK(c.phase.target() == al::embargo_target::non_governmental_forces);
            }
        });
    }
    CHECK(exempt);
}

TEST_CASE("an embargo met is in force on every day of the text's period, or the answer is unknown") {
    std::size_t compared = 0;
    for (const rp::account a : rp::all_accounts()) {
        const al::period when = a.when();
        if (when.from == al::always || when.until == al::never || a.recipient().as_state() == al::maybe<al::state>{}) {
            continue;
        }
        for (const al::phase p : al::phases_of(*a.recipient().as_state())) {
            const answer first = p.in_force(when.from);
            bool same = true;
            for (al::date day = when.from; day < when.until; day = day + 1) {
                same = same && p.in_force(day) == first;
            }
            const answer wanted = same ? first : answer::unknown;
            answer met = answer::no;
            rp::for_each_conflict(a, [&](const rp::conflict& c) {
                met = c.phase == p && c.side == rp::side::recipient ? c.in_time : met;
            });
            const bool banned = al::is_embargo(p.regime()) && p.direction() != al::direction::from &&
                                p.target() != al::embargo_target::listed_group;
            CHECK(met == (banned ? wanted : answer::no));
            ++compared;
        }
    }
    CHECK(compared > 500);
}

TEST_CASE("every embargo that reaches a group on a day of an edge to it is among the conflicts of the edge") {
    std::size_t compared = 0;
    for (const rp::edge e : rp::all_edges()) {
        const auto g = rp::group_behind(e.to());
        if (!g || e.when().until == al::never) {
            continue;
        }
        for (const al::phase p : al::embargoes_on(*g, e.when().until + -1)) {
            bool met = false;
            rp::for_each_conflict(e, [&](const rp::conflict& c) { met = met || c.phase == p; });
            CHECK(met);
            ++compared;
        }
    }
    CHECK(compared > 20);
}

TEST_CASE("the forces of a state are the state to an embargo; a region with its own is left open") {
    const al::phase since_2004 = *al::embargoes_on("IRQ"_state, "2015-12-07"_date, al::issuer::un).begin();
    REQUIRE(since_2004.target() == al::embargo_target::non_governmental_forces);
    CHECK(rp::means(since_2004, rp::actor{al::state::irq}) == answer::no);
    CHECK(rp::means(since_2004, rp::named_actor::iraqi_military) == answer::no);
    CHECK(rp::means(since_2004, rp::named_actor::kurdistan_region) == answer::unknown);
    CHECK(rp::means(since_2004, rp::named_actor::islamic_state) == answer::yes);
}

TEST_CASE("a transfer to Iraq between 6 August 1990 and 2003 would have met a ban on the whole territory") {
    bool met = false;
    for (const rp::account a : rp::all_accounts()) {
        rp::for_each_conflict(a, [&](const rp::conflict& c) {
            met = met || (c.reaches == answer::yes && c.phase.territory() == al::state::irq);
            CHECK(c.in_time != answer::no);
        });
    }
    CHECK(met);
}

TEST_CASE("the standing of a state throughout a period, and none where it changed") {
    CHECK(rp::standing_throughout("GBR"_state, al::treaty::att, {"2015-01-01"_date, "2016-01-01"_date}) ==
          al::standing::party);
    CHECK_FALSE(rp::standing_throughout("GBR"_state, al::treaty::att, {"2013-01-01"_date, "2016-01-01"_date}));
    CHECK_FALSE(rp::standing_throughout("GBR"_state, al::treaty::att, {}));
}

TEST_CASE("every claim, account, loss and recommendation has a place in its sources") {
    for (const rp::claim c : rp::all_claims()) {
        CHECK_FALSE(rp::statement_of(c).empty());
        CHECK_FALSE(rp::locator_of(c).empty());
        CHECK_FALSE(al::sources_of(c).empty());
    }
    for (const rp::account a : rp::all_accounts()) {
        CHECK_FALSE(rp::locator_of(a).empty());
    }
    for (const rp::acquisition a : rp::all_acquisitions()) {
        CHECK_FALSE(rp::statement_of(a).empty());
        CHECK_FALSE(rp::locator_of(a).empty());
    }
    for (const rp::recommendation r : rp::all_recommendations()) {
        CHECK_FALSE(rp::statement_of(r).empty());
    }
}
