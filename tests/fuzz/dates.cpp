// SPDX-License-Identifier: BSL-1.0
//
// Dates against the calendar of the standard library: texts that are read, and sums.
#include <armsledger/date.hpp>

#include "property.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace al = armsledger;
using fuzz::require;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// YYYY-MM-DD, read without the library.
std::optional<std::chrono::sys_days> plain_reading(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    if (!std::equal(text.begin(), text.end(), form.begin(), form.end(),
                    [](char c, char f) { return f == 'd' ? is_digit(c) : c == f; })) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t n) { return std::stoi(std::string{text.substr(at, n)}); };
    const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                          std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                          std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    return day.ok() && number(0, 4) > 0 ? std::optional{std::chrono::sys_days{day}} : std::nullopt;
}

void check_text(std::string_view text) {
    const al::maybe<al::date> read = al::parse_date(text);
    const auto expected = plain_reading(text);
    require(read.has_value() == expected.has_value(), "days that exist are read, and nothing else");
    if (read) {
        require(read->days() == expected->time_since_epoch().count(), "a text is the day the calendar says");
        require(std::string_view{al::text_view{al::to_string(*read)}} == text, "a date prints as it was written");
    }
}

void check_fields(al::date d) {
    using namespace std::chrono;
    constexpr int widest = 11'000'000;  // what std::chrono::year can hold
    if (d.days() > -widest && d.days() < widest) {
        const year_month_day day{sys_days{days{d.days()}}};
        require(d.year() == static_cast<int>(day.year()) && d.month() == static_cast<unsigned>(day.month()) &&
                    d.day() == static_cast<unsigned>(day.day()),
                "year, month and day are those of the calendar");
    }
    const bool printable = d.year() >= 1 && d.year() <= 9999;
    const auto made = al::make_date(d.year(), d.month(), d.day());
    require(made.has_value() == printable && (!made || *made == d), "a day is made again of its fields");
    require(al::parse_date(al::to_string(d)).has_value() == printable, "what has four digits of a year can be read");
}

void check_sums(al::date d, std::int32_t n) {
    const std::int64_t exact = std::int64_t{d.days()} + n;
    const std::int64_t bounded = std::clamp<std::int64_t>(exact, INT32_MIN, INT32_MAX);
    require((d + n).days() == bounded, "sums saturate");
    require((d + n) - d == bounded - d.days(), "differences are exact");
}

// What is known within bounds holds of each day within them.
void check_bounds(al::date first, al::date last, al::date day) {
    const al::uncertain_date when{std::min(first, last), std::max(first, last)};
    const al::answer by = when.by(day);
    require((by == al::answer::yes) == (when.latest <= day) && (by == al::answer::no) == (day < when.earliest),
            "what may have happened is unknown");
    require(when.exactly().has_value() == (first == last), "equal bounds are a day");
    const al::period stretch{first, last};
    require(stretch.contains(day) == (first <= day && day < last), "periods are half-open");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check_text({reinterpret_cast<const char*>(data), size});
    std::int32_t numbers[3] = {};
    std::memcpy(numbers, data, std::min(size, sizeof numbers));
    const auto [a, b, c] = numbers;
    for (const std::int32_t days : {a, b, c, a % 4'000'000}) {
        check_fields(al::date::from_days(days));
        check_sums(al::date::from_days(days), b);
    }
    check_bounds(al::date::from_days(a), al::date::from_days(b), al::date::from_days(c));
    return 0;
}
