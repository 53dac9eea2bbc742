// expect: amounts do not add up: accounts of a transfer are alternatives, and transfers overlap
#include <armsledger/report.hpp>
namespace rp = armsledger::report;
auto total(rp::account a, rp::account b) { return *a.quantity() + *b.quantity(); }
