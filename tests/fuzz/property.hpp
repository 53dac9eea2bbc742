// SPDX-License-Identifier: BSL-1.0
//
// What a fuzz target says when a property does not hold. The fuzzer keeps the text that showed it.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void require(bool holds, const char* property) {
    if (!holds) {
        std::fprintf(stderr, "property broken: %s\n", property);
        std::abort();
    }
}

}  // namespace fuzz
