// SPDX-License-Identifier: BSL-1.0
#include <armsledger/change.hpp>
#include <armsledger/source.hpp>

#include <doctest/doctest.h>

#include <iterator>
#include <ranges>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace al = armsledger;
using namespace al::literals;

using all_changes = decltype(al::changes(al::state::irq, al::always, al::never));
static_assert(std::forward_iterator<decltype(all_changes{al::state::irq, {}}.begin())>);
static_assert(std::ranges::forward_range<const all_changes>);

// The Union banned arms to Syria on 9 May 2011, and let the ban lapse on 1 June 2013.
static_assert((*al::changes(al::state::syr, "2011-01-01"_date, "2011-06-01"_date).begin()).kind() ==
              al::change_kind::embargo_imposed);
static_assert(al::changes(al::state::syr, "2011-01-01"_date, "2011-06-01"_date).count() == 1);
static_assert((*al::changes(al::state::syr, "2013-06-01"_date, "2014-01-01"_date).begin()).kind() ==
              al::change_kind::embargo_ended);

// Nothing changed in the law on Iraq from the end of the general ban in 2004 until the Union followed.
static_assert(al::changes(al::state::irq, "2004-06-09"_date, "2004-07-19"_date).empty());
static_assert((*al::changes(al::state::irq, "2004-06-09"_date, "2004-07-20"_date).begin()).phase()->regime() ==
              al::regime::eu_iraq_1990);

static_assert(al::to_string(al::change_kind::treaty_signed) == "treaty_signed");
static_assert(al::to_string(al::change_kind::restriction_ended) == "restriction_ended");
static_assert(al::to_string(al::change_kind::state_ended) == "state_ended");

