// expect: one_of<armsledger::state::cod, armsledger::state::cog>
// SPDX-License-Identifier: BSL-1.0
// expect: ambiguous name of a state: write one of the codes
#include <armsledger/state.hpp>
using namespace armsledger::literals;
auto congo = "Congo"_state;
