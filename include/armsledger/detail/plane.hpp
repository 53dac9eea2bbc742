// SPDX-License-Identifier: BSL-1.0
//
// Planes: of which states something is so on a day, for all of them at once. A plane is a run of bytes:
// - 16 bytes: how many eights of days, whether there are columns, how many spells are certain, how many
//   there are with those that are only possible; the rest is empty;
// - the days on which it changes, two bytes each, filled up with days that never come. How many of them have
//   come by a day is the rank of the day;
// - if there are columns, two of a byte a state: from which rank on, and until which, it is certainly so;
// - spells of three bytes, of what the columns do not hold: a state, from which rank on, until which.
#pragma once

#include <armsledger/detail/packed.hpp>
#include <armsledger/detail/record.hpp>
#include <armsledger/detail/vectors.hpp>
#include <armsledger/state_set.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

inline constexpr std::size_t plane_column = (enum_count<state> + 15) / 16 * 16;

template <class Rank>
constexpr state_set states_within(const char* from, Rank rank) noexcept {
    std::uint64_t words[4] = {};
    for (std::size_t w = 0; w < 4; ++w) {
        const std::size_t first = 64 * w;
        const std::size_t last = first + 64 < plane_column ? first + 64 : plane_column;
        for (std::size_t i = last; i > first; i -= 16) {
            words[w] = words[w] << 16 | sixteen_within(from + i - 16, from + plane_column + i - 16, rank);
        }
    }
    return state_set{words};
}

// The states of a plane on a day. Planes begin at multiples of 16 bytes, given by `firsts`.
template <class Size>
constexpr state_set states_in_plane(const char* planes, const char* firsts, Size i, date day,
                                    certainty wanted) noexcept {
    const char* plane = planes + 16 * two_bytes_at(firsts, i);
    const Size eights = byte_at(plane, 0);
    const unsigned rank = days_come(plane + 16, eights, pack_day(day));
    const char* at = plane + 16 + 16 * eights;
    state_set found;
    if (byte_at(plane, 1) != 0) {
        found = states_within(at, rank);
        at += 2 * plane_column;
    }
    for (Size spells = byte_at(plane, wanted == certainty::certain ? 2 : 3); spells > 0; --spells, at += 3) {
        if (byte_at(at, 1) <= rank && rank < byte_at(at, 2)) {
            found.insert(static_cast<state>(at[0]));
        }
    }
    return found;
}

}  // namespace armsledger::detail
