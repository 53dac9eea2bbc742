// SPDX-License-Identifier: BSL-1.0
//
// Seeded queries: texts that are found, half of them replaced by texts that are not, and only such.
#pragma once

#include "bench.hpp"

#include <cstddef>
#include <deque>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace bench {

using random = std::mt19937_64;

inline std::size_t below(random& r, std::size_t n) { return static_cast<std::size_t>(r() % n); }

// Texts that live as long as the program, one after the other, each with a zero behind it, as some peers
// want it, and room for reading a word beyond.
class text_store {
public:
    std::string_view add(std::string_view text) {
        if (blocks_.empty() || blocks_.back().size() + text.size() + 16 > blocks_.back().capacity()) {
            blocks_.emplace_back().reserve(std::size_t{1} << 22);
        }
        std::string& block = blocks_.back();
        const std::size_t at = block.size();
        block.append(text);
        block.push_back('\0');
        return {block.data() + at, text.size()};
    }

private:
    std::deque<std::string> blocks_;
};

// A short code where it stands, with a zero behind it.
template <std::size_t Size>
struct code {
    char text[Size + 1] = {};
    constexpr operator std::string_view() const noexcept { return {text, Size}; }
};

// A query as it is kept.
template <class Query, class Raw>
Query kept(const Raw& raw) {
    if constexpr (std::is_same_v<Query, std::string_view>) {
        static text_store texts;
        return texts.add(raw);
    } else if constexpr (std::is_same_v<Query, Raw>) {
        return raw;
    } else {
        Query code;
        raw.copy(code.text, sizeof code.text - 1);
        return code;
    }
}

// The modes hit, half and miss. `hit` and `miss` take the random source and give a text or a number.
template <class Query, class Hit, class Miss>
std::vector<mode<Query>> modes(Hit hit, Miss miss) {
    std::vector<mode<Query>> all;
    random r{20151208};
    for (const auto& [name, misses_of_2] : {std::pair{"hit", 0U}, {"half", 1U}, {"miss", 2U}}) {
        mode<Query>& m = all.emplace_back();
        m.name = name;
        for (std::size_t i = 0; i < query_count; ++i) {
            m.queries.push_back(kept<Query>(below(r, 2) < misses_of_2 ? miss(r) : hit(r)));
        }
    }
    return all;
}

// So many random capitals, until they are not known.
template <class Known>
std::string capitals(random& r, std::size_t size, Known known) {
    std::string text(size, 'A');
    do {
        for (char& c : text) {
            c = static_cast<char>('A' + below(r, 26));
        }
    } while (known(text));
    return text;
}

}  // namespace bench
