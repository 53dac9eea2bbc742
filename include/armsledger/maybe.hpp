// SPDX-License-Identifier: BSL-1.0
/// \file
/// A value or nothing, as std::optional, to which it converts. Each std::optional of another type costs
/// about seven milliseconds to compile; the library would need twenty.
#pragma once

#include <type_traits>

namespace armsledger {

/// The type of `nothing`, as std::nullopt_t.
struct nothing_t {};
/// No value: what a `maybe` is made of, to be empty.
[[gnu::visibility("hidden")]] inline constexpr nothing_t nothing{};

/// A value or nothing. For small, trivially copyable values.
template <class T>
class maybe {
public:
    /// Empty.
    constexpr maybe() noexcept : empty_{} {}
    /// Empty.
    constexpr maybe(nothing_t) noexcept : empty_{} {}
    /// The value.
    constexpr maybe(T value) noexcept : value_{value}, has_value_{true} {}
    /// The value if `has_value`, else nothing.
    constexpr maybe(bool has_value, T value) noexcept : value_{value}, has_value_{has_value} {}

    /// A std::optional<T>. A template, so that no optional is instantiated before one is asked for.
    template <class Optional>
    requires std::is_same_v<typename Optional::value_type, T>
    constexpr operator Optional() const noexcept { return has_value_ ? Optional{value_} : Optional{}; }

    /// Whether there is a value.
    constexpr bool has_value() const noexcept { return has_value_; }
    /// Whether there is a value; a value that is itself false or zero is one.
    constexpr explicit operator bool() const noexcept { return has_value_; }
    /// The value; there must be one, which is not checked.
    constexpr const T& operator*() const noexcept { return value_; }
    /// A member of the value; there must be one, which is not checked.
    constexpr const T* operator->() const noexcept { return &value_; }
    /// The value, or `other` where there is none.
    constexpr T value_or(T other) const noexcept { return has_value_ ? value_ : other; }
    /// Whether both are empty or both hold equal values. Compares with a value, too.
    constexpr bool operator==(const maybe& other) const noexcept {
        return has_value_ == other.has_value_ && (!has_value_ || value_ == other.value_);
    }

private:
    union {
        char empty_;
        T value_;
    };
    bool has_value_ = false;
};

}  // namespace armsledger