namespace {

std::string text(al::text_view t) { return {t.data(), t.size()}; }

// "2011-05-09 embargo_imposed eu-syria-2011 Decision 2011/273/CFSP".
std::string line(const al::change& c) {
    std::string said = text(al::to_string(c.when().earliest));
    if (!c.when().exactly()) {
        said += c.when().latest == al::never ? "/.." : '/' + text(al::to_string(c.when().latest));
    }
    said += ' ' + text(al::to_string(c.kind()));
    if (const auto t = c.treaty()) {
        said += ' ' + text(al::to_string(*t));
    }
    if (const auto n = c.notice()) {
        said += ' ' + text(al::to_string(n->kind()));
    }
    if (const auto b = c.body()) {
        said += ' ' + text(al::to_string(*b));
    }
    if (const auto p = c.phase()) {
        said += ' ' + text(al::to_string(p->regime()));
    }
    if (const auto a = c.act()) {
        said += ' ' + text(a->instrument());
    }
    if (const auto l = c.cell()) {
        said += ' ' + text(al::to_string(l->recipient())) + ' ' + text(al::to_string(l->permission()));
    }
    return said;
}

using lines = std::vector<std::string>;

lines lines_of(al::state s, al::date from, al::date until) {
    lines found;
    for (const al::change c : al::changes(s, from, until)) {
        found.push_back(line(c));
    }
    return found;
}

// The lines in which a word stands.
lines with(const std::string& word, const lines& among) {
    lines found;
    for (const std::string& l : among) {
        if (l.find(word) != std::string::npos) {
            found.push_back(l);
        }
    }
    return found;
}

lines lines_of(al::state s) { return lines_of(s, al::always, al::never); }

bool is_phase_change(al::change_kind k) {
    return k >= al::change_kind::embargo_imposed && k <= al::change_kind::restriction_ended;
}

// What the law says of a state on a day, by the questions that the other headers answer.
struct face {
    bool exists = false;
    std::vector<al::standing> standings;
    std::vector<al::answer> members;
    std::vector<std::pair<std::size_t, al::answer>> stretches;  // suspensions and transitions
    std::vector<std::pair<std::size_t, al::answer>> phases;
    friend bool operator==(const face&, const face&) = default;
};

face face_on(al::state s, al::date day) {
    face f;
    f.exists = al::exists(s, day);
    for (const al::treaty t : al::all<al::treaty>{}) {
        f.standings.push_back(al::standing_of(s, t, day));
    }
    for (const al::body b : al::all<al::body>{}) {
        f.members.push_back(al::is_member(s, b, day));
    }
    for (const al::membership m : al::memberships_of(s)) {
        if (m.kind() != al::membership_kind::member) {
            f.stretches.emplace_back(m.row(), m.when().contains(day));
        }
    }
    for (const al::phase p : al::embargoes_on(s, day)) {
        f.phases.emplace_back(p.row(), p.in_force(day));
    }
    for (const al::phase p : al::restrictions_on(s, day)) {
        f.phases.emplace_back(p.row(), p.in_force(day));
    }
    return f;
}

// The days on which an answer changes because the record begins or ends, or a term passes without news.
std::set<al::date> edges_of_record(al::state s) {
    std::set<al::date> days{al::membership_coverage().from, al::membership_coverage().until};
    for (const al::treaty t : al::all<al::treaty>{}) {
        days.insert(al::coverage(t).until);
    }
    for (const al::phase p : al::phases_of(s)) {
        days.insert(al::coverage(p.issuer()).until);
        days.insert(p.term().value_or(al::never));
    }
    days.erase(al::never);
    return days;
}

// Whether some phase of a regime on a state is in force on a day, or may be.
bool may_have(al::regime r, al::state s, al::date day) {
    for (const al::phase p : al::phases_of(s)) {
        if (p.regime() == r && p.when().contains(day) != al::answer::no) {
            return true;
        }
    }
    return false;
}

// Whether a step of a treaty leaves the standing as it was: a later one had gone before, as a treaty may be in
// force for a state before it says that it succeeds; or the standing is not known, for the bounds of an earlier
// one reach this far.
bool is_hidden(const al::change& c, const al::treaty_record& r) {
    const auto before = [&](const al::maybe<al::uncertain_date>& step) {
        return step && step->earliest < c.when().earliest;
    };
    switch (c.kind()) {
        case al::change_kind::treaty_signed: return before(r.consent()) || before(r.entry_into_force());
        case al::change_kind::treaty_consented: return before(r.entry_into_force());
        case al::change_kind::treaty_in_force: return r.consent() && c.when().earliest < r.consent()->latest;
        default: return false;
    }
}

// Whether what a change says is so: something is another on its earliest or its latest day.
bool is_so(al::state s, const al::change& c) {
    const al::date day = c.when().earliest;
    const auto differs = [&](auto ask) {
        return ask(day + -1) != ask(day) ||
               (c.when().latest != al::never && ask(c.when().latest + -1) != ask(c.when().latest));
    };
    switch (c.kind()) {
        case al::change_kind::treaty_signed:
        case al::change_kind::treaty_consented:
        case al::change_kind::treaty_in_force:
        case al::change_kind::treaty_left:
            return day >= al::coverage(*c.treaty()).until || is_hidden(c, *al::record_of(s, *c.treaty())) ||
                   differs([&](al::date d) { return al::standing_of(s, *c.treaty(), d); });
        case al::change_kind::treaty_withdrawal_notified:
            return al::record_of(s, *c.treaty())->withdrawal_notified() == day;
        case al::change_kind::treaty_provisional:
            return al::record_of(s, *c.treaty())->provisional_application() == day;
        case al::change_kind::treaty_notice_given:
            return c.notice()->participant() == s && c.notice()->treaty() == *c.treaty() && c.notice()->when() == day;
        case al::change_kind::joined:
        case al::change_kind::left:
            return !al::membership_coverage().contains(day) ||
                   differs([&](al::date d) { return al::is_member(s, *c.body(), d); });
        case al::change_kind::suspended:
        case al::change_kind::readmitted:
        case al::change_kind::transition_began:
        case al::change_kind::transition_ended: return differs([&](al::date d) { return face_on(s, d).stretches; });
        case al::change_kind::embargo_imposed:
        case al::change_kind::embargo_changed:
        case al::change_kind::embargo_ended:
        case al::change_kind::restriction_imposed:
        case al::change_kind::restriction_changed:
        case al::change_kind::restriction_ended:
            return al::is_embargo(c.phase()->regime()) == (c.kind() <= al::change_kind::embargo_ended) &&
                   differs([&](al::date d) { return face_on(s, d).phases; }) &&
                   differs([&](al::date d) { return c.phase()->when().contains(d); });
        case al::change_kind::act_replaced: {
            const auto before = al::act_on(*c.phase(), day + -1);
            const auto now = al::act_on(*c.phase(), c.when().latest);
            return before && now && before->row() != now->row() && now->row() == c.act()->row();
        }
        case al::change_kind::rung_changed:
            return differs([&](al::date d) { return c.cell()->when().contains(d); }) &&
                   c.phase()->when().contains(day + -1) != al::answer::no &&
                   c.phase()->when().contains(day) != al::answer::no;
        case al::change_kind::state_began: return al::exists(s, day) && !al::exists(s, day + -1);
        case al::change_kind::state_ended: return !al::exists(s, day) && al::exists(s, day + -1);
    }
    return false;
}

}  // namespace

