// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>
#include <armsledger/armsledger.hpp>
#include <armsledger/explanation.hpp>

#include "days.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace al = armsledger;
using namespace al::literals;

namespace {

bool has(const al::verdict& v, al::rule rule, al::effect effect) {
    return std::any_of(v.begin(), v.end(), [&](const al::reason& r) { return r.rule == rule && r.effect == effect; });
}

bool has(const al::verdict& v, al::article a, al::effect effect) {
    return std::any_of(v.begin(), v.end(), [&](const al::reason& r) {
        return r.rule == al::rule::article && r.article == a && r.effect == effect;
    });
}

// An ATT party's export of arms that no embargo concerns.
constexpr al::transfer british_rifles{.exporter = "GBR"_state,
                                      .importer = "NOR"_state,
                                      .recipient = al::end_user::government,
                                      .item = al::weapon_type::assault_rifle,
                                      .on = "2016-06-01"_date};

// A transfer as text, for a check that fails.
std::string told(const al::transfer& t) {
    std::string text;
    al::explain(t, al::screen(t), [&](al::text_view piece) { text.append(piece.data(), piece.size()); });
    return text;
}

const al::end_user known_users[] = {al::end_user::government, al::end_user::non_governmental_forces,
                                    al::end_user::peacekeepers, al::end_user::humanitarian_media,
                                    al::end_user::other_state_forces};

// Calls `check(transfer)` over every territory under a measure x its days of change x every recipient x every
// item, for an exporter drawn with a fixed seed from the classes of equal standing.
template <class Check>
void for_all_transfers(unsigned seed, Check check) {
    std::mt19937 random{seed};
    std::vector<al::item> all_items;
    for (const al::weapon_type t : al::all<al::weapon_type>{}) {
        all_items.emplace_back(t);
    }
    for (const al::item_class c : al::all<al::item_class>{}) {
        all_items.emplace_back(c);
    }
    std::vector<al::recipient> recipients;
    for (const al::end_user u : al::all<al::end_user>{}) {
        recipients.emplace_back(u);
    }
    for (const al::group g : {al::group::isil, al::group::al_shabaab, al::group::hizbullah, al::group::houthis}) {
        recipients.emplace_back(g);
    }
    for (const al::state importer : embargoed_states()) {
        for (const al::phase p : al::phases_of(importer)) {
            std::vector<al::date> days{p.when().from.earliest};
            for (const al::cell c : al::cells_of(p)) {
                days.push_back(c.when().from == al::always ? p.when().from.latest : c.when().from);
            }
            std::sort(days.begin(), days.end());
            days.erase(std::unique(days.begin(), days.end()), days.end());
            for (const al::date day : days) {
                const std::vector<al::state> exporters = exporters_on(day);
                for (const al::recipient who : recipients) {
                    for (const al::item& item : all_items) {
                        check(al::transfer{.exporter = exporters[random() % exporters.size()],
                                           .importer = importer,
                                           .recipient = who,
                                           .item = item,
                                           .on = day});
                    }
                }
            }
        }
    }
}

}  // namespace

TEST_CASE("a party to the ATT must assess an export of arms, and keep and report records") {
    const al::verdict v = al::screen(british_rifles);
    CHECK(v.outcome() == al::outcome::assessment_required);
    CHECK(has(v, al::article::att_7_1, al::effect::requires_assessment));
    CHECK(has(v, al::article::att_11_2, al::effect::requires_assessment));
    for (const al::article duty :
         {al::article::att_9, al::article::att_10, al::article::att_12_1, al::article::att_13_3}) {
        CHECK(has(v, duty, al::effect::duty));
    }
    CHECK(v.turns_on().contains(al::turning_point::overriding_risk));
    CHECK(v.turns_on().contains(al::turning_point::atrocities));
    CHECK(v.turns_on().contains(al::turning_point::diversion_risk));
    CHECK(v.not_considered().contains(al::outside_rule::eu_common_position_2008_944));
    CHECK(v.not_considered().contains(al::outside_rule::national_law));
}

