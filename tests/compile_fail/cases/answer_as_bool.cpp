// expect: cannot convert | cannot initialize
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/embargo.hpp>
namespace al = armsledger;
using namespace al::literals;
bool barred = al::embargoed("SYR"_state, "2015-12-07"_date, al::issuer::un);
