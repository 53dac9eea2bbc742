// SPDX-License-Identifier: BSL-1.0
//
// Treaties: how a state stands to one on a day, how many do, and every date behind the answer.
//
// Terms as in the Vienna Convention on the Law of Treaties, Article 2(1): a contracting state has
// consented to be bound, whether or not the treaty is in force; a party is a state that has consented
// and for which it is in force. Counts: "signatories" have ever signed; "contracting" includes parties.
#pragma once

#include <armsledger/maybe.hpp>
#include <armsledger/text.hpp>
#include <armsledger/date.hpp>
#include <armsledger/detail/standing.hpp>
#include <armsledger/membership.hpp>
#include <armsledger/state.hpp>
#include <armsledger/tables/treaties.hpp>
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

inline constexpr name_index treaty_index{tables::treaty_index_slot_count, tables::treaty_index_slots,
                                         tables::treaty_index_keys,       tables::treaty_index_first_value,
                                         tables::treaty_index_values,     tables::treaty_index_pool};

// Days of what never happened are `never`.
constexpr maybe<date> if_happened(date day) noexcept {
    return {day != never, day};
}

inline constexpr std::size_t participant_count = enum_count<state> + 1;
}  // namespace detail

constexpr text_view to_string(treaty t) noexcept {
    return detail::text_of(detail::tables::treaty_pool, detail::tables::treaty_slugs, t);
}

/// The usual name, "Arms Trade Treaty".
constexpr text_view name(treaty t) noexcept {
    return detail::text_of(detail::tables::treaty_pool, detail::tables::treaty_names, t);
}

/// The treaty a name or abbreviation means.
constexpr maybe<treaty> find_treaty(text_view text) noexcept {
    return detail::find_in<treaty>(detail::treaty_index, text);
}

/// The day the text was adopted. Before it nobody stands to the treaty in any way.
constexpr date adopted_on(treaty t) noexcept {
    return detail::is_valid(t)
               ? detail::day_at(detail::tables::treaty_adopted, static_cast<std::size_t>(t))
               : never;
}

/// The day the treaty itself entered into force.
constexpr date in_force_on(treaty t) noexcept {
    return detail::is_valid(t)
               ? detail::day_at(detail::tables::treaty_in_force, static_cast<std::size_t>(t))
               : never;
}

/// The days for which the record of a treaty speaks, from its adoption on.
constexpr period coverage(treaty t) noexcept {
    switch (t) {
        case treaty::apmbc: return detail::coverage_of(detail::covered::apmbc);
        case treaty::att: return detail::coverage_of(detail::covered::att);
        case treaty::ccm: return detail::coverage_of(detail::covered::ccm);
        case treaty::firearms_protocol: return detail::coverage_of(detail::covered::firearms_protocol);
    }
    return {never, never};
}

/// Who can take part in a treaty: a state, or the European Union.
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
    friend constexpr bool operator==(participant, participant) noexcept = default;

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

constexpr text_view to_string(consent_kind k) noexcept {
    return detail::word("ratification|acceptance|approval|accession|succession",
                        static_cast<std::size_t>(k));
}

/// Everything a participant did about a treaty. What it did not do is empty.
class treaty_record : public detail::record {
public:
    using record::record;

    constexpr armsledger::participant participant() const noexcept {
        return static_cast<state>(detail::u8_at(detail::tables::status_participant, row_));
    }
    constexpr maybe<date> signature() const noexcept {
        return detail::if_happened(detail::day_at(detail::tables::status_signature, row_));
    }
    /// The deposit of the instrument of consent.
    constexpr maybe<uncertain_date> consent() const noexcept {
        return span(detail::tables::status_consent_earliest, detail::tables::status_consent_latest);
    }
    constexpr maybe<consent_kind> kind_of_consent() const noexcept {
        const std::uint32_t k = detail::u8_at(detail::tables::status_kind, row_);
        return {k != 0xFF, static_cast<consent_kind>(k)};
    }
    /// For this participant; by the treaty's own rule where it is not recorded.
    constexpr maybe<uncertain_date> entry_into_force() const noexcept {
        return span(detail::tables::status_entry_earliest, detail::tables::status_entry_latest);
    }
    constexpr maybe<date> provisional_application() const noexcept {
        return detail::if_happened(detail::day_at(detail::tables::status_provisional, row_));
    }
    constexpr maybe<date> withdrawal_notified() const noexcept {
        return detail::if_happened(detail::day_at(detail::tables::status_notified, row_));
    }
    /// The first day on which it is no party any more.
    constexpr maybe<date> withdrawal_effective() const noexcept {
        return detail::if_happened(detail::day_at(detail::tables::status_effective, row_));
    }
    constexpr text_view note() const noexcept {
        return detail::text_at(detail::tables::treaty_pool, detail::tables::status_notes, row_);
    }
    constexpr detail::citation cite() const noexcept {
        return detail::citation{detail::u16_at(detail::tables::status_cites, row_)};
    }

