// SPDX-License-Identifier: BSL-1.0
/// \file
/// Treaties: how a state stands to one on a day, how many do, and every date behind the answer.
///
/// **Standing.** A treaty binds whom it is in force for, and nobody gets there in one step. A state *signs*: it may not
/// defeat what the treaty is for, and need not yet obey it (Vienna Convention on the Law of Treaties, Article 18). It
/// *consents to be bound*, by depositing an instrument of ratification, acceptance, approval or accession, with or
/// without having signed (Articles 11 to 16). The treaty *enters into force* for it, by a rule of the treaty that
/// counts from the deposit: for the Arms Trade Treaty 90 days (Article 22), for the two conventions on mines and
/// cluster munitions the first day of the sixth month after the month of deposit (Article 17 of each), for the Firearms
/// Protocol 30 days (Article 18), and never before the treaty itself enters into force. It may *withdraw*, which takes
/// effect some time after it is notified. The words of `standing` are those of Article 2(1) of the Vienna Convention: a
/// contracting state has consented, whether or not the treaty is in force; a party is one for which it is.
///
/// `standing_of` gives the last of these steps that was taken by a day. Where the day of one is known within bounds,
/// the answer between them is `unknown`; an entry into force that is not recorded is computed by the treaty's rule, and
/// known as well as the deposit is. Counts overlap as the words do: signatories have ever signed, and contracting
/// states include parties.
///
/// Traps. Between deposit and entry into force a state is not bound, unless it applies the treaty provisionally: the
/// record says so, the standing does not. A notice that a state does not intend to become a party ends the duties of a
/// signatory (Article 18(a)) and takes back no signature: the United States has been a `signatory` of the Arms Trade
/// Treaty since 2013, and `notices_of` has its letter of 2019. And the European Union is a party to the Firearms
/// Protocol: it is among those that `count` counts, and in no set of states.
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
/// `treaty::ccm` (Convention on Cluster Munitions), `treaty::firearms_protocol`; of treaties.csv.
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

/// The slug, "att".
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

/// The treaty a slug, name or abbreviation means. One hash look-up.
template <class Treaty = treaty>
constexpr maybe<Treaty> find_treaty(text_view text) noexcept {
    return detail::find_in<detail::tables::treaty_index, Treaty>(text);
}

/// The day the text was adopted. Before it nobody stands to the treaty in any way. `never` for a value that is no
/// treaty.
constexpr date adopted_on(treaty t) noexcept {
    return detail::is_valid(t) ? detail::day_at(detail::tables::treaty_adopted, static_cast<std::size_t>(t)) : never;
}

/// The day the treaty itself entered into force, for those who had consented early enough. `never` for a value that is
/// no treaty.
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

/// The days for which the record of a treaty speaks, from its adoption on; empty for a value that is no treaty. See
/// version.hpp.
constexpr period coverage(treaty t) noexcept {
    return detail::is_valid(t) ? detail::coverage_of(static_cast<detail::covered>(t)) : period{never, never};
}

/// Who can take part in a treaty: a state, or the European Union, whose number is the first after the states.
/// A higher number takes part in nothing.
class participant {
public:
    /// A state.
    constexpr participant(state s) noexcept : number_{static_cast<std::uint8_t>(s)} {}
    /// The European Union.
    static constexpr participant european_union() noexcept {
        return participant{static_cast<state>(detail::enum_count<state>)};
    }
    /// The state; empty for the European Union.
    constexpr maybe<state> as_state() const noexcept {
        return {number_ < detail::enum_count<state>, static_cast<state>(number_)};
    }
    /// The number of the state, or the first after the last.
    constexpr std::size_t number() const noexcept { return number_; }
    /// The same one.
    friend constexpr bool operator==(participant a, participant b) noexcept { return a.number_ == b.number_; }

private:
    std::uint8_t number_;
};

/// The short name of a state, "European Union" for the Union; empty for what is neither.
constexpr text_view name(participant p) noexcept {
    return p == participant::european_union() ? "European Union" : name(p.as_state().value_or(state{0xFF}));
}

/// Alpha-3 code of a state, `EUE` for the European Union; empty for what is neither.
constexpr text_view to_string(participant p) noexcept {
    return p == participant::european_union() ? "EUE" : alpha3(p.as_state().value_or(state{0xFF}));
}

/// How consent to be bound was expressed; the legal effect is the same.
enum class consent_kind : std::uint8_t { ratification, acceptance, approval, accession, succession };

template <>
inline constexpr const char* detail::words<consent_kind> = "ratification|acceptance|approval|accession|succession";

/// Everything a participant did about a treaty. What it did not do, as far as the record goes, is empty.
template <class Row = std::size_t>
class basic_treaty_record : public detail::record<Row> {
public:
    using detail::record<Row>::record;