TEST_CASE("the EU embargo on Syria began, was eased and lapsed between 2011 and 2013") {
    const lines found = lines_of("SYR"_state, "2011-01-01"_date, "2014-01-01"_date);
    CHECK(with(" eu-", found) == lines{"2011-05-09 embargo_imposed eu-syria-2011 Decision 2011/273/CFSP",
                                       "2011-12-01 act_replaced eu-syria-2011 Decision 2011/782/CFSP",
                                       "2012-12-01 act_replaced eu-syria-2011 Decision 2012/739/CFSP",
                                       "2013-02-28 embargo_changed eu-syria-2011",
                                       "2013-06-01 embargo_ended eu-syria-2011",
                                       "2013-06-01 restriction_imposed eu-syria-2013-residual"});
    CHECK(with(" las", found) == lines{"2011-11-16 suspended las", "2011-12-03 embargo_imposed las-syria-2011",
                                       "2013-03-06 embargo_changed las-syria-2011"});
    CHECK(found.size() == 9);
}

TEST_CASE("what is left of the EU measures on Syria is a restriction, and no embargo") {
    for (const al::change c : al::changes("SYR"_state, "2013-06-01"_date, "2013-06-02"_date)) {
        CHECK(al::is_embargo(c.phase()->regime()) == (c.kind() == al::change_kind::embargo_ended));
    }
}

TEST_CASE("the UN embargo on Libya of 2011 was imposed in February, opened in March and changed three times by 2014") {
    CHECK(with(" un-libya-2011", lines_of("LBY"_state, "2011-01-01"_date, "2015-01-01"_date)) ==
          lines{"2011-02-26 embargo_imposed un-libya-2011",
                "2011-03-17 rung_changed un-libya-2011 non_governmental_forces approval",
                "2011-03-17 rung_changed un-libya-2011 non_governmental_forces unknown",
                "2011-09-16 embargo_changed un-libya-2011", "2013-03-14 embargo_changed un-libya-2011",
                "2014-08-27 embargo_changed un-libya-2011"});
    CHECK(with("las", lines_of("LBY"_state, "2011-01-01"_date, "2015-01-01"_date)) ==
          lines{"2011-02-22 suspended las", "2011-08-27 readmitted las"});
}

TEST_CASE("a cell of the ladder changes on the day its period says: Libya's rebels, 17 March 2011") {
    std::size_t began = 0;
    std::size_t ended = 0;
    for (const al::change c : al::changes("LBY"_state, "2011-03-17"_date, "2011-03-18"_date)) {
        REQUIRE(c.cell());
        began += c.cell()->when().from == c.when().earliest;
        ended += c.cell()->when().until == c.when().earliest;
    }
    CHECK(began == 1);
    CHECK(ended == 1);
}

TEST_CASE("an embargo imposed again after a gap is imposed, not changed: Iran in 2025") {
    CHECK(with("un-iran-conventional", lines_of("IRN"_state, "2020-01-01"_date, "2026-01-01"_date)) ==
          lines{"2020-10-18 embargo_ended un-iran-conventional-2007",
                "2025-09-28 embargo_imposed un-iran-conventional-2007"});
}

TEST_CASE("two phases that end together where one follows are one change: Somalia on 1 December 2023") {
    CHECK(lines_of("SOM"_state, "2023-12-01"_date, "2023-12-02"_date) ==
          lines{"2023-12-01 embargo_changed un-somalia-1992"});
}

TEST_CASE("the United Kingdom joined the Union in 1973, left it in 2020 and its law in 2021") {
    CHECK(with(" eu", lines_of("GBR"_state)) == lines{"1973-01-01 joined eu", "2020-02-01 left eu",
                                                      "2020-02-01 transition_began eu",
                                                      "2021-01-01 transition_ended eu"});
}

TEST_CASE("the United Kingdom applied the Arms Trade Treaty before it was in force") {
    CHECK(with(" att", lines_of("GBR"_state)) ==
          lines{"2013-06-03 treaty_signed att", "2014-04-02 treaty_consented att", "2014-04-02 treaty_provisional att",
                "2014-12-24 treaty_in_force att"});
}

