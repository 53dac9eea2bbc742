// SPDX-License-Identifier: BSL-1.0
//
// The days that tables hold: sixteen bits each.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/packed.hpp>

#include <cstdint>
#include <stdexcept>

namespace generator {

// Whether a day, or `never`, has sixteen bits of its own.
inline bool fits_tables(armsledger::date day) {
    return armsledger::detail::unpack_day(armsledger::detail::pack_day(day)) == day;
}

inline std::uint32_t pack(armsledger::date day) {
    using namespace armsledger;
    if (day == always) {
        return detail::day16_always;
    }
    if (day == never) {
        return detail::day16_never;
    }
    if (!fits_tables(day)) {
        throw std::range_error{"a day outside 1899-01-01 to 2078-06-03 does not fit a table"};
    }
    return detail::pack_day(day);
}

}  // namespace generator
