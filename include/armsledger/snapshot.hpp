// SPDX-License-Identifier: BSL-1.0
/// \file
/// All of the law on one day as plain bytes: for simulations, which ask often, and for other processes and devices.
///
/// **A snapshot** holds no pointers and no reference to the tables: it can be copied as it is to another process of the
/// same byte order, to another rank, to a GPU. What its rules say was worked out beforehand from those of the other
/// headers (data/derive.cpp), for whom nothing is stated: no claim, no contract, no assessment. A few bit operations
/// put them together:
/// - a ground is that on which one is bound: the measures of an issuer, a treaty. Each state has the grounds that bind
///   it, and those that may;
/// - a demand is what measures ask, ground by ground, of whoever is bound: that the transfer not be made, an
///   authorisation, an assessment; or that the record leaves it open;
/// - what is asked of the exporter, of the importer, and of both together decides as in screening.hpp.
///
/// Traps:
/// - Bytes are only good for the library that made them: between builds of different versions or editions of the data,
///   make the snapshot anew. Equal fingerprints mean the same day and the same law.
/// - An outcome has no reasons. Ask `screen` for those, and for a transfer with a claim or an assessment.
/// - A simulation that runs past the end of the record gets `unknown` and `outside_coverage`, not the law of the last
///   day. The last day on which the record of the Arms Trade Treaty and of all embargoes reaches is `last_covered_day`;
///   that of the Firearms Protocol ends before it (version.hpp), so that firearms for others than states are `unknown`.
#pragma once

#include <armsledger/detail/days.hpp>
#include <armsledger/membership.hpp>
#include <armsledger/screening.hpp>
#include <armsledger/state_set.hpp>
#include <armsledger/treaty.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

namespace detail {

struct law_reader;  // of batch.hpp

// What is asked on each of sixteen grounds, a bit a ground: from the lowest, that the transfer not be made; nothing
// that is settled; an authorisation; an assessment. data/derive.cpp numbers the grounds of embargoes from 0.
using demand = std::uint64_t;
enum class ground : std::uint8_t { apmbc = 8, ccm, firearms_protocol, att_7, att_11, absent = 15 };

inline constexpr std::uint64_t every_lane = 0x0001000100010001;

constexpr demand demand_on(ground g) noexcept { return every_lane << static_cast<unsigned>(g); }

constexpr demand demand_of(effect e, std::size_t g) noexcept {
    const demand bit = demand{1} << g;
    switch (e) {
        case effect::prohibits: return bit;
        case effect::leaves_open: return bit << 16;
        case effect::requires_authorisation: return bit << 32;
        case effect::requires_assessment: return bit << 48;
        default: return 0;
    }
}

// What weighs on a transfer, as the demands on its participants are put together.
struct weight {
    demand certain = 0;
    demand possible = 0;

