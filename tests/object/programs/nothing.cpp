// SPDX-License-Identifier: BSL-1.0
// Includes everything and uses nothing.
#include <armsledger/armsledger.hpp>
