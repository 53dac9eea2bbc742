// SPDX-License-Identifier: BSL-1.0
//
// How the generated tables are laid out. A column is either
// - text: a number takes one, two, three or five printable characters of six bits each, lowest first, from
//   '?' (0) to '~' (63). A compiler reads a string literal of a hundred kilobytes in the time of a few
//   hundred array elements, and linkers merge equal literals of several translation units; or
// - bytes: numbers of one, two or eight bytes, lowest first, for what is looked up in hot loops.
// Texts are references into one pool a table. Days are 16 bits wide.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

inline constexpr std::size_t u8_characters = 2;
inline constexpr std::size_t u16_characters = 3;
inline constexpr std::size_t u32_characters = 5;  // of 30 bits

// Written out: in a constant expression each turn of a loop counts as a step, of which clang allows a million.
constexpr std::uint32_t six_bits_at(const char* at, std::size_t i) noexcept {
    return static_cast<std::uint32_t>(at[i] - '?') << 6 * i;
}
// The highest value of six bits stands for the 0xFF of wider columns: none.
constexpr std::uint32_t u6_at(const char* column, std::size_t i) noexcept {
    return column[i] == '~' ? 0xFF : six_bits_at(column + i, 0);
}
constexpr std::uint32_t u8_at(const char* column, std::size_t i) noexcept {
    column += i * u8_characters;
    return six_bits_at(column, 0) | six_bits_at(column, 1);
}
constexpr std::uint32_t u16_at(const char* column, std::size_t i) noexcept {
    column += i * u16_characters;
    return six_bits_at(column, 0) | six_bits_at(column, 1) | six_bits_at(column, 2);
}
constexpr std::uint32_t u32_at(const char* column, std::size_t i) noexcept {
    column += i * u32_characters;
    return six_bits_at(column, 0) | six_bits_at(column, 1) | six_bits_at(column, 2) | six_bits_at(column, 3) |
           six_bits_at(column, 4);
}
constexpr std::uint32_t byte_at(const char* bytes, std::size_t i) noexcept {
    return static_cast<unsigned char>(bytes[i]);
}
// The word whose bytes, lowest first, stand at `bytes`: one load, which compilers do not make of single bytes.
template <class Word>
constexpr Word little_endian(const char* bytes) noexcept {
    Word word = 0;
    if (__builtin_is_constant_evaluated() || __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__) {
        for (std::size_t i = sizeof word; i-- > 0;) {
            word = static_cast<Word>(std::uint64_t{word} << 8 | byte_at(bytes, i));
        }
    } else {
        __builtin_memcpy(&word, bytes, sizeof word);
    }
    return word;
}
constexpr std::uint32_t two_bytes_at(const char* bytes, std::size_t i) noexcept {
    return little_endian<std::uint16_t>(bytes + 2 * i);
}
// Byte by byte, where no loop is hot: clang 14 tries a comparison of numbers in a static_assert as if at run time
// first, and what it would say of the load above brings it down.
constexpr std::uint32_t two_single_bytes_at(const char* bytes, std::size_t i) noexcept {
    return byte_at(bytes, 2 * i) | byte_at(bytes, 2 * i + 1) << 8;
}
constexpr std::uint64_t eight_bytes_at(const char* bytes, std::size_t i) noexcept {
    return little_endian<std::uint64_t>(bytes + 8 * i);
}

// Days since 1898-12-31, up to 2078-06-04; the ends of the range stand for `always` and `never`.
inline constexpr std::int32_t day16_epoch = -25933;
inline constexpr std::uint32_t day16_always = 0;
inline constexpr std::uint32_t day16_never = 0xFFFF;

constexpr date unpack_day(std::uint32_t day16) noexcept {
    return day16 == day16_always  ? always
           : day16 == day16_never ? never
                                  : date::from_days(static_cast<std::int32_t>(day16) + day16_epoch);
}

// A day of a query, for comparison with packed days. Days outside the range wrap to more than any packed day.
constexpr std::uint32_t wrapped_day(date day) noexcept {
    return static_cast<std::uint32_t>(day.days()) - static_cast<std::uint32_t>(day16_epoch);
}

// As above; days outside the range meet its nearest end, and `never` itself.
constexpr std::uint32_t pack_day(date day) noexcept {
    const std::uint32_t day16 = wrapped_day(day);
    if (day16 < 0xFFFE) [[likely]] {
        return day16;
    }
    return day.days() < day16_epoch ? day16_always : day == never ? day16_never : 0xFFFE;
}

constexpr date day_at(const char* column, std::size_t i) noexcept { return unpack_day(u16_at(column, i)); }

// Of few different days: the place of each in a list of them.
constexpr date listed_day_at(const char* column, const char* days, std::size_t i) noexcept {
    return day_at(days, u6_at(column, i));
}

// A date known within bounds. Most are one day; a number beyond 16 bits is that of a pair of bounds.
inline constexpr std::uint32_t first_bounds = 0x10000;

constexpr uncertain_date span_at(const char* days, const char* bounds, std::size_t i) noexcept {
    const std::uint32_t day = u16_at(days, i);
    if (day < first_bounds) {
        return {unpack_day(day), unpack_day(day)};
    }
    const std::size_t pair = std::size_t{2} * (day - first_bounds);
    return {day_at(bounds, pair), day_at(bounds, pair + 1)};
}

// A text of a pool: 18 bits of offset, 12 bits of length.
constexpr text_view text_at(const char* pool, const char* column, std::size_t i) noexcept {
    const std::uint32_t reference = u32_at(column, i);
    return {pool + (reference & 0x3FFFFU), reference >> 18};
}

// Consecutive rows, half-open.
struct rows {
    std::size_t first = 0;
    std::size_t last = 0;
};

// The rows of the i-th of `count` things, from a column of first rows; none for another i.
constexpr rows rows_of(const char* firsts, std::size_t i, std::size_t count) noexcept {
    if (i >= count) {
        return {};
    }
    return {u16_at(firsts, i), u16_at(firsts, i + 1)};
}

// The thing a row belongs to, from a column of first rows.
constexpr std::size_t owner_of(const char* firsts, std::size_t row) noexcept {
    std::size_t i = 0;
    while (u16_at(firsts, i + 1) <= row) {
        ++i;
    }
    return i;
}

}  // namespace armsledger::detail
