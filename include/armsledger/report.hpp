// SPDX-License-Identifier: BSL-1.0
//
// What Amnesty International's "Taking Stock: The arming of Islamic State" (MDE 14/2812/2015, December
// 2015) and texts about it say of states: who designed, made and supplied what came to Islamic State.
// Design, manufacture and supply are different relations and are never merged.
#pragma once

#include <armsledger/text.hpp>
#include <armsledger/date.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/report.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::report {

/// The day the report came out, in most accounts.
inline constexpr date published = *make_date(2015, 12, 7);

/// The part a state played.
enum class role : std::uint8_t {
    designer,
    manufacturer,
    supplier_to_iraq,
    supplier_to_iran,
    coalition_supplier,  ///< To the forces of Iraq and its Kurdish region, from 2014.
    supplier_to_syrian_opposition,
};

constexpr text_view to_string(role r) noexcept {
    return detail::word("designer|manufacturer|supplier_to_iraq|supplier_to_iran|coalition_supplier|supplier_to_syrian_opposition",
                        static_cast<std::size_t>(r));
}

/// Who says so.
enum class attribution : std::uint8_t {
    report,  ///< The report, or a text on it.
    other,   ///< Another text on the arms of Islamic State or of the states around it.
};

constexpr text_view to_string(attribution a) noexcept {
    return detail::word("report|other",
                        static_cast<std::size_t>(a));
}

/// A part that a state played in a period.
class part : public detail::record {
public:
    using record::record;
    constexpr armsledger::state state() const noexcept {
        return static_cast<armsledger::state>(detail::owner_of(detail::tables::supplier_first, row_));
    }
    constexpr report::role role() const noexcept {
        return static_cast<report::role>(detail::u8_at(detail::tables::supplier_role, row_));
    }
    /// Half-open, in whole years of the text: [2011-01-01, 2014-01-01) for "2011 to 2013". `always` and
    /// `never` where the text gives no bound.
    constexpr period when() const noexcept {
        return {detail::day_at(detail::tables::supplier_from, row_),
                detail::day_at(detail::tables::supplier_until, row_)};
    }
    constexpr report::attribution attribution() const noexcept {
        return static_cast<report::attribution>(detail::u8_at(detail::tables::supplier_attribution, row_));
    }
    constexpr text_view note() const noexcept {
        return detail::text_at(detail::tables::report_pool, detail::tables::supplier_notes, row_);
    }
    constexpr detail::citation cite() const noexcept {
        return detail::citation{detail::u16_at(detail::tables::supplier_cites, row_)};
    }

};

/// The parts a state played, by role and period.
template <class = void>
constexpr auto parts_of(armsledger::state s) noexcept {
    return detail::record_range<part>{detail::rows_of(detail::tables::supplier_first, s)};
}

/// All parts, in the order of the states.
template <class = void>
constexpr auto all_parts() noexcept {
    return detail::record_range<part>{
        {0, detail::u16_at(detail::tables::supplier_first, detail::enum_count<armsledger::state>)}};
}

/// The states that played a role at any time. Of those the report or texts on it name, unless `other`
/// texts are asked for too. Linear in all parts.
constexpr state_set states_as(role r, bool also_other_texts = false) noexcept {
    state_set found;
    for (const part p : all_parts()) {
        if (p.role() == r && (also_other_texts || p.attribution() == attribution::report)) {
            found.insert(p.state());
        }
    }
    return found;
}

}  // namespace armsledger::report
