// SPDX-License-Identifier: BSL-1.0
//
// Treaties: how a state stands to one on a day, how many do, and every date behind the answer.
//
// Terms as in the Vienna Convention on the Law of Treaties, Article 2(1): a contracting state has
// consented to be bound, whether or not the treaty is in force; a party is a state that has consented
// and for which it is in force. Counts: "signatories" have ever signed; "contracting" includes parties.
#pragma once

#include <armsledger/date.hpp>
#include <armsledger/detail/plane.hpp>
#include <armsledger/detail/standing.hpp>
#include <armsledger/maybe.hpp>
#include <armsledger/membership.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/treaties.hpp>
#include <armsledger/text.hpp>
#include <armsledger/version.hpp>

#include <cstddef>
#include <cstdint>

namespace armsledger {

/// `treaty::att` (Arms Trade Treaty), `treaty::apmbc` (Anti-Personnel Mine Ban Convention),
/// `treaty::ccm` (Convention on Cluster Munitions), `treaty::firearms_protocol`.
enum class treaty : std::uint8_t {
#include <armsledger/tables/treaty.inc>
};

namespace detail {
template <>
inline constexpr std::size_t enum_count<treaty> = tables::treaty_slugs_count;

// Days of what never happened are `never`.
template <class Date>
constexpr maybe<Date> if_happened(Date day) noexcept {
    return {day != never, day};
}
template <class Span>
constexpr maybe<Span> if_happened_within(Span when) noexcept {
    return {when != never_happened, when};
}

inline constexpr std::size_t participant_count = enum_count<state> + 1;
}  // namespace detail

constexpr text_view to_string(treaty t) noexcept {
    return detail::text_of(detail::tables::treaty_pool, detail::tables::treaty_slugs, t);
}

/// For `sources_of` and `evidence_of`: who says when the treaty was adopted and entered into force.
template <class Citation = detail::citation>
constexpr Citation citation_of(treaty t) noexcept {
    return Citation{
        detail::u16_at(detail::tables::treaty_cites, static_cast<std::size_t>(t) % detail::enum_count<treaty>)};
}

/// The usual name, "Arms Trade Treaty".
constexpr text_view name(treaty t) noexcept {
    return detail::text_of(detail::tables::treaty_pool, detail::tables::treaty_names, t);
}

/// The treaty a name or abbreviation means.
template <class Treaty = treaty>
constexpr maybe<Treaty> find_treaty(text_view text) noexcept {
    return detail::find_in<detail::tables::treaty_index, Treaty>(text);
}

/// The day the text was adopted. Before it nobody stands to the treaty in any way.
constexpr date adopted_on(treaty t) noexcept {
    return detail::is_valid(t) ? detail::day_at(detail::tables::treaty_adopted, static_cast<std::size_t>(t)) : never;
}

/// The day the treaty itself entered into force.
constexpr date in_force_on(treaty t) noexcept {
    return detail::is_valid(t) ? detail::day_at(detail::tables::treaty_in_force, static_cast<std::size_t>(t)) : never;
}

namespace detail {
// The rows of coverage.csv begin with the treaties, in their order.
static_assert(static_cast<covered>(treaty::apmbc) == covered::apmbc &&
              static_cast<covered>(treaty::att) == covered::att);
static_assert(static_cast<covered>(treaty::ccm) == covered::ccm && enum_count<treaty> == 4);
static_assert(static_cast<covered>(treaty::firearms_protocol) == covered::firearms_protocol);

// Whether the record of a treaty reaches a day.
template <class Treaty>
constexpr bool is_covered(Treaty t, std::uint32_t day16) noexcept {
    return is_valid(t) && day16 < two_bytes_at(tables::coverage_until, static_cast<std::size_t>(t));
}
}  // namespace detail

/// The days for which the record of a treaty speaks, from its adoption on.
constexpr period coverage(treaty t) noexcept {
    return detail::is_valid(t) ? detail::coverage_of(static_cast<detail::covered>(t)) : period{never, never};
}

/// Who can take part in a treaty: a state, or the European Union, whose number is the first after the states.
/// A higher number takes part in nothing.
class participant {
public:
    constexpr participant(state s) noexcept : number_{static_cast<std::uint8_t>(s)} {}
    static constexpr participant european_union() noexcept {
        return participant{static_cast<state>(detail::enum_count<state>)};
    }
    /// The state; empty for the European Union.
    constexpr maybe<state> as_state() const noexcept {
        return {number_ < detail::enum_count<state>, static_cast<state>(number_)};
    }
    constexpr std::size_t number() const noexcept { return number_; }
    friend constexpr bool operator==(participant a, participant b) noexcept { return a.number_ == b.number_; }

private:
    std::uint8_t number_;
};

constexpr text_view name(participant p) noexcept {
    return p == participant::european_union() ? "European Union" : name(p.as_state().value_or(state{0xFF}));
}

/// Alpha-3 code of a state; `EUE` for the European Union.
constexpr text_view to_string(participant p) noexcept {
    return p == participant::european_union() ? "EUE" : alpha3(p.as_state().value_or(state{0xFF}));
}

/// How consent to be bound was expressed; the legal effect is the same.
enum class consent_kind : std::uint8_t { ratification, acceptance, approval, accession, succession };

template <>
inline constexpr const char* detail::words<consent_kind> = "ratification|acceptance|approval|accession|succession";

/// Everything a participant did about a treaty. What it did not do is empty.
template <class Row = std::size_t>
class basic_treaty_record : public detail::record<Row> {
public:
    using detail::record<Row>::record;

