// SPDX-License-Identifier: BSL-1.0
/// \file
/// Whom the measures of an issuer bind, on what ground, and who stood aside.
///
/// **Who is bound.** An act obliges those for whom its issuer may decide. Decisions of the Security Council bind the
/// members of the UN (Charter, Article 25), acts of the EU its members since the Treaty of Maastricht. An appeal or a
/// political commitment obliges nobody, however strict its words. So the record has a ground for each issuer and force:
/// the body whose members on the day are bound, and since when; and a row for each member that stood aside from an act.
///
/// A trap: membership is not all. The United Kingdom was no member of the EU after 31 January 2020 and bound by its law
/// to the end of that year: for June 2020 `is_member` says `no`, `binds` says `yes`.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/embargo.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/membership.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/permissions.hpp>
#include <armsledger/text.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// On what ground the measures of an issuer bind, and whom.
template <class Row = std::size_t>
class basic_binding : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Its members on the day are bound, or meant; empty: nobody.
    constexpr maybe<armsledger::body> body() const noexcept {
        const auto b = this->u6_in(detail::tables::binding_body);
        return {b != 0xFF, static_cast<armsledger::body>(b)};
    }
    /// The day the ground came to be; `always` where that is not on record. The EU has had acts that bind since
    /// the Treaty of Maastricht; before it there were commitments of governments.
    constexpr date since() const noexcept { return this->day_in(detail::tables::binding_since); }
    /// The rule that makes them bind, "UN Charter art. 25, 41 and 48".
    constexpr text_view legal_basis() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::binding_basis);
    }
    /// What the record alone would mislead about; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::binding_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::binding_cites); }
};
/// The name to use.
using binding = basic_binding<>;

/// The ground on which measures of a force bind; empty where an issuer has none of that force on record. Constant time.
template <class Binding = binding>
constexpr maybe<Binding> binding_of(issuer i, force f) noexcept {
    if (!detail::is_valid(i) || !detail::is_valid(f)) {
        return nothing;
    }
    const std::uint32_t row =
        detail::u8_at(detail::tables::binding_of,
                      static_cast<std::size_t>(i) * detail::enum_count<force> + static_cast<std::size_t>(f));
    return {row != 0xFF, Binding{row}};
}

/// What an act is to a member that stood aside from it: not binding, or doubtfully so.
enum class aside_effect : std::uint8_t { unbound, doubtful };

template <>
inline constexpr const char* detail::words<aside_effect> = "unbound|doubtful";

/// A member that an act does not bind, or doubtfully.
template <class Row = std::size_t>
class basic_stood_aside : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// From which regime.
    constexpr armsledger::regime regime() const noexcept {
        return static_cast<armsledger::regime>(this->u8_in(detail::tables::aside_regime));
    }
    /// Who stood aside.
    constexpr armsledger::state state() const noexcept {
        return static_cast<armsledger::state>(this->u8_in(detail::tables::aside_state));
    }
    /// Half-open; `never` where it has not ended.
    constexpr period when() const noexcept {
        return {this->day_in(detail::tables::aside_from), this->day_in(detail::tables::aside_until)};
    }
    /// Whether the act binds it all the same.
    constexpr aside_effect effect() const noexcept {
        return static_cast<aside_effect>(this->u6_in(detail::tables::aside_effect));
    }
    /// How, and why; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::permission_pool, detail::tables::aside_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::aside_cites); }
};
/// The name to use.
using stood_aside = basic_stood_aside<>;

/// All members that stood aside, in the order of the regimes.
template <class StoodAside = stood_aside>
constexpr auto all_stood_aside() noexcept {
    return detail::record_range<StoodAside>{{0, detail::tables::aside_count}};
}

namespace detail {

// Whether a state is under the law of a body: as a member, or in transition out of it (the United Kingdom
// under EU law from 2020-02-01 to 2020-12-31: Withdrawal Agreement, Article 127).
template <class Membership = membership>
constexpr answer under_law_of(body b, state s, date day) noexcept {
    answer found = is_member(s, b, day);
    for (const Membership m : memberships_of<Membership>(s, b)) {
        if (m.kind() == membership_kind::transition) {
            found = either(found, m.when().contains(day));
        }
    }
    return found;
}

}  // namespace detail

/// Whether a measure of some force under a regime obliges a state on a day: only a mandatory one does, and only those
/// the issuer can bind. UN: its members (Charter, Article 25). Others: their members on the day, and who is in
/// transition out of membership. `unknown` where membership is, or where an act binds a member doubtfully;
/// `outside_coverage` where the record of memberships ends. Whether the regime is in force that day is not asked. `no`
/// for a value that is no state or no regime, within coverage. Linear in the members of the body.
template <class Binding = binding, class StoodAside = stood_aside>
constexpr answer binds(regime r, force f, state s, date day) noexcept {
    if (f != force::mandatory) {
        return answer::no;
    }
    const auto ground = binding_of<Binding>(issuer_of(r), f);
    if (!ground || !ground->body() || day < ground->since()) {
        return answer::no;
    }
    answer bound = detail::under_law_of(*ground->body(), s, day);
    for (const StoodAside a : all_stood_aside<StoodAside>()) {
        if (a.regime() == r && a.state() == s && a.when().contains(day)) {
            bound = detail::both(bound, a.effect() == aside_effect::unbound ? answer::no : answer::unknown);
        }
    }
    return bound;
}

}  // namespace armsledger
