// SPDX-License-Identifier: BSL-1.0
//
// Look-up of codes and names against plain readings of the same record: every code there can be, every
// name in every plausible form, and every name with one character changed. (All three-byte and two-byte
// texts are in state.cpp.)
#include <armsledger/state.hpp>

#include "folded_names.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace al = armsledger;

namespace {

using reference::str;

std::vector<std::string> recorded_names() {
    std::vector<std::string> names;
    for (const al::state s : al::all<al::state>{}) {
        for (const al::state_name n : al::names_of(s)) {
            names.push_back(str(n.text()));
        }
    }
    return names;
}

using plain_names = reference::folded_names<al::detail::tables::state_index>;

std::int64_t found(const std::string& text) { return reference::looked_up<al::detail::tables::state_index>(text); }

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Of each character, what `f` makes of it and of the one before.
template <class F>
std::string each(const std::string& text, F f) {
    std::string made;
    char before = ' ';
    for (const char c : text) {
        made += f(before, c);
        before = c;
    }
    return made;
}

std::vector<std::string> forms_of(const std::string& name) {
    const auto upper = [](char, char c) { return std::string(1, is_letter(c) ? static_cast<char>(c & 0xDF) : c); };
    const auto lower = [](char, char c) { return std::string(1, is_letter(c) ? static_cast<char>(c | 0x20) : c); };
    std::vector<std::string> forms{
        name,
        each(name, upper),
        each(name, lower),
        each(name, [&](char before, char c) { return before == ' ' ? upper(before, c) : lower(before, c); }),
        each(name, [](char, char c) { return std::string(1, c) + (is_letter(c) ? "." : ""); }),
        each(name, [](char, char c) { return c == 'e' ? std::string{"é"} : std::string(1, c); }),
        each(name, [](char, char c) { return c == ' ' ? std::string{"  "} : std::string(1, c); }),
        each(name, [](char, char c) { return std::string(1, c == ' ' ? '-' : c); }),
        each(name, [](char, char c) { return c == '\'' ? std::string{"’"} : std::string(1, c); }),
        "the " + name,
        "The  " + name + ".",
        name + " (the)",
        " " + name + " ",
        "'" + name + "'",
    };
    for (const auto& [full, shorter] : {std::pair{"Saint", "St."},
                                        {"Republic", "Rep."},
                                        {"Democratic", "Dem"},
                                        {" and ", " & "},
                                        {"the ", ""},
                                        {"of ", "of the "}}) {
        if (const auto at = name.find(full); at != std::string::npos) {
            forms.push_back(name.substr(0, at) + shorter + name.substr(at + std::string_view{full}.size()));
        }
    }
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
        forms.push_back(name.substr(at + 1) + ", " + name.substr(0, at));
        forms.push_back(name.substr(at + 1) + " (" + name.substr(0, at) + ")");
    }
    return forms;
}

}  // namespace

TEST_CASE("of all numbers exactly the unshared codes are numeric codes") {
    std::map<unsigned, std::vector<al::state>> states;
    for (const al::state s : al::all<al::state>{}) {
        if (const auto code = al::numeric(s)) {
            states[*code].push_back(s);
        }
    }
    const auto expected = [&](unsigned code) {
        const auto at = states.find(code);
        return at != states.end() && at->second.size() == 1 ? al::maybe<al::state>{at->second[0]} : al::nothing;
    };
    for (unsigned code = 0; code <= 1100; ++code) {
        CAPTURE(code);
        CHECK(al::find_numeric(code) == expected(code));
    }
    for (const unsigned code : {65535U, 65536U, 65536U + 368U, 1U << 31, ~0U, ~0U - 655U}) {
        CHECK_FALSE(al::find_numeric(code));
    }
    CHECK(states[891].size() == 2);
    CHECK_FALSE(al::find_numeric(891));
}

TEST_CASE("codes of another length than theirs are none") {
    for (const char* text : {"", "I", "IRAQ", "IRQ ", " IRQ"}) {
        CHECK_FALSE(al::find_alpha3(text));
    }
    for (const char* text : {"", "I", "IRQ", "I ", " I"}) {
        CHECK_FALSE(al::find_alpha2(text));
    }
    CHECK_FALSE(al::find_alpha3({}));
    CHECK_FALSE(al::find_alpha2({}));
}

TEST_CASE("every name is found in every form that folds to it") {
    const plain_names plain;
    CHECK(plain.size() > 1000);
    std::size_t asked = 0, known = 0;
    for (const std::string& name : recorded_names()) {
        REQUIRE(plain.find(name) != -1);
        for (const std::string& text : forms_of(name)) {
            const std::int64_t expected = plain.find(text);
            ++asked;
            known += expected != -1;
            if (found(text) != expected) {
                CAPTURE(text);
                CHECK(found(text) == expected);
            }
        }
    }
    CHECK(asked > 20000);
    CHECK(known > asked / 2);
}

TEST_CASE("a name with one character changed, added or dropped is found only where it folds to a name") {
    const plain_names plain;
    std::size_t known = 0, asked = 0;
    const auto ask = [&](const std::string& text) {
        const std::int64_t expected = plain.find(text);
        ++asked;
        known += expected != -1;
        if (found(text) != expected) {
            CAPTURE(text);
            CHECK(found(text) == expected);
        }
    };
    for (const std::string& name : recorded_names()) {
        for (std::size_t at = 0; at < name.size(); ++at) {
            for (const char c : {'q', 'e', ' ', '.', ',', '@', '\x01', '\xE9'}) {
                std::string text = name;
                text[at] = c;
                ask(text);
            }
            std::string text = name;
            text[at] = static_cast<char>(text[at] ^ 0x20);
            ask(text);
            text[at] = static_cast<char>(text[at] ^ 0x80);
            ask(text);
            ask(name.substr(0, at) + name.substr(at + 1));
            ask(name.substr(0, at) + "h" + name.substr(at));
        }
    }
    CHECK(asked > 200000);
    CHECK(known > 1000);
}

TEST_CASE("the state of a name is that of find_state, and of a code there is none") {
    for (const std::string& name : recorded_names()) {
        CAPTURE(name);
        CHECK(al::find_state_named(name) == al::detail::find_state_name(name, al::nothing).one());
        const al::state_match match = al::find_state(name);
        if (match.kind == al::match_kind::name) {
            CHECK(al::find_state_named(name) == match.one());
        }
    }
    CHECK_FALSE(al::find_state_named("IRQ"));
    CHECK_FALSE(al::find_state_named("Congo"));
    CHECK_FALSE(al::find_state_named("European Union"));
    CHECK_FALSE(al::find_state_named(""));
    CHECK(al::find_state_named("china") == al::state::chn);
}

TEST_CASE("what a name means at once is what all its rows mean") {
    for (const std::string& name : recorded_names()) {
        CAPTURE(name);
        const auto key = al::detail::find_key<al::detail::tables::state_index>(name);
        REQUIRE(key != 0);
        const al::state_match slow =
            al::detail::match_name(al::detail::values_of<al::detail::tables::state_index>(key), al::nothing);
        const al::state_match fast = al::detail::find_state_name(name, al::nothing);
        CHECK(fast.kind == slow.kind);
        CHECK(fast.candidates == slow.candidates);
        CHECK(fast.former == slow.former);
        CHECK(fast.reason == slow.reason);
    }
}
