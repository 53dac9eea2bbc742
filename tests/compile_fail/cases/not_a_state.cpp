// expect: this name is known, and is no state
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/state.hpp>
using namespace armsledger::literals;
auto group = "ISIS"_state;
