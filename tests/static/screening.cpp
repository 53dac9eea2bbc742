// SPDX-License-Identifier: BSL-1.0
//
// May it go ahead: verdicts and rulings as facts that compile.
#include <armsledger/armsledger.hpp>

namespace al = armsledger;
using namespace al::literals;
using enum al::weapon_type;

namespace {

consteval al::outcome outcome(al::state from, al::state to, al::recipient who, al::item what, al::date on) {
    return al::screen({.exporter = from, .importer = to, .recipient = who, .item = what, .on = on}).outcome();
}

consteval al::permission un(al::state to, al::end_user who, al::item what, al::date on) {
    return al::permission_for(to, who, what, al::issuer::un, on).permission;
}

constexpr al::state belgium = "BEL"_state;
constexpr al::state syria = "SYR"_state;
constexpr al::state libya = "LBY"_state;
constexpr al::state iraq = "IRQ"_state;

// The EU embargo on Syria lapsed at the end of May 2013.
static_assert(outcome(belgium, syria, al::end_user::government, general_purpose_machine_gun, "2012-06-01"_date) ==
              al::outcome::prohibited);
static_assert(outcome(belgium, syria, al::end_user::government, general_purpose_machine_gun, "2013-07-01"_date) ==
              al::outcome::no_bar_found);

// A reason names the act of the day.
constexpr auto in_2012 = al::screen({.exporter = belgium,
                                     .importer = syria,
                                     .recipient = al::end_user::government,
                                     .item = general_purpose_machine_gun,
                                     .on = "2012-06-01"_date});
static_assert(in_2012[0].phase()->regime() == al::regime::eu_syria_2011);
static_assert(in_2012[0].act_on("2012-06-01"_date).instrument == "Decision 2011/782/CFSP");
static_assert(al::act_on(*in_2012[0].phase(), "2011-11-30"_date)->instrument() == "Decision 2011/273/CFSP");
static_assert(al::act_on(*in_2012[0].phase(), "2012-12-02"_date)->instrument() == "Decision 2012/739/CFSP");

// Islamic State has been barred everywhere since its listing, whoever exports.
static_assert(outcome("USA"_state, iraq, al::group::isil, assault_rifle, "2004-10-18"_date) == al::outcome::prohibited);
static_assert(outcome("USA"_state, "TUR"_state, al::group::isil, assault_rifle, "2015-12-07"_date) ==
              al::outcome::prohibited);

// Libya's government: up the ladder, down, and up again.
static_assert(un(libya, al::end_user::government, assault_rifle, "2011-03-01"_date) == al::permission::approval);
static_assert(un(libya, al::end_user::government, assault_rifle, "2012-03-01"_date) == al::permission::no_objection);
static_assert(un(libya, al::end_user::government, al::item_class::non_lethal, "2013-06-01"_date) ==
              al::permission::free);
static_assert(un(libya, al::end_user::government, assault_rifle, "2014-09-01"_date) == al::permission::approval);

// Iraq's government is exempt since June 2004; nobody else is.
static_assert(un(iraq, al::end_user::government, assault_rifle, "2003-01-01"_date) == al::permission::prohibited);
static_assert(un(iraq, al::end_user::government, assault_rifle, "2005-01-01"_date) == al::permission::free);
static_assert(un(iraq, al::end_user::non_governmental_forces, assault_rifle, "2005-01-01"_date) ==
              al::permission::prohibited);

// A political commitment is on record and binds nobody.
static_assert(
    al::permission_for("CHN"_state, al::end_user::government, assault_rifle, al::issuer::eu, "2010-06-01"_date).force ==
    al::force::political);
static_assert(outcome("FRA"_state, "CHN"_state, al::end_user::government, assault_rifle, "2010-06-01"_date) ==
              al::outcome::no_bar_found);

// EU law bound the United Kingdom through 2020, and no longer.
static_assert(al::binds(al::regime::eu_russia_2014, al::force::mandatory, "GBR"_state, "2020-12-31"_date) ==
              al::answer::yes);
static_assert(al::binds(al::regime::eu_russia_2014, al::force::mandatory, "GBR"_state, "2021-01-01"_date) ==
              al::answer::no);
// The EU has had acts that bind since the Treaty of Maastricht.
static_assert(al::binds(al::regime::eu_yugoslavia_1991, al::force::mandatory, "FRA"_state, "1993-10-31"_date) ==
              al::answer::no);
static_assert(al::binds(al::regime::eu_yugoslavia_1991, al::force::mandatory, "FRA"_state, "1993-11-01"_date) ==
              al::answer::yes);
// The UN binds its members (Charter, Article 25): Switzerland from 2002-09-10.
static_assert(al::binds(al::regime::un_iraq_1990, al::force::mandatory, "CHE"_state, "2002-09-09"_date) ==
              al::answer::no);
static_assert(al::binds(al::regime::un_iraq_1990, al::force::mandatory, "CHE"_state, "2002-09-10"_date) ==
              al::answer::yes);

// The category question is dated: the Register took in MANPADS and mortars from 75 mm in 2003.
static_assert(al::falls_in(manpads, al::item_class::heavy_conventional, al::nothing, "2002-06-01"_date) ==
              al::answer::no);
static_assert(al::falls_in(manpads, al::item_class::heavy_conventional, al::nothing, "2004-06-01"_date) ==
              al::answer::yes);
// Ammunition follows Article 3, not Article 2(1).
static_assert(al::att_covers(ammunition_small_calibre, "2016-01-01"_date).arms == al::answer::no);
static_assert(al::att_covers(ammunition_small_calibre, "2016-01-01"_date).ammunition == al::answer::yes);

// What is not given is taken to be anything: any recipient, all arms, nothing stated.
constexpr al::transfer unsaid{.exporter = belgium, .importer = iraq, .on = "2005-01-01"_date};
static_assert(al::screen(unsaid).outcome() == al::outcome::prohibited);
static_assert(unsaid.recipient == al::end_user::unknown && unsaid.item.as_class() == al::item_class::all_arms);
static_assert(unsaid.claim == al::claim::none && !unsaid.contract);
static_assert(unsaid.outside_area == al::stated::not_stated && unsaid.end_use_certificate == al::stated::not_stated &&
              unsaid.conditions_met == al::stated::not_stated);
static_assert(unsaid.knows_of_atrocities == al::stated::not_stated &&
              unsaid.overriding_risk == al::stated::not_stated && unsaid.diversion_risk == al::stated::not_stated);

// Since 2004 the EU lets arms through to Iraq for the government and the multinational force, and for nobody else.
constexpr al::permission to_other_forces =
    al::permission_for(iraq, al::end_user::other_state_forces, assault_rifle, al::issuer::eu, "2010-01-01"_date)
        .permission;
static_assert(to_other_forces == al::permission::prohibited);

// A withdrawal counts from the day it takes effect.
static_assert(outcome("LTU"_state, "USA"_state, al::end_user::government, anti_personnel_mine, "2025-12-26"_date) ==
              al::outcome::prohibited);

}  // namespace
