// SPDX-License-Identifier: BSL-1.0
//
// What answers are, as static assertions.
#include <armsledger/armsledger.hpp>
#include <armsledger/timeline.hpp>

#include <optional>
#include <ranges>
#include <string_view>
#include <type_traits>

namespace al = armsledger;
using namespace al::literals;

// No answer converts to bool.
static_assert(!std::is_convertible_v<al::answer, bool>);
static_assert(!std::is_convertible_v<al::standing, bool>);
static_assert(!std::is_convertible_v<al::bounds, bool>);
static_assert(!std::is_convertible_v<al::maybe<al::state>, bool>);

// Values are small and can be copied byte by byte.
static_assert(std::is_trivially_copyable_v<al::date> && sizeof(al::date) == 4);
static_assert(std::is_trivially_copyable_v<al::state_set> && sizeof(al::state_set) == 32);
static_assert(std::is_trivially_copyable_v<al::phase>);
static_assert(std::is_trivially_copyable_v<al::maybe<al::date>>);
static_assert(sizeof(al::state) == 1);

// What is many is a range.
static_assert(std::ranges::forward_range<al::all<al::state>>);
static_assert(std::ranges::forward_range<al::state_set>);
static_assert(std::ranges::forward_range<al::verdict>);
static_assert(std::ranges::forward_range<decltype(al::all_phases())>);
static_assert(std::ranges::forward_range<decltype(al::embargoes_on(al::state::irq, al::date{}))>);
static_assert(std::ranges::forward_range<decltype(al::changes(al::state::irq, al::date{}, al::date{}))>);
static_assert(std::ranges::forward_range<decltype(al::timeline())>);
static_assert(std::ranges::forward_range<decltype(al::sources_of(al::phase{0}))>);

// Days before and after, leap years, the ends of the calendar.
static_assert("1970-01-01"_date.days() == 0);
static_assert("2000-02-29"_date + 1 == "2000-03-01"_date);
static_assert("1900-02-28"_date + 1 == "1900-03-01"_date);
static_assert("2014-12-24"_date - "2014-09-25"_date == 90);
static_assert("0001-01-01"_date < "9999-12-31"_date);
static_assert("2015-12-07"_date.year() == 2015 && "2015-12-07"_date.month() == 12 && "2015-12-07"_date.day() == 7);
static_assert(!al::parse_date("2015-02-29") && !al::parse_date("2015-2-9") && !al::parse_date(" 2015-02-09"));
static_assert(al::text_view{al::to_string("2015-12-07"_date)} == "2015-12-07");

// A period holds its first day and not its last.
static_assert(al::period{"2011-01-01"_date, "2014-01-01"_date}.contains("2011-01-01"_date));
static_assert(!al::period{"2011-01-01"_date, "2014-01-01"_date}.contains("2014-01-01"_date));

// What is known within bounds is unknown between them.
constexpr al::uncertain_date in_june{"2024-06-01"_date, "2024-06-30"_date};
static_assert(in_june.by("2024-05-31"_date) == al::answer::no);
static_assert(in_june.by("2024-06-01"_date) == al::answer::unknown);
static_assert(in_june.by("2024-06-29"_date) == al::answer::unknown);
static_assert(in_june.by("2024-06-30"_date) == al::answer::yes);
static_assert(!in_june.exactly());

// Counts compare with numbers when they are certain.
static_assert(al::bounds{69, 69} == 69U && !(al::bounds{68, 69} == 69U));
static_assert(!al::bounds{68, 69}.exactly() && *al::bounds{69, 69}.exactly() == 69);

// The vocabulary types become the standard ones.
static_assert(std::string_view{al::name(al::state::irq)} == "Iraq");
static_assert(std::optional<al::state>{al::find_alpha3("IRQ")} == al::state::irq);
static_assert(!al::find_alpha3("XXX"));

// Values that are no enumerators have defined answers.
constexpr auto no_state = static_cast<al::state>(250);
static_assert(al::name(no_state).empty() && al::alpha3(no_state).empty() && !al::numeric(no_state));
static_assert(al::standing_of(no_state, al::treaty::att, "2015-12-07"_date) == al::standing::outside_coverage);
static_assert(al::name(static_cast<al::treaty>(200)).empty());
static_assert(al::count(static_cast<al::treaty>(200), "2015-12-07"_date).parties == al::bounds{0, 0xFFFF});
static_assert(al::embargoes_on(no_state, "2015-12-07"_date).empty());
