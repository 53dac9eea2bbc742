// SPDX-License-Identifier: BSL-1.0
//
// How tables/days.hpp is laid out: what the rules say of every day, worked out by data/derive.cpp.
//
// A cell is of a territory and those recipients for whom the same was always so; its history is the rows of the ladder
// that held in turn, each a byte for each column of items: the number of an entry.
#pragma once

#include <armsledger/detail/packed.hpp>
#include <armsledger/detail/vectors.hpp>
#include <armsledger/item.hpp>
#include <armsledger/permission.hpp>
#include <armsledger/tables/days.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

// Rows are kept in blocks of columns, for equal blocks are stored once.
inline constexpr std::size_t block_width = 16;
inline constexpr std::size_t row_blocks = (tables::item_column_count + block_width - 1) / block_width;
inline constexpr std::size_t row_width = row_blocks * block_width;

// The cells of histories: of territories, of groups, of columns of items, and words of what the record does not
// reach.
inline constexpr std::size_t group_cells = tables::territory_cell_count;
inline constexpr std::size_t item_cells = group_cells + enum_count<group>;
inline constexpr std::size_t word_cells = item_cells + tables::item_column_count;
inline constexpr std::size_t grounds_outside = 0, open_everywhere = 1, tables_outside = 2, word_count = 3;
inline constexpr std::size_t exports_cell = recipient::count;  // of a slot, after those of the recipients
inline constexpr std::size_t cells_of_slot = recipient::count + 1;

// The row of a cell on a day: of what the last change by then made it, 0 before the first. Without a branch.
constexpr std::uint32_t row_on(std::size_t number, date day) noexcept {
    const std::size_t first_eight = two_bytes_at(tables::first_eight, number);
    const std::size_t eights = two_bytes_at(tables::first_eight, number + 1) - first_eight;
    const std::uint32_t come = days_come(tables::eights_of_days + 16 * first_eight, eights, pack_day(day));
    const std::uint32_t any = come != 0;
    return two_bytes_at(tables::history_value, two_bytes_at(tables::cell_history, number) + come - any) * any;
}

// The entry of a row of a ladder for the items of a column.
constexpr std::uint32_t entry_in(std::uint32_t row, std::size_t column) noexcept {
    const std::size_t block = two_bytes_at(tables::row_blocks, row * row_blocks + column / block_width);
    return byte_at(tables::ladder_blocks, block * block_width + column % block_width);
}

constexpr std::uint32_t four_bytes_at(const char* bytes, std::size_t i) noexcept {
    return two_bytes_at(bytes, 2 * i) | two_bytes_at(bytes, 2 * i + 1) << 16;
}

// A class that is none is as strict as one not known; a group that is none is among forces without a name.
constexpr std::size_t place_of(const recipient& who) noexcept {
    const std::size_t place = who.place();
    return place < recipient::count
               ? place
               : static_cast<std::size_t>(who.as_group() ? end_user::non_governmental_forces : end_user::unknown);
}

// The rung of an issuer in an entry: nothing, or whether mandatory and how strict.
constexpr permission rung_of(std::uint32_t packed) noexcept {
    constexpr permission by_strictness[] = {
        permission::free,     permission::free,    permission::notification,     permission::no_objection,
        permission::approval, permission::unknown, permission::outside_coverage, permission::prohibited};
    return by_strictness[packed & 7];
}

}  // namespace armsledger::detail
