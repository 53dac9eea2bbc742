// SPDX-License-Identifier: BSL-1.0
/// \file
/// States: codes, dated names, existence, succession, and the look-up of codes, names and aliases.
///
/// A state here is whoever can be bound by a treaty or stand in a verdict: the members and observers of the United
/// Nations, two states in free association with treaty-making capacity, two whose statehood is disputed, and six that
/// no longer exist. `status_of` says which; an entry takes no side.
///
/// **States come and go.** Each exists from a day until a day; on any other its standing is `no_such_state` and it is
/// a member of nothing. Its names and codes outlive it, and `successions_of` says who followed whom, also where states
/// disagree. A trap: `YUG` is the federation of six republics until 1992, and then the one of two that claimed to
/// continue it, a claim that the United Nations refused. The code, and `exists`, take no notice; the contested
/// succession does.
///
/// **Names are dated.** "Burma" is a name of Myanmar and was the short one until 1989. `name(s, day)` is what the state
/// was called, `names_on(s, day)` all it was called by, and `find_state` finds it by any, and says with `former` that
/// the name was not in use.
///
/// **Names are never guessed.** They are compared after case, accents, dots and apostrophes are dropped, and "the" too;
/// "st", "rep" and "dem" are spelled out; "Korea, Republic of" and "Korea (Republic of)" are the Republic of Korea. A
/// name that differs in anything else is not found. One that means several states ("Congo") is an answer that lists
/// them, and in a literal a compile error that does.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/name_index.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/detail/state_code.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/state_set.hpp>
#include <armsledger/tables/state_names.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace armsledger {

/// What a state is, as of the edition of the data.
enum class state_status : std::uint8_t {
    un_member,      ///< A member of the United Nations.
    un_observer,    ///< A non-member state with observer status there.
    treaty_making,  ///< In free association, with treaty-making capacity of its own.
    disputed,       ///< Whether it is a state is disputed.
    historic,       ///< It no longer exists.
};

/// Where the codes of a state come from.
enum class code_status : std::uint8_t {
    iso,            ///< In ISO 3166-1.
    iso_withdrawn,  ///< Once in it, and withdrawn with its state.
    user_assigned,  ///< In use, but no ISO 3166-1 code (Kosovo).
};

template <>
inline constexpr const char* detail::words<state_status> = "un_member|un_observer|treaty_making|disputed|historic";

template <>
inline constexpr const char* detail::words<code_status> = "iso|iso_withdrawn|user_assigned";

// Codes. Each takes constant time; a value that is no enumerator has empty codes and names.

/// The ISO 3166-1 alpha-3 code, "IRQ".
constexpr text_view alpha3(state s) noexcept {
    return detail::is_valid(s) ? text_view{detail::tables::alpha3_text + 4 * static_cast<std::size_t>(s), 3}
                               : text_view{};
}

/// The ISO 3166-1 alpha-2 code, "IQ". `CS` belongs to two historic states: Czechoslovakia, Serbia and Montenegro.
constexpr text_view alpha2(state s) noexcept {
    return detail::is_valid(s) ? text_view{detail::tables::alpha2_text + 2 * static_cast<std::size_t>(s), 2}
                               : text_view{};
}

/// The ISO 3166-1 numeric code, 368; none for Kosovo. 891 belongs to two historic states.
constexpr maybe<unsigned> numeric(state s) noexcept {
    if (!detail::is_valid(s)) {
        return nothing;
    }
    const std::uint32_t code = detail::u16_at(detail::tables::state_numeric, static_cast<std::size_t>(s));
    return {code != 0xFFFF, code};
}

/// The alpha-3 code.
constexpr text_view to_string(state s) noexcept { return alpha3(s); }

/// What a state is. Of a value that is no enumerator, that of some state: ask `exists` or `alpha3` first.
constexpr state_status status_of(state s) noexcept {
    const std::size_t i = static_cast<std::size_t>(s) % detail::enum_count<state>;
    return static_cast<state_status>(detail::u8_at(detail::tables::state_status, i) & 15U);
}

/// Where its codes come from; of a value that is no enumerator, as `status_of`.
constexpr code_status code_status_of(state s) noexcept {
    const std::size_t i = static_cast<std::size_t>(s) % detail::enum_count<state>;
    return static_cast<code_status>(detail::u8_at(detail::tables::state_status, i) >> 4);
}

