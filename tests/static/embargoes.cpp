// SPDX-License-Identifier: BSL-1.0
//
// Embargoes on a day, as static assertions.
#include <armsledger/embargo.hpp>

namespace al = armsledger;
using namespace al::literals;
using al::answer;
using al::embargoed;
using al::issuer;

// The whole of Iraq from 6 August 1990; since 8 June 2004 whoever is not the Government.
static_assert(embargoed("IRQ"_state, "1990-08-05"_date, issuer::un) == answer::no);
static_assert(embargoed("IRQ"_state, "1990-08-06"_date, issuer::un) == answer::yes);
static_assert((*al::embargoes_on("IRQ"_state, "2003-06-01"_date, issuer::un).begin()).target() ==
              al::embargo_target::territory);
static_assert((*al::embargoes_on("IRQ"_state, "2015-12-07"_date, issuer::un).begin()).target() ==
              al::embargo_target::non_governmental_forces);

// There was never a UN arms embargo on Syria; those who say so hold a position in a contest.
static_assert(embargoed("SYR"_state, "2015-12-07"_date, issuer::un) == answer::no);
static_assert(!al::contests_about("SYR"_state).empty());

// The EU embargo on Syria ended on 1 June 2013; what remained is a restriction, and no embargo.
static_assert(embargoed("SYR"_state, "2013-05-31"_date, issuer::eu) == answer::yes);
static_assert(embargoed("SYR"_state, "2013-06-01"_date, issuer::eu) == answer::no);
static_assert(!al::restrictions_on("SYR"_state, "2013-06-01"_date).empty());

// Suspended is not in force: Haiti from 27 August to 18 October 1993.
static_assert(embargoed("HTI"_state, "1993-08-26"_date, issuer::un) == answer::yes);
static_assert(embargoed("HTI"_state, "1993-08-27"_date, issuer::un) == answer::no);
static_assert(embargoed("HTI"_state, "1993-10-18"_date, issuer::un) == answer::yes);

// An appeal that nobody lifted is neither in force nor ended.
static_assert(embargoed("PRT"_state, "1970-01-01"_date, issuer::un) == answer::yes);
static_assert(embargoed("PRT"_state, "1980-01-01"_date, issuer::un) == answer::unknown);

// Adopted on 31 March 1992, in effect from 15 April.
static_assert(embargoed("LBY"_state, "1992-04-14"_date, issuer::un) == answer::no);
static_assert(embargoed("LBY"_state, "1992-04-15"_date, issuer::un) == answer::yes);

// Al-Qaida in Iraq, as Islamic State then was, was listed on 18 October 2004.
static_assert(al::embargoes_on(al::group::isil, "2004-10-17"_date, issuer::un).count() == 1);
static_assert(al::embargoes_on(al::group::isil, "2004-10-18"_date, issuer::un).count() == 2);
static_assert(embargoed(al::group::isil, "2015-12-07"_date) == answer::yes);

// The Houthis' leaders were listed years before the movement.
static_assert(embargoed(al::group::houthis, "2016-01-01"_date) == answer::no);
static_assert(embargoed(al::group::houthis, "2022-02-28"_date) == answer::yes);
static_assert(embargoed(al::group::free_syrian_army, al::last_covered_day) == answer::no);
static_assert(embargoed(al::group::free_syrian_army, al::last_covered_day + 1) == answer::outside_coverage);
