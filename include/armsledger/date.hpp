// SPDX-License-Identifier: BSL-1.0
/// \file
/// Civil days, days known only within bounds, and half-open periods.
///
/// Law is a matter of days. Time is part of every question to this library, and a day is the day the source gives,
/// without hour or time zone: a count from 1970-01-01 in the proleptic Gregorian calendar. An act has several days.
/// It is adopted, it takes effect, it ends; these differ, and what counts for an answer is the effect.
///
/// **Periods are half-open**, `[from, until)`: `from` is the first day on which a thing holds, `until` the first on
/// which it no longer does. So one phase ends on the day the next begins, without a gap or a day of both. Sources
/// often mean otherwise: "until 31 December 2013" includes that day, and is an `until` of 2014-01-01 here.
///
/// **A day may be known to the month or the year only.** It is then an `uncertain_date` of all the days it may be:
/// "April 1982" is the 1st to the 30th. On a day before, the thing has not happened; on the last of these days it
/// has; in between the answer is `unknown`. Nothing is ever rounded to the first of a month.
///
/// **`always` and `never`** stand for ends that are not on record: what has always been so begins with `always`, and
/// what has no end, or none so far, ends with `never`. A trap: an `until` of `never` does not say that a thing goes on
/// for ever. How far the record sees is its coverage; see version.hpp.
#pragma once

#include <armsledger/answer.hpp>
#include <armsledger/detail/literal.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// A day of the proleptic Gregorian calendar. Ordered, trivially copyable, four bytes.
class date {
public:
    /// 1970-01-01.
    constexpr date() noexcept = default;

    /// The day `days` after 1970-01-01; negative values lie before it.
    static constexpr date from_days(std::int32_t days) noexcept { return date{days}; }

    /// Days since 1970-01-01.
    constexpr std::int32_t days() const noexcept { return days_; }

    /// The year; 0 and below for those before the year 1.
    constexpr int year() const noexcept { return fields().year; }
    constexpr unsigned month() const noexcept { return fields().month; }  ///< The month, 1 to 12.
    constexpr unsigned day() const noexcept { return fields().day; }      ///< The day of the month, 1 to 31.

    // Written out, here and below: defaulted comparisons cost a compiler many times more.
    /// The same day.
    friend constexpr bool operator==(date a, date b) noexcept { return a.days_ == b.days_; }
    /// The earlier day is the lesser, `always` the least and `never` the greatest.
    ///@{
    friend constexpr bool operator<(date a, date b) noexcept { return a.days_ < b.days_; }
    friend constexpr bool operator<=(date a, date b) noexcept { return a.days_ <= b.days_; }
    friend constexpr bool operator>(date a, date b) noexcept { return a.days_ > b.days_; }
    friend constexpr bool operator>=(date a, date b) noexcept { return a.days_ >= b.days_; }
    ///@}

    /// The day `n` days later, or earlier where `n` is negative. Stops at `always` and `never`.
    friend constexpr date operator+(date d, std::int32_t n) noexcept {
        const std::int64_t sum = std::int64_t{d.days_} + n;
        return date{sum > INT32_MAX ? INT32_MAX : sum < INT32_MIN ? INT32_MIN : static_cast<std::int32_t>(sum)};
    }
    /// The days from `b` to `a`; negative where `a` is the earlier.
    friend constexpr std::int64_t operator-(date a, date b) noexcept { return std::int64_t{a.days_} - b.days_; }

private:
    struct civil {
        int year;
        unsigned month, day;
    };

    constexpr explicit date(std::int32_t days) noexcept : days_{days} {}

    // Counts in 400-year eras of 146097 days whose years begin on 1 March, so that the leap day is
    // the last day of a year and the lengths of the months before it follow one line.
    constexpr civil fields() const noexcept {
        const std::int64_t shifted = std::int64_t{days_} + 719468;
        const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
        const auto day_of_era = static_cast<unsigned>(shifted - era * 146097);
        const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
        const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        const unsigned from_march = (5 * day_of_year + 2) / 153;
        const unsigned month = from_march < 10 ? from_march + 3 : from_march - 9;
        const auto year = static_cast<int>(std::int64_t{year_of_era} + era * 400);
        return {year + (month <= 2), month, day_of_year - (153 * from_march + 2) / 5 + 1};
    }

    std::int32_t days_ = 0;
};

/// The number of days in a month of the proleptic Gregorian calendar; 0 when `month` is not 1 to 12.
constexpr unsigned days_in_month(int year, unsigned month) noexcept {
    if (month < 1 || month > 12) {
        return 0;
    }
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 ? 28U + leap : 30U + ((month + (month > 7)) & 1U);
}

/// The day year-month-day; empty where there is none, and for years outside 1 to 9999.
template <class Date = date>
constexpr maybe<Date> make_date(int year, unsigned month, unsigned day) noexcept {
    if (year < 1 || year > 9999 || day < 1 || day > days_in_month(year, month)) {
        return nothing;
    }
    const auto shifted = static_cast<unsigned>(year) - (month <= 2);
    const unsigned from_march = month > 2 ? month - 3 : month + 9;
    const unsigned era = shifted / 400;
    const unsigned year_of_era = shifted % 400;
    const unsigned day_of_year = (153 * from_march + 2) / 5 + day - 1;
    const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return Date::from_days(static_cast<std::int32_t>(era * 146097 + day_of_era) - 719468);
}