TEST_CASE("the United States signed the Arms Trade Treaty and told the depositary that it would not join") {
    CHECK(with(" att", lines_of("USA"_state)) ==
          lines{"2013-09-25 treaty_signed att", "2019-07-18 treaty_notice_given att not_to_become_party"});
}

TEST_CASE("Lithuania gave notice and left the Convention on Cluster Munitions in 2025") {
    CHECK(with(" ccm", lines_of("LTU"_state, "2012-01-01"_date, al::never)) ==
          lines{"2024-09-06 treaty_withdrawal_notified ccm", "2025-03-06 treaty_left ccm"});
}

TEST_CASE("Syria was no state of its own from 1958 to 1961") {
    CHECK(with(" state", lines_of("SYR"_state)) ==
          lines{"1946-04-17 state_began", "1958-02-22 state_ended", "1961-09-28 state_began"});
}

TEST_CASE("a state older than the record did not begin in it") { CHECK(with(" state", lines_of("FRA"_state)).empty()); }

TEST_CASE("Serbia and Montenegro and Serbia share a record of treaties, and each has the changes of its time") {
    CHECK(with("firearms", lines_of("SCG"_state)) ==
          lines{"2005-12-20 treaty_consented firearms-protocol", "2006-01-19 treaty_in_force firearms-protocol"});
    CHECK(with("firearms", lines_of("SRB"_state)).empty());
    CHECK(with("treaty_signed", lines_of("SRB"_state)) == lines{"2013-08-12 treaty_signed att"});
}

TEST_CASE("a change known to the year stands at its first day and is found in any part of it") {
    const lines consent{"2019-01-01/2019-12-31 treaty_consented firearms-protocol"};
    const auto within = [](al::date from, al::date until) {
        return with("treaty_consented", lines_of("PLW"_state, from, until));
    };
    CHECK(within("2019-01-01"_date, "2019-01-02"_date) == consent);
    CHECK(within("2019-06-01"_date, "2019-06-02"_date) == consent);
    CHECK(within("2019-12-31"_date, "2020-01-01"_date) == consent);
    CHECK(within("2018-01-01"_date, "2019-01-01"_date).empty());
    CHECK(within("2020-01-01"_date, "2021-01-01"_date).empty());
}

TEST_CASE("an end that may not have come is found on every later day: the UN appeal on Portugal") {
    const lines end{"1972-02-05/.. embargo_ended un-portugal-voluntary-1963"};
    CHECK(lines_of("PRT"_state, "1972-02-05"_date, "1972-02-06"_date) == end);
    CHECK(with("embargo", lines_of("PRT"_state, "2010-01-01"_date, "2010-01-02"_date)) == end);
    CHECK(with("embargo_ended", lines_of("PRT"_state, "1972-02-01"_date, "1972-02-05"_date)).empty());
}

TEST_CASE("an end known to the year does not come before its beginning: the EC embargo on Argentina of 1982") {
    CHECK(
        with("eu-argentina", lines_of("ARG"_state)) ==
        lines{"1982-04-10 embargo_imposed eu-argentina-1982", "1982-04-10/1982-12-31 embargo_ended eu-argentina-1982"});
}

TEST_CASE("a period is half-open, and one that is empty or reversed has no changes") {
    CHECK(al::changes("SYR"_state, "2011-05-09"_date, "2011-05-10"_date).count() == 1);
    CHECK(al::changes("SYR"_state, "2011-05-10"_date, "2011-06-01"_date).empty());
    CHECK(al::changes("SYR"_state, "2011-05-01"_date, "2011-05-09"_date).empty());
    CHECK(al::changes("SYR"_state, "2011-05-09"_date, "2011-05-09"_date).empty());
    CHECK(al::changes("PRT"_state, "2010-01-02"_date, "2010-01-01"_date).empty());
    for (const al::state s : al::all<al::state>{}) {
        CHECK(al::changes(s, al::never, al::always).empty());
        CHECK(al::changes(s, "2019-06-01"_date, "2019-06-01"_date).empty());
    }
}

TEST_CASE("a number that is no state has no changes, though it be the European Union's among participants") {
    const auto past = static_cast<al::state>(al::all<al::state>{}.size());
    CHECK(al::changes(past, al::always, al::never).empty());
    CHECK(al::changes(al::state{0xFF}, al::always, al::never).empty());
}