    constexpr detail::treaty_steps steps() const noexcept {
        const date signed_on = detail::day_at(detail::tables::status_signature, row_);
        const date left_on = detail::day_at(detail::tables::status_effective, row_);
        return {{signed_on, signed_on},
                consent().value_or(detail::never_happened),
                entry_into_force().value_or(detail::never_happened),
                {left_on, left_on}};
    }

private:
    constexpr maybe<uncertain_date> span(const char* earliest, const char* latest) const noexcept {
        const uncertain_date when{detail::day_at(earliest, row_), detail::day_at(latest, row_)};
        return {when != detail::never_happened, when};
    }

};

/// The records of all participants of a treaty, in the order of their codes.
template <class = void>
constexpr auto records_of(treaty t) noexcept {
    return detail::record_range<treaty_record>{detail::rows_of(detail::tables::status_first, t)};
}

/// What a participant did about a treaty; empty when it did nothing. Constant time.
constexpr maybe<treaty_record> record_of(participant p, treaty t) noexcept {
    if (!detail::is_valid(t) || p.number() >= detail::participant_count) {
        return nothing;
    }
    const auto i = static_cast<std::size_t>(t);
    const std::uint32_t row =
        detail::u8_at(detail::tables::status_row_of, i * detail::participant_count + p.number());
    return {row != 0xFF, treaty_record{detail::u16_at(detail::tables::status_first, i) + row}};
}

namespace detail {

// A standing from the history of a participant: the number of changes up to the day picks it.
constexpr standing standing_in_history(std::size_t word, std::uint32_t day16) noexcept {
    const std::uint64_t first = eight_bytes_at(tables::histories, word);
    const std::uint64_t second = eight_bytes_at(tables::histories, word + 1);
    unsigned changes = 0;
    for (unsigned shift = 0; shift < 64; shift += 16) {
        changes += (first >> shift & 0xFFFF) <= day16;
    }
    changes += (second & 0xFFFF) <= day16;
    changes += (second >> 16 & 0xFFFF) <= day16;
    return static_cast<standing>(second >> (32 + 4 * changes) & 15);
}

}  // namespace detail

/// How a participant stands to a treaty on a day. Constant time.
constexpr standing standing_of(participant p, treaty t, date day) noexcept {
    if (!detail::is_valid(t) || p.number() >= detail::participant_count || day >= coverage(t).until) {
        return standing::outside_coverage;
    }
    const auto i = static_cast<std::size_t>(t);
    if (p.as_state() && !exists(*p.as_state(), day)) {
        return standing::no_such_state;
    }
    const std::size_t history =
        detail::byte_at(detail::tables::history_of, i * detail::participant_count + p.number());
    return detail::standing_in_history(detail::two_bytes_at(detail::tables::history_first, i) + 2 * history,
                                       detail::pack_day(day));
}

/// How many participants stand how. Certain numbers compare with `==` to a number.
struct treaty_count {
    bounds signatories;  ///< Have signed, whatever they did later.
    bounds contracting;  ///< Have consented to be bound and not left; includes parties.
    bounds parties;      ///< The treaty is in force for them.
    friend constexpr bool operator==(const treaty_count&, const treaty_count&) noexcept = default;
};

