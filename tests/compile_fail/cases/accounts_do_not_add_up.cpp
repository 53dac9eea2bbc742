// expect: amounts do not add up: accounts of a transfer are alternatives, and transfers overlap
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/report.hpp>
namespace rp = armsledger::report;
auto total(rp::account a, rp::account b) { return *a.quantity() + *b.quantity(); }
