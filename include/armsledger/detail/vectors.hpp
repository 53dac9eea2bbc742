// SPDX-License-Identifier: BSL-1.0
//
// Comparisons of eight days or of sixteen bytes at once: with vectors where the processor has them and the
// program runs, with loops elsewhere and in constant expressions. Compilers do not find the vectors by themselves.
#pragma once

#include <armsledger/detail/packed.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::detail {

#if defined(__SSE2__)
typedef std::uint16_t eight_days __attribute__((vector_size(16)));
typedef std::uint64_t two_words __attribute__((vector_size(16)));
typedef std::uint8_t sixteen_bytes __attribute__((vector_size(16)));
typedef char sixteen_truths __attribute__((vector_size(16)));

template <class Vector>
inline Vector vector_at(const char* bytes) noexcept {
    Vector v;
    __builtin_memcpy(&v, bytes, sizeof v);
    return v;
}
#endif

// How many days of some eights of days have come by a day.
template <class Size>
constexpr unsigned days_come(const char* days, Size eights, std::uint32_t day16) noexcept {
#if defined(__SSE2__)
    if (!__builtin_is_constant_evaluated()) {
        eight_days come{};
        for (Size i = 0; i < eights; ++i) {
            come -= vector_at<eight_days>(days + 16 * i) <= static_cast<std::uint16_t>(day16);
        }
        const auto halves = reinterpret_cast<two_words>(come);
        return static_cast<unsigned>((halves[0] + halves[1]) * 0x0001000100010001 >> 48);
    }
#endif
    unsigned come = 0;
    for (Size i = 0; i < 8 * eights; ++i) {
        come += two_bytes_at(days, i) <= day16;
    }
    return come;
}

// For sixteen pairs of bytes, as bits, whether the one is at most `rank` and the other beyond it.
template <class Rank>
constexpr std::uint64_t sixteen_within(const char* from, const char* until, Rank rank) noexcept {
#if defined(__SSE2__)
    if (!__builtin_is_constant_evaluated()) {
        const auto at = static_cast<std::uint8_t>(rank);
        const auto within = (vector_at<sixteen_bytes>(from) <= at) & ~(vector_at<sixteen_bytes>(until) <= at);
        return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<sixteen_truths>(within)));
    }
#endif
    std::uint64_t bits = 0;
    for (std::size_t i = 16; i-- > 0;) {
        bits = bits << 1 | (byte_at(from, i) <= rank && rank < byte_at(until, i));
    }
    return bits;
}

}  // namespace armsledger::detail