namespace detail {

constexpr treaty_count uncounted{{0, 0xFFFF}, {0, 0xFFFF}, {0, 0xFFFF}};

struct standing_parts {
    answer signatory, contracting, party;
};

constexpr standing_parts parts_on(const treaty_steps& steps, date day) noexcept {
    const answer stayed = negate(steps.withdrawal.by(day));
    const answer in_force = steps.entry_into_force.by(day);
    return {steps.signature.by(day), both(either(steps.consent.by(day), in_force), stayed),
            both(in_force, stayed)};
}

constexpr treaty_count count_participants(treaty t, date day, bool with_union) noexcept {
    if (!is_valid(t) || day >= coverage(t).until) {
        return uncounted;
    }
    treaty_count n;
    const rows span = rows_of(tables::status_first, t);
    for (std::size_t row = span.first; row < span.last; ++row) {
        const treaty_record r{row};
        if (with_union || r.participant().as_state()) {
            const standing_parts parts = parts_on(r.steps(), day);
            n.signatories.add(parts.signatory);
            n.contracting.add(parts.contracting);
            n.parties.add(parts.party);
        }
    }
    return n;
}

constexpr state_set states_that(answer standing_parts::*part, treaty t, date day, certainty wanted) noexcept {
    state_set found;
    if (!is_valid(t) || day >= coverage(t).until) {
        return found;
    }
    const rows span = rows_of(tables::status_first, t);
    for (std::size_t row = span.first; row < span.last; ++row) {
        const treaty_record r{row};
        const maybe<state> s = r.participant().as_state();
        if (s && fits(parts_on(r.steps(), day).*part, wanted)) {
            found.insert(*s);
        }
    }
    return found;
}

}  // namespace detail

/// How many participants have signed, consented and are bound on a day, the European Union among them.
/// Outside coverage nothing is known: `{0, 65535}`. Linear in the participants.
constexpr treaty_count count(treaty t, date day) noexcept {
    return detail::count_participants(t, day, true);
}

/// As `count`, of states only.
constexpr treaty_count count_states(treaty t, date day) noexcept {
    return detail::count_participants(t, day, false);
}

/// The states for which a treaty is in force on a day; with `possible` also those for which it may be.
/// Empty outside coverage. Linear in the participants, as the next two.
constexpr state_set parties_to(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    return detail::states_that(&detail::standing_parts::party, t, day, wanted);
}

/// The states that have consented to be bound, parties included.
constexpr state_set contracting_states_of(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    return detail::states_that(&detail::standing_parts::contracting, t, day, wanted);
}

/// The states that have ever signed.
constexpr state_set signatories_of(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    return detail::states_that(&detail::standing_parts::signatory, t, day, wanted);
}

enum class notice_kind : std::uint8_t {
    interpretation,
    not_to_become_party,  ///< Vienna Convention, Article 18(a): ends the duties of a signatory.
    objection,
    suspension,
    territorial_exclusion,
    territorial_extension,
};

constexpr text_view to_string(notice_kind k) noexcept {
    return detail::word("interpretation|not_to_become_party|objection|suspension|territorial_exclusion|territorial_extension",
                        static_cast<std::size_t>(k));
}

/// A declaration to the depositary that changes what the dates of a record mean, not its standing.
class treaty_notice : public detail::record {
public:
    using record::record;
    constexpr armsledger::treaty treaty() const noexcept {
        return static_cast<armsledger::treaty>(detail::u8_at(detail::tables::notice_treaty, row_));
    }
    constexpr armsledger::participant participant() const noexcept {
        return static_cast<state>(detail::u8_at(detail::tables::notice_participant, row_));
    }
    constexpr date when() const noexcept { return detail::day_at(detail::tables::notice_day, row_); }
    constexpr notice_kind kind() const noexcept {
        return static_cast<notice_kind>(detail::u8_at(detail::tables::notice_kind, row_));
    }
    constexpr text_view statement() const noexcept {
        return detail::text_at(detail::tables::treaty_pool, detail::tables::notice_statement, row_);
    }
    constexpr detail::citation cite() const noexcept {
        return detail::citation{detail::u16_at(detail::tables::notice_cites, row_)};
    }

};

namespace detail {
struct notice_by {
    participant p;
    treaty t;
    constexpr bool operator()(const treaty_notice& n) const noexcept {
        return n.participant() == p && n.treaty() == t;
    }
};
}  // namespace detail

/// The notices of a participant under a treaty.
template <class = void>
constexpr auto notices_of(participant p, treaty t) noexcept {
    return detail::record_range<treaty_notice, detail::notice_by>{{0, detail::tables::notice_count}, {p, t}};
}

}  // namespace armsledger
