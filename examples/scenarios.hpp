// SPDX-License-Identifier: BSL-1.0
//
// The report's what-ifs, for who asks them.
#pragma once

#include <armsledger/scenario.hpp>

namespace scenarios {

namespace al = armsledger;
using namespace al::literals;
using al::supposition;

// What is not admitted as a supposition does not compile.
consteval al::scenario if_only(const supposition& s) {
    al::scenario made;
    return made.add(s) == al::admission::added ? made : throw "not admitted";
}

// As if all states had done twelve years earlier what they did about the treaty.
inline constexpr al::scenario att_in_force_in_2003 =
    if_only(supposition::in_force_on(al::treaty::att, "2003-01-01"_date));

inline constexpr al::scenario eu_embargo_on_syria_goes_on = if_only(supposition::goes_on(al::regime::eu_syria_2011));

// The report asks all states to send no arms to the government of Syria; here since the embargo of the EU.
inline constexpr al::scenario un_embargo_on_syria = if_only(
    supposition::embargo(al::issuer::un, "SYR"_state, {"2011-05-09"_date, al::never}, al::end_user::government));

}  // namespace scenarios