    constexpr void add(demand asked, std::uint64_t bound, std::uint64_t perhaps) noexcept {
        certain |= asked & bound * every_lane;
        possible |= asked & perhaps * every_lane;
    }
    // What binds and is not settled comes before every milder answer.
    constexpr armsledger::outcome outcome() const noexcept {
        return (certain & 0xFFFF) != 0                        ? outcome::prohibited
               : ((certain & 0xFFFF0000) | possible) != 0     ? outcome::unknown
               : (certain & std::uint64_t{0xFFFF} << 32) != 0 ? outcome::authorisation_required
               : certain != 0                                 ? outcome::assessment_required
                                                              : outcome::no_bar_found;
    }
};

[[gnu::visibility("hidden")]] inline constexpr state_set every_state = [] {
    state_set all;
    for (std::size_t i = 0; i < enum_count<state>; ++i) {
        all.insert(static_cast<state>(i));
    }
    return all;
}();

// A hash of numbers: FNV-1a, up to eight bytes at a time, and a shift that brings the high bits down.
struct mixture {
    std::uint64_t hash;
    constexpr void add(std::uint64_t value) noexcept {
        hash = (hash ^ value) * 1099511628211U;
        hash ^= hash >> 29;
    }
    template <class Number, std::size_t N>
    constexpr void add_each(const Number (&numbers)[N]) noexcept {
        constexpr std::size_t at_once = 8 / sizeof(Number);
        for (std::size_t i = 0; i < N; i += at_once) {
            std::uint64_t eight = 0;
            for (std::size_t k = i; k < N && k < i + at_once; ++k) {
                eight = sizeof(Number) < 8 ? eight << 8 * sizeof(Number) % 64 | numbers[k] : numbers[k];
            }
            add(eight);
        }
    }
};

// The planes of a snapshot, in the order of the table.
enum class plane : std::uint8_t {
    bound = 0,      // a ground each
    perhaps = 16,   // a ground each
    standing = 32,  // three bits a treaty
};
inline constexpr std::size_t members_plane = 32 + 3 * enum_count<treaty>;
inline constexpr std::size_t possible_members_plane = members_plane + enum_count<body>;
inline constexpr std::size_t embargoed_plane = possible_members_plane + enum_count<body>;
inline constexpr std::size_t possibly_embargoed_plane = embargoed_plane + enum_count<issuer>;
static_assert(tables::plane_count == possibly_embargoed_plane + enum_count<issuer>, "the planes of the table");

// Entries have numbers of eight bits. Those after the table's are for what a scenario puts together.
inline constexpr std::size_t entry_capacity = 256;
static_assert(tables::entry_count < entry_capacity, "a row has a byte for an entry");

constexpr void copy_bytes(std::uint8_t* to, const char* from, std::size_t n) noexcept {
    if (__builtin_is_constant_evaluated()) {
        for (std::size_t i = 0; i < n; ++i) {
            to[i] = static_cast<std::uint8_t>(from[i]);
        }
    } else {
        __builtin_memcpy(to, from, n);
    }
}

}  // namespace detail

/// All of the law on one day. A trivially copyable value of less than 64 KiB without pointers. Answers as the functions
/// of the other headers do on that day, in constant time and without the tables.
template <class Row = std::size_t>
class basic_snapshot {
public:
    /// The law on a day; takes time linear in the changes before it, some tens of microseconds.
    constexpr explicit basic_snapshot(date day) noexcept : day_{day} {
        using namespace detail;
        copy_bytes(slot_, tables::territory_slot, enum_count<state>);
        copy_bytes(slot_cells_, tables::slot_cells, sizeof slot_cells_);
        copy_bytes(column_, tables::item_column, item::count);
        for (std::size_t i = 0; i < tables::territory_slot_count; ++i) {
            first_cell_[i] = static_cast<std::uint16_t>(two_bytes_at(tables::slot_first_cell, i));
        }
        for (std::size_t i = 0; i < tables::entry_count; ++i) {
            demands_[i] = eight_bytes_at(tables::entry_demands, i);
            rungs_[i] = four_bytes_at(tables::entry_rungs, i);
        }
        for (std::size_t s = enum_count<state>; s < 256; ++s) {  // a value that is no state is absent
            states_[s] = 0x10000U << static_cast<unsigned>(ground::absent);
        }
        move();
    }

    /// The day whose law it holds.
    constexpr date day() const noexcept { return day_; }

    /// What `screen` says of a transfer on this day of which nothing else is stated; `unknown` for an item that is
    /// none.
    constexpr armsledger::outcome outcome(state exporter, state importer, recipient who, item what) const noexcept {
        return outcome(exporter, importer, who, what, 0);
    }

    /// The exporters for which a transfer has an outcome. Linear in the states.
    constexpr state_set exporters_with(armsledger::outcome wanted, state importer, recipient who,
                                       item what) const noexcept {
        return states_where([&](state s) { return outcome(s, importer, who, what) == wanted; });
    }
    /// The importers for which a transfer has an outcome. Linear in the states.
    constexpr state_set importers_with(armsledger::outcome wanted, state exporter, recipient who,
                                       item what) const noexcept {
        return states_where([&](state s) { return outcome(exporter, s, who, what) == wanted; });
    }

    /// The rung of `permission_for`: what an issuer's measures let through.
    constexpr permission permission_for(state territory, recipient who, item what, issuer by) const noexcept {
        using namespace detail;
        if (is_outside(by)) {
            return permission::outside_coverage;
        }
        const std::size_t place = what.place();
        if (place == item::count || !is_valid(by)) {
            return place == item::count ? permission::unknown : permission::free;
        }
        const std::size_t column = column_[place];
        const unsigned shift = 4 * static_cast<unsigned>(by);
        const std::uint32_t here = rungs_[rows_[cell_of(territory, detail::place_of(who))][column]] >> shift & 15;
        const std::uint32_t follows = rungs_[group_row(who)[column]] >> shift & 15;
        return detail::rung_of(here < follows ? follows : here);
    }

