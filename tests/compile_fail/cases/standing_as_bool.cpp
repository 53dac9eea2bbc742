// expect: could not convert | not contextually convertible
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/treaty.hpp>
namespace al = armsledger;
using namespace al::literals;
int main() {
    if (al::standing_of("USA"_state, al::treaty::att, "2015-12-07"_date)) {
        return 1;
    }
}