TEST_CASE("an assessment that found no risk leaves no bar; an overriding risk bars") {
    al::transfer t = british_rifles;
    t.overriding_risk = al::stated::no;
    CHECK(al::screen(t).outcome() == al::outcome::assessment_required);  // diversion is still to be assessed
    t.diversion_risk = al::stated::no;
    t.knows_of_atrocities = al::stated::no;
    CHECK(al::screen(t).outcome() == al::outcome::no_bar_found);
    CHECK(al::screen(t).turns_on().empty());
    t.overriding_risk = al::stated::yes;
    CHECK(has(al::screen(t), al::article::att_7_3, al::effect::prohibits));
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
}

TEST_CASE("knowledge of atrocities bars under Article 6(3), and nothing else is asked") {
    al::transfer t = british_rifles;
    t.knows_of_atrocities = al::stated::yes;
    const al::verdict v = al::screen(t);
    CHECK(v.outcome() == al::outcome::prohibited);
    CHECK(v[0].article == al::article::att_6_3);
    CHECK_FALSE(has(v, al::article::att_7_1, al::effect::requires_assessment));
}

TEST_CASE("ammunition and parts are assessed, and not recorded or reported") {
    for (const al::weapon_type item : {al::weapon_type::ammunition_small_calibre, al::weapon_type::parts_components}) {
        al::transfer t = british_rifles;
        t.item = item;
        const al::verdict v = al::screen(t);
        // Article 4 covers parts only where they allow the arm to be assembled.
        CHECK(
            has(v, al::article::att_7_1,
                item == al::weapon_type::parts_components ? al::effect::leaves_open : al::effect::requires_assessment));
        for (const al::article arms_only : {al::article::att_9, al::article::att_10, al::article::att_11_2,
                                            al::article::att_12_1, al::article::att_13_3}) {
            CHECK_FALSE(has(v, arms_only, al::effect::duty));
            CHECK_FALSE(has(v, arms_only, al::effect::requires_assessment));
        }
    }
}

TEST_CASE("provisional application reaches Articles 6 and 7 alone") {
    al::transfer t = british_rifles;
    t.exporter = "ESP"_state;
    t.on = "2013-12-01"_date;
    const al::verdict v = al::screen(t);
    CHECK(has(v, al::article::att_7_1, al::effect::requires_assessment));
    CHECK_FALSE(has(v, al::article::att_11_2, al::effect::requires_assessment));
    CHECK_FALSE(has(v, al::article::att_12_1, al::effect::duty));
}

TEST_CASE("the duty of a signatory ended for the United States on 18 July 2019") {
    al::transfer t = british_rifles;
    t.exporter = "USA"_state;
    t.on = "2019-07-17"_date;
    CHECK(has(al::screen(t), al::rule::object_and_purpose, al::effect::duty));
    t.on = "2019-07-18"_date;
    CHECK_FALSE(has(al::screen(t), al::rule::object_and_purpose, al::effect::duty));
}

TEST_CASE("a UN embargo that binds fills Article 6(1), a treaty that bars fills 6(2)") {
    const al::verdict embargo = al::screen({.exporter = "GBR"_state,
                                            .importer = "IRQ"_state,
                                            .recipient = al::group::isil,
                                            .item = al::weapon_type::assault_rifle,
                                            .on = "2015-06-01"_date});
    CHECK(has(embargo, al::article::att_6_1, al::effect::prohibits));
    CHECK_FALSE(has(embargo, al::article::att_6_2, al::effect::prohibits));
    const al::verdict cluster = al::screen({.exporter = "GBR"_state,
                                            .importer = "NOR"_state,
                                            .recipient = al::end_user::government,
                                            .item = al::weapon_type::cluster_munition,
                                            .on = "2015-06-01"_date});
    CHECK(has(cluster, al::article::ccm_1_1_b, al::effect::prohibits));
    CHECK(has(cluster, al::article::att_6_2, al::effect::prohibits));
}

TEST_CASE("an embargo of the EU alone is none of the Security Council, and does not fill Article 6(1)") {
    const al::verdict v = al::screen({.exporter = "GBR"_state,
                                      .importer = "BLR"_state,
                                      .recipient = al::end_user::government,
                                      .item = al::weapon_type::assault_rifle,
                                      .on = "2016-06-01"_date});
    CHECK(has(v, al::rule::embargo, al::effect::prohibits));
    CHECK_FALSE(has(v, al::article::att_6_1, al::effect::prohibits));
}

