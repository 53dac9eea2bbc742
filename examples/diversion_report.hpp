// SPDX-License-Identifier: BSL-1.0
//
// What diversion.cpp and ensemble_mpi.cpp share besides the model: their options, and how results are set beside what
// is published. Equal results print equal text.
#pragma once

#include "diversion.hpp"

#include <armsledger/source.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace diversion {

// --- options ---

struct options {
    std::uint64_t seed = 1;
    std::uint32_t runs = 200;
    std::uint32_t threads = 0;  // as many as there are processors
    std::size_t scenario = 0;
    std::optional<std::uint32_t> spoil;  // the rank whose law is that of another day
};

inline void print_suppositions(std::ostream& out, const al::scenario& s) {
    out << (s.size() == 0 ? "the law as it was" : "");
    for (const al::supposition& each : s) {
        out << (&each == s.begin() ? "" : "; ");
        al::explain(each, [&out](al::text_view words) { out << words; });
    }
}
inline void print_usage(std::ostream& out, std::string_view program, std::string_view own_option) {
    out << program << ": how arms may have come to Islamic State, under the law as it was or as it might have been\n\n"
        << "  --seed=N            of the random numbers; 1\n"
        << "  --runs=N            1 to 10000000; 200\n"
        << own_option  //
        << "  --scenario=NAME     record if not given:\n";
    for (const named_scenario& s : scenarios) {
        out << "    " << std::left << std::setw(20) << s.name;
        print_suppositions(out, s.what_if);
        out << '\n';
    }
    out << "  --assumptions       print what the model assumes, and on what basis\n  --help\n\n"
        << "Results go to standard output, progress and speed to standard error.\n";
}
inline void print_assumptions(std::ostream& out) {
    for (const assumption& a : assumptions) {
        out << std::left << std::setw(40) << a.name << std::right << std::setw(9) << a.low << " to " << std::setw(8)
            << a.high << "  " << a.basis << '\n';
    }
    out << "Shares and chances are in millionths; each run draws every value anew.\n";
}

[[noreturn]] inline void refuse(std::string_view program, const std::string& why) {
    std::cerr << program << ": " << why << "; see --help\n";
    std::exit(2);
}
template <class Number>
Number number_in(std::string_view program, std::string_view option, std::string_view text, Number low, Number high) {
    Number n{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size() || n < low || n > high) {
        refuse(program, std::string{option} + " is a number from " + std::to_string(low) + " to " +
                            std::to_string(high) + ", not '" + std::string{text} + "'");
    }
    return n;
}
inline std::size_t scenario_of(std::string_view program, std::string_view text) {
    std::string known;
    for (std::size_t i = 0; i < std::size(scenarios); ++i) {
        if (text == scenarios[i].name) {
            return i;
        }
        known += std::string{i == 0 ? "" : ", "} + scenarios[i].name;
    }
    refuse(program, "no scenario '" + std::string{text} + "' among " + known);
}

/// Reads the arguments; prints and ends where that is all they ask for. `own` is the option that only this program has.
inline options read_options(int argc, char** argv, std::string_view program, std::string_view own,
                            std::string_view own_usage) {
    options o;
    for (const std::string_view argument : std::vector<std::string_view>(argv + 1, argv + argc)) {
        const std::string_view name = argument.substr(0, argument.find('='));
        const bool has_value = name.size() < argument.size();
        const std::string_view value = has_value ? argument.substr(name.size() + 1) : "";
        if (argument == "--help") {
            print_usage(std::cout, program, own_usage);
            std::exit(0);
        } else if (argument == "--assumptions") {
            print_assumptions(std::cout);
            std::exit(0);
        } else if (has_value && name == "--seed") {
            o.seed = number_in<std::uint64_t>(program, name, value, 0, UINT64_MAX);
        } else if (has_value && name == "--runs") {
            o.runs = number_in<std::uint32_t>(program, name, value, 1, 10'000'000);
        } else if (has_value && name == "--scenario") {
            o.scenario = scenario_of(program, value);
        } else if (has_value && name == own && own == "--threads") {
            o.threads = number_in<std::uint32_t>(program, name, value, 1, 1024);
        } else if (has_value && name == own && own == "--spoil") {
            o.spoil = number_in<std::uint32_t>(program, name, value, 0, 1'000'000);
        } else {
            refuse(program, "no option '" + std::string{argument} + "'");
        }
    }
    return o;
}

// --- progress ---

inline bool is_terminal() {
#if __has_include(<unistd.h>)
    return isatty(STDERR_FILENO) != 0;
#else
    return false;
#endif
}
inline void show_progress(std::uint32_t done, std::uint32_t of) {
    constexpr std::uint32_t width = 40;
    const auto filled = static_cast<std::uint32_t>(std::uint64_t{done} * width / of);
    std::cerr << '\r' << '[' << std::string(filled, '#') << std::string(width - filled, ' ') << "] " << done << " of "
              << of << " runs" << (done == of ? "\n" : "") << std::flush;
}

