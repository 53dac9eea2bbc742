// SPDX-License-Identifier: BSL-1.0
//
// Writes generated headers: columns of packed words, pools of text, lists of enumerators.
#pragma once

#include "table_days.hpp"

#include <armsledger/detail/fold.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/detail/spelling.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace generator {

// The texts of a table in one string; equal texts, and texts within others, are stored once.
class text_pool {
public:
    std::uint32_t add(std::string_view text) {
        std::size_t at = pool_.find(text);
        if (at == std::string::npos) {
            at = pool_.size();
            pool_ += text;
        }
        if (text.size() >> 12 != 0 || at >> 18 != 0) {
            throw std::length_error{"does not fit a text pool: " + std::string{text}};
        }
        return static_cast<std::uint32_t>(at | text.size() << 18);
    }
    const std::string& text() const { return pool_; }

private:
    std::string pool_;
};

// A column under construction.
using column = std::vector<std::uint32_t>;

// A column of dates known within bounds, and the different bounds of those that are not one day.
struct span_columns {
    column days, bounds;

    void add(armsledger::uncertain_date when) { add(pack(when.earliest), pack(when.latest)); }
    void add(std::uint32_t earliest, std::uint32_t latest) {
        days.push_back(earliest == latest ? earliest : armsledger::detail::first_bounds + pair_of(earliest, latest));
    }
    std::uint32_t earliest(std::size_t i) const {
        const std::uint32_t first = armsledger::detail::first_bounds;
        return days[i] < first ? days[i] : bounds[2 * (days[i] - first)];
    }
    std::uint32_t latest(std::size_t i) const {
        const std::uint32_t first = armsledger::detail::first_bounds;
        return days[i] < first ? days[i] : bounds[2 * (days[i] - first) + 1];
    }

private:
    std::uint32_t pair_of(std::uint32_t earliest, std::uint32_t latest) {
        std::uint32_t pair = 0;
        while (2 * pair < bounds.size() && (bounds[2 * pair] != earliest || bounds[2 * pair + 1] != latest)) {
            ++pair;
        }
        if (2 * pair == bounds.size()) {
            bounds.insert(bounds.end(), {earliest, latest});
        }
        return pair;
    }
};

class header {
public:
    explicit header(std::string inputs, std::string program = "generate")
        : inputs_{std::move(inputs)}, program_{std::move(program)} {}

    // A text column.
    template <unsigned Bits>
    void add(std::string_view name, const column& values) {
        std::string text;
        for (std::uint32_t value : values) {
            value = Bits == 6 ? narrowed(name, value) : value;
            check_width<Bits>(name, value);
            for (std::size_t c = 0; c < characters_for(Bits); ++c, value >>= 6) {
                text += static_cast<char>('?' + (value & 63U));
            }
        }
        add_text(name, text);
    }

    // A column of bytes.
    template <unsigned Bits>
    void add_bytes(std::string_view name, const std::vector<std::uint64_t>& values) {
        std::string bytes;
        for (const std::uint64_t value : values) {
            if (Bits < 64 && value >> (Bits % 64) != 0) {
                throw std::range_error{"a value too wide for column " + std::string{name}};
            }
            for (unsigned shift = 0; shift < Bits; shift += 8) {
                bytes += static_cast<char>(value >> shift & 0xFF);
            }
        }
        add_text(name, bytes, true);
    }

    // A column of few different days.
    void add_listed_days(const std::string& name, const column& days) {
        column places, listed;
        for (const std::uint32_t day : days) {
            const auto at = std::find(listed.begin(), listed.end(), day);
            places.push_back(static_cast<std::uint32_t>(at - listed.begin()));
            if (at == listed.end()) {
                listed.push_back(day);
            }
        }
        add<6>(name, places);
        add<16>(name + "_days", listed);
    }

    void add(const std::string& name, const span_columns& dates) {
        add<18>(name, dates.days);
        add<16>(name + "_bounds", dates.bounds);
    }

    void add_constant(std::string_view name, std::uint64_t value) {
        body_ << storage_ << " constexpr std::uint64_t " << name << " = 0x" << std::hex << value << std::dec << ";\n";
    }

    void add(std::string_view name, const text_pool& pool) { add_text(name, pool.text()); }

    // What is added between these two are members of a type.
    void open(const std::string& name) {
        body_ << "struct " << name << " {\n";
        storage_ = "static";
    }
    void close() {
        body_ << "};\n";
        storage_ = "inline";
    }

