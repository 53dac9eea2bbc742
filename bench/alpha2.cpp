// SPDX-License-Identifier: BSL-1.0
//
// The state of an alpha-2 code. Misses are two random capitals.
#include "gperf.hpp"
#include "keys.hpp"
#include "peers.hpp"
#include "queries.hpp"

#include <armsledger/state.hpp>

int main(int argc, char** argv) {
    const auto keys = bench::alpha2_keys();
    const auto known = [&](bench::random& r) { return std::string{keys[bench::below(r, keys.size())].first}; };
    const auto unknown = [](bench::random& r) {
        return bench::capitals(r, 2, [](std::string_view text) { return armsledger::find_alpha2(text).has_value(); });
    };
    bench::question<bench::code<2>> q{"alpha2", bench::modes<bench::code<2>>(known, unknown)};
    q.design("ours", [](std::string_view text) {
        return static_cast<int>(armsledger::find_alpha2(text).value_or(bench::no_state));
    });
#ifdef BENCH_GPERF
    q.design("gperf", [](std::string_view text) { return bench::value_of(alpha2_gperf(text.data(), 2)); });
#else
    bench::absent("gperf");
#endif
    bench::add_containers<std::string_view>(q, keys);
    return bench::run(argc, argv);
}
