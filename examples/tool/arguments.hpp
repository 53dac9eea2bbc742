// SPDX-License-Identifier: BSL-1.0
//
// Arguments as values of the library; what is no such value gets a message that says what would be one.
#pragma once

#include "values.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tool {

inline al::date date_of(const std::string& text) {
    if (const auto d = al::parse_date(text)) {
        return *d;
    }
    throw bad_query{in_quotes(text) + " is no date: write YYYY-MM-DD, a day that exists"};
}

inline al::treaty treaty_of(const std::string& text) {
    if (const auto t = al::find_treaty(text)) {
        return *t;
    }
    throw bad_query{in_quotes(text) + " is no treaty on record: write att, apmbc, ccm or firearms-protocol"};
}

inline std::string codes_of(const al::state_set& states, std::string_view between) {
    std::vector<std::string> codes;
    for (const al::state s : states) {
        codes.push_back(str(al::alpha3(s)));
    }
    return join(codes, between);
}

using subject = std::variant<al::state, al::group>;

inline std::optional<subject> group_of(const std::string& text) {
    const al::group_match match = al::find_group(text);
    if (match.count() > 1) {
        std::vector<std::string> slugs;
        for (const al::group g : match) {
            slugs.push_back(str(al::to_string(g)));
        }
        throw bad_query{in_quotes(text) + " is the name of several groups: write " + join(slugs, " or ")};
    }
    return match.one() ? std::optional<subject>{*match.one()} : std::nullopt;
}

inline al::state_match match_of(const std::string& text, std::optional<al::date> day) {
    return day ? al::find_state(text, *day) : al::find_state(text);
}

inline subject subject_of(const std::string& text, std::optional<al::date> day) {
    const al::state_match match = match_of(text, day);
    if (match.one()) {
        return *match.one();
    }
    if (const auto group = group_of(text)) {
        return *group;
    }
    if (match.kind == al::match_kind::ambiguous) {
        throw bad_query{in_quotes(text) + " is ambiguous (" + str(match.reason) + "): write " +
                        codes_of(match.candidates, " or ")};
    }
    if (match.kind == al::match_kind::not_a_state) {
        throw bad_query{in_quotes(text) + " is no state (" + str(match.reason) + ")"};
    }
    throw bad_query{"nothing on record goes by " + in_quotes(text) +
                    ": write an ISO 3166-1 code, or the exact name of a state or armed group"};
}

inline al::participant participant_of(const std::string& text, al::date day) {
    if (text == "EUE" || text == "European Union") {
        return al::participant::european_union();
    }
    const subject found = subject_of(text, day);
    if (const auto* s = std::get_if<al::state>(&found)) {
        return *s;
    }
    throw bad_query{in_quotes(text) + " is an armed group: a treaty has states as participants"};
}

inline al::state state_of(const std::string& text, al::date day) {
    const subject found = subject_of(text, day);
    if (const auto* s = std::get_if<al::state>(&found)) {
        return *s;
    }
    throw bad_query{in_quotes(text) + " is an armed group: write a state"};
}

// The enumerator a word means, `-` and `_` alike.
template <class Enum>
std::optional<Enum> enumerator_of(std::string word) {
    std::replace(word.begin(), word.end(), '-', '_');
    for (const Enum e : al::all<Enum>{}) {
        if (str(al::to_string(e)) == word) {
            return e;
        }
    }
    return std::nullopt;
}

template <class Enum>
std::string all_words() {
    std::vector<std::string> words;
    for (const Enum e : al::all<Enum>{}) {
        words.push_back(str(al::to_string(e)));
    }
    return join(words, ", ");
}

inline al::recipient recipient_of(const std::string& text) {
    if (text.empty()) {
        return al::end_user::unknown;
    }
    if (const auto u = enumerator_of<al::end_user>(text)) {
        return *u;
    }
    if (const auto group = group_of(text)) {
        return std::get<al::group>(*group);
    }
    throw bad_query{in_quotes(text) + " is no recipient: write " + all_words<al::end_user>() +
                    ", or the name of an armed group"};
}