    /// Who.
    constexpr armsledger::participant participant() const noexcept {
        return static_cast<state>(this->u8_in(detail::tables::status_participant));
    }
    /// The day of signature.
    constexpr maybe<date> signature() const noexcept {
        return detail::if_happened(this->day_in(detail::tables::status_signature));
    }
    /// The day on which the instrument of consent was deposited, or the days within which it was.
    constexpr maybe<uncertain_date> consent() const noexcept { return detail::if_happened_within(consent_span()); }
    /// Which kind of instrument that was.
    constexpr maybe<consent_kind> kind_of_consent() const noexcept {
        const auto k = this->u6_in(detail::tables::status_kind);
        return {k != 0xFF, static_cast<consent_kind>(k)};
    }
    /// The first day on which the treaty is in force for it; by the treaty's own rule where it is not recorded.
    constexpr maybe<uncertain_date> entry_into_force() const noexcept {
        return detail::if_happened_within(entry_span());
    }
    /// The day from which it applied the treaty before entry into force, as it declared.
    constexpr maybe<date> provisional_application() const noexcept {
        return detail::if_happened(
            this->listed_day_in(detail::tables::status_provisional, detail::tables::status_provisional_days));
    }
    /// The day on which it told the depositary that it withdraws.
    constexpr maybe<date> withdrawal_notified() const noexcept {
        return detail::if_happened(
            this->listed_day_in(detail::tables::status_notified, detail::tables::status_notified_days));
    }
    /// The first day on which it is no party any more.
    constexpr maybe<date> withdrawal_effective() const noexcept {
        return detail::if_happened(
            this->listed_day_in(detail::tables::status_effective, detail::tables::status_effective_days));
    }
    /// What its other columns leave unsaid; often empty.
    constexpr text_view note() const noexcept {
        return this->text_in(detail::tables::treaty_pool, detail::tables::status_notes);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::status_cites); }

    /// The four days that decide a standing, `never` for what did not happen; for the library itself.
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
/// The name to use.
using treaty_record = basic_treaty_record<>;

/// The records of all participants of a treaty, in the order of their codes.
template <class TreatyRecord = treaty_record>
constexpr auto records_of(treaty t) noexcept {
    return detail::record_range<TreatyRecord>{detail::rows_of(detail::tables::status_first, t)};
}

/// What a participant did about a treaty; empty when it did nothing. A state and the one it continues share a record,
/// whose participant is the later: Serbia, also of Serbia and Montenegro. Constant time.
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

/// How a participant stands to a treaty on a day: `none` before the treaty's adoption, `no_such_state` on a day on
/// which the state did not exist, `outside_coverage` after the last day of the record and for values that are no
/// participant or treaty. Constant time.
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
    /// The same bounds of all three.
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
/// After the last day of coverage nothing is known: `{0, 65535}`; before adoption all are 0. Linear in the
/// participants.
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
/// Empty outside coverage, which is no sign that there were none. Constant time.
template <class = void>
constexpr state_set parties_to(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    if (!detail::is_covered(t, detail::pack_day(day))) {
        return {};
    }
    return detail::states_in_plane(detail::tables::treaty_planes, detail::tables::treaty_plane_first,
                                   static_cast<std::size_t>(t), day, wanted);
}

/// The states that have consented to be bound and not left, parties included. Empty outside coverage. Linear in the
/// states.
template <class TreatyRecord = treaty_record>
constexpr state_set contracting_states_of(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    return detail::states_that<TreatyRecord>(&detail::standing_parts::contracting, t, day, wanted);
}

/// The states that have ever signed and exist on the day. Empty outside coverage. Linear in the states.
template <class TreatyRecord = treaty_record>
constexpr state_set signatories_of(treaty t, date day, certainty wanted = certainty::certain) noexcept {
    return detail::states_that<TreatyRecord>(&detail::standing_parts::signatory, t, day, wanted);
}

/// What a notice is about.
enum class notice_kind : std::uint8_t {
    interpretation,         ///< How it reads a provision.
    not_to_become_party,    ///< Vienna Convention, Article 18(a): ends the duties of a signatory.
    objection,              ///< To an act of another.
    suspension,             ///< It says that it suspends the treaty; whether it may, the treaty and the others say.
    territorial_exclusion,  ///< The treaty shall not apply to a part of its territory.
    territorial_extension,  ///< It shall apply to one to which it did not.
};

template <>
inline constexpr const char* detail::words<notice_kind> =
    "interpretation|not_to_become_party|objection|suspension|territorial_exclusion|territorial_extension";

/// A declaration to the depositary that changes what the dates of a record mean, not its standing.
template <class Row = std::size_t>
class basic_treaty_notice : public detail::record<Row> {
public:
    using detail::record<Row>::record;
    /// Under which treaty.
    constexpr armsledger::treaty treaty() const noexcept {
        return static_cast<armsledger::treaty>(this->u6_in(detail::tables::notice_treaty));
    }
    /// Who.
    constexpr armsledger::participant participant() const noexcept {
        return static_cast<state>(this->u8_in(detail::tables::notice_participant));
    }
    /// The day on which it was made.
    constexpr date when() const noexcept { return this->day_in(detail::tables::notice_day); }
    /// What it is about.
    constexpr notice_kind kind() const noexcept {
        return static_cast<notice_kind>(this->u6_in(detail::tables::notice_kind));
    }
    /// What it says, in the words of the record.
    constexpr text_view statement() const noexcept {
        return this->text_in(detail::tables::treaty_pool, detail::tables::notice_statement);
    }
    /// For `sources_of` and `evidence_of`.
    constexpr detail::citation cite() const noexcept { return this->cited_in(detail::tables::notice_cites); }
};
/// The name to use.
using treaty_notice = basic_treaty_notice<>;

namespace detail {
struct notice_by {
    participant p;
    treaty t;
    constexpr bool operator()(const auto& n) const noexcept { return n.participant() == p && n.treaty() == t; }
};
}  // namespace detail

/// The notices of a participant under a treaty. Linear in all notices, of which there are few.
template <class TreatyNotice = treaty_notice>
constexpr auto notices_of(participant p, treaty t) noexcept {
    return detail::record_range<TreatyNotice, detail::notice_by>{{0, detail::tables::notice_count}, {p, t}};
}

}  // namespace armsledger
