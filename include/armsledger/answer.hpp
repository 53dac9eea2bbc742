// SPDX-License-Identifier: BSL-1.0
/// \file
/// What a question about the record is answered with.
///
/// Whether a state was under an embargo on a day is a question of yes or no in law. What a record can say of it is
/// more: that it was, that it was not, that the day of a change is known to the month only and the day asked for
/// lies in that month (`unknown`), or that the record does not reach that year (`outside_coverage`). The last two are
/// no kind of no. Nothing here converts to `bool`, so that a program that ignores them does not compile.
///
/// Answers combine as in Kleene's logic of three values: of two embargoes of which one is certain, whether any is in
/// force is `yes`, whatever the other. Outside coverage yields to what is certain. Beside `unknown`, whether any of two
/// is so is `unknown`, and whether both are is outside coverage.
///
/// A trap: `a != answer::no` counts what may be so, `a == answer::yes` counts what is. Between the two lies every
/// half-known fact; a total should show both, as `bounds` does. For sets, `certainty` is that choice.
#pragma once

#include <armsledger/maybe.hpp>
#include <armsledger/text.hpp>
#include <cstdint>

namespace armsledger {

/// The answer to a yes-or-no question, most often on a day.
enum class answer : std::uint8_t {
    no,                ///< The record covers the day, and it is not so.
    yes,               ///< It is so.
    unknown,           ///< The record leaves it open; of a day, where it knows a date only within bounds.
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

/// A number known within bounds, both included. `{69, 69}` is certain, `{115, 117}` is not, and `{0, 65535}` says
/// that nothing is known.
struct bounds {
    std::uint16_t at_least = 0;  ///< How many certainly are.
    std::uint16_t at_most = 0;   ///< How many may be.

    /// Whether the bounds are equal, and so the number.
    constexpr bool certain() const noexcept { return at_least == at_most; }

    /// The number when it is certain; empty otherwise.
    constexpr maybe<unsigned> exactly() const noexcept { return certain() ? maybe<unsigned>{at_least} : nothing; }

    /// Counts one thing that is so (`yes`), may be so (`unknown`), or is not so (`no`; what lies outside coverage
    /// is not counted either: ask before).
    constexpr void add(answer a) noexcept {
        at_least = static_cast<std::uint16_t>(at_least + (a == answer::yes));
        at_most = static_cast<std::uint16_t>(at_most + (a == answer::yes || a == answer::unknown));
    }

    /// The same bounds; of two uncertain numbers that does not make the numbers equal.
    friend constexpr bool operator==(bounds a, bounds b) noexcept {
        return a.at_least == b.at_least && a.at_most == b.at_most;
    }

    /// True when the number is certain and equal to `n`.
    friend constexpr bool operator==(bounds b, unsigned n) noexcept { return b.certain() && b.at_least == n; }
};

/// How well a row of the record is supported by what its sources state; see source.hpp.
enum class evidence : std::uint8_t {
    confirmed,     ///< A source's text states it.
    corroborated,  ///< Known, and a source supports part of it.
    unconfirmed,   ///< No source that was read states it.
};

template <>
inline constexpr const char* detail::words<evidence> = "confirmed|corroborated|unconfirmed";

}  // namespace armsledger
