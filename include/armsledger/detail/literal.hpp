// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <armsledger/text.hpp>
#include <cstddef>

namespace armsledger::detail {

// The text of a literal, as a template argument: what lets a bad literal fail with a static_assert
// that says why.
template <std::size_t N>
struct literal_text {
    char characters[N] = {};

    consteval literal_text(const char (&text)[N]) noexcept {
        for (std::size_t i = 0; i < N; ++i) {
            characters[i] = text[i];
        }
    }
    constexpr operator text_view() const noexcept { return {characters, N - 1}; }
};

}  // namespace armsledger::detail
