// SPDX-License-Identifier: BSL-1.0
/// \file
/// The text type of the library: a pointer and a length, as std::string_view, to which it converts and
/// from which it is made. The standard one costs more to compile than all tables together; this one is
/// a template whose members cost nothing until they are used.
#pragma once

#include <cstddef>
#include <type_traits>

namespace armsledger {

/// Characters that someone else owns; those the library returns live as long as the program and are
/// UTF-8, without a terminating zero. Use it as text: compare it, stream it, pass it to whatever takes
/// a std::string_view, make a std::string of it.
template <class Character>
class basic_text {
public:
    /// A character; `char` of UTF-8 in all that the library returns.
    using value_type = Character;

    /// No characters.
    constexpr basic_text() noexcept = default;
    /// The `size` characters from `data` on.
    constexpr basic_text(const Character* data, std::size_t size) noexcept : data_{data}, size_{size} {}
    /// A literal or another zero-terminated string, not null.
    constexpr basic_text(const Character* zero_terminated) noexcept : data_{zero_terminated} {
        while (zero_terminated[size_] != Character{}) {
            ++size_;
        }
    }
    /// Anything that has data() and size(): std::string, std::string_view.
    template <class String>
    requires requires(const String& s, const Character*& data, std::size_t& size) {
        data = s.data();
        size = s.size();
    }
    constexpr basic_text(const String& string) noexcept : data_{string.data()}, size_{string.size()} {}

    /// A std::string_view.
    template <class View>
    requires std::is_same_v<typename View::traits_type::char_type, Character>
    constexpr operator View() const noexcept { return View{data_, size_}; }

    /// The first character; no zero need follow the last.
    constexpr const Character* data() const noexcept { return data_; }
    /// The number of characters: bytes of UTF-8, not letters.
    constexpr std::size_t size() const noexcept { return size_; }
    /// Whether there are no characters.
    constexpr bool empty() const noexcept { return size_ == 0; }
    /// The first character, to walk over them.
    constexpr const Character* begin() const noexcept { return data_; }
    /// Past the last character.
    constexpr const Character* end() const noexcept { return data_ + size_; }
    /// The i-th character, of which there must be more than `i`.
    constexpr Character operator[](std::size_t i) const noexcept { return data_[i]; }

    /// The part of `count` characters at `first`, or what there is of it.
    constexpr basic_text part(std::size_t first, std::size_t count = static_cast<std::size_t>(-1)) const noexcept {
        const std::size_t begin = first < size_ ? first : size_;
        return {data_ + begin, count < size_ - begin ? count : size_ - begin};
    }
    /// Where a character stands first; size() when it does not. Linear.
    constexpr std::size_t find(Character c) const noexcept {
        std::size_t i = 0;
        while (i < size_ && data_[i] != c) {
            ++i;
        }
        return i;
    }

    /// Byte by byte: case and accents count. Names are better looked up, which folds them.
    friend constexpr bool operator==(basic_text a, basic_text b) noexcept {
        std::size_t i = 0;
        while (i < a.size_ && i < b.size_ && a.data_[i] == b.data_[i]) {
            ++i;
        }
        return i == a.size_ && i == b.size_;
    }
    /// Byte by byte, as unsigned: the order of code points, of no language.
    friend constexpr bool operator<(basic_text a, basic_text b) noexcept {
        std::size_t i = 0;
        while (i < a.size_ && i < b.size_ && a.data_[i] == b.data_[i]) {
            ++i;
        }
        return i < b.size_ &&
               (i == a.size_ || static_cast<unsigned char>(a.data_[i]) < static_cast<unsigned char>(b.data_[i]));
    }
    /// Writes to a standard stream, or anything with its write().
    template <class Stream>
    requires requires(Stream& out, const Character* data) { out.write(data, 1); }
    friend Stream& operator<<(Stream& out, basic_text t) {
        out.write(t.data_, static_cast<std::ptrdiff_t>(t.size_));
        return out;
    }

private:
    const Character* data_ = nullptr;
    std::size_t size_ = 0;
};

/// What the library takes and returns as text.
using text_view = basic_text<char>;

namespace detail {

// The i-th of words separated by '|'; empty when there are fewer.
constexpr text_view word(const char* list, std::size_t i) noexcept {
    for (; i > 0 && *list != '\0'; ++list) {
        i -= *list == '|';
    }
    std::size_t size = 0;
    while (list[size] != '\0' && list[size] != '|') {
        ++size;
    }
    return {list, size};
}

// The words for the enumerators of an enumeration, in their order and separated by '|'. Enumerations
// whose words are in a table have a to_string of their own.
template <class Enum>
inline constexpr const char* words = nullptr;

}  // namespace detail

/// The word for an enumerator, most often its name; empty for a value that is none. Linear in the words before it.
template <class Enum>
requires(detail::words<Enum> != nullptr) constexpr text_view to_string(Enum value) noexcept {
    return detail::word(detail::words<Enum>, static_cast<std::size_t>(value));
}

}  // namespace armsledger
