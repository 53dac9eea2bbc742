// expect: this name is known, and is no state
#include <armsledger/state.hpp>
using namespace armsledger::literals;
auto group = "ISIS"_state;
