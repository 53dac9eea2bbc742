// SPDX-License-Identifier: BSL-1.0
//
// What the report says, as static assertions.
#include <armsledger/report.hpp>
#include <armsledger/report_law.hpp>

namespace al = armsledger;
namespace rp = armsledger::report;
using namespace al::literals;
using rp::measure;
using rp::weapon;

// The texts cannot all be right on the number of countries, and can on the suppliers of Iraq.
static_assert(rp::agreement(measure::countries_of_origin).together == al::answer::no);
static_assert(rp::agreement(measure::suppliers_to_iraq).left->least == 340);

// Names are looked up at compile time, too.
static_assert(rp::find_weapon("AT-14 Spriggan").one() == weapon::kornet);
static_assert(rp::find_weapon("M4").count() == 2);

// Designed in the Soviet Union, made in several states: relations that never slip into one another.
static_assert(rp::designers_of(weapon::kalashnikov_family).one() == "SUN"_state);
static_assert(rp::makers_of(weapon::kalashnikov_family).contains("CHN"_state));

// The net of custody in a constant expression.
static_assert(rp::upstream(rp::named_actor::islamic_state, {"2014-06-01"_date, "2014-07-01"_date}).count() > 100);
static_assert(!rp::routes(weapon::m79_osa).empty());