    /// As `armsledger::standing_of`.
    constexpr armsledger::standing standing_of(state s, treaty t) const noexcept {
        if (!detail::is_valid(t) || !detail::is_valid(s) || is_outside(t)) {
            return standing::outside_coverage;
        }
        unsigned standing = 0;
        for (unsigned bit = 0; bit < 3; ++bit) {
            standing |= static_cast<unsigned>(plane_of(t, bit).contains(s)) << bit;
        }
        return static_cast<armsledger::standing>(standing);
    }
    /// The states that stand so to a treaty; `wanted` is an enumerator. Empty outside coverage. A few operations on
    /// sets.
    constexpr state_set states_with(armsledger::standing wanted, treaty t) const noexcept {
        if (!detail::is_valid(t) || is_outside(t)) {
            return {};
        }
        state_set found = detail::every_state;
        for (unsigned bit = 0; bit < 3; ++bit) {
            const state_set& plane = plane_of(t, bit);
            found = (static_cast<unsigned>(wanted) >> bit & 1U) != 0 ? found & plane : found - plane;
        }
        return found;
    }
    /// The parties to a treaty, as `states_with`.
    constexpr state_set parties_to(treaty t) const noexcept { return states_with(standing::party, t); }

    /// As `armsledger::is_member`.
    constexpr answer is_member(state s, body b) const noexcept {
        return is_outside_memberships() ? answer::outside_coverage
                                        : answer_of(s, detail::is_valid(b), detail::members_plane,
                                                    detail::possible_members_plane, static_cast<std::size_t>(b));
    }
    /// As `armsledger::members`.
    constexpr state_set members(body b, certainty wanted = certainty::certain) const noexcept {
        return set_of(detail::is_valid(b) && !is_outside_memberships(), detail::members_plane,
                      detail::possible_members_plane, static_cast<std::size_t>(b), wanted);
    }

    /// As `armsledger::embargoed`.
    constexpr answer embargoed(state s, issuer by) const noexcept {
        return is_outside(by) ? answer::outside_coverage
                              : answer_of(s, detail::is_valid(by), detail::embargoed_plane,
                                          detail::possibly_embargoed_plane, static_cast<std::size_t>(by));
    }
    /// As `armsledger::embargoed_on`.
    constexpr state_set embargoed_on(issuer by, certainty wanted = certainty::certain) const noexcept {
        return set_of(detail::is_valid(by) && !is_outside(by), detail::embargoed_plane,
                      detail::possibly_embargoed_plane, static_cast<std::size_t>(by), wanted);
    }

    /// The first day after this one on which anything changes; empty after the last.
    constexpr maybe<date> next_change() const noexcept { return {until_ != never, until_}; }
    /// The last day before this one on which anything changed; empty before the first change.
    constexpr maybe<date> previous_change() const noexcept {
        const std::size_t before = changes_ - (from_ == day_);
        const date last = before > 0 ? change_day(before - 1) : always;
        return {last != always, last};
    }

    /// Takes the snapshot to another day, forwards or backwards. Two comparisons where nothing changes between, else
    /// linear in the changes.
    constexpr void move_to(date day) noexcept {
        day_ = day;
        if (day < from_ || day >= until_) {
            move();
        }
    }

    /// 64 bits over the day and everything that is held of it, equal on every machine: with `armsledger::fingerprint`
    /// and the edition, it says what a result rests on.
    constexpr std::uint64_t fingerprint() const noexcept {
        detail::mixture all{armsledger::fingerprint};
        all.add(static_cast<std::uint32_t>(day_.days()));
        for (const state_set& p : planes_) {
            for (std::size_t i = 0; i < 4; ++i) {
                all.add(p.word(i));
            }
        }
        all.add_each(states_);
        all.add_each(demands_);
        all.add_each(rungs_);
        all.add_each(first_cell_);
        all.add_each(words_);
        all.add_each(slot_);
        all.add_each(slot_cells_);
        all.add_each(column_);
        all.add_each(items_);
        for (const auto& row : rows_) {
            all.add_each(row);
        }
        return all.hash;
    }

private:
    friend class counterfactual;
    friend struct detail::law_reader;