TEST_CASE("what bars the importer alone is no obligation of the exporter, and does not fill Article 6(2)") {
    const al::verdict v = al::screen({.exporter = "CHN"_state,
                                      .importer = "FRA"_state,
                                      .recipient = al::end_user::government,
                                      .item = al::weapon_type::cluster_munition,
                                      .on = "2022-06-01"_date});
    CHECK(has(v, al::article::ccm_1_1_b, al::effect::prohibits));
    CHECK(v[0].bound == "FRA"_state);
    CHECK_FALSE(has(v, al::article::att_6_2, al::effect::prohibits));
}

TEST_CASE("the Firearms Protocol does not apply between states, nor to their forces and missions") {
    al::transfer t{.exporter = "BEL"_state,
                   .importer = "KEN"_state,
                   .recipient = al::end_user::humanitarian_media,
                   .item = al::weapon_type::assault_rifle,
                   .on = "2016-06-01"_date};
    const auto asks = [&t](al::end_user who) {
        t.recipient = who;
        return has(al::screen(t), al::article::firearms_protocol_10_1, al::effect::requires_authorisation);
    };
    CHECK(asks(al::end_user::humanitarian_media));
    CHECK(asks(al::end_user::non_governmental_forces));
    CHECK_FALSE(asks(al::end_user::government));
    CHECK_FALSE(asks(al::end_user::peacekeepers));
    CHECK_FALSE(asks(al::end_user::other_state_forces));
}

TEST_CASE("a weapon ban has its exception, for who claims it") {
    al::transfer t{.exporter = "GBR"_state,
                   .importer = "NOR"_state,
                   .recipient = al::end_user::government,
                   .item = al::weapon_type::cluster_munition,
                   .on = "2012-06-01"_date};
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
    CHECK(al::screen(t).lighter_with().contains(al::claim::destruction_or_training));
    t.claim = al::claim::destruction_or_training;
    CHECK(al::screen(t).outcome() != al::outcome::prohibited);
}

TEST_CASE("cluster munitions may be given up for destruction to another party alone") {
    al::transfer t{.exporter = "FRA"_state,
                   .importer = "USA"_state,
                   .recipient = al::end_user::government,
                   .item = al::weapon_type::cluster_munition,
                   .on = "2012-01-01"_date,
                   .claim = al::claim::destruction_or_training};
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
    t.importer = "GBR"_state;
    CHECK(al::screen(t).outcome() == al::outcome::no_bar_found);
    t.recipient = al::end_user::non_governmental_forces;
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
}

TEST_CASE("a party may not acquire mines; what rebels on its territory receive is not its own") {
    al::transfer t{.exporter = "USA"_state,
                   .importer = "COL"_state,
                   .recipient = al::end_user::government,
                   .item = al::weapon_type::anti_personnel_mine,
                   .on = "2010-06-01"_date};
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
    CHECK(al::screen(t)[0].bound == "COL"_state);
    CHECK(al::screen(t)[0].side == al::duty_on::importing);
    CHECK(told(t).find("Colombia, the importer, is a party, since 2001-03-01.") != std::string::npos);
    t.recipient = al::end_user::non_governmental_forces;
    CHECK(al::screen(t).outcome() == al::outcome::no_bar_found);
}

TEST_CASE("a prohibition on an unconfirmed row alone says so, Article 6(1) beside it or not") {
    al::transfer t{.exporter = "CHN"_state,
                   .importer = "CAF"_state,
                   .recipient = al::end_user::peacekeepers,
                   .item = al::weapon_type::pistol,
                   .on = "2022-10-01"_date};
    t.conditions_met = al::stated::no;
    const al::verdict v = al::screen(t);
    CHECK(has(v, al::article::att_6_1, al::effect::prohibits));
    CHECK(v.rests_on_unconfirmed());
    CHECK(told(t).find("rests on rows that no source read confirms") != std::string::npos);
    t.importer = "PRK"_state;
    CHECK_FALSE(al::screen(t).rests_on_unconfirmed());
}

TEST_CASE("the EU's Code of Conduct gave way to its Common Position") {
    al::transfer t = british_rifles;
    t.on = "2008-12-07"_date;
    CHECK(al::screen(t).not_considered().contains(al::outside_rule::eu_code_of_conduct_1998));
    CHECK_FALSE(al::screen(t).not_considered().contains(al::outside_rule::eu_common_position_2008_944));
    t.on = "2008-12-08"_date;
    CHECK_FALSE(al::screen(t).not_considered().contains(al::outside_rule::eu_code_of_conduct_1998));
    CHECK(al::screen(t).not_considered().contains(al::outside_rule::eu_common_position_2008_944));
}