    constexpr armsledger::participant participant() const noexcept {
        return static_cast<state>(this->u8_in(detail::tables::status_participant));
    }
    constexpr maybe<date> signature() const noexcept {
        return detail::if_happened(this->day_in(detail::tables::status_signature));
    }
    /// The deposit of the instrument of consent.
    constexpr maybe<uncertain_date> consent() const noexcept { return detail::if_happened_within(consent_span()); }
    constexpr maybe<consent_kind> kind_of_consent() const noexcept {
        const auto k = this->u6_in(detail::tables::status_kind);
        return {k != 0xFF, static_cast<consent_kind>(k)};
    }
    /// For this participant; by the treaty's own rule where it is not recorded.
    constexpr maybe<uncertain_date> entry_into_force() const noexcept {
        return detail::if_happened_within(entry_span());
    }
    constexpr maybe<date> provisional_application() const noexcept {
        return detail::if_happened(
            this->listed_day_in(detail::tables::status_provisional, detail::tables::status_provisional_days));
    }
    constexpr maybe<date> withdrawal_notified() const noexcept {
        return detail::if_happened(
            this->listed_day_in(detail::tables::status_notified, detail::tables::status_notified_days));
    }
    /// The first day on which it is no party any more.
    constexpr maybe<date> withdrawal_effective() const noexcept {
        return detail::if_happened(
            this->listed_day_in(detail::tables::status_effective, detail::tables::status_effective_days));
    }
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::treaty_pool, detail::tables::status_notes);
    }
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::status_cites); }

    constexpr detail::treaty_steps steps() const noexcept {
        const auto signed_on = this->day_in(detail::tables::status_signature);
        const auto left_on =
            this->listed_day_in(detail::tables::status_effective, detail::tables::status_effective_days);
        return {{signed_on, signed_on}, consent_span(), entry_span(), {left_on, left_on}};
    }

private:
    constexpr auto consent_span() const noexcept {
        return this->span_in(detail::tables::status_consent, detail::tables::status_consent_bounds);
    }
    constexpr auto entry_span() const noexcept {
        return this->span_in(detail::tables::status_entry, detail::tables::status_entry_bounds);
    }
};
using treaty_record = basic_treaty_record<>;

/// The records of all participants of a treaty, in the order of their codes.
template <class TreatyRecord = treaty_record>
constexpr auto records_of(treaty t) noexcept {
    return detail::record_range<TreatyRecord>{detail::rows_of(detail::tables::status_first, t)};
}

