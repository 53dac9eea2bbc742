// expect: static assertion failed | static_assert failed
// SPDX-License-Identifier: BSL-1.0
// The literals stand outside the assertion: clang 14 crashes when it prints one inside a failed one.
#include <armsledger/treaty.hpp>
namespace al = armsledger;
using namespace al::literals;
constexpr al::state usa = "USA"_state;
constexpr al::date day = "2015-12-07"_date;
static_assert(al::standing_of(usa, al::treaty::att, day) == al::standing::party);
