// SPDX-License-Identifier: BSL-1.0
/// \file
/// Who belongs to which organisation on a day. Embargoes bind by membership: what the Security Council decides binds
/// the members of the United Nations, what the Council of the European Union decides its member states.
///
/// A member that is suspended is bound as before, and is a member here; `memberships_of` tells of the suspension. A
/// state that has left can be bound for a time: the United Kingdom was no member of the European Union from 1 February
/// 2020 and under its law until the end of the year, a `transition`, for which `is_member` is `no`. `binds`, in
/// binding.hpp, knows of both.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/name_index.hpp>
#include <armsledger/detail/plane.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/memberships.hpp>
#include <armsledger/text.hpp>
#include <armsledger/version.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// An organisation: `body::un`, `body::eu`, `body::nato`, `body::osce`, `body::las` (Arab League),
/// `body::ecowas`, `body::wassenaar`, `body::unsc_p5` (permanent members of the Security Council)
/// and others of bodies.csv.
enum class body : std::uint8_t {
#include <armsledger/tables/body.inc>
};

namespace detail {
template <>
inline constexpr std::size_t enum_count<body> = tables::body_slugs_count;

}  // namespace detail

/// The slug, "un".
constexpr text_view to_string(body b) noexcept {
    return detail::text_of(detail::tables::membership_pool, detail::tables::body_slugs, b);
}

/// The full name, "League of Arab States".
constexpr text_view name(body b) noexcept {
    return detail::text_of(detail::tables::membership_pool, detail::tables::body_names, b);
}

/// The organisation a slug, name or abbreviation means. One hash look-up.
template <class Body = body>
constexpr maybe<Body> find_body(text_view text) noexcept {
    return detail::find_in<detail::tables::body_index, Body>(text);
}

/// What a stretch is one of.
enum class membership_kind : std::uint8_t {
    member,      ///< A member, suspended or not.
    suspended,   ///< Still a member, barred from taking part.
    transition,  ///< No member, still bound by its law (the UK and EU law in 2020).
};

template <>
inline constexpr const char* detail::words<membership_kind> = "member|suspended|transition";

/// A stretch of membership, suspension or transition.
template <class Row = std::size_t>
class basic_membership : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// The organisation.
    constexpr armsledger::body body() const noexcept {
        return static_cast<armsledger::body>(detail::owner_of(detail::tables::membership_first, this->row_));
    }
    /// The state.
    constexpr state member() const noexcept {
        return static_cast<state>(this->u8_in(detail::tables::membership_state));
    }
    /// What it is a stretch of. A suspension is a stretch of its own beside the membership, which goes on.
    constexpr membership_kind kind() const noexcept {
        return static_cast<membership_kind>(this->u6_in(detail::tables::membership_kind));
    }
    /// When, half-open.
    constexpr uncertain_period when() const noexcept {
        return {this->span_in(detail::tables::membership_from, detail::tables::membership_from_bounds),
                this->span_in(detail::tables::membership_until, detail::tables::membership_until_bounds)};
    }
    /// What its other columns leave unsaid; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::membership_pool, detail::tables::membership_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::membership_cites); }
};
/// The name to use.
using membership = basic_membership<>;

namespace detail {

struct membership_of_state {
    state s;
    constexpr bool operator()(const auto& m) const noexcept { return m.member() == s; }
};

}  // namespace detail

/// The days for which memberships are recorded; see version.hpp.
constexpr period membership_coverage() noexcept { return detail::coverage_of(detail::covered::memberships); }

/// Every stretch of a state's memberships, in the order of the bodies. Linear in the memberships of all states.
template <class Membership = membership>
constexpr auto memberships_of(state s) noexcept {
    return detail::record_range<Membership, detail::membership_of_state>{
        {0, detail::u16_at(detail::tables::membership_first, detail::enum_count<body>)}, {s}};
}

/// Every stretch of a state's membership of one body. Linear in the body's rows.
template <class Membership = membership>
constexpr auto memberships_of(state s, body b) noexcept {
    return detail::record_range<Membership, detail::membership_of_state>{
        detail::rows_of(detail::tables::membership_first, b), {s}};
}

/// Whether a state was a member on a day; suspended members are. A value that is no state or no body is a `no`, within
/// coverage. Linear in the body's rows.
template <class Membership = membership>
constexpr answer is_member(state s, body b, date day) noexcept {
    if (!membership_coverage().contains(day)) {
        return answer::outside_coverage;
    }
    answer found = answer::no;
    const detail::rows span = detail::rows_of(detail::tables::membership_first, b);
    for (std::size_t row = span.first; row < span.last; ++row) {
        const Membership m{row};
        if (m.member() == s && m.kind() == membership_kind::member) {
            found = detail::either(found, m.when().contains(day));
        }
    }
    return found;
}

/// The members on a day: those that certainly were, or with `possible` also those that may have been.
/// Empty outside coverage, which is no sign that there were none. Constant time.
template <class = void>
constexpr state_set members(body b, date day, certainty wanted = certainty::certain) noexcept {
    if (!detail::is_valid(b) || !membership_coverage().contains(day)) {
        return {};
    }
    return detail::states_in_plane(detail::tables::membership_planes, detail::tables::membership_plane_first,
                                   static_cast<std::size_t>(b), day, wanted);
}

}  // namespace armsledger
