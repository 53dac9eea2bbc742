// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <armsledger/detail/record.hpp>
#include <armsledger/tables/states.hpp>

#include <cstdint>

namespace armsledger {

/// A state, named by its ISO 3166-1 alpha-3 code in lower case: `state::irq`; `state::and_` for
/// Andorra, whose code is a C++ token. Also the withdrawn codes of six historic states and
/// `state::xkx`, user-assigned, for Kosovo: states.csv lists them. A value, not a pointer; one byte. The numbers
/// differ between editions: store the code.
enum class state : std::uint8_t {
#include <armsledger/tables/state.inc>
};

namespace detail {
template <>
inline constexpr std::size_t enum_count<state> = tables::state_count;
}

}  // namespace armsledger