/// What a participant did about a treaty; empty when it did nothing. Constant time.
template <class TreatyRecord = treaty_record>
constexpr maybe<TreatyRecord> record_of(participant p, treaty t) noexcept {
    if (!detail::is_valid(t) || p.number() >= detail::participant_count) {
        return nothing;
    }
    const auto i = static_cast<std::size_t>(t);
    const std::uint32_t row = detail::u8_at(detail::tables::status_row_of, i * detail::participant_count + p.number());
    return {row != 0xFF, TreatyRecord{detail::u16_at(detail::tables::status_first, i) + row}};
}

namespace detail {

// The standing on a day that a row of standings holds: three days on which it changes, of two bytes, and
// the four standings before, between and after them, of four bits.
template <class Row>
constexpr unsigned standing_in(Row row, treaty t, std::uint32_t day16) noexcept {
    const char* days = tables::standings + 8 * (row * enum_count<treaty> + static_cast<std::size_t>(t));
    const unsigned changes =
        0U + (two_bytes_at(days, 0) <= day16) + (two_bytes_at(days, 1) <= day16) + (two_bytes_at(days, 2) <= day16);
    return two_bytes_at(days, 3) >> 4 * changes & 15U;
}

// Without a branch: `no_such_state` is a standing of three set bits.
constexpr unsigned no_such_state_unless(bool exists) noexcept { return (exists - 1U) & 7U; }
static_assert(static_cast<unsigned>(standing::no_such_state) == 7);

}  // namespace detail

/// How a participant stands to a treaty on a day. Constant time.
template <class = void>
constexpr standing standing_of(participant p, treaty t, date day) noexcept {
    const std::uint32_t day16 = detail::wrapped_day(day);
    if (!detail::is_covered(t, day16) || p.number() >= detail::participant_count) {
        const date first = date::from_days(detail::day16_epoch);  // as on it, so before
        return day < first ? standing_of(p, t, first) : standing::outside_coverage;
    }
    unsigned s = detail::standing_in(p.number(), t, day16);
    while (s >= 8) {  // later changes stand in a row of their own
        s = detail::standing_in(detail::participant_count + s - 8, t, day16);
    }
    // The day from which on the participant exists, and for how many.
    const std::uint32_t age = day16 - detail::two_bytes_at(detail::tables::participant_life, 2 * p.number());
    const bool exists = age < detail::two_bytes_at(detail::tables::participant_life, 2 * p.number() + 1);
    return static_cast<standing>(s | detail::no_such_state_unless(exists));
}

/// How many participants stand how. Certain numbers compare with `==` to a number.
struct treaty_count {
    bounds signatories;  ///< Have signed, whatever they did later.
    bounds contracting;  ///< Have consented to be bound and not left; includes parties.
    bounds parties;      ///< The treaty is in force for them.
    friend constexpr bool operator==(const treaty_count& a, const treaty_count& b) noexcept {
        return a.signatories == b.signatories && a.contracting == b.contracting && a.parties == b.parties;
    }
};

namespace detail {

[[gnu::visibility("hidden")]] inline constexpr treaty_count uncounted{{0, 0xFFFF}, {0, 0xFFFF}, {0, 0xFFFF}};

struct standing_parts {
    answer signatory, contracting, party;
};

constexpr standing_parts parts_on(const auto& steps, date day) noexcept {
    const answer stayed = negate(steps.withdrawal.by(day));
    const answer in_force = steps.entry_into_force.by(day);
    return {steps.signature.by(day), both(either(steps.consent.by(day), in_force), stayed), both(in_force, stayed)};
}

template <class TreatyRecord = treaty_record>
constexpr treaty_count count_participants(treaty t, date day, bool with_union) noexcept {
    if (!is_valid(t) || day >= coverage(t).until) {
        return uncounted;
    }
    treaty_count n;
    const rows span = rows_of(tables::status_first, t);
    for (std::size_t row = span.first; row < span.last; ++row) {
        const TreatyRecord r{row};
        if (with_union || r.participant().as_state()) {
            const standing_parts parts = parts_on(r.steps(), day);
            n.signatories.add(parts.signatory);
            n.contracting.add(parts.contracting);
            n.parties.add(parts.party);
        }
    }
    return n;
}

template <class TreatyRecord = treaty_record>
constexpr state_set states_that(answer standing_parts::*part, treaty t, date day, certainty wanted) noexcept {
    state_set found;
    if (!is_valid(t) || day >= coverage(t).until) {
        return found;
    }
    // By state, not by record: a state and the one it continues share a record and not a time.
    for (std::size_t i = 0; i < enum_count<state>; ++i) {
        const auto s = static_cast<state>(i);
        const maybe<TreatyRecord> r = record_of<TreatyRecord>(s, t);
        if (r && exists(s, day) && fits(parts_on(r->steps(), day).*part, wanted)) {
            found.insert(s);
        }
    }
    return found;
}

}  // namespace detail

