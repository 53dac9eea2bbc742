// SPDX-License-Identifier: BSL-1.0
/// \file
/// Many transfers on one day at once: for simulations, which ask a million questions a step. Opt-in.
///
///     const screening_plan plan{law};  // half a millisecond; kept over all batches of a day
///     if (screen_batch(plan, {exporters, importers, recipients, items}, outcomes) != batch_status::screened) ...
///
/// The outcomes are those of `snapshot::outcome`, for values that are no enumerators too. Transfers are arrays of the
/// types that are used everywhere else, one for each part: nothing has to be packed beforehand, and nine bytes of
/// memory are moved for a transfer.
///
/// **A plan** holds for each importer and recipient the number of a row, in the row for each item the number of a
/// profile, and in the profile the outcome for each exporter: three look-ups. Few rows and profiles are distinct on any
/// day.
///
/// A trap: a plan is of one day and does not move. Make another after `move_to`, but only when the law changed: until
/// `snapshot::next_change` the outcomes are the same.
#pragma once

#include <armsledger/item.hpp>
#include <armsledger/permission.hpp>
#include <armsledger/screening.hpp>
#include <armsledger/snapshot.hpp>
#include <armsledger/state.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <span>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace armsledger {

/// Transfers on one day: the i-th element of each array is part of the i-th. It owns nothing.
struct transfers {
    std::span<const state> exporter;                   ///< From whose territory.
    std::span<const state> importer;                   ///< To whose territory.
    std::span<const armsledger::recipient> recipient;  ///< Who receives.
    std::span<const armsledger::item> item;            ///< What.

    /// How many transfers, if the arrays are of one size.
    constexpr std::size_t size() const noexcept { return exporter.size(); }
    /// Whether each array has `n` elements.
    constexpr bool is_of_size(std::size_t n) const noexcept {
        return exporter.size() == n && importer.size() == n && recipient.size() == n && item.size() == n;
    }
    /// `count` of them from `first` on, as std::span::subspan and with its bounds: a part for each thread.
    constexpr transfers part(std::size_t first, std::size_t count) const noexcept {
        return {exporter.subspan(first, count), importer.subspan(first, count), recipient.subspan(first, count),
                item.subspan(first, count)};
    }
};

/// What became of a batch.
enum class [[nodiscard]] batch_status : std::uint8_t{
    screened,      ///< An outcome was written for each transfer.
    sizes_differ,  ///< The arrays are not of one size; nothing was written.
};

/// What a batch is screened with; the outcomes are the same.
enum class instructions : std::uint8_t {
    best,      ///< AVX2 where the processor has it.
    portable,  ///< Those that the program was compiled for.
};

namespace detail {

// What a plan is worked out from.
struct law_reader {
    using duties = snapshot::duties;
    const snapshot& law;

