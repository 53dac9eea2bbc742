// expect: not a date: write YYYY-MM-DD
#include <armsledger/date.hpp>
using namespace armsledger::literals;
auto day = "7.12.2015"_date;
