// expect: all<E>() takes an enumeration of armsledger
#include <armsledger/answer.hpp>
#include <armsledger/state.hpp>
enum class other { a, b };
auto n = armsledger::all<other>{}.size();
