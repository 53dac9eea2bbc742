// SPDX-License-Identifier: BSL-1.0
//
// The state of an alpha-3 code. Misses are three random capitals.
#include "gperf.hpp"
#include "keys.hpp"
#include "peers.hpp"
#include "queries.hpp"

#include <armsledger/state.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#if __has_include(<frozen/unordered_map.h>)
#include <frozen/string.h>
#include <frozen/unordered_map.h>
#endif
#if __has_include(<magic_enum.hpp>)
#define MAGIC_ENUM_RANGE_MIN 0
#define MAGIC_ENUM_RANGE_MAX 255
#include <magic_enum.hpp>
#endif

#if __has_include(<frozen/unordered_map.h>)
namespace {
template <std::size_t... I>
constexpr auto frozen_map(std::index_sequence<I...>) {
    const auto row = [](std::size_t i) {
        const armsledger::text_view code = armsledger::alpha3(static_cast<armsledger::state>(i));
        return std::pair{frozen::string{code.data(), code.size()}, static_cast<int>(i)};
    };
    return frozen::make_unordered_map(std::array{row(I)...});
}
}  // namespace
#endif

int main(int argc, char** argv) {
    const auto keys = bench::alpha3_keys();
    const auto known = [&](bench::random& r) { return std::string{keys[bench::below(r, keys.size())].first}; };
    const auto unknown = [](bench::random& r) {
        return bench::capitals(r, 3, [](std::string_view text) { return armsledger::find_alpha3(text).has_value(); });
    };
    bench::question<bench::code<3>> q{"alpha3", bench::modes<bench::code<3>>(known, unknown)};
    q.design("ours", [](std::string_view text) {
        return static_cast<int>(armsledger::find_alpha3(text).value_or(bench::no_state));
    });
#ifdef BENCH_GPERF
    q.design("gperf", [](std::string_view text) { return bench::value_of(alpha3_gperf(text.data(), 3)); });
#else
    bench::absent("gperf");
#endif
#if __has_include(<frozen/unordered_map.h>)
    static constexpr auto frozen_states =
        frozen_map(std::make_index_sequence<armsledger::all<armsledger::state>{}.size()>{});
    q.design("frozen", [](std::string_view text) {
        const auto found = frozen_states.find(frozen::string{text.data(), text.size()});
        return found == frozen_states.end() ? bench::none : found->second;
    });
#else
    bench::absent("frozen");
#endif
#if __has_include(<magic_enum.hpp>)
    q.design("magic_enum", [](std::string_view text) {
        // The enumerator of Andorra is and_, for its code is a C++ token.
        const auto found =
            magic_enum::enum_cast<armsledger::state>(text == "AND" ? "and_" : text, magic_enum::case_insensitive);
        return found ? static_cast<int>(*found) : bench::none;
    });
#else
    bench::absent("magic_enum");
#endif
    bench::add_containers<std::string_view>(q, keys);
    return bench::run(argc, argv);
}
