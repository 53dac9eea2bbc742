// expect: no state has this code or name: write an ISO 3166-1 code or an exact name
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/state.hpp>
using namespace armsledger::literals;
auto nowhere = "IRK"_state;