// --- results ---

/// Of each run: under the scenario, and by the same chances under the record.
struct pair_of_results {
    result now, record;
};
/// The law of the first month under the scenario, and on record: plain values, from which every run starts.
struct laws {
    al::counterfactual now, record;
};
inline laws laws_of(const options& o) {
    return {al::at(scenarios[o.scenario].what_if, day_of(0)), al::at({}, day_of(0))};
}

inline pair_of_results simulate(const network& n, const laws& start, const options& o, std::uint64_t number) {
    const result record = run{n, start.record, o.seed, number}();
    return {o.scenario == 0 ? record : run{n, start.now, o.seed, number}(), record};
}

/// The middle nine tenths of the runs: the values at the nearest rank.
struct band {
    std::uint32_t low, median, high;
};
inline band band_of(const std::vector<pair_of_results>& all, tally t, result pair_of_results::*which) {
    std::vector<std::uint32_t> values;
    for (const pair_of_results& r : all) {
        values.push_back((r.*which).count[t]);
    }
    std::sort(values.begin(), values.end());
    const std::size_t edge = values.size() / 20;
    return {values[edge], values[values.size() / 2], values[values.size() - 1 - edge]};
}

/// Why a figure is in the table: the model was given it, or an assumption was fitted to it, or neither.
enum class standing : std::uint8_t { input, calibrated, check };

struct comparison {
    diversion::standing standing;
    tally counted;
    rp::claim claim;
    const char* what;
    // What a claim in words is taken to say, in tenths of the unit and in ours.
    rp::value_range in_words = {};
    const char* reading = "";
};
constexpr comparison comparisons[] = {
    {standing::input, shipped_2003_2007, claim_named("s3-1m"), "infantry weapons to Iraq, 2003 to 2007"},
    {standing::calibrated, humvees_captured, claim_named("x-humvee"), "Humvees lost at Mosul, June 2014"},
    {standing::calibrated, vehicles_at_ramadi, claim_named("p-ramadi-100-afp"), "armoured vehicles lost at Ramadi"},
    {standing::check, vehicles_captured, claim_named("x-pentagon-2500"), "armoured vehicles lost in all"},
    {standing::check, soldiers_equippable, claim_named("p-soldiers"), "soldiers that Mosul's arms would equip"},
    {standing::check, untraced_2004_2005, claim_named("x-gao-190k"), "US-issued arms untraced, 2004 to 2005"},
    {standing::check, ak47_untraced, claim_named("x-gao-ak"), "  AK-47 rifles among them"},
    {standing::check, pistols_untraced, claim_named("x-gao-pistols"), "  pistols among them"},
    {standing::check, untraced_2003_2007, claim_named("s3-missing"), "infantry weapons missing, 2003 to 2007"},
    {standing::check, origins, claim_named("r-countries"), "countries of origin of the arsenal"},
    {standing::check, permanent_five, claim_named("p-p5"), "  permanent members of the Council"},
    {standing::check, types, claim_named("s1-arms-types"), "types of arms (the record names 139)"},
    {standing::check,
     share_of_iraq,
     claim_named("r-bulk"),
     "% of pieces from Iraqi stocks",
     {501, 1000},
     "the bulk: over half"},
    {standing::check, share_of_iraq, claim_named("x-car17-iraqi-army"), "% once the Iraqi army's"},
    {standing::check, share_of_china, claim_named("x-car17-share-chn"), "% of small arms made in China"},
    {standing::check, share_of_usa, claim_named("x-car17-share-usa"), "% of small arms made in the USA"},
    {standing::check, suppliers_of_iraq, claim_named("s1-34"), "suppliers of Iraq in the 1980s"},
    {standing::check, suppliers_of_both, claim_named("s3-28"), "  that armed Iran too"},
    {standing::check,
     supply_under_embargo,
     claim_named("f-embargo-lull"),
     "% of earlier supply in 1991 to 2002",
     {0, 999},
     "a fall"},
};
constexpr tally effects[] = {small_arms_lost, light_weapons_lost, vehicles_lost, heavy_weapons_lost,
                             origins,         shipped_2003_2007,  orders_placed, orders_barred,
                             breaches};
constexpr const char* effect_names[] = {"small arms with Islamic State",
                                        "light weapons",
                                        "vehicles",
                                        "heavy weapons",
                                        "countries of origin",
                                        "small arms to Iraq, 2003 to 2007",
                                        "orders beyond the record",
                                        "  that were prohibited",
                                        "  and went ahead"};

constexpr bool is_share(tally t) noexcept {
    return t == share_of_iraq || t == share_of_china || t == share_of_usa || t == supply_under_embargo;
}
/// Whether a band bears a claim out: it meets the figure, and half the runs do where the figure is a bound.
inline bool bears_out(const comparison& c, const rp::claim& claim, const band& b) noexcept {
    const std::uint64_t unit = is_share(c.counted) ? 1 : 10;
    const auto bound = claim.bound();
    if (!bound) {
        return c.in_words.holds(b.median * unit);
    }
    return *bound == rp::bound::exactly || *bound == rp::bound::about
               ? b.low * unit <= claim.most() && claim.least() <= b.high * unit
               : claim.values().holds(b.median * unit);
}

