// SPDX-License-Identifier: BSL-1.0
//
// The law of the treaties on a day, as static assertions.
#include <armsledger/treaty.hpp>

namespace al = armsledger;
using namespace al::literals;
using al::standing;
using al::standing_of;
using al::treaty;

// On the day of the report the United States had signed the Arms Trade Treaty and not ratified it.
static_assert(standing_of("USA"_state, treaty::att, "2015-12-07"_date) == standing::signatory);
// The letter of 18 July 2019 ended the duties of a signatory, not the signature.
static_assert(standing_of("USA"_state, treaty::att, "2020-01-01"_date) == standing::signatory);
static_assert(al::notices_of("USA"_state, treaty::att).count() == 1);

static_assert(standing_of("RUS"_state, treaty::att, "2015-12-07"_date) == standing::none);
static_assert(standing_of("CHN"_state, treaty::att, "2015-12-07"_date) == standing::none);
static_assert(standing_of("CHN"_state, treaty::att, "2020-10-03"_date) == standing::contracting_state);
static_assert(standing_of("CHN"_state, treaty::att, "2020-10-04"_date) == standing::party);

// Article 22: whoever deposited before 24 December 2014 was bound that day, later ones after 90 days.
static_assert(standing_of("GBR"_state, treaty::att, "2014-12-23"_date) == standing::contracting_state);
static_assert(standing_of("GBR"_state, treaty::att, "2014-12-24"_date) == standing::party);
static_assert(standing_of("ZAF"_state, treaty::att, "2014-12-24"_date) == standing::party);
static_assert(standing_of("CHE"_state, treaty::att, "2015-04-29"_date) == standing::contracting_state);
static_assert(standing_of("CHE"_state, treaty::att, "2015-04-30"_date) == standing::party);

// Nobody stands to a treaty before its adoption; what did not exist is no state.
static_assert(standing_of("GBR"_state, treaty::att, "2013-04-01"_date) == standing::none);
static_assert(standing_of("SSD"_state, treaty::apmbc, "2011-07-08"_date) == standing::no_such_state);
static_assert(standing_of("SSD"_state, treaty::apmbc, "2011-07-09"_date) == standing::party);
static_assert(standing_of("SUN"_state, treaty::apmbc, "1998-01-01"_date) == standing::no_such_state);

// Withdrawals take effect after their notice.
static_assert(standing_of("FIN"_state, treaty::apmbc, "2026-01-09"_date) == standing::party);
static_assert(standing_of("FIN"_state, treaty::apmbc, "2026-01-10"_date) == standing::former_party);
static_assert(standing_of("LTU"_state, treaty::ccm, "2025-03-05"_date) == standing::party);
static_assert(standing_of("LTU"_state, treaty::ccm, "2025-03-06"_date) == standing::former_party);
// Ukraine announced a suspension that the Convention does not know: it stays a party.
static_assert(standing_of("UKR"_state, treaty::apmbc, "2025-12-01"_date) == standing::party);

// A deposit on an unknown day of a span: unknown inside, certain after.
static_assert(standing_of("LUX"_state, treaty::firearms_protocol, "2021-05-31"_date) == standing::signatory);
static_assert(standing_of("LUX"_state, treaty::firearms_protocol, "2022-01-01"_date) == standing::unknown);
static_assert(standing_of("LUX"_state, treaty::firearms_protocol, "2022-12-01"_date) == standing::party);

// After the last day of the record there is no answer.
static_assert(standing_of("FRA"_state, treaty::att, "2027-01-01"_date) == standing::outside_coverage);

// Published totals.
static_assert(al::count(treaty::att, "2013-06-03"_date).signatories == 67U);
static_assert(al::count(treaty::att, "2014-12-24"_date).signatories == 130U);
static_assert(al::count(treaty::att, "2014-12-24"_date).parties == 61U);
static_assert(al::count(treaty::att, "2015-07-01"_date).contracting == 69U);
static_assert(al::count(treaty::att, "2025-05-15"_date).contracting == 116U);

// The European Union takes part in the Firearms Protocol and is no state.
static_assert(standing_of(al::participant::european_union(), treaty::firearms_protocol, "2015-01-01"_date) ==
              standing::party);
static_assert(al::count(treaty::firearms_protocol, "2024-05-04"_date).contracting == 123U);
static_assert(al::count_states(treaty::firearms_protocol, "2024-05-04"_date).contracting == 122U);