    struct duties {
        std::uint64_t bound, perhaps;
    };

    // With what is asked of the exporter besides.
    constexpr armsledger::outcome outcome(state exporter, state importer, const recipient& who, const item& what,
                                          detail::demand besides) const noexcept {
        using namespace detail;
        const std::size_t place = what.place();
        if (place == item::count) {
            return armsledger::outcome::unknown;
        }
        const std::size_t column = column_[place];
        const demand of_treaties = demands_[items_[column]];
        const duties sending = duties_of(exporter);
        const duties receiving = duties_of(importer);
        weight all;
        all.add(demand_to(importer, who, column) | everywhere() | asked_of_exporter(who, of_treaties) | besides,
                sending.bound, sending.perhaps);
        all.add(asked_of_importer(who, of_treaties) | (everywhere() & demand_on(ground::absent)), receiving.bound,
                receiving.perhaps);
        // A ban on arms from a target obliges it not to send, and others not to take.
        const std::uint64_t both = sending.bound | receiving.bound;
        all.add(demands_[rows_[cell_of(exporter, exports_cell)][column]], both,
                (sending.perhaps | receiving.perhaps) & ~both);
        return all.outcome();
    }

    // --- what a state is bound by, and what is asked ---

    constexpr duties duties_of(state s) const noexcept {
        const std::uint32_t known = states_[static_cast<std::size_t>(s)];
        const std::uint32_t outside = words_[detail::grounds_outside];
        return {known & 0xFFFF & ~outside, known >> 16 | outside};
    }
    constexpr detail::demand everywhere() const noexcept {
        return detail::demand{words_[detail::open_everywhere]} << 16;
    }
    // Between states the Firearms Protocol does not apply (Article 4(2)).
    static constexpr detail::demand asked_of_exporter(const recipient& who, detail::demand of_treaties) noexcept {
        return who == end_user::government || who == end_user::peacekeepers || who == end_user::other_state_forces
                   ? of_treaties & ~detail::demand_on(detail::ground::firearms_protocol)
                   : of_treaties;
    }
    // Bans on receiving, where the importing state itself receives, or may.
    static constexpr detail::demand asked_of_importer(const recipient& who, detail::demand of_treaties) noexcept {
        using detail::ground;
        return who == end_user::government || who == end_user::unknown
                   ? of_treaties & (detail::demand_on(ground::apmbc) | detail::demand_on(ground::ccm))
                   : 0;
    }

    constexpr std::size_t cell_of(state territory, std::size_t number) const noexcept {
        const std::size_t slot = slot_[static_cast<std::size_t>(territory)];
        return first_cell_[slot] + std::size_t{slot_cells_[slot * detail::cells_of_slot + number]};
    }
    // Of measures that follow a group wherever it is; none for who is no group.
    constexpr const std::uint8_t* group_row(const recipient& who) const noexcept {
        const std::size_t place = detail::place_of(who);
        const std::size_t groups = detail::enum_count<end_user>;
        return rows_[place < groups ? 0 : detail::group_cells + (place - groups)];
    }
    constexpr detail::demand demand_to(state importer, const recipient& who, std::size_t column) const noexcept {
        return demands_[rows_[cell_of(importer, detail::place_of(who))][column]] | demands_[group_row(who)[column]];
    }
    // --- planes ---

    template <class Wanted>
    static constexpr state_set states_where(Wanted wanted) noexcept {
        state_set found;
        for (std::size_t i = 0; i < detail::enum_count<state>; ++i) {
            if (wanted(static_cast<state>(i))) {
                found.insert(static_cast<state>(i));
            }
        }
        return found;
    }
    constexpr const state_set& plane_of(treaty t, unsigned bit) const noexcept {
        return planes_[static_cast<std::size_t>(detail::plane::standing) + 3 * static_cast<std::size_t>(t) + bit];
    }
    constexpr answer answer_of(state s, bool valid, std::size_t yes, std::size_t unknown,
                               std::size_t i) const noexcept {
        return !valid                             ? answer::no
               : planes_[yes + i].contains(s)     ? answer::yes
               : planes_[unknown + i].contains(s) ? answer::unknown
                                                  : answer::no;
    }
    constexpr state_set set_of(bool speaks, std::size_t yes, std::size_t unknown, std::size_t i,
                               certainty wanted) const noexcept {
        return !speaks                        ? state_set{}
               : wanted == certainty::certain ? planes_[yes + i]
                                              : planes_[yes + i] | planes_[unknown + i];
    }

