// expect: no such day
#include <armsledger/date.hpp>
using namespace armsledger::literals;
auto day = "2015-02-29"_date;
