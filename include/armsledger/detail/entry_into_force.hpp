// SPDX-License-Identifier: BSL-1.0
//
// When a treaty enters into force for a state, from the day it deposited its instrument. Successions
// are outside these rules: a successor is bound from the succession.
#pragma once

#include <armsledger/date.hpp>

namespace armsledger::detail {

// The first day of the sixth month after the month of `deposit`.
constexpr date first_of_sixth_month_after(date deposit) noexcept {
    const unsigned months = static_cast<unsigned>(deposit.year()) * 12 + deposit.month() - 1 + 6;
    return make_date(static_cast<int>(months / 12), months % 12 + 1, 1).value_or(never);
}

constexpr date later_of(date a, date b) noexcept { return a < b ? b : a; }

// ATT, Article 22: 90 days after the fiftieth instrument, which was 24 December 2014, for whoever had
// deposited by then; for later deposits 90 days after the deposit.
constexpr date att_entry_into_force(date deposit) noexcept {
    const date general = *make_date(2014, 12, 24);
    return deposit <= general ? general : deposit + 90;
}

// APMBC, Article 17: the first day of the sixth month after the month of the fortieth deposit
// (16 September 1998), which was 1 March 1999; for later deposits the same count from their month.
constexpr date apmbc_entry_into_force(date deposit) noexcept {
    return deposit <= *make_date(1998, 9, 16) ? *make_date(1999, 3, 1) : first_of_sixth_month_after(deposit);
}

// CCM, Article 17: as the APMBC, with the thirtieth deposit (16 February 2010) and 1 August 2010.
constexpr date ccm_entry_into_force(date deposit) noexcept {
    return deposit <= *make_date(2010, 2, 16) ? *make_date(2010, 8, 1) : first_of_sixth_month_after(deposit);
}

// Firearms Protocol, Article 18: thirty days after the deposit, but not before the Protocol itself
// entered into force on 3 July 2005.
constexpr date firearms_protocol_entry_into_force(date deposit) noexcept {
    return later_of(deposit + 30, *make_date(2005, 7, 3));
}

}  // namespace armsledger::detail
