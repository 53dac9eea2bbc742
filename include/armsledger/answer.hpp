// SPDX-License-Identifier: BSL-1.0
//
// What a question about the record is answered with. Nothing here converts to bool: "unknown" and
// "outside coverage" are answers, and a program that ignores them should not compile.
#pragma once

#include <armsledger/maybe.hpp>
#include <armsledger/text.hpp>
#include <cstdint>

namespace armsledger {

/// The answer to a yes-or-no question on a day.
enum class answer : std::uint8_t {
    no,
    yes,
    unknown,           ///< The day falls where the record knows a date only within bounds.
    outside_coverage,  ///< The record does not speak for that day.
};

template <>
inline constexpr const char* detail::words<answer> = "no|yes|unknown|outside_coverage";

namespace detail {

// Kleene's strong logic of three values, and a fourth for days of which the record does not speak.
//                                  of:   no  yes unknown outside
inline constexpr const char* either_is =
    "\0\1\2\3"   // no
    "\1\1\1\1"   // yes
    "\2\1\2\2"   // unknown
    "\3\1\2\3";  // outside coverage
inline constexpr const char* both_are =
    "\0\0\0\0"
    "\0\1\2\3"
    "\0\2\2\3"
    "\0\3\3\3";
inline constexpr const char* negated = "\1\0\2\3";

constexpr unsigned index_of(answer a) noexcept { return static_cast<unsigned>(a) & 3U; }

// Whether one of two things is so. What lies outside coverage yields to what is certain.
constexpr answer either(answer a, answer b) noexcept {
    return static_cast<answer>(either_is[index_of(a) * 4 + index_of(b)]);
}
// Whether both of two things are so.
constexpr answer both(answer a, answer b) noexcept {
    return static_cast<answer>(both_are[index_of(a) * 4 + index_of(b)]);
}
constexpr answer negate(answer a) noexcept { return static_cast<answer>(negated[index_of(a)]); }

}  // namespace detail

/// A number known within bounds, both included. `{69, 69}` is certain, `{115, 117}` is not.
struct bounds {
    std::uint16_t at_least = 0;
    std::uint16_t at_most = 0;

    constexpr bool certain() const noexcept { return at_least == at_most; }

    /// The number when it is certain; empty otherwise.
    constexpr maybe<unsigned> exactly() const noexcept { return certain() ? maybe<unsigned>{at_least} : nothing; }

    /// Counts one thing that is so (`yes`), may be so (`unknown`), or is not so.
    constexpr void add(answer a) noexcept {
        at_least = static_cast<std::uint16_t>(at_least + (a == answer::yes));
        at_most = static_cast<std::uint16_t>(at_most + (a == answer::yes || a == answer::unknown));
    }

    friend constexpr bool operator==(bounds a, bounds b) noexcept {
        return a.at_least == b.at_least && a.at_most == b.at_most;
    }

    /// True when the number is certain and equal to `n`.
    friend constexpr bool operator==(bounds b, unsigned n) noexcept { return b.certain() && b.at_least == n; }
};

/// How well a row of the record is supported by what its sources state.
enum class evidence : std::uint8_t {
    confirmed,     ///< A source's text states it.
    corroborated,  ///< Known, and a source supports part of it.
    unconfirmed,   ///< No source that was read states it.
};

template <>
inline constexpr const char* detail::words<evidence> = "confirmed|corroborated|unconfirmed";

}  // namespace armsledger
