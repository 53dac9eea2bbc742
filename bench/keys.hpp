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

inline constexpr al::state no_state = static_cast<al::state>(255);  // `none` of bench.hpp

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

// Without the code that two states bore.
inline std::vector<std::pair<unsigned, int>> numeric_keys() {
    std::vector<std::pair<unsigned, int>> keys;
    for (const al::state s : al::all<al::state>{}) {
        if (const auto code = al::numeric(s); code && al::find_numeric(*code)) {
            keys.emplace_back(*code, static_cast<int>(s));
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

// Names of ASCII characters that mean one state and are no code, as they are recorded.
inline const std::vector<std::string>& names_as_recorded() {
    static const auto names = [] {
        std::vector<std::string> found;
        for (const al::state s : al::all<al::state>{}) {
            for (const al::state_name n : al::names_of(s)) {
                const std::string_view name = n.text();
                if (is_ascii(name) && al::find_state(name).kind == al::match_kind::name) {
                    found.emplace_back(name);
                }
            }
        }
        return found;
    }();
    return names;
}

// The same in small letters, once each.
inline std::vector<std::pair<std::string_view, int>> name_keys() {
    static const auto by_name = [] {
        std::map<std::string, int> names;
        for (std::string name : names_as_recorded()) {
            for (char& c : name) {
                c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            }
            names.emplace(name, static_cast<int>(*al::find_state(name).one()));
        }
        return names;
    }();
    return {by_name.begin(), by_name.end()};
}

}  // namespace bench