/// For `sources_of` and `evidence_of`: who says what the codes and the status are.
template <class Citation = detail::citation>
constexpr Citation citation_of(state s) noexcept {
    return Citation{
        detail::u16_at(detail::tables::state_cites, static_cast<std::size_t>(s) % detail::enum_count<state>)};
}

/// What a user should know about the state's identity or codes; often empty.
constexpr text_view note_on(state s) noexcept {
    return detail::text_of(detail::tables::state_pool, detail::tables::state_notes, s);
}

// Existence.

/// A period in which a state existed.
template <class Row = std::size_t>
class basic_existence_record : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Half-open. `from` is `always` for states older than 1945, `until` is `never` for those that exist.
    constexpr period when() const noexcept {
        return {detail::unpack_day(detail::two_single_bytes_at(detail::tables::existence_from, this->row_)),
                detail::unpack_day(detail::two_single_bytes_at(detail::tables::existence_until, this->row_))};
    }
    /// Why these days, where they can be disputed.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::existence_pool, detail::tables::existence_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::existence_cites); }
};
/// The name to use.
using existence_record = basic_existence_record<>;

namespace detail {

constexpr rows existence_rows(state s) noexcept {
    if (!is_valid(s)) {
        return {};
    }
    const auto i = static_cast<std::size_t>(s);
    return {two_single_bytes_at(tables::existence_first, i), two_single_bytes_at(tables::existence_first, i + 1)};
}

}  // namespace detail

/// The periods in which a state existed: one, two for Syria.
template <class ExistenceRecord = existence_record>
constexpr auto existence_of(state s) noexcept {
    return detail::record_range<ExistenceRecord>{detail::existence_rows(s)};
}

/// Whether the state existed on that day; no for a value that is no state. Where the day is disputed,
/// `existence_of(s)` has a note.
template <class ExistenceRecord = existence_record>
constexpr bool exists(state s, date day) noexcept {
    const detail::rows span = detail::existence_rows(s);
    for (std::size_t row = span.first; row < span.last; ++row) {
        if (ExistenceRecord{row}.when().contains(day)) {
            return true;
        }
    }
    return false;
}

// Names.

/// What sort of name it is.
enum class name_kind : std::uint8_t {
    short_name,    ///< The short English name: "Iraq".
    official,      ///< The full name: "Republic of Iraq".
    former_short,  ///< What was the short name in its time.
    former,        ///< Any other name that it bore and bears no more.
    alias,         ///< Another name in use, or another spelling.
    abbreviation,  ///< "UK", "USSR".
    former_code,   ///< A withdrawn ISO alpha-3 code of a state that lives on under another.
};

template <>
inline constexpr const char* detail::words<name_kind> =
    "short|official|former_short|former|alias|abbreviation|former_code";

/// A name of a state and when it was in use.
template <class Row = std::size_t>
class basic_state_name : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The name, with its accents.
    constexpr text_view text() const noexcept {
        return this->text_in(detail::tables::state_name_pool, detail::tables::state_name_text);
    }
    /// What sort of name it is.
    constexpr name_kind kind() const noexcept {
        return static_cast<name_kind>(this->u8_in(detail::tables::state_name_kind));
    }
    /// When it was in use, half-open; the ends of a name of no known date are `always` and `never`.
    constexpr uncertain_period when() const noexcept {
        const std::size_t dates = detail::byte_at(detail::tables::state_name_dates, this->row_);
        return {detail::span_at(detail::tables::state_name_from, detail::tables::state_name_from_bounds, dates),
                detail::span_at(detail::tables::state_name_until, detail::tables::state_name_until_bounds, dates)};
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::state_name_cites); }
};
/// The name to use.
using state_name = basic_state_name<>;

namespace detail {

struct in_use_on {
    date day;
    constexpr bool operator()(const auto& n) const noexcept { return n.when().contains(day) != answer::no; }
};

}  // namespace detail

/// Every name of a state, of any time.
template <class StateName = state_name>
constexpr auto names_of(state s) noexcept {
    return detail::record_range<StateName>{detail::rows_of(detail::tables::state_name_first, s)};
}

