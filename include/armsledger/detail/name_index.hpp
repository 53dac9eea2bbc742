// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <armsledger/detail/fold.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/detail/record.hpp>
#include <armsledger/detail/spelling.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/tables/letter_weights.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

// A name index is a generated type, `Index`: a hash table from names to values; what a value means is the
// table's own. It knows folded names, and some as they are usually spelled, whatever their case: these are
// found without folding. What is not found, and has letters that no name has, need not be folded either.
// - slots: two bytes each; then a displacement of a byte for four; then 16 bits each of the filter
// - keys: of a spelling: its place in the pool, two bytes; its size; nothing; a name's number, two bytes;
//   the one value of the name, two bytes
// - pool: the spellings, and as many characters more as the longest may have

// Longer than any name.
inline constexpr std::size_t longest_name = 127;

// The key of a spelling; 0 when there is none.
template <class Index, class Key>
[[gnu::always_inline]] constexpr Key key_of_spelling(text_view text) noexcept {
    const std::size_t size = text.size();
    if (size - 1 >= longest_name) {
        return 0;
    }
    const text_ends<Key> ends{text.data(), size};
    const Key first = in_small_letters(ends.first);
    const Key last = in_small_letters(ends.last);
    const Key hash = spelling_hash(first, last, text.data(), size);
    const std::size_t moved = byte_at(Index::slots + 2 * Index::slot_count, group_of(hash, Index::slot_count));
    const std::size_t slot = slot_of(hash, moved, Index::slot_count);
    const Key key =
        little_endian<Key>(Index::keys + 8 * std::size_t{little_endian<std::uint16_t>(Index::slots + 2 * slot)});
    const char* const its = Index::pool + (key & 0xFFFF);
    const text_ends<Key> its_ends{its, size};
    Key differ = (first ^ its_ends.first) | (last ^ its_ends.last) | ((key >> 16 & 0xFF) ^ size);
    for (std::size_t i = 8; i + 8 < size; i += 8) {
        differ |= in_small_letters(little_endian<Key>(text.data() + i)) ^ little_endian<Key>(its + i);
    }
    return differ == 0 ? key : 0;
}

template <class Index, class Key>
[[gnu::noinline, gnu::cold]] constexpr Key key_when_folded(text_view name) noexcept {
    const Key found = key_of_spelling<Index, Key>(fold(name).text());
    return found != 0 ? found : key_of_spelling<Index, Key>(fold_turned(name).text());
}

// The sum of the weights of four ASCII characters; zeros weigh nothing.
template <class Four>
constexpr Four weight_of_four(Four four) noexcept {
    const char* const weights = tables::letter_weights;
    return little_endian<std::uint32_t>(weights + (four << 2 & 0x1FC)) +
           little_endian<std::uint32_t>(weights + (four >> 6 & 0x1FC)) +
           little_endian<std::uint32_t>(weights + (four >> 14 & 0x1FC)) +
           little_endian<std::uint32_t>(weights + (four >> 22 & 0x1FC));
}

// The characters of a text after the last whole four, then zeros.
template <class Four>
constexpr Four after_last_four(text_view text) noexcept {
    const std::size_t more = text.size() % 4;
    if (text.size() >= 4) {
        return Four{little_endian<std::uint32_t>(text.end() - 4)} >> (32 - 8 * more);
    }
    Four rest = 0;
    for (std::size_t i = more; i-- > 0;) {
        rest = rest << 8 | byte_at(text.data(), i);
    }
    return rest;
}

// Folding leaves the sum of the letters' weights as it is: what it drops or spells out weighs nothing,
// in sum. So a text of ASCII characters whose sum no name has is no name.
template <class Index, class Key>
[[gnu::always_inline]] constexpr bool letters_may_be_known(text_view text) noexcept {
    const char* const at = text.data();
    const std::size_t size = text.size();
    Key sum = 0;
    Key all = 0;
    for (std::size_t i = 0; i + 4 <= size; i += 4) {
        const Key four = little_endian<std::uint32_t>(at + i);
        sum += weight_of_four(four);
        all |= four;
    }
    const Key rest = after_last_four<Key>(text);
    sum += weight_of_four(rest);
    all |= rest;
    const char* const filter = Index::slots + 2 * Index::slot_count + Index::slot_count / 4;
    const Key one = (sum & 0xFFFF) % (16 * Index::slot_count);
    const Key other = (sum >> 16 & 0xFFFF) % (16 * Index::slot_count);
    return (all & 0x80808080) != 0 ||
           (byte_at(filter, one / 8) >> one % 8 & byte_at(filter, other / 8) >> other % 8 & 1U) != 0;
}

// What keys hold of a name in any spelling; 0 when the text means nothing.
template <class Index, class Key = std::uint64_t>
[[gnu::always_inline]] constexpr Key find_key(text_view name) noexcept {
    const Key found = key_of_spelling<Index, Key>(name);
    return found != 0 || !letters_may_be_known<Index, Key>(name) ? found : key_when_folded<Index, Key>(name);
}

// The values of a name.
template <class Index, class Key>
constexpr rows values_of(Key key) noexcept {
    const Key number = key >> 32 & 0xFFFF;
    return key == 0 ? rows{} : rows{u16_at(Index::first_value, number), u16_at(Index::first_value, number + 1)};
}
template <class Index>
constexpr rows rows_named(text_view name) noexcept {
    return values_of<Index>(find_key<Index>(name));
}
template <class Index>
constexpr std::uint32_t value_at(std::size_t i) noexcept {
    return u16_at(Index::values, i);
}

// The text of an enumerator in a column of texts; empty for a value that is no enumerator.
template <class Enum>
constexpr text_view text_of(const char* pool, const char* column, Enum value) noexcept {
    return is_valid(value) ? text_at(pool, column, static_cast<std::size_t>(value)) : text_view{};
}

// The enumerator that a name means.
template <class Index, class Enum, class Key = std::uint64_t>
constexpr maybe<Enum> find_in(text_view text) noexcept {
    const Key key = find_key<Index, Key>(text);
    const Key value = key >> 48;
    return {key != 0 && value != 0xFFFF, static_cast<Enum>(value)};
}

}  // namespace armsledger::detail
