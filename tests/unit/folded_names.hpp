// SPDX-License-Identifier: BSL-1.0
//
// The numbers of the folded names of an index, by the folded name: what look-up was made for, without its
// hashes, its spellings and its filter.
#pragma once

#include <armsledger/detail/name_index.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace reference {

inline std::string str(armsledger::text_view t) { return {t.data(), t.size()}; }

template <class Index>
class folded_names {
public:
    folded_names() {
        using namespace armsledger::detail;
        for (std::size_t slot = 0; slot < Index::slot_count; ++slot) {
            const auto key = eight_bytes_at(Index::keys, two_bytes_at(Index::slots, slot));
            const std::string spelling{Index::pool + (key & 0xFFFF), key >> 16 & 0xFF};
            if (fold(spelling).text() == armsledger::text_view{spelling}) {
                numbers_.emplace(spelling, key >> 32 & 0xFFFF);
            }
        }
    }

    // The number of the name that a text is, -1 for none.
    std::int64_t find(const std::string& text) const {
        const auto folded = numbers_.find(str(armsledger::detail::fold(text).text()));
        if (folded != numbers_.end()) {
            return static_cast<std::int64_t>(folded->second);
        }
        const auto turned = numbers_.find(str(armsledger::detail::fold_turned(text).text()));
        return turned == numbers_.end() ? -1 : static_cast<std::int64_t>(turned->second);
    }

    std::size_t size() const { return numbers_.size(); }

private:
    std::map<std::string, std::uint64_t> numbers_;
};

// The number of the name that a text is by look-up, -1 for none.
template <class Index>
std::int64_t looked_up(const std::string& text) {
    const std::uint64_t key = armsledger::detail::find_key<Index>(text);
    return key == 0 ? -1 : static_cast<std::int64_t>(key >> 32 & 0xFFFF);
}

}  // namespace reference
