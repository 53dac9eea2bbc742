// SPDX-License-Identifier: BSL-1.0
//
// What Amnesty International's "Taking Stock: The arming of Islamic State" (MDE 14/2812/2015, December
// 2015) and texts about it say of states: who designed, made and supplied what came to Islamic State.
// Design, manufacture and supply are different relations and are never merged.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/packed.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/report.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger::report {

/// The day the report came out, in most accounts.
[[gnu::visibility("hidden")]] inline constexpr date published = date::from_days(16776);  // 2015-12-07

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
    return detail::word(
        "designer|manufacturer|supplier_to_iraq|supplier_to_iran|coalition_supplier|supplier_to_syrian_opposition",
        static_cast<std::size_t>(r));
}

/// Who says so.
enum class attribution : std::uint8_t {
    report,  ///< The report, or a text on it.
    other,   ///< Another text on the arms of Islamic State or of the states around it.
};

constexpr text_view to_string(attribution a) noexcept {
    return detail::word("report|other", static_cast<std::size_t>(a));
}

/// A part that a state played in a period.
template <class Row = std::size_t>
class basic_part : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    constexpr armsledger::state state() const noexcept {
        return static_cast<armsledger::state>(detail::owner_of(detail::tables::supplier_first, this->row_));
    }
    constexpr report::role role() const noexcept {
        return static_cast<report::role>(this->u8_in(detail::tables::supplier_role));
    }
    /// Half-open, in whole years of the text: [2011-01-01, 2014-01-01) for "2011 to 2013". `always` and
    /// `never` where the text gives no bound.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::supplier_from), this->day_in(detail::tables::supplier_until)};
    }
    constexpr report::attribution attribution() const noexcept {
        return static_cast<report::attribution>(this->u8_in(detail::tables::supplier_attribution));
    }
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::report_pool, detail::tables::supplier_notes);
    }
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::supplier_cites); }
};
using part = basic_part<>;

/// The parts a state played, by role and period.
template <class Part = part>
constexpr auto parts_of(armsledger::state s) noexcept {
    return detail::record_range<Part>{detail::rows_of(detail::tables::supplier_first, s)};
}

/// All parts, in the order of the states.
template <class Part = part>
constexpr auto all_parts() noexcept {
    return detail::record_range<Part>{
        {0, detail::u16_at(detail::tables::supplier_first, detail::enum_count<armsledger::state>)}};
}

/// The states that played a role at any time. Of those the report or texts on it name, unless `other`
/// texts are asked for too. Linear in all parts.
template <class Part = part>
constexpr state_set states_as(role r, bool also_other_texts = false) noexcept {
    state_set found;
    for (const Part p : all_parts<Part>()) {
        if (p.role() == r && (also_other_texts || p.attribution() == attribution::report)) {
            found.insert(p.state());
        }
    }
    return found;
}

}  // namespace armsledger::report