    // --- coverage ---

    constexpr bool is_outside(std::size_t table) const noexcept {
        return (words_[detail::tables_outside] >> table & 1U) != 0;
    }
    // What is no issuer has the record of those other than the UN, as in `coverage`.
    constexpr bool is_outside(issuer i) const noexcept {
        return is_outside(static_cast<std::size_t>(detail::is_valid(i) ? i : issuer::eu));
    }
    constexpr bool is_outside(treaty t) const noexcept {
        return is_outside(detail::enum_count<issuer> + static_cast<std::size_t>(t));
    }
    constexpr bool is_outside_memberships() const noexcept {
        return is_outside(detail::enum_count<issuer> + detail::enum_count<treaty>);
    }

    // --- change ---

    static constexpr date change_day(std::size_t i) noexcept {
        return detail::unpack_day(detail::two_bytes_at(detail::tables::change_day, i));
    }
    // The days around one between which nothing changes.
    static constexpr period steady_around(date day) noexcept {
        std::size_t first = 0;
        std::size_t last = detail::tables::change_day_count;
        while (first < last) {
            const std::size_t middle = first + (last - first) / 2;
            (change_day(middle) <= day ? first : last) = change_day(middle) <= day ? middle + 1 : middle;
        }
        return {first > 0 ? change_day(first - 1) : always,
                first < detail::tables::change_day_count ? change_day(first) : never};
    }
    constexpr void move() noexcept {
        const std::size_t count = detail::tables::change_day_count;
        while (changes_ < count && change_day(changes_) <= day_) {
            change(changes_++, true);
        }
        while (changes_ > 0 && day_ < change_day(changes_ - 1)) {
            change(--changes_, false);
        }
        from_ = changes_ > 0 ? change_day(changes_ - 1) : always;
        until_ = changes_ < count ? change_day(changes_) : never;
    }
    // Lets the changes of a day happen, or takes them back.
    constexpr void change(std::size_t i, bool forwards) noexcept {
        using namespace detail;
        const auto begin_of = [i](const char* ends) { return i == 0 ? 0 : two_bytes_at(ends, i - 1); };
        for (std::size_t k = begin_of(tables::toggles_until); k < two_bytes_at(tables::toggles_until, i); ++k) {
            toggle(two_bytes_at(tables::plane_toggles, k));
        }
        for (std::size_t k = begin_of(tables::changes_until); k < two_bytes_at(tables::changes_until, i); ++k) {
            const std::size_t now = two_bytes_at(tables::history_changes, k);
            const std::size_t number = two_bytes_at(tables::history_cell, now);
            const bool first = now == two_bytes_at(tables::cell_history, number);
            set(number, forwards ? two_bytes_at(tables::history_value, now)
                        : first  ? 0
                                 : two_bytes_at(tables::history_value, now - 1));
        }
    }
    // A state enters or leaves a plane. Those of the grounds are kept by state too.
    constexpr void toggle(std::uint32_t plane_and_state) noexcept {
        const std::uint32_t plane = plane_and_state >> 8;
        const std::uint32_t s = plane_and_state & 0xFF;
        planes_[plane].toggle(static_cast<state>(s));
        states_[s] ^= plane < 32 ? 1U << plane : 0U;
    }
    constexpr void set(std::size_t number, std::uint32_t value) noexcept {
        using namespace detail;
        if (number >= word_cells) {
            words_[number - word_cells] = static_cast<std::uint16_t>(value);
        } else if (number >= item_cells) {
            items_[number - item_cells] = static_cast<std::uint8_t>(value);
        } else {
            for (std::size_t b = 0; b < row_blocks; ++b) {
                const std::size_t block = two_bytes_at(tables::row_blocks, value * row_blocks + b);
                copy_bytes(rows_[number] + b * block_width, tables::ladder_blocks + block * block_width, block_width);
            }
        }
    }

    // --- for a scenario ---

