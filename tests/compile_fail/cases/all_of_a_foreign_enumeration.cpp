// expect: all<E>() takes an enumeration of armsledger
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/answer.hpp>
#include <armsledger/state.hpp>
enum class other { a, b };
auto n = armsledger::all<other>{}.size();
