// SPDX-License-Identifier: BSL-1.0
//
// The model of diversion.cpp and ensemble_mpi.cpp: how arms may have come to Islamic State, month by month from 1970
// to the report, in one run of chance.
//
// What is the record's and what is the model's:
// - From the library: who supplied Iraq, Iran, Syria and its opposition in which years (`all_parts`, `all_edges`);
//   consignments with their numbers (`all_transfers`); which weapon is made where (`designers_of`, `makers_of`); how
//   arms left their holders, when, and whether for Islamic State (`all_acquisitions`); what the law of a day says of a
//   supply, as it was or under a scenario (`counterfactual`); all published figures (`all_claims`).
// - From the model: everything in `assumptions` below. Each run draws a value for every one of them.
//
// How it goes, each month:
// - A recorded consignment arrives in equal shares over its months. It did happen, under the law of its day; under a
//   stricter law of the scenario it goes ahead by the ratio of the two chances of going ahead.
// - A supplier that is on record, or was not long ago, may place a further order: of something that it makes, or that
//   it is on record to have supplied there. The law of the day, as the scenario has it, says how likely it is to go
//   ahead. So an embargo works in the model, and the years after it on which the record is silent are not built in.
// - A loss moves a share of a holder's stock to Islamic State, or among arms untraced, from which illicit trade draws.
//
// Chance is integers alone: results are equal on every machine, with any number of threads or ranks.
#pragma once

#include "diversion_network.hpp"

#include <armsledger/armsledger.hpp>
#include <armsledger/report_text.hpp>
#include <armsledger/scenario.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#if __has_include(<Random123/philox.h>)
#include <Random123/philox.h>
#else
#include <random>
#endif

