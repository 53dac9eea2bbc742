// SPDX-License-Identifier: BSL-1.0
#include "asked.hpp"

std::uint64_t asked_elsewhere() { return asked(); }
