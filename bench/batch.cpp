// SPDX-License-Identifier: BSL-1.0
//
// A million transfers on one day. Beside the library: what one would build of boost::icl and std::map, which knows
// less of the law (who is under measures that bind the exporter, and who is party to which treaty, but no ladder of
// recipients and items, and nothing is ever unknown), a loop over `snapshot::outcome`, and a loop that only moves the
// same bytes. `_and_plan` makes the plan anew for each batch; one_thread and two_threads are
// of wall time.
#include "bench.hpp"

#include <armsledger/armsledger.hpp>
#include <armsledger/batch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <map>
#include <random>
#include <set>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#if __has_include(<boost/icl/interval_map.hpp>)
#include <boost/icl/interval_map.hpp>
#endif

namespace {

namespace al = armsledger;

constexpr std::size_t count = 1000000;
constexpr al::date day = al::date::from_days(16776);  // 2015-12-07

struct batch {
    std::vector<al::state> exporters, importers;
    std::vector<al::recipient> recipients;
    std::vector<al::item> items;
    std::vector<al::outcome> found = std::vector<al::outcome>(count);

    al::transfers all() const { return {exporters, importers, recipients, items}; }
};

template <class Enum>
Enum any(std::mt19937_64& random) {
    return static_cast<Enum>(random() % al::all<Enum>{}.size());
}

batch drawn() {
    std::mt19937_64 random{20151207};
    batch b;
    for (std::size_t i = 0; i < count; ++i) {
        b.exporters.push_back(any<al::state>(random));
        b.importers.push_back(any<al::state>(random));
        b.recipients.push_back(random() % 2 == 0 ? al::recipient{any<al::end_user>(random)}
                                                 : al::recipient{any<al::group>(random)});
        b.items.push_back(random() % 4 == 0   ? al::item{any<al::item_class>(random)}
                          : random() % 2 == 0 ? al::item{al::category{random() % 200}}
                                              : al::item{any<al::weapon_type>(random)});
    }
    return b;
}

std::uint64_t checksum(const std::vector<al::outcome>& found) {
    std::uint64_t sum = 0;
    for (const al::outcome o : found) {
        sum = sum * 31 + static_cast<std::uint64_t>(o);
    }
    return sum;
}

void screen(const al::screening_plan& plan, batch& b, al::instructions with) {
    benchmark::DoNotOptimize(al::screen_batch(plan, b.all(), b.found, with));
}

void screen_by_two(const al::screening_plan& plan, batch& b, al::instructions with) {
    const auto half = [&](std::size_t first) {
        benchmark::DoNotOptimize(
            al::screen_batch(plan, b.all().part(first, count / 2), std::span{b.found}.subspan(first, count / 2), with));
    };
    std::thread other{half, count / 2};
    half(0);
    other.join();
}

#if __has_include(<boost/icl/interval_map.hpp>)
// By state, whose members the embargoes in force bind over time; by state and treaty, when it is a party; by state and
// body, when it is a member.
class icl_map {
public:
    icl_map() {
        for (const al::state s : al::all<al::state>{}) {
            for (const al::phase p : al::phases_of(s)) {
                const auto ground = al::binding_of(p.issuer(), p.force());
                if (p.force() == al::force::mandatory && ground && ground->body()) {
                    embargoes_[s] +=
                        std::make_pair(days(p.when().from.earliest, p.when().until.latest), std::set{*ground->body()});
                }
            }
            for (const al::treaty t : al::all<al::treaty>{}) {
                const auto record = al::record_of(s, t);
                if (const auto since = record ? record->entry_into_force() : al::nothing) {
                    parties_[{s, t}] = {since->latest.days(),
                                        record->withdrawal_effective().value_or(al::never).days()};
                }
            }
            for (const al::membership m : al::memberships_of(s)) {
                members_[{s, m.body()}] = {m.when().from.latest.days(), m.when().until.earliest.days()};
            }
        }
    }

    al::outcome operator()(al::state exporter, al::state importer, al::recipient who, al::item what) const {
        if (is_under_embargo(importer, exporter) || is_under_embargo(exporter, exporter)) {
            return al::outcome::prohibited;
        }
        for (const auto& [weapon, treaty] : {std::pair{al::weapon_type::cluster_munition, al::treaty::ccm},
                                             std::pair{al::weapon_type::anti_personnel_mine, al::treaty::apmbc}}) {
            if (what == weapon && (is(parties_, exporter, treaty) || is(parties_, importer, treaty))) {
                return al::outcome::prohibited;
            }
        }
        if (!(who == al::end_user::government) && is(parties_, exporter, al::treaty::firearms_protocol)) {
            return al::outcome::authorisation_required;
        }
        return is(parties_, exporter, al::treaty::att) ? al::outcome::assessment_required : al::outcome::no_bar_found;
    }

private:
    using period = std::pair<std::int32_t, std::int32_t>;

