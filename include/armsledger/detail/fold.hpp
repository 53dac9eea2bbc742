// SPDX-License-Identifier: BSL-1.0
//
// The one form in which names are compared. It folds case and accents, drops dots, apostrophes and
// the word "the", turns other punctuation into a space, `&` into "and", and spells out "st", "rep"
// and "dem". No guessing: names that differ in anything else differ.
#pragma once

#include <armsledger/text.hpp>
#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

// A folded name. Longer than any name of the record; what does not fit matches nothing.
template <class Character>
class basic_folded_name {
public:
    static constexpr std::size_t capacity = 127;

    constexpr basic_text<Character> text() const noexcept { return {characters_, size_}; }

    constexpr void letter(Character c) noexcept {
        if (size_ == capacity) {
            overflow_ = true;
            return;
        }
        characters_[size_++] = c;
    }

    // Ends the word begun at `word_`, which may be empty.
    constexpr void space() noexcept {
        const basic_text<Character> word{characters_ + word_, size_ - word_};
        if (word.empty()) {
            return;
        }
        if (word == "the") {
            size_ = word_;
            return;
        }
        spell_out(word == "st" ? "saint" : word == "rep" ? "republic" : word == "dem" ? "democratic" : "");
        letter(' ');
        word_ = size_;
    }

    // Ends the name. Empty when it did not fit.
    constexpr void finish() noexcept {
        space();
        if (size_ > 0 && characters_[size_ - 1] == ' ') {
            --size_;
        }
        if (overflow_) {
            size_ = 0;
        }
    }

    constexpr void fail() noexcept { overflow_ = true; }

private:
    constexpr void spell_out(basic_text<Character> full) noexcept {
        if (!full.empty()) {
            size_ = word_;
            for (const Character c : full) {
                letter(c);
            }
        }
    }

    Character characters_[capacity] = {};
    std::size_t size_ = 0;
    std::size_t word_ = 0;
    bool overflow_ = false;
};
using folded_name = basic_folded_name<char>;

// The base letters of U+00C0 to U+017F. `*`: two letters, see `two_letters`; ` `: no letter.
[[gnu::visibility("hidden")]] inline constexpr char latin_base[] =
    "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnn"
    "oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(sizeof latin_base == 0x180 - 0xC0 + 1);

constexpr const char* two_letters(char32_t c) noexcept {
    switch (c) {
        case 0xC6:
        case 0xE6: return "ae";
        case 0xDE:
        case 0xFE: return "th";
        case 0xDF: return "ss";
        case 0x132:
        case 0x133: return "ij";
        default: return "oe";  // U+0152, U+0153
    }
}

// Appends one code point to the name.
constexpr void fold_character(auto& out, const auto c) noexcept {
    if (c >= 'A' && c <= 'Z') {
        out.letter(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.letter(static_cast<char>(c));
    } else if (c == '&') {
        out.space();
        out.letter('a');
        out.letter('n');
        out.letter('d');
        out.space();
    } else if (c == '.' || c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2BB ||
               c == 0x2BC || (c >= 0x300 && c <= 0x36F)) {
        // Dots, apostrophes and combining accents vanish.
    } else if (c < 0xC0 || (c >= 0x2000 && c <= 0x206F)) {
        out.space();
    } else if (c < 0x180) {
        const char base = latin_base[c - 0xC0];
        if (base == ' ') {
            out.space();
        } else if (base != '*') {
            out.letter(base);
        } else {
            out.letter(two_letters(c)[0]);
            out.letter(two_letters(c)[1]);
        }
    } else if (c == 0x18F || c == 0x259) {
        out.letter('a');  // schwa, as romanised in Azerbaijan's name
    } else if (c >= 0x218 && c <= 0x21B) {
        out.letter(c < 0x21A ? 's' : 't');  // Romanian letters with a comma below
    } else {
        out.fail();
    }
}

// The UTF-8 code point at text[at], moving `at` past it; an unmatchable one for malformed text.
constexpr char32_t next_code_point(const auto& text, std::size_t& at) noexcept {
    constexpr char32_t malformed = 0xFFFFFFFF;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at++);
    if (lead < 0x80) {
        return lead;
    }
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || lead > 0xF4 || text.size() - at < more) {
        return malformed;
    }
    char32_t value = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i, ++at) {
        if ((byte(at) & 0xC0U) != 0x80) {
            return malformed;
        }
        value = value << 6 | (byte(at) & 0x3FU);
    }
    return value;
}

constexpr void fold_into(auto& out, const auto& text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        fold_character(out, next_code_point(text, at));
    }
    out.space();
}

// The folded form; empty when the text has no letter or digit, is no UTF-8 in a Latin script, or is
// longer than any name.
template <class Name = folded_name>
constexpr Name fold(text_view text) noexcept {
    Name out;
    fold_into(out, text);
    out.finish();
    return out;
}

// "A, B" and "A (B)" read as "B A"; empty for a text of neither form.
template <class Name = folded_name>
constexpr Name fold_turned(text_view text) noexcept {
    Name out;
    const std::size_t comma = text.find(',');
    const std::size_t open = text.find('(');
    const bool closed = !text.empty() && text[text.size() - 1] == ')';
    const std::size_t at = comma < text.size() ? comma : closed ? open : text.size();
    if (at < text.size()) {
        fold_into(out, text.part(at + 1));
        fold_into(out, text.part(0, at));
    }
    out.finish();
    return out;
}

}  // namespace armsledger::detail
