// SPDX-License-Identifier: BSL-1.0
//
// The state of a numeric code. Misses are random numbers below 1000.
#include "keys.hpp"
#include "peers.hpp"
#include "queries.hpp"

#include <armsledger/state.hpp>

int main(int argc, char** argv) {
    const auto keys = bench::numeric_keys();
    const auto known = [&](bench::random& r) { return keys[bench::below(r, keys.size())].first; };
    const auto unknown = [](bench::random& r) {
        unsigned code = 0;
        do {
            code = static_cast<unsigned>(bench::below(r, 1000));
        } while (armsledger::find_numeric(code));
        return code;
    };
    bench::question<unsigned> q{"numeric", bench::modes<unsigned>(known, unknown)};
    q.design("ours",
             [](unsigned code) { return static_cast<int>(armsledger::find_numeric(code).value_or(bench::no_state)); });
    bench::add_containers<unsigned>(q, keys, "integer");
    return bench::run(argc, argv);
}