/// How many participants have signed, consented and are bound on a day, the European Union among them.
/// Outside coverage nothing is known: `{0, 65535}`. Linear in the participants.
template <class TreatyRecord = treaty_record>
constexpr treaty_count count(treaty t, date day) noexcept {
    return detail::count_participants<TreatyRecord>(t, day, true);
}

/// As `count`, of states only.
template <class TreatyRecord = treaty_record>
constexpr treaty_count count_states(treaty t, date day) noexcept {
    return detail::count_participants<TreatyRecord>(t, day, false);
}

/// The states for which a treaty is in force on a day; with `possible` also those for which it may be.
/// Empty outside coverage. Constant time.
template <class = void>
constexpr state_set parties_to(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    if (!detail::is_covered(t, detail::pack_day(day))) {
        return {};
    }
    return detail::states_in_plane(detail::tables::treaty_planes, detail::tables::treaty_plane_first,
                                   static_cast<std::size_t>(t), day, wanted);
}

/// The states that have consented to be bound, parties included. Linear in the participants, as the next.
template <class TreatyRecord = treaty_record>
constexpr state_set contracting_states_of(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    return detail::states_that<TreatyRecord>(&detail::standing_parts::contracting, t, day, wanted);
}

/// The states that have ever signed.
template <class TreatyRecord = treaty_record>
constexpr state_set signatories_of(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    return detail::states_that<TreatyRecord>(&detail::standing_parts::signatory, t, day, wanted);
}

enum class notice_kind : std::uint8_t {
    interpretation,
    not_to_become_party,  ///< Vienna Convention, Article 18(a): ends the duties of a signatory.
    objection,
    suspension,
    territorial_exclusion,
    territorial_extension,
};

template <>
inline constexpr const char* detail::words<notice_kind> =
    "interpretation|not_to_become_party|objection|suspension|territorial_exclusion|territorial_extension";

/// A declaration to the depositary that changes what the dates of a record mean, not its standing.
template <class Row = std::size_t>
class basic_treaty_notice : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    constexpr armsledger::treaty treaty() const noexcept {
        return static_cast<armsledger::treaty>(this->u6_in(detail::tables::notice_treaty));
    }
    constexpr armsledger::participant participant() const noexcept {
        return static_cast<state>(this->u8_in(detail::tables::notice_participant));
    }
    constexpr date when() const noexcept { return this->day_in(detail::tables::notice_day); }
    constexpr notice_kind kind() const noexcept {
        return static_cast<notice_kind>(this->u6_in(detail::tables::notice_kind));
    }
    constexpr text_view statement() const noexcept {
        return this->text_in(detail::tables::treaty_pool, detail::tables::notice_statement);
    }
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::notice_cites); }
};
using treaty_notice = basic_treaty_notice<>;

namespace detail {
struct notice_by {
    participant p;
    treaty t;
    constexpr bool operator()(const auto& n) const noexcept { return n.participant() == p && n.treaty() == t; }
};
}  // namespace detail

/// The notices of a participant under a treaty.
template <class TreatyNotice = treaty_notice>
constexpr auto notices_of(participant p, treaty t) noexcept {
    return detail::record_range<TreatyNotice, detail::notice_by>{{0, detail::tables::notice_count}, {p, t}};
}

}  // namespace armsledger
