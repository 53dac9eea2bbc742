// SPDX-License-Identifier: BSL-1.0
//
// States and their names, as static assertions.
#include <armsledger/state.hpp>

namespace al = armsledger;
using namespace al::literals;

static_assert("IRQ"_state == al::state::irq && "IQ"_state == al::state::irq && "Iraq"_state == al::state::irq);
static_assert("iran, islamic republic of"_state == al::state::irn);
static_assert("Cote d'Ivoire"_state == "Côte d’Ivoire"_state);
static_assert("AND"_state == al::state::and_);

// A former name finds the state and says that it is former; the strict view is by day.
static_assert(al::find_state("Burma").one() == al::state::mmr && al::find_state("Burma").former);
static_assert(!al::find_state("Burma", "1988-01-01"_date).former);
static_assert(al::name(al::state::mmr, "1988-01-01"_date) == "Burma");
static_assert(al::name(al::state::cod, "1980-01-01"_date) == "Zaire");

// Two states are called Congo, and two Korea, on every day; two Germanies only from 1949 to 1990.
static_assert(al::find_state("Congo").candidates == al::state_set{al::state::cod, al::state::cog});
static_assert(al::find_state("Korea").candidates == al::state_set{al::state::kor, al::state::prk});
static_assert(al::find_state("Germany").one() == al::state::deu);
static_assert(al::find_state("Germany", "1970-01-01"_date).candidates == al::state_set{al::state::deu, al::state::ddr});
static_assert(al::find_state("Germany", "1995-01-01"_date).one() == al::state::deu);
static_assert(al::name(al::state::cog) == "Republic of the Congo");

// Russia is not the Soviet Union, and neither is a guess for the other.
static_assert("Soviet Union"_state == al::state::sun);
static_assert("Russia"_state == al::state::rus);
static_assert(al::exists(al::state::sun, "1991-12-25"_date) && !al::exists(al::state::sun, "1991-12-26"_date));

// Known, and no state.
static_assert(al::find_state("ISIS").kind == al::match_kind::not_a_state);
static_assert(al::find_state("European Union").kind == al::match_kind::not_a_state);
static_assert(al::find_state("South Vietnam").kind == al::match_kind::not_a_state);

// Kosovo has user-assigned codes, no numeric one, and disputed statehood.
static_assert(al::code_status_of(al::state::xkx) == al::code_status::user_assigned && !al::numeric(al::state::xkx));
static_assert(al::status_of(al::state::xkx) == al::state_status::disputed);
static_assert(al::status_of(al::state::twn) == al::state_status::disputed);

// Syria was no state of its own within the United Arab Republic.
static_assert(al::exists(al::state::syr, "1958-02-21"_date));
static_assert(!al::exists(al::state::syr, "1960-01-01"_date));
static_assert(al::exists(al::state::syr, "1961-09-28"_date));