    constexpr duties duties_of(std::size_t s) const noexcept { return law.duties_of(static_cast<state>(s)); }
    constexpr demand everywhere() const noexcept { return law.everywhere(); }
    constexpr demand asked_by(std::uint8_t entry) const noexcept { return law.demands_[entry]; }
    constexpr std::size_t column_of(std::size_t place) const noexcept { return law.column_[place]; }
    constexpr const std::uint8_t* treaty_entries() const noexcept { return law.items_; }
    constexpr const std::uint8_t* row(std::size_t cell) const noexcept { return law.rows_[cell]; }
    constexpr std::size_t slot_of(std::size_t s) const noexcept { return law.slot_[s]; }
    constexpr std::size_t cell_of_exports(std::size_t s) const noexcept {
        return law.cell_of(static_cast<state>(s), exports_cell);
    }
    constexpr std::size_t cell_of(std::size_t importer, const recipient& who) const noexcept {
        return law.cell_of(static_cast<state>(importer), place_of(who));
    }
    constexpr std::size_t group_cell(const recipient& who) const noexcept {
        return static_cast<std::size_t>(law.group_row(who) - law.rows_[0]) / row_width;
    }
    static constexpr demand asked_of_exporter(const recipient& who, demand of_treaties) noexcept {
        return snapshot::asked_of_exporter(who, of_treaties);
    }
    static constexpr demand asked_of_importer(const recipient& who, demand of_treaties) noexcept {
        return snapshot::asked_of_importer(who, of_treaties);
    }
};

// How recipients and items lie in memory: no branch shall decide between kinds that come at random.
struct recipient_bytes {
    std::uint8_t kind, number;
};
struct item_bytes {
    std::uint8_t kind;
    std::uint16_t number;
};
constexpr std::size_t recipient_kinds = 2, item_kinds = 3;

template <class Bytes, class Thing>
constexpr bool lies_as(const Thing& thing, Bytes expected) noexcept {
    const auto bytes = __builtin_bit_cast(Bytes, thing);
    return bytes.kind == expected.kind && bytes.number == expected.number;
}
static_assert(lies_as<recipient_bytes>(recipient{end_user::unknown}, {0, 5}));
static_assert(lies_as<recipient_bytes>(recipient{group{7}}, {1, 7}));
static_assert(lies_as<item_bytes>(item{weapon_type{7}}, {0, 7}) && lies_as<item_bytes>(item{item_class{7}}, {2, 7}));
static_assert(lies_as<item_bytes>(item{category{0x102}}, {1, 0x102}));

// By kind and number, 256 a kind.
static_assert(tables::category_count < 256 && enum_count<item_class> < 256 && enum_count<weapon_type> < 256);
constexpr std::size_t batch_index(recipient_bytes b) noexcept { return b.kind * 256U + b.number; }
constexpr std::size_t batch_index(item_bytes b) noexcept { return b.kind * 256U + (b.number < 256U ? b.number : 255U); }
constexpr std::size_t batch_index(const recipient& who) noexcept {
    return batch_index(__builtin_bit_cast(recipient_bytes, who));
}
constexpr std::size_t batch_index(const item& what) noexcept {
    return batch_index(__builtin_bit_cast(item_bytes, what));
}

// Recipients by place, with a place each for an end user and for a group that is none.
inline constexpr std::size_t batch_recipients = recipient::count + 2;

constexpr std::size_t batch_place(const recipient& who) noexcept {
    const std::size_t place = who.place();
    return place + (place == recipient::count && who.as_group());
}
constexpr recipient recipient_at(std::size_t place) noexcept {
    const std::size_t groups = enum_count<end_user>;
    return place < groups              ? recipient{static_cast<end_user>(place)}
           : place < recipient::count  ? recipient{static_cast<group>(place - groups)}
           : place == recipient::count ? recipient{static_cast<end_user>(0xFF)}
                                       : recipient{static_cast<group>(0xFF)};
}

constexpr std::size_t power_of_two_from(std::size_t n) noexcept {
    std::size_t power = 1;
    while (power < n) {
        power *= 2;
    }
    return power;
}

// Numbers distinct keys from 0, in the order in which they come; `Capacity` is the number of all for which there
// is no room.
template <std::size_t Words, std::size_t Capacity>
class numbering {
public:
    struct key {
        std::uint64_t word[Words] = {};
        friend constexpr bool operator==(const key&, const key&) noexcept = default;
    };

    constexpr std::size_t of(const key& k) noexcept {
        std::size_t at = start(k);
        for (; numbers_[at] != 0; at = (at + 1) & (slots - 1)) {
            if (keys_[numbers_[at] - 1U] == k) {
                return numbers_[at] - 1U;
            }
        }
        if (count_ == Capacity) {
            return Capacity;
        }
        keys_[count_] = k;
        numbers_[at] = static_cast<std::uint16_t>(++count_);
        return count_ - 1;
    }
    constexpr std::size_t size() const noexcept { return count_; }
    constexpr const key& operator[](std::size_t number) const noexcept { return keys_[number]; }

private:
    static constexpr std::size_t slots = power_of_two_from(2 * Capacity);

    static constexpr std::size_t start(const key& k) noexcept {
        std::uint64_t hash = 0;
        for (const std::uint64_t w : k.word) {
            hash ^= w;
            hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15U;
        }
        return hash >> 40 & (slots - 1);
    }

    key keys_[Capacity] = {};
    std::uint16_t numbers_[slots] = {};  // plus one; 0 is free
    std::size_t count_ = 0;
};

// How many of each a plan has room for. On every day of the record there are at most 88 rows, 161 profiles and
// 48 classes of exporters.
template <std::size_t Rows, std::size_t Profiles, std::size_t Classes>
struct batch_tables {
    static_assert(Rows <= 256 && Profiles <= 256 && Classes <= 64);
    static constexpr std::size_t recipient_stride = power_of_two_from(batch_recipients);
    static constexpr std::size_t item_stride = item::count + 1;

