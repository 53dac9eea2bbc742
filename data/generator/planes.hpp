// SPDX-License-Identifier: BSL-1.0
//
// Writes planes: of which states something is so on a day. include/armsledger/detail/plane.hpp says how
// they are laid out.
#pragma once

#include "emit.hpp"

#include <armsledger/answer.hpp>
#include <armsledger/date.hpp>
#include <armsledger/detail/packed.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace generator {

class plane {
public:
    // What is so of a state, `is(day)`, where it changes on some of `days` only.
    template <class Is>
    void add(std::size_t state, std::set<armsledger::date> days, const Is& is) {
        using armsledger::answer;
        days.insert(armsledger::always);
        days.erase(armsledger::never);
        bool first = true;
        for (auto from = days.begin(); from != days.end();) {
            const answer held = is(*from);
            const auto until = std::find_if(from, days.end(), [&](auto day) { return is(day) != held; });
            const spell s{state, *from, until == days.end() ? armsledger::never : *until};
            if (held == answer::yes) {
                (first ? first_ : further_).push_back(s);
                first = false;
            } else if (held != answer::no) {
                possible_.push_back(s);
            }
            from = until;
        }
    }

    std::string bytes(std::size_t states) const {
        const bool columns = first_.size() > 8;
        std::vector<spell> spells = columns ? further_ : joined(first_, further_);
        const std::size_t certain = spells.size();
        spells = joined(spells, possible_);
        const std::vector<std::uint32_t> days = days_of(joined(first_, spells));
        const std::size_t eights = (days.size() + 7) / 8;
        if (days.size() >= never_rank || spells.size() > 0xFF) {
            throw std::length_error{"a plane changes too often for ranks of a byte"};
        }
        std::string out{static_cast<char>(eights), static_cast<char>(columns), static_cast<char>(certain),
                        static_cast<char>(spells.size())};
        out.resize(16);
        for (std::size_t i = 0; i < 8 * eights; ++i) {
            const std::uint32_t day = i < days.size() ? days[i] : armsledger::detail::day16_never;
            out += static_cast<char>(day & 0xFF);
            out += static_cast<char>(day >> 8);
        }
        if (columns) {
            std::string from((states + 15) / 16 * 16, static_cast<char>(never_rank)), until = from;
            for (const spell& s : first_) {
                from[s.state] = rank_of(days, s.from);
                until[s.state] = rank_of(days, s.until);
            }
            out += from + until;
        }
        for (const spell& s : spells) {
            out += {static_cast<char>(s.state), rank_of(days, s.from), rank_of(days, s.until)};
        }
        out.resize((out.size() + 15) / 16 * 16);
        return out;
    }

private:
    static constexpr std::size_t never_rank = 0xFF;
    struct spell {
        std::size_t state;
        armsledger::date from, until;
    };

    static std::vector<spell> joined(std::vector<spell> a, const std::vector<spell>& b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    }
    static std::vector<std::uint32_t> days_of(const std::vector<spell>& spells) {
        std::set<std::uint32_t> days;
        for (const spell& s : spells) {
            days.insert(pack(s.from));
            days.insert(pack(s.until));
        }
        days.erase(armsledger::detail::day16_never);
        return {days.begin(), days.end()};
    }
    // How many of the days have come when it has.
    static char rank_of(const std::vector<std::uint32_t>& days, armsledger::date day) {
        const auto at = std::find(days.begin(), days.end(), pack(day));
        return static_cast<char>(at == days.end() ? never_rank : static_cast<std::size_t>(at - days.begin()) + 1);
    }

    std::vector<spell> first_, further_, possible_;
};

inline void add_planes(header& out, const std::string& name, const std::vector<plane>& planes, std::size_t states) {
    std::string all;
    std::vector<std::uint64_t> firsts;
    for (const plane& p : planes) {
        firsts.push_back(all.size() / 16);
        all += p.bytes(states);
    }
    out.add_bytes<16>(name + "_plane_first", firsts);
    out.add_text(name + "_planes", all, true);
}

}  // namespace generator