    static boost::icl::discrete_interval<std::int32_t> days(al::date from, al::date until) {
        return boost::icl::interval<std::int32_t>::right_open(from.days(), until.days());
    }
    // Whether an issuer has measures on a state that bind another.
    bool is_under_embargo(al::state target, al::state bound) const {
        const auto found = embargoes_.find(target);
        if (found == embargoes_.end()) {
            return false;
        }
        const auto now = found->second.find(day.days());
        if (now == found->second.end()) {
            return false;
        }
        return std::any_of(now->second.begin(), now->second.end(), [&](al::body b) { return is(members_, bound, b); });
    }
    template <class Map, class Of>
    static bool is(const Map& map, al::state s, Of of) {
        const auto found = map.find({s, of});
        return found != map.end() && found->second.first <= day.days() && day.days() < found->second.second;
    }

    std::map<al::state, boost::icl::interval_map<std::int32_t, std::set<al::body>>> embargoes_;
    std::map<std::pair<al::state, al::treaty>, period> parties_;
    std::map<std::pair<al::state, al::body>, period> members_;
};
#endif

#if defined(__x86_64__)
// Reads all that a batch is made of and writes as much as its outcomes, 32 transfers at a time.
[[gnu::target("avx2")]] void move_bytes(batch& b) {
    static_assert(count % 32 == 0 && sizeof(al::recipient) == 2 && sizeof(al::item) == 4);
    const auto* exporter = reinterpret_cast<const __m256i*>(b.exporters.data());
    const auto* importer = reinterpret_cast<const __m256i*>(b.importers.data());
    const auto* recipient = reinterpret_cast<const __m256i*>(b.recipients.data());
    const auto* item = reinterpret_cast<const __m256i*>(b.items.data());
    auto* found = reinterpret_cast<__m256i*>(b.found.data());
    for (std::size_t i = 0; i < count / 32; ++i) {
        __m256i all = _mm256_xor_si256(_mm256_loadu_si256(exporter + i), _mm256_loadu_si256(importer + i));
        for (std::size_t k = 0; k < 2; ++k) {
            all = _mm256_xor_si256(all, _mm256_loadu_si256(recipient + 2 * i + k));
        }
        for (std::size_t k = 0; k < 4; ++k) {
            all = _mm256_xor_si256(all, _mm256_loadu_si256(item + 4 * i + k));
        }
        _mm256_storeu_si256(found + i, all);
    }
}
#endif

// A design that answers the question of the library, with all of the law: its outcomes are compared.
template <class Design>
void compare(const char* name, batch& b, std::uint64_t expected, Design design) {
    b.found.assign(count, al::outcome::unknown);
    design(b);
    if (checksum(b.found) != expected) {
        std::fprintf(stderr, "batch/%s: other outcomes\n", name);
        std::exit(1);
    }
}

// Seconds of the processor, or of the wall for what takes several processors.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double wall_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Design>
void add(const std::string& name, batch& b, Design design, double (*now)() = processor_seconds) {
    benchmark::RegisterBenchmark(("batch/" + name + "/all/thr").c_str(), [&b, design, now](benchmark::State& state) {
        const double start = now();
        for (auto _ : state) {
            design(b);
            benchmark::ClobberMemory();
        }
        state.counters["query"] = (now() - start) / static_cast<double>(state.iterations()) / count;
    });
}

}  // namespace

int main(int argc, char** argv) {
    const al::snapshot law = al::at(day);
    const al::screening_plan plan{law};
    batch b = drawn();

    const auto calls = [&](batch& in) {
        for (std::size_t i = 0; i < count; ++i) {
            in.found[i] = law.outcome(in.exporters[i], in.importers[i], in.recipients[i], in.items[i]);
        }
    };
    calls(b);
    const std::uint64_t expected = checksum(b.found);
    const auto add_ours = [&](const std::string& name, auto design) {
        compare(name.c_str(), b, expected, design);
        add(name, b, design);
    };
    using enum al::instructions;
    add_ours("calls", calls);
    add_ours("portable", [&](batch& in) { screen(plan, in, portable); });
    add_ours("portable_and_plan", [&](batch& in) { screen(al::screening_plan{law}, in, portable); });
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        add_ours("avx2", [&](batch& in) { screen(plan, in, best); });
        add_ours("avx2_and_plan", [&](batch& in) { screen(al::screening_plan{law}, in, best); });
        add(
            "one_thread", b, [&](batch& in) { screen(plan, in, best); }, wall_seconds);
        compare("two_threads", b, expected, [&](batch& in) { screen_by_two(plan, in, best); });
        add(
            "two_threads", b, [&](batch& in) { screen_by_two(plan, in, best); }, wall_seconds);
        add("traffic", b, move_bytes);
    }
#endif
    add("plan", b, [&](batch&) {
        al::screening_plan made{law};
        benchmark::DoNotOptimize(made);
    });
#if __has_include(<boost/icl/interval_map.hpp>)
    const icl_map peer;
    add("icl_map", b, [&](batch& in) {
        for (std::size_t i = 0; i < count; ++i) {
            in.found[i] = peer(in.exporters[i], in.importers[i], in.recipients[i], in.items[i]);
        }
    });
#else
    bench::absent("icl_map");
#endif
    return bench::run(argc, argv);
}