    std::uint8_t recipient_at[recipient_kinds * 256] = {};  // its place
    std::uint16_t item_at[item_kinds * 256] = {};
    std::uint8_t row_of[256 * recipient_stride] = {};  // importer, place of the recipient
    std::uint8_t profile_of[Rows * item_stride] = {};  // row, place of the item
    std::uint8_t outcome_of[Profiles * 256] = {};      // profile, exporter

    constexpr armsledger::outcome outcome(state exporter, state importer, const recipient& who,
                                          item what) const noexcept {
        return at(static_cast<std::size_t>(importer) * recipient_stride + recipient_at[batch_index(who)],
                  item_at[batch_index(what)], static_cast<std::size_t>(exporter));
    }
    constexpr armsledger::outcome at(std::size_t importer_and_recipient, std::size_t item,
                                     std::size_t exporter) const noexcept {
        const std::size_t row = row_of[importer_and_recipient];
        const std::size_t profile = profile_of[row * item_stride + item];
        return static_cast<armsledger::outcome>(outcome_of[profile * 256 + exporter]);
    }
};

// Works out the tables of a plan.
template <std::size_t Rows, std::size_t Profiles, std::size_t Classes>
class batch_planner {
public:
    using plan_tables = batch_tables<Rows, Profiles, Classes>;

    constexpr batch_planner(const law_reader& law, plan_tables& out) noexcept : law_{law}, out_{out} {
        number_cells();
        number_exporters();
        sort_columns();
        number_importers();
        copy_places();
        copy_rows();
        copy_profiles();
    }

    constexpr bool is_complete() const noexcept { return is_complete_; }

private:
    static constexpr std::size_t columns = tables::item_column_count;
    static constexpr std::size_t no_item = columns;  // its column
    static_assert(no_item < row_width);

    // Bit c of word k: for exporters of class c the outcome is that of lane k of a demand, or a weightier one.
    using profile = typename numbering<4, Profiles>::key;
    using duties = law_reader::duties;

    static constexpr std::size_t row_words = row_width / 8;
    using row_key = typename numbering<row_words, Rows>::key;
    struct row {
        std::uint8_t at[row_width] = {};
    };

    template <std::size_t Words, std::size_t Capacity>
    constexpr std::size_t number_of(numbering<Words, Capacity>& all,
                                    const typename numbering<Words, Capacity>::key& k) noexcept {
        const std::size_t number = all.of(k);
        is_complete_ = is_complete_ && number < Capacity;
        return number < Capacity ? number : 0;
    }

    // --- cells of the snapshot ---

    // Many have equal rows.
    constexpr void number_cells() noexcept {
        numbering<row_words, item_cells> distinct;
        using key = typename decltype(distinct)::key;
        for (std::size_t cell = 0; cell < item_cells; ++cell) {
            row r;
            for (std::size_t i = 0; i < row_width; ++i) {
                r.at[i] = law_.row(cell)[i];
            }
            row_of_cell_[cell] = static_cast<std::uint8_t>(distinct.of(__builtin_bit_cast(key, r)));
        }
    }

    // --- exporters ---

    constexpr bool asks(std::size_t cell) const noexcept {
        demand all = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            all |= law_.asked_by(law_.row(cell)[c]);
        }
        return all != 0;
    }
    // A class: equal duties and equal bans on what leaves it; cell 0 asks nothing.
    constexpr void number_exporters() noexcept {
        for (std::size_t s = 0; s < 256; ++s) {
            const duties d = law_.duties_of(s);
            const std::size_t cell = law_.cell_of_exports(s);
            const std::uint64_t ban = cell != 0 && asks(cell) ? cell : 0;
            const std::size_t number = number_of(classes_, {{d.bound | d.perhaps << 16 | ban << 32}});
            class_of_[s] = static_cast<std::uint8_t>(number);
        }
        for (std::size_t c = 0; c < classes_.size(); ++c) {
            const duties d = duties_of_class(c);
            for (std::size_t g = 0; g < 16; ++g) {
                bound_[g] |= (d.bound >> g & 1U) << c;
                perhaps_[g] |= (d.perhaps >> g & 1U) << c;
            }
            if (bans_of_class(c) != law_.row(0)) {
                banned_[banned_count_++] = static_cast<std::uint8_t>(c);
            }
        }
    }
    constexpr duties duties_of_class(std::size_t c) const noexcept {
        return {classes_[c].word[0] & 0xFFFF, classes_[c].word[0] >> 16 & 0xFFFF};
    }
    constexpr const std::uint8_t* bans_of_class(std::size_t c) const noexcept {
        return law_.row(classes_[c].word[0] >> 32);
    }
    constexpr std::uint64_t every_class() const noexcept { return ~std::uint64_t{0} >> (64 - classes_.size()); }

