// SPDX-License-Identifier: BSL-1.0
/// \file
/// The ladder of permission (permission.hpp) on any day by look-up, without the reasons: in what data/derive.cpp worked
/// out from its rules, for whom nothing is claimed.
#pragma once

#include <armsledger/detail/days.hpp>
#include <armsledger/permission.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

namespace detail {

template <class = void>
constexpr std::uint32_t rungs_on(std::size_t number, std::size_t column, date day) noexcept {
    return four_bytes_at(tables::entry_rungs, entry_in(row_on(number, day), column));
}

}  // namespace detail

/// The rung of `permission_for(territory, who, what, by, day)` when nothing is claimed, in constant time: some
/// nanoseconds, where the ruling with its act and condition takes microseconds. `unknown` for an item that is none;
/// else `free` for a territory or an issuer that is none.
template <class Permission = permission>
[[gnu::always_inline]] constexpr Permission rung_on(state territory, recipient who, item what, issuer by,
                                                    date day) noexcept {
    using namespace detail;
    if (!is_covered(record_of_issuer(by), pack_day(day))) {
        return Permission::outside_coverage;
    }
    const std::size_t place = what.place();
    if (place == item::count || !is_valid(territory) || !is_valid(by)) {
        return place == item::count ? Permission::unknown : Permission::free;
    }
    const std::size_t column = byte_at(tables::item_column, place);
    const std::size_t slot = byte_at(tables::territory_slot, static_cast<std::size_t>(territory));
    const std::size_t whom = place_of(who);
    const std::size_t number =
        two_bytes_at(tables::slot_first_cell, slot) + byte_at(tables::slot_cells, slot * cells_of_slot + whom);
    const unsigned shift = 4 * static_cast<unsigned>(by);
    std::uint32_t packed = rungs_on(number, column, day) >> shift & 15;
    if (who.as_group()) {
        const std::size_t group = group_cells + whom - enum_count<end_user>;
        const std::uint32_t follows = rungs_on(group, column, day) >> shift & 15;
        packed = packed < follows ? follows : packed;
    }
    return rung_of(packed);
}

}  // namespace armsledger
