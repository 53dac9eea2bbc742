// SPDX-License-Identifier: BSL-1.0
// The look-up of alpha-2 codes alone.
#include <armsledger/armsledger.hpp>

extern "C" unsigned ask(const char* text, unsigned long size) {
    return static_cast<unsigned>(armsledger::find_alpha2({text, size}).value_or(armsledger::state{255}));
}