TEST_CASE("changes come by day, then kind, and each once; a second pass finds the same") {
    for (const al::state s : al::all<al::state>{}) {
        const auto found = al::changes(s, al::always, al::never);
        auto again = found.begin();
        al::date day = al::always;
        al::change_kind kind{};
        std::vector<al::change> seen;
        for (const al::change c : found) {
            const bool in_order = day < c.when().earliest || (day == c.when().earliest && kind <= c.kind());
            CHECK(in_order);
            day = c.when().earliest;
            kind = c.kind();
            CHECK(c.when().earliest <= c.when().latest);
            CHECK(*again++ == c);
            for (const al::change& before : seen) {
                CHECK_FALSE(before == c);
            }
            seen.push_back(c);
        }
        CHECK(again == found.end());
        CHECK(found.count() == seen.size());
    }
}

TEST_CASE("the changes of two adjoining periods are those of both together") {
    const al::date from = "1990-01-01"_date;
    const al::date until = "2026-01-01"_date;
    for (const al::state s : al::all<al::state>{}) {
        const lines whole = lines_of(s, from, until);
        for (al::date cut = from + 1; cut < until; cut = cut + 997) {
            const lines head = lines_of(s, from, cut);
            std::multiset<std::string> parts(head.begin(), head.end());
            for (const al::change c : al::changes(s, cut, until)) {
                if (c.when().earliest >= cut) {
                    parts.insert(line(c));  // else its bounds meet both, and it is in the first
                }
            }
            REQUIRE(parts == std::multiset<std::string>(whole.begin(), whole.end()));
        }
    }
}

TEST_CASE("on the day of every change something is not as it was the day before") {
    std::size_t seen = 0;
    for (const al::state s : al::all<al::state>{}) {
        for (const al::change c : al::changes(s, al::always, al::never)) {
            CAPTURE(text(al::to_string(s)));
            CAPTURE(line(c));
            CHECK(is_so(s, c));
            ++seen;
        }
    }
    CHECK(seen > 2000);
}

TEST_CASE("between two changes the standings, the memberships and the embargoes on a state are the same") {
    for (const al::state s : al::all<al::state>{}) {
        std::set<al::date> days = edges_of_record(s);
        days.insert("1898-12-31"_date);
        days.insert("2027-01-01"_date);
        for (const al::change c : al::changes(s, al::always, al::never)) {
            days.insert(c.when().earliest);
            days.insert(c.when().latest);
        }
        days.erase(al::never);
        for (auto next = days.begin(); std::next(next) != days.end(); ++next) {
            const al::date last = *std::next(next) + -1;
            const face first = face_on(s, *next);
            CAPTURE(text(al::to_string(s)));
            CAPTURE(text(al::to_string(*next)));
            CAPTURE(text(al::to_string(last)));
            for (al::date day = *next; day < last; day = day + 487) {
                CHECK(face_on(s, day) == first);
            }
            CHECK(face_on(s, last) == first);
        }
    }
}

TEST_CASE("day by day from 2010 to 2015, what changed in the law on four states is among the changes") {
    for (const al::state s : {"SYR"_state, "LBY"_state, "YEM"_state, "SSD"_state}) {
        face before = face_on(s, "2009-12-31"_date);
        for (al::date day = "2010-01-01"_date; day < "2016-01-01"_date; day = day + 1) {
            const face now = face_on(s, day);
            bool changed = false;
            for (const al::change c : al::changes(s, day, day + 1)) {
                changed = changed || c.when().earliest == day || c.when().latest == day;
            }
            const bool is_among = before == now || changed;
            CHECK(is_among);
            before = now;
        }
    }
}

TEST_CASE("an embargo is imposed where its regime had no phase, changed where it had, and ended where none is left") {
    std::size_t seen = 0;
    for (const al::state s : al::all<al::state>{}) {
        for (const al::change c : al::changes(s, al::always, al::never)) {
            if (!is_phase_change(c.kind())) {
                continue;
            }
            ++seen;
            const al::regime r = c.phase()->regime();
            const bool is_end =
                c.kind() == al::change_kind::embargo_ended || c.kind() == al::change_kind::restriction_ended;
            const bool before = may_have(r, s, (is_end ? c.when().latest : c.when().earliest) + -1);
            const bool after = may_have(r, s, c.when().latest);
            CAPTURE(line(c));
            switch (c.kind()) {
                case al::change_kind::embargo_imposed:
                case al::change_kind::restriction_imposed: CHECK((!before && after)); break;
                case al::change_kind::embargo_ended:
                case al::change_kind::restriction_ended: CHECK((before && !after)); break;
                default: CHECK((before && after)); break;
            }
        }
    }
    CHECK(seen > 200);
}