    // --- items ---

    // Columns of which treaties and bans on exports ask the same, and on what grounds bans ask importers: on others
    // they ask the exporter.
    constexpr void sort_columns() noexcept {
        numbering<row_words, columns> sorts;
        for (std::size_t i = 0; i < columns; ++i) {
            typename decltype(sorts)::key k{{law_.treaty_entries()[i]}};
            for (std::size_t b = 0; b < banned_count_; ++b) {
                const std::uint8_t ban = bans_of_class(banned_[b])[i];
                grounds_of_bans_ |= grounds_of(law_.asked_by(ban)) & ~duties_of_class(banned_[b]).bound;
                k.word[(b + 1) / 8] |= std::uint64_t{ban} << (b + 1) % 8 * 8;
            }
            sort_of_column_[i] = static_cast<std::uint8_t>(sorts.of(k));
        }
    }

    // --- importers and recipients ---

    constexpr void number_importers() noexcept {
        numbering<1, 256> importers;
        std::uint8_t first[256] = {};
        for (std::size_t s = 0; s < 256; ++s) {
            const std::size_t known = importers.size();
            const std::size_t number =
                importers.of({{law_.slot_of(s) << 32 | duties_as_importer(s, end_user::unknown)}});
            if (number == known) {
                first[number] = static_cast<std::uint8_t>(s);
                number_recipients(s);
            } else {
                copy_row(s, first[number]);
            }
        }
    }
    constexpr void copy_row(std::size_t to, std::size_t from) noexcept {
        for (std::size_t i = 0; i < plan_tables::recipient_stride; ++i) {
            out_.row_of[to * plan_tables::recipient_stride + i] = out_.row_of[from * plan_tables::recipient_stride + i];
        }
    }
    // What an answer depends on beside the rows of measures: duties of the importer, and whether something is asked
    // of the exporter that is not between states.
    constexpr std::uint64_t side_of(std::size_t importer, const recipient& who) const noexcept {
        constexpr demand all = ~demand{0};
        return duties_as_importer(importer, who) | std::uint64_t{law_.asked_of_exporter(who, all) == all} << 32;
    }
    constexpr std::uint64_t duties_as_importer(std::size_t s, const recipient& who) const noexcept {
        const std::uint64_t grounds = grounds_of_bans_ | grounds_of(asked_of_importer(who, ~demand{0}));
        const duties d = law_.duties_of(s);
        return (d.bound & grounds) | (d.perhaps & grounds) << 16;
    }
    constexpr demand asked_of_importer(const recipient& who, demand of_treaties) const noexcept {
        return (law_.everywhere() & demand_on(ground::absent)) | law_.asked_of_importer(who, of_treaties);
    }
    static constexpr std::uint64_t grounds_of(demand d) noexcept { return (d | d >> 16 | d >> 32 | d >> 48) & 0xFFFF; }
    constexpr void number_recipients(std::size_t importer) noexcept {
        for (std::size_t place = 0; place < batch_recipients; ++place) {
            const recipient who = recipient_at(place);
            const std::uint64_t here = row_of_cell_[law_.cell_of(importer, who)];
            const std::uint64_t follows = row_of_cell_[law_.group_cell(who)];
            const std::size_t known = kinds_.size();
            const std::size_t kind = number_of(kinds_, {{side_of(importer, who) | here << 40 | follows << 48}});
            if (kind == known) {
                row_of_kind_[kind] = static_cast<std::uint8_t>(number_row(importer, who));
            }
            out_.row_of[importer * plan_tables::recipient_stride + place] = row_of_kind_[kind];
        }
    }

    // --- rows ---

