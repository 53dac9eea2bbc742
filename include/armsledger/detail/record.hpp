// SPDX-License-Identifier: BSL-1.0
//
// What the records of all tables share: citations, and ranges over the rows that fit a question.
#pragma once

#include <armsledger/answer.hpp>
#include <armsledger/detail/packed.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// Whether a set or range holds what is so on a day for certain, or also what is possible.
enum class certainty : std::uint8_t { certain, possible };

namespace detail {

constexpr bool fits(answer a, certainty wanted) noexcept {
    return a == answer::yes || (wanted == certainty::possible && a != answer::no);
}

// The set of sources a row cites, and its grade. `source.hpp` turns it into text.
class citation {
public:
    constexpr explicit citation(std::uint32_t packed) noexcept : packed_{packed} {}
    constexpr std::size_t source_set() const noexcept { return packed_ >> 2; }
    constexpr evidence grade() const noexcept { return static_cast<evidence>(packed_ & 3U); }

private:
    std::uint32_t packed_;
};

// What every record is: the number of a row, and ways to read a column of it. Records are templates on
// the type of that number, so that an accessor costs next to nothing to compile until it is used.
template <class Row>
class record {
public:
    constexpr explicit record(Row row) noexcept : row_{row} {}
    constexpr Row row() const noexcept { return row_; }

protected:
    constexpr auto u6_in(const char* column) const noexcept { return u6_at(column, row_); }
    constexpr auto u8_in(const char* column) const noexcept { return u8_at(column, row_); }
    constexpr auto u16_in(const char* column) const noexcept { return u16_at(column, row_); }
    constexpr auto day_in(const char* column) const noexcept { return day_at(column, row_); }
    constexpr auto listed_day_in(const char* column, const char* days) const noexcept {
        return listed_day_at(column, days, row_);
    }
    constexpr auto span_in(const char* days, const char* bounds) const noexcept { return span_at(days, bounds, row_); }
    constexpr auto text_in(const char* pool, const char* column) const noexcept { return text_at(pool, column, row_); }
    constexpr auto cited_in(const char* column) const noexcept { return citation{u16_at(column, row_)}; }

    Row row_;
};

struct keep_all {
    template <class Record>
    constexpr bool operator()(const Record&) const noexcept {
        return true;
    }
};

struct same_row {
    constexpr std::size_t operator()(std::size_t i) const noexcept { return i; }
};

struct range_end {};

// Visits the records of a range. `Row` turns a position into a row number.
template <class Record, class Keep, class Row>
class record_iterator {
public:
    using value_type = Record;
    using difference_type = std::ptrdiff_t;

    constexpr record_iterator() noexcept = default;
    constexpr record_iterator(rows span, Keep keep) noexcept : at_{span}, keep_{keep} { skip(); }
    constexpr Record operator*() const noexcept { return Record{Row{}(at_.first)}; }
    constexpr record_iterator& operator++() noexcept {
        ++at_.first;
        skip();
        return *this;
    }
    constexpr record_iterator operator++(int) noexcept {
        const record_iterator before = *this;
        ++*this;
        return before;
    }
    constexpr bool operator==(const record_iterator& other) const noexcept { return at_.first == other.at_.first; }
    constexpr bool operator==(range_end) const noexcept { return at_.first == at_.last; }

private:
    constexpr void skip() noexcept {
        while (at_.first != at_.last && !keep_(Record{Row{}(at_.first)})) {
            ++at_.first;
        }
    }

    rows at_{};
    [[no_unique_address]] Keep keep_{};
};

// The records of rows for which `Keep` holds. Forward and allocation-free; an iterator does not depend
// on its range.
template <class Record, class Keep = keep_all, class Row = same_row>
class record_range {
public:
    constexpr explicit record_range(rows span, Keep keep = {}) noexcept : span_{span}, keep_{keep} {}

    constexpr record_iterator<Record, Keep, Row> begin() const noexcept { return {span_, keep_}; }
    constexpr range_end end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The number of records; linear.
    constexpr std::size_t count() const noexcept {
        std::size_t n = 0;
        for (auto i = begin(); i != end(); ++i) {
            ++n;
        }
        return n;
    }

private:
    rows span_;
    [[no_unique_address]] Keep keep_;
};

// How many of something stand between '|'.
template <class Character>
constexpr std::size_t count_words(const Character* list) noexcept {
    std::size_t n = list != nullptr ? 1 : 0;
    for (; n > 0 && *list != Character{}; ++list) {
        n += *list == '|';
    }
    return n;
}

// How many enumerators an enumeration has; its values are 0 to count - 1.
template <class Enum>
inline constexpr std::size_t enum_count = count_words(words<Enum>);

template <class Enum>
constexpr bool is_valid(Enum value) noexcept {
    return static_cast<std::size_t>(value) < enum_count<Enum>;
}

// The rows of an enumerator; none for a value that is none.
template <class Enum>
constexpr rows rows_of(const char* firsts, Enum value) noexcept {
    return rows_of(firsts, static_cast<std::size_t>(value), enum_count<Enum>);
}

}  // namespace detail

/// What a record cites, for `sources_of` and `evidence_of`; states, treaties and articles have overloads of their own.
template <class Record>
requires requires(const Record& r) { r.cite(); }
constexpr detail::citation citation_of(const Record& record) noexcept { return record.cite(); }

/// How well a record, or what is said of a state, treaty or article itself, is supported; see source.hpp.
template <class Record>
constexpr evidence evidence_of(const Record& record) noexcept {
    return citation_of(record).grade();
}

/// All enumerators of one of the library's enumerations, in order: `for (state s : all<state>())`.
template <class Enum>
class all {
    static_assert(detail::enum_count<Enum> > 0, "all<E>() takes an enumeration of armsledger");

public:
    class iterator {
    public:
        using value_type = Enum;
        using difference_type = std::ptrdiff_t;
        constexpr iterator() noexcept = default;
        constexpr explicit iterator(std::size_t at) noexcept : at_{at} {}
        constexpr Enum operator*() const noexcept { return static_cast<Enum>(at_); }
        constexpr iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        constexpr iterator operator++(int) noexcept { return iterator{at_++}; }
        friend constexpr bool operator==(iterator, iterator) noexcept = default;

    private:
        std::size_t at_ = 0;
    };

    /// The first enumerator.
    constexpr iterator begin() const noexcept { return iterator{0}; }
    /// Past the last.
    constexpr iterator end() const noexcept { return iterator{detail::enum_count<Enum>}; }
    /// How many there are; their values are 0 to `size() - 1`.
    constexpr std::size_t size() const noexcept { return detail::enum_count<Enum>; }
};

}  // namespace armsledger
