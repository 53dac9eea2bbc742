// compiles
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/armsledger.hpp>
namespace al = armsledger;
using namespace al::literals;
constexpr al::state iraq = "Iraq"_state;
constexpr al::date day = "2015-12-07"_date;
static_assert(al::standing_of("USA"_state, al::treaty::att, day) == al::standing::signatory);
int main() { return al::exists(iraq, day) ? 0 : 1; }