    constexpr std::size_t number_row(std::size_t importer, const recipient& who) noexcept {
        const std::uint8_t* here = law_.row(law_.cell_of(importer, who));
        const std::uint8_t* follows = law_.row(law_.group_cell(who));
        const std::uint64_t side = side_of(importer, who);
        row r;
        for (std::size_t i = 0; i < columns; ++i) {
            const std::size_t known = cells_.size();
            const std::size_t cell =
                number_of(cells_, {{side | std::uint64_t{here[i]} << 40 | std::uint64_t{follows[i]} << 48 |
                                    std::uint64_t{sort_of_column_[i]} << 56}});
            if (cell == known) {
                const demand asked = law_.asked_by(here[i]) | law_.asked_by(follows[i]) | law_.everywhere();
                profile_of_cell_[cell] =
                    static_cast<std::uint8_t>(number_of(profiles_, profile_of(importer, who, i, asked)));
            }
            r.at[i] = profile_of_cell_[cell];
        }
        const profile unknown{{0, every_class(), every_class(), every_class()}};
        r.at[no_item] = static_cast<std::uint8_t>(number_of(profiles_, unknown));
        return number_of(rows_, __builtin_bit_cast(row_key, r));
    }
    // As `snapshot::outcome`, for all exporters at once.
    constexpr profile profile_of(std::size_t importer, const recipient& who, std::size_t column,
                                 demand asked) const noexcept {
        const demand of_treaties = law_.asked_by(law_.treaty_entries()[column]);
        const duties receiving = law_.duties_of(importer);
        profile p;
        for (demand left = asked | law_.asked_of_exporter(who, of_treaties); left != 0; left &= left - 1) {
            const auto bit = static_cast<std::size_t>(__builtin_ctzll(left));
            p.word[bit / 16] |= bound_[bit % 16];
            p.word[1] |= perhaps_[bit % 16];
        }
        weight of_importer;
        of_importer.add(asked_of_importer(who, of_treaties), receiving.bound, receiving.perhaps);
        add(p, every_class(), of_importer.outcome());
        for (std::size_t i = 0; i < banned_count_; ++i) {
            const std::size_t c = banned_[i];
            add(p, std::uint64_t{1} << c,
                weight_of_ban(law_.asked_by(bans_of_class(c)[column]), duties_of_class(c), receiving).outcome());
        }
        for (std::size_t lane = 1; lane < 4; ++lane) {
            p.word[lane] |= p.word[lane - 1];
        }
        return p;
    }
    static_assert(outcome::prohibited == outcome{4} && outcome::unknown == outcome{3} &&
                  outcome::authorisation_required == outcome{2} && outcome::assessment_required == outcome{1});
    static constexpr void add(profile& p, std::uint64_t exporters, outcome o) noexcept {
        if (o != outcome::no_bar_found) {
            p.word[4 - static_cast<std::size_t>(o)] |= exporters;
        }
    }
    static constexpr weight weight_of_ban(demand ban, duties sending, duties receiving) noexcept {
        const std::uint64_t both = sending.bound | receiving.bound;
        weight all;
        all.add(ban, both, (sending.perhaps | receiving.perhaps) & ~both);
        return all;
    }

    constexpr void copy_places() noexcept {
        for (std::size_t n = 0; n < 256; ++n) {
            for (const recipient who : {recipient{static_cast<end_user>(n)}, recipient{static_cast<group>(n)}}) {
                out_.recipient_at[batch_index(who)] = static_cast<std::uint8_t>(batch_place(who));
            }
            for (const item what :
                 {item{static_cast<weapon_type>(n)}, item{static_cast<item_class>(n)}, item{category{n}}}) {
                out_.item_at[batch_index(what)] = static_cast<std::uint16_t>(what.place());
            }
        }
    }
    constexpr void copy_rows() noexcept {
        for (std::size_t n = 0; n < rows_.size(); ++n) {
            const auto r = __builtin_bit_cast(row, rows_[n]);
            std::uint8_t* to = out_.profile_of + n * plan_tables::item_stride;
            for (std::size_t i = 0; i < item::count; ++i) {
                to[i] = r.at[law_.column_of(i)];
            }
            to[item::count] = r.at[no_item];
        }
    }
    constexpr void copy_profiles() noexcept {
        for (std::size_t n = 0; n < profiles_.size(); ++n) {
            std::uint8_t outcomes[Classes] = {};
            for (std::size_t c = 0; c < classes_.size(); ++c) {
                for (const std::uint64_t lane : profiles_[n].word) {
                    outcomes[c] = static_cast<std::uint8_t>(outcomes[c] + (lane >> c & 1));
                }
            }
            for (std::size_t s = 0; s < 256; ++s) {
                out_.outcome_of[n * 256 + s] = outcomes[class_of_[s]];
            }
        }
    }