/// The names that were in use on a day, or may have been where the day is not known. Whether the state existed is
/// not asked: the last names of a historic state stay.
template <class StateName = state_name>
constexpr auto names_on(state s, date day) noexcept {
    return detail::record_range<StateName, detail::in_use_on>{detail::rows_of(detail::tables::state_name_first, s),
                                                              {day}};
}

/// The short English name today; for a historic state its last. `find_state` finds the state by it.
template <class StateName = state_name>
constexpr text_view name(state s) noexcept {
    if (!detail::is_valid(s)) {
        return {};
    }
    return StateName{detail::u16_at(detail::tables::state_name_display, static_cast<std::size_t>(s))}.text();
}

/// The short English name on a day: "Burma" for Myanmar in 1988. Where none is known to have been in use, also
/// because the state did not exist, that of today. Linear in the names of the state.
template <class StateName = state_name>
constexpr text_view name(state s, date day) noexcept {
    constexpr name_kind in_order[] = {name_kind::short_name, name_kind::former_short, name_kind::official};
    const detail::rows span = detail::rows_of(detail::tables::state_name_first, s);
    for (const name_kind wanted : in_order) {
        for (std::size_t row = span.first; row < span.last; ++row) {
            const StateName n{row};
            if (n.kind() == wanted && n.when().contains(day) == answer::yes) {
                return n.text();
            }
        }
    }
    return name(s);
}

// Succession.

/// How one state followed another. A `continuation` and a `renaming` are of one legal person, unless contested.
enum class succession_kind : std::uint8_t { continuation, dissolution, merger, renaming, secession };

template <>
inline constexpr const char* detail::words<succession_kind> = "continuation|dissolution|merger|renaming|secession";

/// One state following another.
template <class Row = std::size_t>
class basic_succession : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Who was followed.
    constexpr state predecessor() const noexcept {
        return static_cast<state>(this->u8_in(detail::tables::succession_predecessor));
    }
    /// Who followed.
    constexpr state successor() const noexcept {
        return static_cast<state>(this->u8_in(detail::tables::succession_successor));
    }
    /// The day of it: of independence, union or the new name.
    constexpr date when() const noexcept { return this->day_in(detail::tables::succession_day); }
    /// How.
    constexpr succession_kind kind() const noexcept {
        return static_cast<succession_kind>(this->u8_in(detail::tables::succession_kind) & 0x7FU);
    }
    /// Whether states disagree on it.
    constexpr bool contested() const noexcept { return this->u8_in(detail::tables::succession_kind) >> 7 != 0; }
    /// What is disputed, or peculiar; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::state_pool, detail::tables::succession_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::succession_cites); }
};
/// The name to use.
using state_succession = basic_succession<>;

namespace detail {
struct follows_or_precedes {
    state s;
    constexpr bool operator()(const auto& r) const noexcept { return r.predecessor() == s || r.successor() == s; }
};
}  // namespace detail

/// The successions in which a state took part, on either side. Linear in all successions, about thirty.
template <class Succession = state_succession>
constexpr auto successions_of(state s) noexcept {
    return detail::record_range<Succession, detail::follows_or_precedes>{{0, detail::tables::succession_count}, {s}};
}

// Look-up.

/// How a text was understood.
enum class match_kind : std::uint8_t {
    none,         ///< Nothing in the record goes by it.
    not_a_state,  ///< It is known, and no state: a territory, a group, an organisation.
    ambiguous,    ///< It means several states: see the candidates.
    alpha2,       ///< An alpha-2 code of one state.
    alpha3,       ///< An alpha-3 code.
    numeric,      ///< A numeric code of three digits, of one state.
    name,         ///< A name, alias, abbreviation or former code of one state.
};

template <>
inline constexpr const char* detail::words<match_kind> = "none|not_a_state|ambiguous|alpha2|alpha3|numeric|name";

/// The states a text may mean.
struct state_match {
    match_kind kind = match_kind::none;  ///< How the text was understood.
    state_set candidates;                ///< Whom it may mean; one, unless `kind` is among the first three.
    /// The text names the state but was not in use on the day asked for, or today.
    bool former = false;
    /// Why a text is ambiguous or no state; empty otherwise.
    text_view reason;

    /// The state, when there is exactly one.
    constexpr maybe<state> one() const noexcept { return candidates.one(); }
};