TEST_CASE("every day within a phase on which an act or a cell changes is a change, once") {
    std::size_t cells = 0;
    for (const al::state s : al::all<al::state>{}) {
        std::multiset<std::pair<std::size_t, al::date>> expected_cells, found_cells;
        std::multiset<std::size_t> expected_acts, found_acts;
        std::set<std::size_t> read;  // cells, which phases share
        for (const al::phase p : al::phases_of(s)) {
            for (const al::act a : al::acts_of(p)) {
                if (a.when().from != p.when().from) {
                    expected_acts.insert(a.row());
                }
            }
            for (const al::cell c : al::cells_of(p)) {
                const bool fresh = read.insert(c.row()).second;
                for (const al::date day : {c.when().from, c.when().until}) {
                    if (fresh && day != al::always && day != al::never) {
                        expected_cells.emplace(c.row(), day);
                    }
                }
            }
        }
        for (const al::change c : al::changes(s, al::always, al::never)) {
            if (c.kind() == al::change_kind::rung_changed) {
                found_cells.emplace(c.cell()->row(), c.when().earliest);
            } else if (c.kind() == al::change_kind::act_replaced) {
                found_acts.insert(c.act()->row());
            }
        }
        CHECK(found_cells == expected_cells);
        CHECK(found_acts == expected_acts);
        cells += found_cells.size();
    }
    CHECK(cells > 100);
}

TEST_CASE("every change has the thing that changed and no other, and sources") {
    for (const al::state s : al::all<al::state>{}) {
        for (const al::change c : al::changes(s, al::always, al::never)) {
            const al::change_kind k = c.kind();
            CHECK(c.treaty().has_value() == (k <= al::change_kind::treaty_notice_given));
            CHECK(c.notice().has_value() == (k == al::change_kind::treaty_notice_given));
            CHECK(c.body().has_value() == (k >= al::change_kind::joined && k <= al::change_kind::transition_ended));
            CHECK(c.phase().has_value() == (k >= al::change_kind::embargo_imposed && k < al::change_kind::state_began));
            CHECK(c.cell().has_value() == (k == al::change_kind::rung_changed));
            const bool act_is_of_phase = !c.act() || c.phase();
            CHECK(act_is_of_phase);
            if (c.phase()) {
                CHECK(c.phase()->territory() == s);
            }
            CHECK(al::evidence_of(c) <= al::evidence::unconfirmed);
            CHECK_FALSE(al::sources_of(c).empty());
        }
    }
}

TEST_CASE("a change cites what its own row cites") {
    const auto cites_as = [](const al::change& c, const auto& record) {
        return c.cite().source_set() == record.cite().source_set() && c.cite().grade() == record.cite().grade();
    };
    std::size_t checked = 0;
    for (const al::state s : al::all<al::state>{}) {
        for (const al::change c : al::changes(s, al::always, al::never)) {
            if (c.cell()) {
                CHECK(cites_as(c, *c.cell()));
            } else if (c.kind() == al::change_kind::act_replaced) {
                CHECK(cites_as(c, *c.act()));
            } else if (c.phase()) {
                CHECK(cites_as(c, *c.phase()));
            } else if (c.notice()) {
                CHECK(cites_as(c, *c.notice()));
            } else if (c.treaty()) {
                CHECK(cites_as(c, *al::record_of(s, *c.treaty())));
            } else if (c.body()) {
                bool some = false;
                for (const al::membership m : al::memberships_of(s, *c.body())) {
                    some = some || ((m.when().from == c.when() || m.when().until == c.when()) && cites_as(c, m));
                }
                CHECK(some);
            } else {
                bool some = false;
                for (const al::existence_record e : al::existence_of(s)) {
                    const auto day = c.when().exactly();
                    some = some || ((day == e.when().from || day == e.when().until) && cites_as(c, e));
                }
                CHECK(some);
            }
            ++checked;
        }
    }
    CHECK(checked > 2000);
}