    void add_text(std::string_view name, const std::string& text, bool raw = false) {
        body_ << storage_ << " constexpr const char* " << name << " = \"" << std::oct;
        bool octal = false;  // a digit after an octal escape would be taken for a part of it
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            if (code < 0x20 || code == 0x7F || (raw && code >= 0x80) || (octal && c >= '0' && c <= '9')) {
                body_ << '\\' << static_cast<unsigned>(code);
                octal = true;
            } else {
                body_ << (c == '"' || c == '\\' ? "\\" : "") << c;
                octal = false;
            }
        }
        body_ << std::dec << "\";\n";
    }

    std::string str() const {
        return "// SPDX-License-Identifier: CC0-1.0\n"
               "// Generated by data/" +
               program_ + ".cpp from " + inputs_ +
               ". Do not edit.\n"
               "// clang-format off\n"
               "#pragma once\n\n#include <cstdint>\n\n"
               "#pragma GCC visibility push(hidden)\n"
               // The standard asks for 65536 characters a literal; every compiler we know takes more.
               "#pragma GCC diagnostic push\n"
               "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
               "namespace armsledger::detail::tables {\n\n" +
               body_.str() +
               "\n}  // namespace armsledger::detail::tables\n"
               "#pragma GCC diagnostic pop\n"
               "#pragma GCC visibility pop\n";
    }

private:
    static constexpr std::size_t characters_for(unsigned bits) {
        using namespace armsledger::detail;
        return bits == 6 ? 1 : bits == 8 ? u8_characters : bits <= 18 ? u16_characters : u32_characters;
    }

    // None, 0xFF, is 63.
    static std::uint32_t narrowed(std::string_view name, std::uint32_t value) {
        if (value == 63) {
            throw std::range_error{"a value too wide for column " + std::string{name}};
        }
        return value == 0xFF ? 63 : value;
    }

    template <unsigned Bits>
    static void check_width(std::string_view name, std::uint32_t value) {
        if (std::uint64_t{value} >> (Bits < 32 ? Bits : 30U) != 0) {
            throw std::range_error{"a value too wide for column " + std::string{name}};
        }
    }

    const char* storage_ = "inline";
    std::string inputs_;
    std::string program_;
    std::ostringstream body_;
};

// Periods that many rows share: of each row the number of its own, one byte, and each period once.
inline void add_shared_dates(header& out, const std::string& name, const span_columns& from,
                             const span_columns& until) {
    std::map<std::array<std::uint32_t, 4>, std::uint64_t> number_of;
    std::vector<std::uint64_t> numbers;
    span_columns begins, ends;
    for (std::size_t i = 0; i < from.days.size(); ++i) {
        const std::array<std::uint32_t, 4> dates{from.earliest(i), from.latest(i), until.earliest(i), until.latest(i)};
        const auto [held, is_new] = number_of.emplace(dates, number_of.size());
        if (is_new) {
            begins.add(dates[0], dates[1]);
            ends.add(dates[2], dates[3]);
        }
        numbers.push_back(held->second);
    }
    out.add_bytes<8>(name + "_dates", numbers);
    out.add(name + "_from", begins);
    out.add(name + "_until", ends);
}

// Weights of ASCII characters with a sum that folding leaves as it is: what it drops weighs nothing, "the"
// weighs nothing, "st" what "saint" does, "rep" and "dem" likewise, and '&' what "and" does.
inline column letter_weights() {
    column weight(128, 0);
    std::uint64_t random = 20151208;
    for (const char c : std::string_view{"abcdefghijklmnopqrstuvwxyz0123456789"}) {
        random = random * 6364136223846793005U + 1442695040888963407U;
        weight[static_cast<std::size_t>(c)] = static_cast<std::uint32_t>(random >> 32);
    }
    const auto of = [&](std::string_view letters) {
        std::uint32_t sum = 0;
        for (const char c : letters) {
            sum += weight[static_cast<std::size_t>(c)];
        }
        return sum;
    };
    weight['e'] = 0 - of("th");
    weight['n'] = 0 - of("ai");
    weight['b'] = 0 - of("ulic");
    weight['o'] = 0 - of("cratic");
    weight['&'] = of("and");
    for (std::size_t c = 'a'; c <= 'z'; ++c) {
        weight[c - 'a' + 'A'] = weight[c];
    }
    return weight;
}

// A folded name and what it stands for: the value's meaning is the index's own. `spelling`, if any, is how
// it is usually written, to be found without folding.
struct index_entry {
    std::string key;
    std::uint32_t value;
    std::string spelling{};
};

