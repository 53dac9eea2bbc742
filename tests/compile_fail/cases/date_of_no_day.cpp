// expect: no such day
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/date.hpp>
using namespace armsledger::literals;
auto day = "2015-02-29"_date;
