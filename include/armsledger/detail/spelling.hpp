// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <armsledger/detail/packed.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

// Eight characters with capitals of ASCII made small; other bytes stay.
template <class Word>
constexpr Word in_small_letters(Word word) noexcept {
    const Word low = word & 0x7F7F7F7F7F7F7F7F;
    const Word capital = (low + 0x3F3F3F3F3F3F3F3F) & ~(low + 0x2525252525252525) & ~word & 0x8080808080808080;
    return word | capital >> 2;
}

// The first and the last eight characters of a text: all of one of up to sixteen. Those of a shorter one
// overlap or repeat; with its size they still say all of it.
template <class Word>
struct text_ends {
    Word first;
    Word last;

    constexpr text_ends(const char* text, std::size_t size) noexcept {
        if (size < 4) {
            first = last = byte_at(text, 0) | byte_at(text, size / 2) << 8 | byte_at(text, size - 1) << 16;
        } else {
            const std::size_t step = size < 8 ? size - 4 : 4;
            const char* const end = text + size - 4;
            first = little_endian<std::uint32_t>(text) | Word{little_endian<std::uint32_t>(text + step)} << 32;
            last = little_endian<std::uint32_t>(end - step) | Word{little_endian<std::uint32_t>(end)} << 32;
        }
    }
};

// Of a text whose ends are given in small letters. The multipliers have no meaning but odd bits.
template <class Word>
constexpr Word spelling_hash(Word first, Word last, const char* text, std::size_t size) noexcept {
    Word hash = (first + size) * 0x9E3779B97F4A7C15 + last * 0xC2B2AE3D27D4EB4F;
    for (std::size_t i = 8; i + 8 < size; i += 8) {
        hash += in_small_letters(little_endian<Word>(text + i)) * (0x165667B19E3779F9 + 2 * i);
    }
    return hash;
}

// The slot of a hash, out of a power of two: a displacement for each of a quarter as many groups, found
// when the table is made, sends every spelling to a slot of its own.
template <class Word>
constexpr std::size_t group_of(Word hash, std::size_t slot_count) noexcept {
    return static_cast<std::size_t>(hash >> 52) & (slot_count / 4 - 1);
}
template <class Word>
constexpr std::size_t slot_of(Word hash, std::size_t displacement, std::size_t slot_count) noexcept {
    return ((hash >> 32) + displacement * (hash >> 40 | 1)) & (slot_count - 1);
}

}  // namespace armsledger::detail