inline std::string in_small_letters(std::string text) {
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

// Sends every spelling to a slot of its own: groups of spellings, the largest first, each with the first
// displacement that finds free slots for all of it.
class displaced_slots {
public:
    explicit displaced_slots(const std::vector<std::string>& spellings) {
        for (const std::string& s : spellings) {
            const armsledger::detail::text_ends<std::uint64_t> ends{s.data(), s.size()};
            hashes_.push_back(armsledger::detail::spelling_hash(ends.first, ends.last, s.data(), s.size()));
        }
        std::size_t count = 16;
        while (5 * count < 6 * spellings.size()) {
            count *= 2;
        }
        const std::size_t most = 16 * count;
        while (!place_all(count)) {
            count *= 2;
            if (count > most) {
                throw std::length_error{"the names of an index find no slots"};
            }
        }
    }

    column displacements, slots;

private:
    bool place_all(std::size_t count) {
        slots.assign(count, 0);
        taken_.assign(count, false);
        displacements.assign(count / 4, 0);
        std::vector<std::vector<std::size_t>> groups(displacements.size());
        for (std::size_t i = 0; i < hashes_.size(); ++i) {
            groups[armsledger::detail::group_of(hashes_[i], count)].push_back(i);
        }
        std::vector<std::size_t> order(groups.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return groups[a].size() > groups[b].size(); });
        return std::all_of(order.begin(), order.end(), [&](std::size_t g) { return place(g, groups[g]); });
    }

    bool place(std::size_t group, const std::vector<std::size_t>& members) {
        for (std::uint32_t d = 0; d < 256; ++d) {
            std::set<std::size_t> free;
            for (const std::size_t m : members) {
                const std::size_t slot = armsledger::detail::slot_of(hashes_[m], d, slots.size());
                if (!taken_[slot]) {
                    free.insert(slot);
                }
            }
            if (free.size() == members.size()) {
                displacements[group] = d;
                for (const std::size_t m : members) {
                    const std::size_t slot = armsledger::detail::slot_of(hashes_[m], d, slots.size());
                    taken_[slot] = true;
                    slots[slot] = static_cast<std::uint32_t>(m);
                }
                return true;
            }
        }
        return false;
    }

    std::vector<std::uint64_t> hashes_;
    std::vector<bool> taken_;
};

// Two bits for the sum of the weights of each folded name.
inline std::vector<bool> letter_filter(const std::vector<std::string>& keys, std::size_t bits) {
    const column weight = letter_weights();
    std::vector<bool> filter(bits);
    for (const std::string& key : keys) {
        std::uint32_t sum = 0;
        for (const char c : key) {
            sum += weight[static_cast<std::size_t>(c)];
        }
        filter[(sum & 0xFFFF) % bits] = filter[(sum >> 16) % bits] = true;
    }
    return filter;
}

// The one value of each name, 0xFFFF for several: unless `meant` says what of it.
using meanings = std::map<std::string, std::uint32_t>;

inline void add_name_index(header& out, const std::string& name, const std::vector<index_entry>& entries,
                           const meanings& meant = {}) {
    std::map<std::string, std::vector<std::uint32_t>> by_key;
    std::map<std::string, std::string> key_of;  // of a spelling
    const auto spell = [&](const std::string& spelling, const std::string& key) {
        if (!key_of.emplace(spelling, key).second && key_of[spelling] != key) {
            throw std::logic_error{"'" + spelling + "' is folded in two ways"};
        }
    };
    for (const index_entry& e : entries) {
        auto& values = by_key[e.key];
        if (std::find(values.begin(), values.end(), e.value) == values.end()) {
            values.push_back(e.value);
        }
        spell(e.key, e.key);
        if (!e.spelling.empty() && e.spelling.size() <= armsledger::detail::folded_name::capacity) {
            spell(e.spelling, e.key);
        }
    }
    std::map<std::string, std::size_t> number_of;
    std::vector<std::string> keys, spellings;
    column first_value, values;
    for (const auto& [key, held] : by_key) {
        number_of[key] = keys.size();
        keys.push_back(key);
        first_value.push_back(static_cast<std::uint32_t>(values.size()));
        values.insert(values.end(), held.begin(), held.end());
    }
    first_value.push_back(static_cast<std::uint32_t>(values.size()));

    std::vector<std::uint64_t> packed;
    text_pool pool;
    for (const auto& [spelling, key] : key_of) {
        const auto& held = by_key[key];
        const auto known = meant.find(key);
        const std::uint64_t value = known != meant.end() ? known->second : held.size() == 1 ? held[0] : 0xFFFF;
        const std::uint32_t at = pool.add(spelling) & 0x3FFFF;
        if (at > 0xFFFF) {
            throw std::length_error{"the names of " + name + " do not fit"};
        }
        spellings.push_back(spelling);
        packed.push_back(at | spelling.size() << 16 | number_of[key] << 32 | value << 48);
    }
    const displaced_slots placed{spellings};
    std::vector<std::uint64_t> slots;
    for (const std::uint32_t spelling : placed.slots) {
        slots.insert(slots.end(), {spelling & 0xFF, spelling >> 8});
    }
    slots.insert(slots.end(), placed.displacements.begin(), placed.displacements.end());
    const std::vector<bool> filter = letter_filter(keys, 16 * placed.slots.size());
    for (std::size_t i = 0; i < filter.size(); i += 8) {
        std::uint64_t byte = 0;
        for (std::size_t b = 8; b-- > 0;) {
            byte = byte << 1 | std::uint64_t{filter[i + b]};
        }
        slots.push_back(byte);
    }
    out.open(name);
    out.add_constant("slot_count", placed.slots.size());
    out.add_bytes<8>("slots", slots);
    out.add_bytes<64>("keys", packed);
    out.add<16>("first_value", first_value);
    out.add<16>("values", values);
    out.add_text("pool", pool.text() + std::string(armsledger::detail::folded_name::capacity, ' '));
    out.close();
}

}  // namespace generator
