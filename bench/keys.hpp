// SPDX-License-Identifier: BSL-1.0
//
// The keys that all designs of a look-up share, from the library itself.
#pragma once

#include <armsledger/state.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

namespace al = armsledger;

inline std::vector<std::pair<std::string_view, int>> alpha3_keys() {
    std::vector<std::pair<std::string_view, int>> keys;
    for (const al::state s : al::all<al::state>{}) {
        keys.emplace_back(al::alpha3(s), static_cast<int>(s));
    }
    return keys;
}

// Without the code that two states bore.
inline std::vector<std::pair<std::string_view, int>> alpha2_keys() {
    std::vector<std::pair<std::string_view, int>> keys;
    for (const al::state s : al::all<al::state>{}) {
        if (al::find_alpha2(al::alpha2(s))) {
            keys.emplace_back(al::alpha2(s), static_cast<int>(s));
        }
    }
    return keys;
}

inline bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            return false;
        }
    }
    return true;
}

// Names of ASCII characters that mean one state, in lower case, once each.
inline const std::vector<std::pair<std::string_view, int>>& name_keys() {
    static const auto by_name = [] {
        std::map<std::string, int> names;
        for (const al::state s : al::all<al::state>{}) {
            for (const al::state_name n : al::names_of(s)) {
                std::string name{std::string_view{n.text()}};
                for (char& c : name) {
                    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
                }
                const al::state_match match = al::find_state(name);
                if (is_ascii(name) && match.kind == al::match_kind::name) {
                    names.emplace(name, static_cast<int>(*match.one()));
                }
            }
        }
        return names;
    }();
    static const std::vector<std::pair<std::string_view, int>> keys{by_name.begin(), by_name.end()};
    return keys;
}

}  // namespace bench