TEST_CASE("a member that stood aside is named as such") {
    al::transfer t{.exporter = "RUS"_state,
                   .importer = "GEO"_state,
                   .recipient = al::end_user::non_governmental_forces,
                   .item = al::weapon_type::assault_rifle,
                   .on = "2008-03-06"_date};
    CHECK(al::screen(t).outcome() == al::outcome::no_bar_found);
    CHECK(told(t).find("Does not bind Russian Federation, which stood aside: ") != std::string::npos);
    t.on = "2008-03-05"_date;
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
}

TEST_CASE("a renewal in force is named beside the act it renews") {
    const al::verdict v = al::screen({.exporter = "UKR"_state,
                                      .importer = "SSD"_state,
                                      .recipient = al::end_user::government,
                                      .item = al::weapon_type::assault_rifle,
                                      .on = "2019-12-01"_date});
    const al::act_reference act = v[0].act_on("2019-12-01"_date);
    CHECK(act.instrument == "S/RES/2428");
    CHECK(act.paragraph == "5(f)");
    CHECK(act.renewed_by == "S/RES/2471");
}

TEST_CASE("what is disputed of a group leaves the matter open") {
    al::transfer t{.exporter = "DEU"_state,
                   .importer = "IRQ"_state,
                   .recipient = al::group::peshmerga,
                   .item = al::weapon_type::assault_rifle,
                   .on = "2014-10-01"_date};
    CHECK(al::screen(t).outcome() == al::outcome::unknown);
    CHECK(al::screen(t)[0].depends_on_group);
    t = {.exporter = "CHN"_state,
         .importer = "YEM"_state,
         .recipient = al::group::houthis,
         .item = al::weapon_type::assault_rifle,
         .on = "2018-06-01"_date};
    CHECK(al::screen(t).outcome() == al::outcome::unknown);  // its leaders were listed, the group was not
    t.on = "2022-06-01"_date;
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
}

TEST_CASE("an old contract helps who states its day, until the clause fell") {
    al::transfer t{.exporter = "FRA"_state,
                   .importer = "RUS"_state,
                   .recipient = al::end_user::government,
                   .item = al::weapon_type::warship,
                   .on = "2014-09-01"_date};
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
    CHECK(al::screen(t).turns_on().contains(al::turning_point::contract));
    t.contract = "2011-06-17"_date;
    CHECK(al::screen(t).outcome() == al::outcome::no_bar_found);
    t.contract = "2014-08-15"_date;
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
    t.contract = "2011-06-17"_date;
    t.on = "2022-06-01"_date;
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
}

TEST_CASE("a condition that is not met lets the ban stand") {
    al::transfer t{.exporter = "BEL"_state,
                   .importer = "LBY"_state,
                   .recipient = al::end_user::government,
                   .item = al::weapon_type::assault_rifle,
                   .on = "2012-06-01"_date};
    CHECK(al::screen(t).outcome() == al::outcome::authorisation_required);
    CHECK(al::screen(t).turns_on().contains(al::turning_point::conditions));
    CHECK(al::screen(t).route()->permission == al::permission::no_objection);
    CHECK(al::screen(t).route()->cell()->waiting() == al::waiting_time{5, true});
    t.conditions_met = al::stated::no;
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
}

TEST_CASE("outside Darfur the government of Sudan needed no approval, since 2010 an end-use certificate") {
    al::transfer t{.exporter = "CHN"_state,
                   .importer = "SDN"_state,
                   .recipient = al::end_user::government,
                   .item = al::weapon_type::assault_rifle,
                   .on = "2012-06-01"_date};
    CHECK(al::screen(t).outcome() == al::outcome::authorisation_required);
    CHECK(al::screen(t).turns_on().contains(al::turning_point::area));
    t.outside_area = al::stated::no;
    CHECK(al::screen(t).outcome() == al::outcome::authorisation_required);
    CHECK_FALSE(al::screen(t).turns_on().contains(al::turning_point::area));
    t.outside_area = al::stated::yes;
    CHECK(al::screen(t).outcome() == al::outcome::no_bar_found);
    CHECK(al::screen(t).turns_on().contains(al::turning_point::end_use_certificate));
    t.end_use_certificate = al::stated::no;
    CHECK(al::screen(t).outcome() == al::outcome::prohibited);
    t.end_use_certificate = al::stated::yes;
    CHECK(al::screen(t).outcome() == al::outcome::no_bar_found);
    CHECK_FALSE(al::screen(t).turns_on().contains(al::turning_point::end_use_certificate));
}