namespace diversion {

// --- published figures ---

/// The claim of that name; a name that the record does not have does not compile.
consteval rp::claim claim_named(al::text_view id) {
    for (const rp::claim c : rp::all_claims()) {
        if (rp::id_of(c) == id) {
            return c;
        }
    }
    throw "no such claim";
}
/// What it states, in tenths of the unit.
consteval std::uint32_t stated(al::text_view id) { return static_cast<std::uint32_t>(claim_named(id).least()); }

// --- what is assumed ---

constexpr std::uint32_t whole = 1'000'000;  // shares and chances are in millionths

/// A value that each run draws anew, every one between the bounds as likely.
struct assumption {
    const char* name;
    std::uint32_t low, high;
    const char* basis;
};
// clang-format off
enum parameter : std::uint8_t {
    order_chance, willing_after, attrition, excess, contracts_arrive, plans_arrive,
    pass_free, pass_assessment, pass_authorisation, pass_unknown, pass_prohibited,
    lot_small, lot_light, lot_vehicle, lot_heavy, humvees, army_divisions, army_soldiers,
    base_share, battle_share, leak_share, kept_share, untraced_share, sale_share, defection_share, illicit_share,
    possible_chance, parameters
};
constexpr assumption assumptions[parameters] = {
    {"chance of an order a month",             50'000,  150'000, "assumed"},
    {"months willing after the record",            60,      180, "assumed"},
    {"stock worn out a year",                  20'000,   60'000, "assumed"},
    {"excess over \"more than\"",                   0,  200'000, "assumed"},
    {"contracts and orders that arrive",      700'000,    whole, "assumed"},
    {"plans, offers, notices that arrive",    200'000,  600'000, "assumed"},
    {"goes ahead: no bar",                      whole,    whole, "by definition"},
    {"goes ahead: assessment required",       850'000,    whole, "assumed"},
    {"goes ahead: authorisation required",    800'000,    whole, "assumed"},
    {"goes ahead: law not settled",           300'000,  700'000, "assumed"},
    {"goes ahead: prohibited (a breach)",      10'000,  100'000, "assumed; the record has Yugoslavia and Iraq in the 1990s"},
    {"pieces of an order: small arms",            200,    2'000, "assumed"},
    {"pieces of an order: light weapons",          20,      200, "assumed"},
    {"pieces of an order: vehicles",                5,       50, "assumed"},
    {"pieces of an order: heavy weapons",           2,       20, "assumed"},
    {"Humvees given to Iraq by 2011",          10'000,   16'000, "calibrated on x-humvee; the record has but 1,064, notified"},
    {"divisions of Iraq's army in 2014",           12,       16, "assumed"},
    {"soldiers of Iraq's army in 2014",       180'000,  210'000, "assumed"},
    {"of a stock, lost with a base",            5'000,   20'000, "calibrated on p-ramadi-100-afp"},
    {"of a stock, lost in battle",              1'000,   10'000, "assumed"},
    {"of a stock, leaked",                     10'000,   50'000, "assumed"},
    {"of a stock, kept by soldiers dismissed",
        stated("s3-took-weapons") * 1'000 / (stated("s3-disbanded") / 1'000),
        stated("s3-took-weapons") * 10'000 / (stated("s3-disbanded") / 1'000), "s3-took-weapons (to ten times) of s3-disbanded"},
    {"of what was issued, untraced",
        stated("x-gao-30pct") * 1'000, stated("x-gao-half") * 1'000, "calibrated on x-gao-30pct, x-gao-half"},
    {"of a stock, sold on or diverted",        10'000,  100'000, "assumed"},
    {"of a stock, gone over with fighters",     2'000,   20'000, "assumed"},
    {"of the untraced, to Islamic State",      10'000,   50'000, "assumed"},
    {"a possible loss happened",              500'000,  500'000, "assumed"},
};
// clang-format on

inline parameter arrival_of(rp::stage s) noexcept {
    switch (s) {
        case rp::stage::contracted:
        case rp::stage::ordered: return contracts_arrive;
        case rp::stage::notified:
        case rp::stage::offered:
        case rp::stage::planned:
        case rp::stage::negotiated: return plans_arrive;
        default: return pass_free;  // delivered, issued, reported
    }
}

// --- chance ---

/// The numbers of one run. With Random123 its counter holds the run and the month; the seed is the key.
class stream {
public:
#if __has_include(<Random123/philox.h>)
    static constexpr const char* engine = "Philox4x32-10 (Random123)";
    stream(std::uint64_t seed, std::uint64_t run) noexcept
        : counter_{{0, 0, low(run), high(run)}}, key_{{low(seed), high(seed)}} {}
    void begin_month(std::uint32_t month) noexcept {
        counter_.v[0] = 0;
        counter_.v[1] = month + 1;
        at_ = 4;
    }
    std::uint32_t next() noexcept {
        if (at_ == 4) {
            block_ = r123::Philox4x32{}(counter_, key_);
            ++counter_.v[0];
            at_ = 0;
        }
        return block_.v[at_++];
    }

private:
    r123::Philox4x32::ctr_type counter_, block_{};
    r123::Philox4x32::key_type key_;
    unsigned at_ = 4;
#else
    static constexpr const char* engine = "std::mt19937_64";
    stream(std::uint64_t seed, std::uint64_t run) {
        std::seed_seq words{low(seed), high(seed), low(run), high(run)};
        engine_.seed(words);
    }
    void begin_month(std::uint32_t) noexcept {}
    std::uint32_t next() noexcept { return high(engine_()); }

private:
    std::mt19937_64 engine_;
#endif
    static constexpr std::uint32_t low(std::uint64_t n) noexcept { return static_cast<std::uint32_t>(n); }
    static constexpr std::uint32_t high(std::uint64_t n) noexcept { return static_cast<std::uint32_t>(n >> 32); }

public:
    /// 0 to n - 1.
    std::uint32_t below(std::uint32_t n) noexcept { return high(std::uint64_t{next()} * n); }
    bool chance(std::uint32_t millionths) noexcept { return below(whole) < millionths; }
    std::uint32_t between(std::uint32_t low, std::uint32_t high) noexcept { return low + below(high - low + 1); }
    /// A share of a number, rounded up or down so that it is right on average.
    std::uint32_t share(std::uint32_t of, std::uint32_t millionths) noexcept {
        return static_cast<std::uint32_t>((std::uint64_t{of} * millionths + below(whole)) / whole);
    }
};

// --- the law ---

/// Suppositions on top of the record, together; one that the library does not admit does not compile.
template <class... Supposition>
consteval al::scenario suppose(const Supposition&... each) {
    al::scenario s;
    if (!((s.add(each) == al::admission::added) && ...)) {
        throw "not admitted";
    }
    return s;
}
struct named_scenario {
    const char* name;
    al::scenario what_if;
};
/// What if? The first is the law as it was. "syria-embargo" is from the day of the EU's own; "iraq-embargo-stays" from
/// the day on which resolution 1483 (2003) opened the UN's.
constexpr named_scenario scenarios[] = {
    {"record", {}},
    {"syria-embargo", suppose(al::supposition::embargo(al::issuer::un, "SYR"_state, {"2011-05-09"_date, al::never}))},
    {"iraq-embargo-stays",
     suppose(al::supposition::embargo(al::issuer::un, "IRQ"_state, {"2003-05-22"_date, al::never}))},
    {"no-iraq-embargo", suppose(al::supposition::ends(al::regime::un_iraq_1990, "1990-08-02"_date),
                                al::supposition::ends(al::regime::eu_iraq_1990, "1990-08-02"_date))},
    {"att-2003", suppose(al::supposition::in_force_on(al::treaty::att, "2003-01-01"_date))},
};

// --- one run ---

/// What a run counts; shares in tenths of a percent.
// clang-format off
enum tally : std::uint8_t {
    origins, permanent_five, types, share_of_iraq, share_of_china, share_of_usa,
    shipped_2003_2007, untraced_2004_2005, ak47_untraced, pistols_untraced, untraced_2003_2007,
    humvees_captured, vehicles_captured, vehicles_at_ramadi, soldiers_equippable,
    suppliers_of_iraq, suppliers_of_both, supply_under_embargo,
    small_arms_lost, light_weapons_lost, vehicles_lost, heavy_weapons_lost, orders_placed, orders_barred, breaches,
    tallies
};
// clang-format on
struct result {
    std::array<std::uint32_t, tallies> count{};
    std::uint64_t questions = 0;
};

class run {
public:
    /// `start` is the law of the scenario in the first month.
    run(const network& n, const al::counterfactual& start, std::uint64_t seed, std::uint64_t number)
        : network_{n}, law_{start}, chance_{seed, number} {
        for (std::size_t p = 0; p < parameters; ++p) {
            value_[p] = chance_.between(assumptions[p].low, assumptions[p].high);
        }
        for (const consignment& c : n.consignments) {
            numbers_.push_back(number_of(c));
        }
        for (const consignment& c : n.consignments) {
            for (const std::size_t inside : c.inside) {
                std::uint32_t& outer = numbers_[static_cast<std::size_t>(&c - n.consignments.data())];
                outer -= std::min(outer, numbers_[inside]);
            }
        }
        for (const loss& l : n.losses) {
            // What went astray is found missing at the end; what was taken was taken some time between.
            const bool at_end = l.to == untraced;
            const unsigned month = chance_.between(l.span.first, l.span.last);
            loss_month_.push_back(at_end ? l.span.last : month);
            happens_.push_back(chance_.chance(value_[possible_chance]) || !l.possible);
        }
        held_.resize(stocks * n.kinds.size());
        taken_from_iraq_.resize(n.kinds.size());
    }

    result operator()() {
        for (unsigned m = 0; m < months; ++m) {
            chance_.begin_month(m);
            law_.move_to(day_of(m));
            deliver(m);
            order(m);
            lose(m);
            if (m % 12 == 11) {
                wear_out();
            }
        }
        sum_up();
        return result_;
    }

private:
    std::uint32_t& count(tally t) noexcept { return result_.count[t]; }
    std::uint32_t& held(stock s, std::size_t kind) noexcept { return held_[s * network_.kinds.size() + kind]; }

    /// What the law of the month says of a supply, as supposed and on record. Its own make crosses no border.
    al::supposed<al::outcome> ask(al::state from, const destination& to, al::weapon_type what) noexcept {
        ++result_.questions;
        return from != to.importer ? law_.outcome(from, to.importer, to.who, what)
                                   : al::supposed{al::outcome::no_bar_found, al::outcome::no_bar_found, 0};
    }
    std::uint32_t passing(al::outcome o) const noexcept {
        switch (o) {
            case al::outcome::no_bar_found: return value_[pass_free];
            case al::outcome::assessment_required: return value_[pass_assessment];
            case al::outcome::authorisation_required: return value_[pass_authorisation];
            case al::outcome::unknown: return value_[pass_unknown];
            default: return value_[pass_prohibited];
        }
    }

    std::uint32_t number_of(const consignment& c) {
        const bool over = c.bound == rp::bound::at_least || c.bound == rp::bound::more_than;
        const std::uint32_t number = c.is_assumed ? value_[humvees] : c.number;
        const std::uint32_t more = chance_.share(number, over ? value_[excess] : 0);
        return chance_.chance(value_[arrival_of(c.stage)]) ? number + more : 0;
    }

    void receive(const destination& to, std::uint16_t kind, std::uint32_t pieces, unsigned m) {
        held(to.stock, kind) += pieces;
        const int year = first_year + static_cast<int>(m / 12);
        if (to.stock == iraq && network_.kinds[kind].size == size::small_arm && year >= 2003 && year <= 2007) {
            count(shipped_2003_2007) += pieces;
        }
    }

    void deliver(unsigned m) {
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            const consignment& c = network_.consignments[i];
            if (m < c.span.first || m > c.span.last) {
                continue;
            }
            const std::uint64_t of = c.span.last - c.span.first + 1, at = m - c.span.first;
            const auto part = static_cast<std::uint32_t>(numbers_[i] * (at + 1) / of - numbers_[i] * at / of);
            if (!c.from) {
                receive(c.to, c.kind, part, m);
                continue;
            }
            const al::supposed<al::outcome> law = ask(*c.from, c.to, network_.kinds[c.kind].type);
            const std::uint64_t then = passing(law.on_record());
            const std::uint64_t now = passing(law.value());
            if (chance_.chance(static_cast<std::uint32_t>(std::min<std::uint64_t>(whole, now * whole / then)))) {
                receive(c.to, c.kind, part, m);
            }
        }
    }

    void order(unsigned m) {
        for (const supplier& s : network_.suppliers) {
            if (s.since_record[m] > value_[willing_after]) {
                continue;
            }
            // All is drawn whatever the law says, so that scenarios meet the same chances.
            const std::uint16_t kind = s.catalogue[chance_.below(static_cast<std::uint32_t>(s.catalogue.size()))];
            const bool wanted = chance_.chance(value_[order_chance]);
            const auto lot =
                value_[static_cast<std::size_t>(lot_small) + static_cast<std::size_t>(network_.kinds[kind].size)];
            const al::outcome law = ask(s.state, s.to, network_.kinds[kind].type).value();
            const bool passes = chance_.chance(passing(law));
            if (!wanted) {
                continue;
            }
            ++count(orders_placed);
            count(orders_barred) += law == al::outcome::prohibited;
            count(breaches) += law == al::outcome::prohibited && passes;
            if (passes) {
                receive(s.to, kind, lot, m);
                note_supply(s, m);
            }
        }
    }
    void note_supply(const supplier& s, unsigned m) {
        const int year = first_year + static_cast<int>(m / 12);
        if (year >= 1980 && year < 1990) {
            (s.to.stock == iraq ? armed_iraq_ : s.to.stock == iran ? armed_iran_ : armed_others_).insert(s.state);
        }
        before_embargo_ += s.to.stock == iraq && year >= 1980 && year < 1990;
        under_embargo_ += s.to.stock == iraq && year >= 1991 && year < 2003;
    }

    std::uint32_t share_lost(const loss& l) const noexcept {
        const bool mosul = l.when.contains(claim_named("x-mosul-fall").day()->latest);
        switch (l.channel) {
            case rp::channel::stockpile_capture: return mosul && l.from == iraq ? share_at_mosul() : value_[base_share];
            case rp::channel::battlefield_capture: return value_[battle_share];
            case rp::channel::stockpile_leakage: return value_[l.to == untraced ? kept_share : leak_share];
            case rp::channel::unaccounted_loss: return value_[untraced_share];
            case rp::channel::defection: return value_[defection_share];
            case rp::channel::illicit_trade: return value_[illicit_share];
            default: return value_[sale_share];
        }
    }
    /// Of Iraq's divisions, those whose equipment was lost.
    std::uint32_t share_at_mosul() const noexcept {
        return stated("p-divisions") * (whole / 10) / value_[army_divisions];
    }

    void lose(unsigned m) {
        for (std::size_t i = 0; i < network_.losses.size(); ++i) {
            const loss& l = network_.losses[i];
            if (loss_month_[i] != m || !happens_[i]) {
                continue;
            }
            for (const std::uint16_t k : l.kinds) {
                const std::uint32_t pieces = chance_.share(held(l.from, k), share_lost(l));
                held(l.from, k) -= pieces;
                held(l.to, k) += pieces;
                if (l.to == islamic_state) {
                    taken_from_iraq_[k] += l.from == iraq || l.from == untraced ? pieces : 0;  // Iraq's once too
                }
                note_loss(l, k, pieces);
            }
        }
    }
    void note_loss(const loss& l, std::uint16_t k, std::uint32_t pieces) {
        const diversion::size s = network_.kinds[k].size;
        if (l.to == untraced && s == size::small_arm && l.channel == rp::channel::unaccounted_loss) {
            const bool counted = is_within(l.when, claim_named("x-gao-190k").when());
            count(untraced_2004_2005) += counted ? pieces : 0;
            count(ak47_untraced) += counted && k == kind_of(rp::weapon::ak_47) ? pieces : 0;
            count(pistols_untraced) += counted && k == kind_of(rp::weapon::pistols_unspecified) ? pieces : 0;
            count(untraced_2003_2007) += is_within(l.when, claim_named("s3-missing").when()) ? pieces : 0;
        }
        if (l.channel == rp::channel::stockpile_capture && l.from == iraq && s == size::vehicle) {
            const bool june = is_within(l.when, claim_named("x-humvee").when());
            count(humvees_captured) += june && k == kind_of(rp::weapon::humvee) ? pieces : 0;
            count(vehicles_at_ramadi) += l.when.from.year() == 2015 ? pieces : 0;
            count(vehicles_captured) += pieces;
        }
    }

    void wear_out() {
        for (std::uint32_t& pieces : held_) {
            pieces -= chance_.share(pieces, value_[attrition]);
        }
    }

    void sum_up() {
        al::state_set from;
        std::uint64_t all = 0, of_iraq = 0, small_known = 0, chinese = 0, american = 0;
        for (std::size_t k = 0; k < network_.kinds.size(); ++k) {
            const std::uint32_t pieces = held(islamic_state, k);
            const kind& what = network_.kinds[k];
            if (pieces == 0) {
                continue;
            }
            from = from | what.origins;
            count(types) += what.is_weapon;
            count(static_cast<tally>(small_arms_lost + static_cast<unsigned>(what.size))) += pieces;
            all += pieces;
            of_iraq += std::min(taken_from_iraq_[k], pieces);
            const al::state_set makers = what.is_weapon ? rp::makers_of(static_cast<rp::weapon>(k)) : what.origins;
            if (what.size == size::small_arm && !makers.empty()) {
                small_known += pieces;
                chinese += makers.contains("CHN"_state) ? pieces : 0;
                american += makers.contains("USA"_state) ? pieces : 0;
            }
        }
        const auto tenths = [](std::uint64_t part, std::uint64_t of) {
            return static_cast<std::uint32_t>(of == 0 ? 0 : part * 1000 / of);
        };
        count(origins) = static_cast<std::uint32_t>(from.count());
        count(permanent_five) =
            static_cast<std::uint32_t>((from & al::members(al::body::unsc_p5, rp::published)).count());
        count(share_of_iraq) = tenths(of_iraq, all);
        count(share_of_china) = tenths(chinese, small_known);
        count(share_of_usa) = tenths(american, small_known);
        count(soldiers_equippable) = chance_.share(value_[army_soldiers], share_at_mosul());
        count(suppliers_of_iraq) = static_cast<std::uint32_t>(armed_iraq_.count());
        count(suppliers_of_both) = static_cast<std::uint32_t>((armed_iraq_ & armed_iran_).count());
        count(supply_under_embargo) = tenths(under_embargo_ * 10, std::uint64_t{before_embargo_} * 12);  // a year
    }

    const network& network_;
    al::counterfactual law_;
    stream chance_;
    std::array<std::uint32_t, parameters> value_{};
    std::vector<std::uint32_t> numbers_, held_, taken_from_iraq_;
    std::vector<unsigned> loss_month_;
    std::vector<bool> happens_;
    al::state_set armed_iraq_, armed_iran_, armed_others_;
    std::uint32_t before_embargo_ = 0, under_embargo_ = 0;
    result result_;
};

}  // namespace diversion