inline std::optional<al::item> category_of(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
        return std::nullopt;
    }
    const auto scheme = al::find_scheme(text.substr(0, colon));
    if (!scheme) {
        throw bad_query{in_quotes(text.substr(0, colon)) + " is no control list: write " + all_words<al::scheme>()};
    }
    if (const auto c = al::find_category(*scheme, text.substr(colon + 1))) {
        return al::item{*c};
    }
    throw bad_query{in_quotes(text.substr(colon + 1)) + " is no category of " + str(al::name(*scheme))};
}

// The type of a weapon of the report, when its name means one.
inline std::optional<al::item> reported_weapon_of(const std::string& text) {
    const rp::weapon_match match = rp::find_weapon(text);
    std::set<al::weapon_type> types;
    for (std::size_t i = 0; i < match.count(); ++i) {
        types.insert(rp::type_of(match[i]));
    }
    if (types.size() > 1) {
        std::vector<std::string> slugs;
        for (std::size_t i = 0; i < match.count(); ++i) {
            slugs.push_back(str(to_string(match[i])));
        }
        throw bad_query{in_quotes(text) + " is the name of several weapons: write " + join(slugs, " or ")};
    }
    return types.empty() ? std::nullopt : std::optional<al::item>{*types.begin()};
}

// How many letters must be put in, left out or changed to make one word of another.
inline std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row_above(b.size() + 1);
    std::vector<std::size_t> now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row_above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({row_above[j] + 1, now[j - 1] + 1, row_above[j - 1] + (a[i - 1] != b[j - 1])});
        }
        std::swap(row_above, now);
    }
    return row_above.back();
}

// The three valid values that look most like a text.
inline std::string nearest(const std::string& text, const std::vector<std::string>& valid) {
    constexpr std::size_t longest = 64;  // no valid value comes near a longer text
    std::vector<std::pair<std::size_t, std::string>> ranked;
    ranked.reserve(valid.size());
    for (const std::string& v : valid) {
        ranked.emplace_back(distance(std::string_view{text}.substr(0, longest), v), v);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    std::vector<std::string> best;
    for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) {
        best.push_back(ranked[i].second);
    }
    return "nearest: " + join(best, ", ");
}

// What is wrong with a text that is no item. A file often has the same mistake in many rows.
inline const std::string& no_item(const std::string& text) {
    static const std::vector<std::string> valid = [] {
        std::vector<std::string> slugs;
        for (const al::item_class c : al::all<al::item_class>{}) {
            slugs.push_back(str(al::to_string(c)));
        }
        for (const al::weapon_type t : al::all<al::weapon_type>{}) {
            slugs.push_back(str(al::to_string(t)));
        }
        return slugs;
    }();
    static std::pair<std::string, std::string> last;
    if (last.second.empty() || last.first != text) {
        last = {text, in_quotes(text) +
                          " is no weapon type, item class, category (scheme:code) or weapon of the report; " +
                          nearest(text, valid)};
    }
    return last.second;
}

inline al::item item_of(const std::string& text) {
    if (const auto c = al::find_item_class(text)) {
        return *c;
    }
    if (const auto t = al::find_weapon_type(text)) {
        return *t;
    }
    if (const auto c = category_of(text)) {
        return *c;
    }
    if (const auto w = reported_weapon_of(text)) {
        return *w;
    }
    throw bad_query{no_item(text)};
}

inline std::string item_slug(al::item i) {
    if (const auto t = i.as_type()) {
        return str(al::to_string(*t));
    }
    if (const auto c = i.as_class()) {
        return str(al::to_string(*c));
    }
    return str(al::to_string(i.as_category()->scheme())) + ":" + str(i.as_category()->code());
}

inline std::string recipient_slug(al::recipient r) {
    return r.as_group() ? str(al::to_string(*r.as_group())) : str(al::to_string(*r.as_end_user()));
}

}  // namespace tool