TEST_CASE("a category of the UN Register lies in one of the treaty as the crosswalk says") {
    for (const char* code : {"I", "II", "III", "VII"}) {
        CHECK(al::att_covers(*al::find_category(al::scheme::unroca, code), "2016-01-01"_date).arms == al::answer::yes);
    }
    // Combat aircraft and drones: whether (d) takes in what has no pilot is disputed.
    CHECK(al::att_covers(*al::find_category(al::scheme::unroca, "IV"), "2016-01-01"_date).arms == al::answer::unknown);
}

TEST_CASE("a contested measure says so, with both sides") {
    const al::verdict v = al::screen({.exporter = "FRA"_state,
                                      .importer = "IRN"_state,
                                      .recipient = al::end_user::government,
                                      .item = al::weapon_type::main_battle_tank,
                                      .on = "2025-10-10"_date});
    CHECK(v.contested());
    std::string text;
    al::explain({.exporter = "FRA"_state,
                 .importer = "IRN"_state,
                 .recipient = al::end_user::government,
                 .item = al::weapon_type::main_battle_tank,
                 .on = "2025-10-10"_date},
                v, [&](al::text_view piece) { text.append(piece.data(), piece.size()); });
    CHECK(text.find("Contested: CHN;IRN;RUS") != std::string::npos);
    CHECK(text.find("Contested: EUE;GBR") != std::string::npos);
}

TEST_CASE("a state that did not exist, and a day past the record, leave the matter open") {
    al::transfer t = british_rifles;
    t.exporter = "SSD"_state;
    t.on = "2010-01-01"_date;
    CHECK(has(al::screen(t), al::rule::existence, al::effect::leaves_open));
    t = british_rifles;
    t.on = al::coverage(al::issuer::un).until;
    CHECK(has(al::screen(t), al::rule::record_of_issuer, al::effect::leaves_open));
    CHECK(al::screen(t).outcome() == al::outcome::unknown);
}

