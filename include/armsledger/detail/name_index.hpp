// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <armsledger/detail/fold.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/detail/record.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

// A generated hash table from folded names to values; what a value means is the table's own.
struct name_index {
    std::size_t slot_count;
    const char* slots;
    const char* keys;
    const char* first_value;
    const char* value;
    const char* pool;

    // The values of a name: as it stands, else turned ("A, B" as "B A").
    template <class Rows = rows>
    constexpr Rows find(text_view name) const noexcept {
        const Rows found = find_folded<Rows>(fold(name).text());
        return found.first == found.last ? find_folded<Rows>(fold_turned(name).text()) : found;
    }

    constexpr std::uint32_t value_at(std::size_t i) const noexcept { return u16_at(value, i); }

private:
    template <class Rows>
    constexpr Rows find_folded(text_view key) const noexcept {
        if (key.empty()) {
            return {};
        }
        for (std::size_t slot = name_hash(key) % slot_count;; slot = (slot + 1) % slot_count) {
            const std::uint32_t number = u16_at(slots, slot);
            if (number == 0) {
                return {};
            }
            if (text_at(pool, keys, number - 1) == key) {
                return {u16_at(first_value, number - 1), u16_at(first_value, number)};
            }
        }
    }
};

// The text of an enumerator in a column of texts; empty for a value that is no enumerator.
template <class Enum>
constexpr text_view text_of(const char* pool, const char* column, Enum value) noexcept {
    return is_valid(value) ? text_at(pool, column, static_cast<std::size_t>(value)) : text_view{};
}

// The enumerator that a name means.
template <class Enum>
constexpr maybe<Enum> find_in(const name_index& index, text_view text) noexcept {
    const rows found = index.find(text);
    if (found.last - found.first != 1) {
        return nothing;
    }
    return static_cast<Enum>(index.value_at(found.first));
}

}  // namespace armsledger::detail