    law_reader law_;
    plan_tables& out_;
    bool is_complete_ = true;
    std::uint64_t bound_[16] = {}, perhaps_[16] = {};  // the classes of exporters, by ground
    std::uint8_t class_of_[256] = {};
    std::uint8_t banned_[Classes] = {};  // classes on whose exports there is a ban
    std::size_t banned_count_ = 0;
    std::uint64_t grounds_of_bans_ = 0;
    std::uint8_t row_of_cell_[item_cells] = {};
    static_assert(item_cells <= 256 && tables::entry_count <= 256);
    std::uint8_t sort_of_column_[columns] = {};
    numbering<1, Classes> classes_;
    numbering<1, 4 * Rows> kinds_;  // of importers and recipients; some have equal rows
    std::uint8_t row_of_kind_[4 * Rows] = {};
    numbering<1, 16 * Profiles> cells_;  // of rows; many have equal profiles
    std::uint8_t profile_of_cell_[16 * Profiles] = {};
    numbering<4, Profiles> profiles_;
    numbering<row_width / 8, Rows> rows_;
};

template <class Tables>
constexpr void screen_one_by_one(const Tables& law, const transfers& in, std::size_t first, outcome* out) noexcept {
    for (std::size_t i = first; i < in.size(); ++i) {
        out[i] = law.outcome(in.exporter[i], in.importer[i], in.recipient[i], in.item[i]);
    }
}

#if defined(__x86_64__)
// The place of eight things of a few kinds, from 32 bits each for kind and number.
struct place_map {
    __m256i first, until, none;  // by kind
};
[[gnu::target("avx2")]] inline __m256i places(const place_map& map, __m256i kind, __m256i number) noexcept {
    const __m256i place = _mm256_add_epi32(_mm256_permutevar8x32_epi32(map.first, kind), number);
    const __m256i is_valid = _mm256_cmpgt_epi32(_mm256_permutevar8x32_epi32(map.until, kind), place);
    return _mm256_blendv_epi8(_mm256_permutevar8x32_epi32(map.none, kind), place, is_valid);
}
[[gnu::target("avx2")]] inline __m256i by_kind(std::size_t a, std::size_t b, std::size_t c) noexcept {
    return _mm256_setr_epi32(static_cast<int>(a), static_cast<int>(b), static_cast<int>(c), 0, 0, 0, 0, 0);
}
[[gnu::target("avx2")]] inline place_map map_of_recipients() noexcept {
    const std::size_t groups = enum_count<end_user>, count = recipient::count;
    return {by_kind(0, groups, 0), by_kind(groups, count, 0), by_kind(count, count + 1, 0)};
}
[[gnu::target("avx2")]] inline place_map map_of_items() noexcept {
    const std::size_t classes = enum_count<weapon_type>, categories = classes + enum_count<item_class>;
    return {by_kind(0, categories, classes), by_kind(classes, item::count, categories),
            by_kind(item::count, item::count, item::count)};
}
[[gnu::target("avx2")]] inline __m128i sixteen_bits(__m256i eight) noexcept {
    const __m256i packed = _mm256_permute4x64_epi64(_mm256_packus_epi32(eight, eight), 0x08);
    return _mm256_castsi256_si128(packed);
}