TEST_CASE("a verdict never gets milder when a measure is added") {
    std::size_t most = 0;
    std::size_t checked = 0;
    for_all_transfers(1, [&](const al::transfer& t) {
        const al::verdict v = al::screen(t);
        most = std::max(most, v.size());
        for (std::size_t left_out = 0; left_out < v.size(); ++left_out) {
            al::verdict fewer;
            for (std::size_t i = 0; i < v.size(); ++i) {
                if (i != left_out) {
                    fewer.add(v[i]);
                }
            }
            fewer.conclude();
            if (fewer.outcome() > v.outcome()) {
                CAPTURE(told(t));
                CHECK(fewer.outcome() <= v.outcome());
            }
            ++checked;
        }
    });
    CHECK(checked > 500'000);
    CAPTURE(most);
    CHECK(most + 8 <= al::verdict::capacity);
}

TEST_CASE("a verdict that is full keeps the weightiest reasons") {
    al::verdict v;
    al::reason r;
    for (std::size_t i = 0; i < al::verdict::capacity; ++i) {
        r.effect = al::effect::duty;
        v.add(r);
    }
    r.effect = al::effect::reported;
    v.add(r);
    r.effect = al::effect::prohibits;
    v.add(r);
    v.conclude();
    CHECK(v.size() == al::verdict::capacity);
    CHECK(v[0].effect == al::effect::prohibits);
    CHECK(v[al::verdict::capacity - 1].effect == al::effect::duty);
    CHECK(v.outcome() == al::outcome::prohibited);
}

TEST_CASE("an unknown recipient is at least as strict as the strictest known one, whatever is stated") {
    std::size_t turn = 0;
    for_all_transfers(2, [&](al::transfer t) {
        const al::stated said[] = {al::stated::not_stated, al::stated::yes, al::stated::no};
        t.conditions_met = said[turn % 3];
        t.end_use_certificate = said[turn / 3 % 3];
        t.outside_area = said[turn / 9 % 3];
        ++turn;
        t.recipient = al::end_user::unknown;
        const al::outcome strictest = al::screen(t).outcome();
        for (const al::end_user u : known_users) {
            t.recipient = u;
            if (al::screen(t).outcome() > strictest) {
                CAPTURE(told(t));
                CHECK(al::screen(t).outcome() <= strictest);
            }
        }
    });
}

TEST_CASE("whatever one more statement would change is named") {
    using al::turning_point;
    const auto before = "1900-01-01"_date;
    std::size_t changed = 0;
    for_all_transfers(4, [&](const al::transfer& t) {
        static std::size_t turn = 0;
        if (++turn % 11 != 0) {  // some thirty more screenings each
            return;
        }
        const al::verdict v = al::screen(t);
        const auto stating = [&](turning_point point, auto say) {
            al::transfer said = t;
            say(said);
            if (al::screen(said).outcome() != v.outcome()) {
                ++changed;
                if (!v.turns_on().contains(point)) {
                    CAPTURE(told(t));
                    CAPTURE(told(said));
                    CAPTURE(al::to_string(point).data());
                    CHECK(v.turns_on().contains(point));
                }
            }
        };
        for (const al::stated s : {al::stated::yes, al::stated::no}) {
            stating(turning_point::area, [&](al::transfer& said) { said.outside_area = s; });
            stating(turning_point::end_use_certificate, [&](al::transfer& said) { said.end_use_certificate = s; });
            stating(turning_point::conditions, [&](al::transfer& said) { said.conditions_met = s; });
            stating(turning_point::atrocities, [&](al::transfer& said) { said.knows_of_atrocities = s; });
            stating(turning_point::overriding_risk, [&](al::transfer& said) { said.overriding_risk = s; });
            stating(turning_point::diversion_risk, [&](al::transfer& said) { said.diversion_risk = s; });
        }
        stating(turning_point::contract, [&](al::transfer& said) { said.contract = before; });
        for (const al::claim c : al::all<al::claim>{}) {
            if (c != al::claim::outside_area) {
                stating(turning_point::claim, [&](al::transfer& said) { said.claim = c; });
            }
        }
    });
    CAPTURE(changed);
    CHECK(changed > 5'000);
}

TEST_CASE("a risk of diversion found asks for mitigation with the others") {
    al::transfer t = british_rifles;
    CHECK_FALSE(has(al::screen(t), al::article::att_11_3, al::effect::duty));
    t.diversion_risk = al::stated::yes;
    CHECK(has(al::screen(t), al::article::att_11_3, al::effect::duty));
    CHECK(has(al::screen(t), al::article::att_11_2, al::effect::requires_assessment));
}

TEST_CASE("answers are constant between the days of change") {
    std::mt19937 random{3};
    const std::vector<al::state> importers = embargoed_states();
    std::size_t compared = 0;
    for (const al::state importer : importers) {
        for (const al::state exporter : {"BEL"_state, "USA"_state, "GBR"_state, "RUS"_state}) {
            const std::vector<al::date> days = days_of_change({exporter, importer});
            for (std::size_t i = 0; i + 1 < days.size(); ++i) {
                const al::date last = days[i + 1] + -1;
                if (last <= days[i]) {
                    continue;
                }
                const auto offset =
                    static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(last.days() - days[i].days()));
                const auto user = static_cast<al::end_user>(random() % al::all<al::end_user>{}.size());
                const auto type = static_cast<al::weapon_type>(random() % al::all<al::weapon_type>{}.size());
                al::transfer t{
                    .exporter = exporter, .importer = importer, .recipient = user, .item = type, .on = days[i]};
                const al::verdict first = al::screen(t);
                t.on = days[i] + offset;
                const al::verdict between = al::screen(t);
                t.on = last;
                const al::verdict end = al::screen(t);
                const bool constant = first.outcome() == between.outcome() && between.outcome() == end.outcome() &&
                                      first.size() == end.size() && first.size() == between.size();
                if (!constant) {
                    CAPTURE(told(t));
                    CHECK(constant);
                }
                ++compared;
            }
        }
    }
    CHECK(compared > 5'000);
}
