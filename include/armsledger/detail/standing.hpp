// SPDX-License-Identifier: BSL-1.0
//
// How a participant stands to a treaty on a day, from the dates of what it did.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/text.hpp>

#include <cstdint>

namespace armsledger {

/// How a state stands to a treaty; see treaty.hpp for what each word means in law.
enum class standing : std::uint8_t {
    none,               ///< It has done nothing, or the treaty was not yet adopted.
    signatory,          ///< Signed, and has not consented to be bound.
    contracting_state,  ///< Has consented to be bound, and the treaty is not yet in force for it.
    party,              ///< The treaty is in force for it.
    former_party,       ///< Withdrew, and the withdrawal has taken effect.
    unknown,            ///< A step that would decide is known only within bounds around that day.
    outside_coverage,   ///< The record of the treaty does not reach that day.
    no_such_state,      ///< The state did not exist on that day.
};

template <>
inline constexpr const char* detail::words<standing> =
    "none|signatory|contracting_state|party|former_party|unknown|outside_coverage|no_such_state";

namespace detail {

[[gnu::visibility("hidden")]] inline constexpr uncertain_date never_happened{never, never};

// The steps of a participant. What it never did is `never_happened`.
struct treaty_steps {
    uncertain_date signature = never_happened;
    uncertain_date consent = never_happened;
    uncertain_date entry_into_force = never_happened;
    uncertain_date withdrawal = never_happened;  // the day it takes effect
};

constexpr standing standing_after(const auto& steps, date day) noexcept {
    struct step {
        uncertain_date when;
        standing reached;
    };
    const step latest_first[] = {{steps.withdrawal, standing::former_party},
                                 {steps.entry_into_force, standing::party},
                                 {steps.consent, standing::contracting_state},
                                 {steps.signature, standing::signatory}};
    for (const step& s : latest_first) {
        const answer happened = s.when.by(day);
        if (happened != answer::no) {
            return happened == answer::yes ? s.reached : standing::unknown;
        }
    }
    return standing::none;
}

}  // namespace detail
}  // namespace armsledger