// Returns how many were screened, a multiple of eight. Where to look is worked out for eight at once; the look-ups
// are loads: gathers are slower than these where a processor is kept from leaking what it gathers.
template <class Tables>
[[gnu::target("avx2")]] std::size_t screen_by_eights(const Tables& t, const transfers& in, outcome* out) noexcept {
    const place_map recipients = map_of_recipients(), items = map_of_items();
    const __m256i low = _mm256_set1_epi32(0xFF);
    const std::size_t count = in.size() / 8 * 8;
    for (std::size_t i = 0; i < count; i += 8) {
        const __m256i who =
            _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(in.recipient.data() + i)));
        const __m256i what = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(in.item.data() + i));
        const __m256i importer =
            _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(in.importer.data() + i)));
        const __m256i recipient = places(recipients, _mm256_and_si256(who, low), _mm256_srli_epi32(who, 8));
        const __m256i item = places(items, _mm256_and_si256(what, low), _mm256_srli_epi32(what, 16));
        const __m256i pair =
            _mm256_add_epi32(_mm256_mullo_epi32(importer, _mm256_set1_epi32(Tables::recipient_stride)), recipient);
        std::uint16_t pairs[8], places_of_items[8];
        _mm_storeu_si128(reinterpret_cast<__m128i*>(pairs), sixteen_bits(pair));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(places_of_items), sixteen_bits(item));
#pragma GCC unroll 8
        for (std::size_t k = 0; k < 8; ++k) {
            out[i + k] = t.at(pairs[k], places_of_items[k], static_cast<std::size_t>(in.exporter[i + k]));
        }
    }
    return count;
}
#endif

template <class Tables>
constexpr void screen_all(const Tables& t, const transfers& in, outcome* out, instructions with) noexcept {
    std::size_t first = 0;
#if defined(__x86_64__)
    if (!__builtin_is_constant_evaluated() && with == instructions::best && __builtin_cpu_supports("avx2")) {
        first = screen_by_eights(t, in, out);
    }
#else
    static_cast<void>(with);
#endif
    screen_one_by_one(t, in, first, out);
}

}  // namespace detail

/// The law of one day prepared for batches: a trivially copyable value of 124 KiB without pointers, for any number of
/// threads. Where a law has more distinct rows, profiles or classes of exporters than there is room for, the plan is
/// the law itself: slower, with the same outcomes.
template <std::size_t Rows = 128, std::size_t Profiles = 256, std::size_t Classes = 64>
class basic_screening_plan {
public:
    /// Takes about half a millisecond, and 100 KiB of stack.
    explicit basic_screening_plan(const snapshot& law) noexcept : tables_{} {
        is_prepared_ = detail::batch_planner<Rows, Profiles, Classes>{{law}, tables_}.is_complete();
        if (!is_prepared_) {
            new (&law_) snapshot{law};
        }
    }

    /// Whether there was room; on every day of the record there is.
    constexpr bool is_prepared() const noexcept { return is_prepared_; }

    /// As `screen_batch`.
    constexpr batch_status screen(const transfers& in, std::span<outcome> out, instructions with) const noexcept {
        if (!in.is_of_size(out.size())) {
            return batch_status::sizes_differ;
        }
        if (is_prepared_) {
            detail::screen_all(tables_, in, out.data(), with);
        } else {
            detail::screen_one_by_one(law_, in, 0, out.data());
        }
        return batch_status::screened;
    }

private:
    union {
        detail::batch_tables<Rows, Profiles, Classes> tables_;
        snapshot law_;
    };
    bool is_prepared_ = false;
};
/// The name to use: with room for every day of the record.
using screening_plan = basic_screening_plan<>;

/// Writes what `snapshot::outcome` says of each transfer: nothing unless all arrays and `out` are of one size. A few
/// nanoseconds a transfer. Parts of a batch can be screened at once by threads that share a plan.
template <std::size_t Rows, std::size_t Profiles, std::size_t Classes>
constexpr batch_status screen_batch(const basic_screening_plan<Rows, Profiles, Classes>& plan, const transfers& in,
                                    std::span<outcome> out, instructions with = instructions::best) noexcept {
    return plan.screen(in, out, with);
}
/// The same with a plan of its own, where the batch is large enough to be worth one; with some 220 KiB of stack.
constexpr batch_status screen_batch(const snapshot& law, const transfers& in, std::span<outcome> out,
                                    instructions with = instructions::best) noexcept {
    constexpr std::size_t worth_a_plan = 16384;
    if (!in.is_of_size(out.size())) {
        return batch_status::sizes_differ;
    }
    if (!__builtin_is_constant_evaluated() && out.size() >= worth_a_plan) {
        return screening_plan{law}.screen(in, out, with);
    }
    detail::screen_one_by_one(law, in, 0, out.data());
    return batch_status::screened;
}

}  // namespace armsledger
