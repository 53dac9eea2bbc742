// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace armsledger::detail {

// What an edge of custody stands for, in the two low bits of its record; the row is above them.
enum class edge_origin : std::uint8_t { maker, transfer, acquisition, route };

constexpr edge_origin origin_in(std::uint32_t record) noexcept { return static_cast<edge_origin>(record & 3U); }
constexpr std::uint32_t edge_record(edge_origin o, std::uint32_t row) noexcept {
    return row << 2 | static_cast<std::uint32_t>(o);
}

}  // namespace armsledger::detail