namespace detail {

// The number written in text[at, at + n), or -1 when a character is no digit.
constexpr int digits(const auto& text, std::size_t at, std::size_t n) noexcept {
    int value = 0;
    for (std::size_t i = at; i < at + n; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

constexpr bool has_date_form(const auto& text) noexcept {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && digits(text, 0, 4) >= 0 &&
           digits(text, 5, 2) >= 0 && digits(text, 8, 2) >= 0;
}

}  // namespace detail

/// Reads `YYYY-MM-DD` and nothing else. Empty for any other text and for days that do not exist.
template <class Date = date>
constexpr maybe<Date> parse_date(text_view text) noexcept {
    if (!detail::has_date_form(text)) {
        return nothing;
    }
    return make_date<Date>(detail::digits(text, 0, 4), static_cast<unsigned>(detail::digits(text, 5, 2)),
                           static_cast<unsigned>(detail::digits(text, 8, 2)));
}

/// A date as ten characters, `YYYY-MM-DD`, without a heap. Years outside 1 to 9999 print as `????`.
struct date_text {
    char characters[10] = {};  ///< Without a terminating zero.
    /// The ten characters, which live as long as this object.
    constexpr operator text_view() const noexcept { return {characters, 10}; }
    /// Writes the ten characters.
    template <class Stream>
    friend Stream& operator<<(Stream& out, const date_text& t) {
        return out << text_view{t};
    }
};

/// The date as `YYYY-MM-DD`.
template <class Text = date_text>
constexpr Text to_string(date d) noexcept {
    Text out;
    const int year = d.year();
    const bool printable = year >= 1 && year <= 9999;
    int rest = year;
    for (std::size_t i = 4; i-- > 0; rest /= 10) {
        out.characters[i] = printable ? static_cast<char>('0' + rest % 10) : '?';
    }
    const unsigned parts[] = {d.month(), d.day()};
    for (std::size_t p = 0; p < 2; ++p) {
        out.characters[4 + 3 * p] = '-';
        out.characters[5 + 3 * p] = static_cast<char>('0' + parts[p] / 10);
        out.characters[6 + 3 * p] = static_cast<char>('0' + parts[p] % 10);
    }
    return out;
}

namespace literals {

/// `"2015-12-07"_date`. A text of another form, or a day that does not exist, does not compile.
template <detail::literal_text Text>
consteval date operator""_date() noexcept {
    static_assert(detail::has_date_form(text_view{Text}), "not a date: write YYYY-MM-DD");
    static_assert(!detail::has_date_form(text_view{Text}) || parse_date(Text).has_value(),
                  "no such day: the year is 0001 to 9999 and the month has no such day");
    return parse_date(Text).value_or(date{});
}

}  // namespace literals

// Hidden, as all constants of class type: as symbols of their own they would pin what a program loads at run time.

/// Later than every day of the record; the end of what has no end.
[[gnu::visibility("hidden")]] inline constexpr date never = date::from_days(INT32_MAX);

/// Earlier than every day of the record; the start of what has always been so.
[[gnu::visibility("hidden")]] inline constexpr date always = date::from_days(INT32_MIN);

/// A day known within bounds, both included. When they are equal the day is known. A `latest` of
/// `never` means that the thing may not have happened yet; when both are `never`, it did not.
struct uncertain_date {
    date earliest;  ///< The first day it may be.
    date latest;    ///< The last day it may be.

    /// The day, when it is known; `never` where it never came.
    constexpr maybe<date> exactly() const noexcept { return {earliest == latest, earliest}; }

    /// Whether it had happened by the end of `day`.
    constexpr answer by(date day) const noexcept {
        return latest <= day ? answer::yes : earliest <= day ? answer::unknown : answer::no;
    }

    /// The same bounds; of two days that are not known that does not make the days equal.
    friend constexpr bool operator==(uncertain_date a, uncertain_date b) noexcept {
        return a.earliest == b.earliest && a.latest == b.latest;
    }
};

/// Half-open: `from` belongs to it, `until` does not. Empty when `until <= from`.
struct period {
    date from = always;  ///< The first day.
    date until = never;  ///< The first day after it.

    /// Whether a day lies in it. No period contains `never`.
    constexpr bool contains(date day) const noexcept { return from <= day && day < until; }
    /// The same ends; two empty periods may differ.
    friend constexpr bool operator==(period a, period b) noexcept { return a.from == b.from && a.until == b.until; }
};

/// A half-open period whose ends are known within bounds.
struct uncertain_period {
    uncertain_date from;   ///< The first day.
    uncertain_date until;  ///< The first day after it.

    /// `yes` inside, `no` outside, `unknown` where either end may lie on the other side of `day`.
    constexpr answer contains(date day) const noexcept {
        return detail::both(from.by(day), detail::negate(until.by(day)));
    }
    /// The same bounds of both ends.
    friend constexpr bool operator==(uncertain_period a, uncertain_period b) noexcept {
        return a.from == b.from && a.until == b.until;
    }
};

}  // namespace armsledger
