// expect: amounts do not add up: accounts of a transfer are alternatives, and transfers overlap
// SPDX-License-Identifier: BSL-1.0
#include <armsledger/report.hpp>
namespace rp = armsledger::report;
auto sum(rp::account sipri, rp::account contract) { return *sipri.quantity() + *contract.value(); }
