// SPDX-License-Identifier: BSL-1.0
/// \file
/// Sets of states as 256 bits: what questions about many states are answered with. A set holds states only; the
/// European Union, which takes part in treaties, is never in one.
#pragma once

#include <armsledger/detail/state_code.hpp>
#include <armsledger/maybe.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace armsledger {

/// A set of states. Trivially copyable, 32 bytes, no heap. All operations take constant time.
class state_set {
public:
    /// No states.
    constexpr state_set() noexcept = default;
    /// These states; values that are no enumerators are not taken in.
    constexpr state_set(std::initializer_list<state> states) noexcept {
        for (const state s : states) {
            insert(s);
        }
    }
    /// The states of the bits that are set, lowest first. Bits that stand for no state are not taken in.
    constexpr explicit state_set(const std::uint64_t (&words)[4]) noexcept {
        for (std::size_t i = 0; i < 4; ++i) {
            words_[i] = words[i] & valid(64 * i);
        }
    }

    /// Whether a state is in; no for a value that is no enumerator.
    constexpr bool contains(state s) const noexcept {
        const auto i = static_cast<std::size_t>(s);
        return (words_[i / 64] >> i % 64 & 1U) != 0;
    }
    /// Takes a state in; a value that is no enumerator is not taken in.
    constexpr void insert(state s) noexcept {
        if (detail::is_valid(s)) {
            words_[word_of(s)] |= bit(s);
        }
    }
    /// Takes a state out, if it is in.
    constexpr void erase(state s) noexcept { words_[word_of(s)] &= ~bit(s); }
    /// Takes a state in, or out where it was in.
    constexpr void toggle(state s) noexcept {
        if (detail::is_valid(s)) {
            words_[word_of(s)] ^= bit(s);
        }
    }

    /// The states of the i-th 64 codes, from the lowest bit; i is 0 to 3.
    constexpr std::uint64_t word(std::size_t i) const noexcept { return words_[i & 3]; }

    /// How many states are in.
    constexpr std::size_t count() const noexcept {
        std::size_t n = 0;
        for (const std::uint64_t w : words_) {
            std::uint64_t pairs = w - (w >> 1 & 0x5555555555555555);
            pairs = (pairs & 0x3333333333333333) + (pairs >> 2 & 0x3333333333333333);
            n += ((pairs + (pairs >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101 >> 56;
        }
        return n;
    }
    /// Whether none is in. Of a set that answers a question, that may also mean "outside coverage"; see version.hpp.
    constexpr bool empty() const noexcept { return *this == state_set{}; }

    /// The member of a set of exactly one; empty for any other.
    constexpr maybe<state> one() const noexcept {
        if (count() != 1) {
            return nothing;
        }
        return *begin();
    }

    /// The states of either.
    friend constexpr state_set operator|(state_set a, const state_set& b) noexcept {
        for (std::size_t i = 0; i < 4; ++i) {
            a.words_[i] |= b.words_[i];
        }
        return a;
    }
    /// The states of both.
    friend constexpr state_set operator&(state_set a, const state_set& b) noexcept {
        for (std::size_t i = 0; i < 4; ++i) {
            a.words_[i] &= b.words_[i];
        }
        return a;
    }
    /// The states of `a` that are not in `b`.
    friend constexpr state_set operator-(state_set a, const state_set& b) noexcept {
        for (std::size_t i = 0; i < 4; ++i) {
            a.words_[i] &= ~b.words_[i];
        }
        return a;
    }
    /// The same states.
    friend constexpr bool operator==(const state_set& a, const state_set& b) noexcept {
        return a.words_[0] == b.words_[0] && a.words_[1] == b.words_[1] && a.words_[2] == b.words_[2] &&
               a.words_[3] == b.words_[3];
    }

    /// Visits the members in the order of their codes.
    class iterator {
    public:
        using value_type = state;
        using difference_type = std::ptrdiff_t;

        constexpr iterator() noexcept = default;
        constexpr iterator(const state_set& set, std::size_t at) noexcept : set_{&set}, at_{at} { skip(); }
        constexpr state operator*() const noexcept { return static_cast<state>(at_); }
        constexpr iterator& operator++() noexcept {
            ++at_;
            skip();
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            const iterator before = *this;
            ++*this;
            return before;
        }
        friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.at_ == b.at_; }

    private:
        constexpr void skip() noexcept {
            while (at_ < 256 && !set_->contains(static_cast<state>(at_))) {
                ++at_;
            }
        }
        const state_set* set_ = nullptr;
        std::size_t at_ = 256;
    };

    /// The member with the lowest code. Iterators refer to the set: they do not outlive it.
    constexpr iterator begin() const noexcept { return {*this, 0}; }
    /// Past the last member.
    constexpr iterator end() const noexcept { return {*this, 256}; }

private:
    static constexpr std::size_t word_of(state s) noexcept { return static_cast<std::size_t>(s) / 64; }
    static constexpr std::uint64_t bit(state s) noexcept { return std::uint64_t{1} << static_cast<unsigned>(s) % 64; }
    // Of the 64 bits from one on, those that stand for a state.
    static constexpr std::uint64_t valid(std::size_t first) noexcept {
        constexpr std::size_t n = detail::enum_count<state>;
        return first + 64 <= n ? ~std::uint64_t{0} : first >= n ? 0 : (std::uint64_t{1} << (n - first)) - 1;
    }
    std::uint64_t words_[4] = {};
};

}  // namespace armsledger
