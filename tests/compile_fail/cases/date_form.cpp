// expect: not a date: write YYYY-MM-DD
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/date.hpp>
using namespace armsledger::literals;
auto day = "7.12.2015"_date;