namespace detail {

// Two characters and three, the first lowest, with letters in capitals.
template <class Two>
constexpr std::uint32_t two_letters_at(const char* code) noexcept {
    return little_endian<Two>(code) & 0xDFDFU;
}
template <class Two>
constexpr std::uint32_t three_letters_at(const char* code) noexcept {
    return (little_endian<Two>(code) | byte_at(code, 2) << 16) & 0xDFDFDFU;
}

}  // namespace detail

/// The state of an alpha-3 code, in any case; none for a former code that `find_state` knows. Constant time.
template <class State = state, class Two = std::uint16_t, class Four = std::uint32_t>
constexpr maybe<State> find_alpha3(text_view code) noexcept {
    if (code.size() != 3) {
        return nothing;
    }
    const std::uint32_t key = detail::three_letters_at<Two>(code.data());
    const auto multiplied = static_cast<std::uint32_t>(key * detail::tables::alpha3_multiplier);
    // An empty slot holds the first state, whose code differs from all that meet there.
    const std::uint32_t found = detail::byte_at(detail::tables::alpha3_slots, multiplied >> 21);
    const auto its = detail::little_endian<Four>(detail::tables::alpha3_text + std::size_t{4} * found);
    // Masked, g++ makes no branch of it where the caller takes `value_or`.
    return {((its ^ key) & 0xDFDFDFU) == 0, static_cast<State>(found)};
}

/// The state of an alpha-2 code, in any case; none for `CS`, which two states bore. Constant time.
template <class State = state, class Two = std::uint16_t>
constexpr maybe<State> find_alpha2(text_view code) noexcept {
    if (code.size() != 2) {
        return nothing;
    }
    const std::uint32_t key = detail::two_letters_at<Two>(code.data());
    const std::uint32_t found = detail::byte_at(detail::tables::alpha2_slots, (key & 31U) << 5 | (key >> 8 & 31U));
    // One condition, for of two a compiler may make a branch that unknown codes mispredict. 255 is an empty slot.
    const std::uint32_t no_letters = (key & 0xC0C0U) ^ 0x4040U;
    return {(no_letters | (found + 1) >> 8) == 0, static_cast<State>(found)};
}

/// The state of an ISO 3166-1 numeric code; none for 891, which two states bore. Constant time.
template <class State = state>
constexpr maybe<State> find_numeric(unsigned code) noexcept {
    const std::uint32_t found = detail::byte_at(detail::tables::numeric_slots, code < 1000 ? code : 0);  // 0 is no code
    return {found != 0xFF, static_cast<State>(found)};
}

namespace detail {

inline constexpr std::uint32_t ambiguity_flag = 0x8000;

// What ambiguous_names.csv says of a name. Without a day only what holds at all times counts.
constexpr void apply_ambiguity(auto& match, std::size_t row, maybe<date> day) noexcept {
    const period window{day_at(tables::ambiguous_from, row), day_at(tables::ambiguous_until, row)};
    if (window != period{} && !(day && window.contains(*day))) {
        return;
    }
    for (std::size_t i = u16_at(tables::ambiguous_candidates_first, row);
         i < u16_at(tables::ambiguous_candidates_first, row + 1); ++i) {
        match.candidates.insert(static_cast<state>(u8_at(tables::ambiguous_candidates, i)));
    }
    const std::size_t n = match.candidates.count();
    match.kind = n == 0 ? match_kind::not_a_state : n == 1 ? match_kind::name : match_kind::ambiguous;
    match.reason = n == 1 ? text_view{} : text_at(tables::state_name_pool, tables::ambiguous_reason, row);
}

// A name that is ambiguous, or asked for on a day.
template <class StateName = state_name, class Match = state_match>
constexpr Match match_name(rows found, maybe<date> day) noexcept {
    Match match;
    for (std::size_t i = found.first; i < found.last; ++i) {
        const std::uint32_t value = value_at<tables::state_index>(i);
        if ((value & ambiguity_flag) != 0) {
            apply_ambiguity(match, value ^ ambiguity_flag, day);
        }
    }
    if (match.kind == match_kind::not_a_state || match.kind == match_kind::ambiguous) {
        return match;
    }
    bool in_use = false;
    bool named = false;
    for (std::size_t i = found.first; i < found.last; ++i) {
        const std::uint32_t value = value_at<tables::state_index>(i);
        if ((value & ambiguity_flag) == 0) {
            const uncertain_period when = StateName{value}.when();
            match.candidates.insert(static_cast<state>(owner_of(tables::state_name_first, value)));
            named = true;
            in_use = in_use || (day ? when.contains(*day) != answer::no : when.until.latest == never);
        }
    }
    match.former = named && !in_use;
    if (named) {
        match.kind = match.candidates.count() == 1 ? match_kind::name : match_kind::ambiguous;
    }
    return match;
}

// The value of a key of the index, where it says all: a state, and in bit 8 whether the name is former.
inline constexpr std::uint32_t more_to_say = 0xFFFF;

template <class Match = state_match, class Key = std::uint64_t>
constexpr Match find_state_name(text_view text, maybe<date> day) noexcept {
    const Key key = find_key<tables::state_index, Key>(text);
    const auto meant = static_cast<std::uint32_t>(key >> 48);
    if (key == 0) {
        return {};
    }
    if (day || meant == more_to_say) {
        return match_name<state_name, Match>(values_of<tables::state_index>(key), day);
    }
    return {match_kind::name, {static_cast<state>(meant & 0xFF)}, meant >> 8 != 0, {}};
}

template <class Match>
constexpr Match find_state(text_view text, maybe<date> day) noexcept {
    if (const auto s = find_alpha3(text)) {
        return {match_kind::alpha3, {*s}, false, {}};
    }
    if (const auto s = find_alpha2(text)) {
        return {match_kind::alpha2, {*s}, false, {}};
    }
    if (text.size() == 3 && digits(text, 0, 3) >= 0) {
        if (const auto s = find_numeric(static_cast<unsigned>(digits(text, 0, 3)))) {
            return {match_kind::numeric, {*s}, false, {}};
        }
    }
    return find_state_name<Match>(text, day);
}

}  // namespace detail