inline std::string text(al::text_view t) { return {t.data(), t.size()}; }
inline std::string published(const comparison& c) {
    const auto bound = c.claim.bound();
    std::string words = bound && *bound != rp::bound::exactly ? text(to_string(*bound)) + ' ' : "";
    std::replace(words.begin(), words.end(), '_', ' ');
    return bound ? words + text(rp::value_of(c.claim)) : c.reading;
}
inline std::string shown(std::uint32_t n, tally t) {
    return is_share(t) ? std::to_string(n / 10) + '.' + std::to_string(n % 10) : std::to_string(n);
}
inline std::ostream& show(std::ostream& out, const band& b, tally t) {
    return out << std::right << std::setw(9) << shown(b.low, t) << std::setw(9) << shown(b.median, t) << std::setw(9)
               << shown(b.high, t);
}

inline void print_stamp(std::ostream& out, const options& o) {
    const auto hex = [&](std::uint64_t n) { out << std::hex << std::setw(16) << std::setfill('0') << n << std::dec; };
    out << "armsledger " << al::library_version << ", data " << al::data_edition << ", tables ";
    hex(al::fingerprint);
    for (const al::date day : {day_of(0), rp::published}) {
        out << ", law of " << al::to_string(day) << ' ';
        hex(al::at(scenarios[o.scenario].what_if, day).fingerprint());
    }
    out << std::setfill(' ') << "\nscenario " << scenarios[o.scenario].name << ", seed " << o.seed << ", runs "
        << o.runs << ", random numbers by " << stream::engine << "\n";
}
inline void print_comparison(std::ostream& out, const comparison& c, const std::vector<pair_of_results>& all) {
    const band b = band_of(all, c.counted, &pair_of_results::record);
    std::size_t claims = 0, borne_out = 0;
    for (const rp::claim other : rp::claims_on(c.claim.measure())) {
        claims += other.of() == c.claim.of();
        borne_out += other.of() == c.claim.of() && bears_out(c, other, b);
    }
    out << std::left << std::setw(40) << c.what << std::setw(20) << text(rp::id_of(c.claim)) << std::setw(21)
        << published(c);
    show(out, b, c.counted) << "  " << std::left << std::setw(4) << (bears_out(c, c.claim, b) ? "yes" : "no")
                            << borne_out << " of " << claims << '\n';
}
inline void print_sources(std::ostream& out) {
    std::vector<std::string> slugs;
    for (const comparison& c : comparisons) {
        for (const al::source s : al::sources_of(c.claim)) {
            slugs.push_back(text(s.slug()));
        }
    }
    std::sort(slugs.begin(), slugs.end());
    slugs.erase(std::unique(slugs.begin(), slugs.end()), slugs.end());
    out << "\nSources of the claims:";
    for (const std::string& slug : slugs) {
        out << ' ' << slug;
    }
    out << '\n';
}
inline void print_comparisons(std::ostream& out, const std::vector<pair_of_results>& all) {
    constexpr const char* headings[] = {"Given to the model", "Fitted: an assumption was calibrated on it",
                                        "Checks: neither given nor fitted"};
    out << "\nUnder the law as it was, beside what is published; last, how many claims on the same agree.\n\n"
        << std::left << std::setw(40) << "" << std::setw(20) << "claim" << std::setw(21) << "published"
        << "      5 %   median     95 %  within\n";
    for (const comparison& c : comparisons) {
        if (&c == comparisons || c.standing != (&c - 1)->standing) {
            out << headings[static_cast<std::size_t>(c.standing)] << '\n';
        }
        print_comparison(out, c, all);
    }
    print_sources(out);
}
inline void print_effects(std::ostream& out, const std::vector<pair_of_results>& all, std::size_t scenario) {
    const bool compare = scenario != 0;
    out << "\nUp to December 2015, under ";
    print_suppositions(out, scenarios[scenario].what_if);
    out << "\n\n"
        << std::left << std::setw(81) << ""
        << "      5 %   median     95 %" << (compare ? "   under the record" : "") << '\n';
    for (std::size_t i = 0; i < std::size(effects); ++i) {
        const tally t = effects[i];
        out << std::left << std::setw(81) << effect_names[i];
        show(out, band_of(all, t, &pair_of_results::now), t);
        if (compare) {
            out << std::setw(19) << shown(band_of(all, t, &pair_of_results::record).median, t);
        }
        out << '\n';
    }
}
inline void print_report(std::ostream& out, const options& o, const std::vector<pair_of_results>& all) {
    print_stamp(out, o);
    print_comparisons(out, all);
    print_effects(out, all, o.scenario);
}

}  // namespace diversion