    constexpr void put(std::size_t plane, state s, bool inside) noexcept {
        if (planes_[plane].contains(s) != inside) {
            toggle(static_cast<std::uint32_t>(plane << 8) | static_cast<std::uint32_t>(s));
        }
    }
    // Lets the measures of an issuer on a territory be besides what they were on another day.
    constexpr void restore(state territory, issuer by, date day) noexcept {
        const std::uint32_t of_issuer = 15U << 4 * static_cast<unsigned>(by);
        const detail::demand on_grounds = grounds_of(by);
        for_each_cell(territory, [&](std::size_t number) {
            const std::uint32_t then = detail::row_on(number, day);
            for (std::size_t c = 0; c < detail::tables::item_column_count; ++c) {
                const std::uint32_t other = detail::entry_in(then, c);
                const std::uint32_t here = rungs_[rows_[number][c]];
                const std::uint32_t there = rungs_[other] & of_issuer;
                rows_[number][c] = entry_of(demands_[rows_[number][c]] | (demands_[other] & on_grounds),
                                            (here & of_issuer) < there ? (here & ~of_issuer) | there : here);
            }
        });
    }
    // Lets an issuer have no measures on a territory.
    constexpr void clear(state territory, issuer by) noexcept {
        const std::uint32_t of_issuer = 15U << 4 * static_cast<unsigned>(by);
        for_each_cell(territory, [&](std::size_t number) {
            for (std::uint8_t& e : rows_[number]) {
                e = entry_of(demands_[e] & ~grounds_of(by), rungs_[e] & ~of_issuer);
            }
        });
    }
    static constexpr detail::demand grounds_of(issuer by) noexcept {
        detail::demand grounds = 0;
        for (std::size_t g = 0; g < detail::tables::embargo_ground_count; ++g) {
            grounds |= detail::byte_at(detail::tables::ground_issuer, g) == static_cast<std::uint32_t>(by)
                           ? detail::every_lane << g
                           : 0;
        }
        return grounds;
    }
    // The cells of a slot follow one another.
    template <class Change>
    constexpr void for_each_cell(state territory, Change change) noexcept {
        const std::size_t slot = slot_[static_cast<std::size_t>(territory)];
        const std::size_t last =
            slot + 1 < detail::tables::territory_slot_count ? first_cell_[slot + 1] : detail::group_cells;
        for (std::size_t number = first_cell_[slot]; slot != 0 && number < last; ++number) {
            change(number);
        }
    }
    // The number of an entry, a new one where there is none; where there is no room, that of an entry which leaves
    // all open.
    constexpr std::uint8_t entry_of(detail::demand asked, std::uint32_t rungs) noexcept {
        for (std::size_t i = 0; i < entries_; ++i) {
            if (demands_[i] == asked && rungs_[i] == rungs) {
                return static_cast<std::uint8_t>(i);
            }
        }
        const bool is_last = entries_ + 1 >= detail::entry_capacity;
        demands_[entries_] = is_last ? detail::demand{0xFFFF} << 16 : asked;
        rungs_[entries_] = is_last ? every_issuer_unknown : rungs;
        const auto number = static_cast<std::uint8_t>(entries_);
        entries_ += !is_last;
        return number;
    }
    static constexpr std::uint32_t every_issuer_unknown = 0xDDDDDDDD;  // mandatory, and not settled

    date day_, from_ = never, until_ = always;
    std::uint32_t changes_ = 0;
    std::uint32_t entries_ = detail::tables::entry_count;
    std::uint32_t states_[256] = {};  // the grounds that bind a state, and from bit 16 those that may
    state_set planes_[detail::tables::plane_count];
    std::uint64_t demands_[detail::entry_capacity] = {};
    std::uint32_t rungs_[detail::entry_capacity] = {};
    std::uint16_t first_cell_[detail::tables::territory_slot_count] = {};
    std::uint16_t words_[detail::word_count] = {};
    std::uint8_t slot_[256] = {};
    std::uint8_t slot_cells_[detail::tables::territory_slot_count * detail::cells_of_slot] = {};
    std::uint8_t column_[item::count] = {};
    std::uint8_t items_[detail::tables::item_column_count] = {};  // what treaties ask of the items of a column
    std::uint8_t rows_[detail::item_cells][detail::row_width] = {};
};

/// The name to use.
using snapshot = basic_snapshot<>;

/// The law on a day, any day: on days that the record does not reach, its answers say so.
template <class Snapshot = snapshot>
constexpr Snapshot at(date day) noexcept {
    return Snapshot{day};
}

}  // namespace armsledger
