// SPDX-License-Identifier: BSL-1.0
//
// A value or nothing, as std::optional, to which it converts. Each std::optional of another type costs
// about seven milliseconds to compile; the library would need twenty.
#pragma once

#include <type_traits>

namespace armsledger {

struct nothing_t {};
/// No value.
[[gnu::visibility("hidden")]] inline constexpr nothing_t nothing{};

/// A value or nothing. For small, trivially copyable values.
template <class T>
class maybe {
public:
    constexpr maybe() noexcept : empty_{} {}
    constexpr maybe(nothing_t) noexcept : empty_{} {}
    constexpr maybe(T value) noexcept : value_{value}, has_value_{true} {}
    /// The value if `has_value`, else nothing.
    constexpr maybe(bool has_value, T value) noexcept : value_{value}, has_value_{has_value} {}

    /// A std::optional<T>. A template, so that no optional is instantiated before one is asked for.
    template <class Optional>
    requires std::is_same_v<typename Optional::value_type, T>
    constexpr operator Optional() const noexcept { return has_value_ ? Optional{value_} : Optional{}; }

    constexpr bool has_value() const noexcept { return has_value_; }
    constexpr explicit operator bool() const noexcept { return has_value_; }
    /// The value; there must be one.
    constexpr const T& operator*() const noexcept { return value_; }
    constexpr const T* operator->() const noexcept { return &value_; }
    constexpr T value_or(T other) const noexcept { return has_value_ ? value_ : other; }
    /// Also with a value.
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