/// The state of a name or alias of any time, whatever its case, accents and punctuation; none for a code, and
/// for a name of several states or of what is no state: `find_state` says what such a text means.
template <class State = state, class Key = std::uint64_t>
constexpr maybe<State> find_state_named(text_view text) noexcept {
    const Key key = detail::find_key<detail::tables::state_index, Key>(text);
    const Key meant = key >> 48;
    if (meant == detail::more_to_say) {
        return detail::find_state_name<state_match, Key>(text, nothing).one();
    }
    return {key != 0, static_cast<State>(meant & 0xFF)};
}

/// The state that a code, name or alias means. Ambiguities that hold in a window only ("Germany" from
/// 1949 to 1990) do not count. One hash look-up; texts of any length and content are accepted.
template <class Match = state_match>
constexpr Match find_state(text_view text) noexcept {
    return detail::find_state<Match>(text, nothing);
}

/// As above, on a day: ambiguities of that day count, and `former` says that the name was not in use.
template <class Match = state_match>
constexpr Match find_state(text_view text, date day) noexcept {
    return detail::find_state<Match>(text, maybe<date>{day});
}

/// The candidates of an ambiguous name, for a compiler's message.
template <state... Candidates>
struct one_of {};

namespace detail {

template <class Candidates>
inline constexpr bool is_one_state = false;

consteval state nth_of(const auto& set, std::size_t n) noexcept {
    auto at = set.begin();
    for (; n > 0; --n) {
        ++at;
    }
    return *at;
}

template <literal_text Text, std::size_t... I>
consteval auto candidates_of(std::index_sequence<I...>) noexcept {
    return one_of<nth_of(find_state_name(Text, nothing).candidates, I)...>{};
}

}  // namespace detail

namespace literals {

/// `"IRQ"_state`, `"IQ"_state`, `"Iraq"_state`. A text that means no state, or several, does not
/// compile; the message lists the candidates.
template <detail::literal_text Text>
consteval state operator""_state() noexcept {
    constexpr state_match match = find_state(Text);
    if constexpr (match.kind == match_kind::ambiguous) {
        using candidates = decltype(detail::candidates_of<Text>(std::make_index_sequence<match.candidates.count()>{}));
        static_assert(detail::is_one_state<candidates>, "ambiguous name of a state: write one of the codes");
    } else {
        static_assert(match.kind != match_kind::not_a_state, "this name is known, and is no state");
        static_assert(match.kind != match_kind::none,
                      "no state has this code or name: write an ISO 3166-1 code or an exact name");
    }
    return match.one().value_or(state{});
}

}  // namespace literals
}  // namespace armsledger
