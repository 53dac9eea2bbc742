// SPDX-License-Identifier: BSL-1.0
//
// How every question is measured: the same queries for all designs, answers compared before a clock
// starts, throughput (independent queries) and latency (where the next query is found depends on the
// last answer). Loop and reading of the query are part of both.
//
// A benchmark is named question/design/mode/thr or /lat; bench/report reads these names.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bench {

inline constexpr std::size_t query_count = std::size_t{1} << 16;

// The answer of a look-up that finds nothing.
inline constexpr int none = 255;

template <class Query>
struct mode {
    std::string name;
    std::vector<Query> queries;  // a power of two
};

// A question and the answers of the first design, which those of the others must equal.
template <class Query>
class question {
public:
    question(std::string name, std::vector<mode<Query>> modes)
        : name_{std::move(name)}, modes_{std::make_shared<std::vector<mode<Query>>>(std::move(modes))} {}

    // Compares the answers of a design and registers its benchmarks. A design is a function object from
    // a query to an integer.
    template <class Design>
    void design(const std::string& name, Design d) {
        const auto shared = std::make_shared<const Design>(std::move(d));
        for (std::size_t m = 0; m < modes_->size(); ++m) {
            compare(name, m, *shared);
            const std::string full = name_ + "/" + name + "/" + (*modes_)[m].name;
            const auto modes = modes_;
            benchmark::RegisterBenchmark((full + "/thr").c_str(), [shared, modes, m](benchmark::State& state) {
                throughput(state, *shared, (*modes)[m].queries);
            });
            benchmark::RegisterBenchmark((full + "/lat").c_str(), [shared, modes, m](benchmark::State& state) {
                latency(state, *shared, (*modes)[m].queries);
            });
        }
    }

private:
    template <class Design>
    static void throughput(benchmark::State& state, const Design& answer, const std::vector<Query>& queries) {
        for (auto _ : state) {
            std::uint64_t sum = 0;
            for (const Query& q : queries) {
                sum += static_cast<std::uint64_t>(answer(q));
            }
            benchmark::DoNotOptimize(std::uint64_t{sum});  // a copy: clang would keep the sum itself in memory
        }
        count(state, queries.size());
    }

    template <class Design>
    static void latency(benchmark::State& state, const Design& answer, const std::vector<Query>& queries) {
        std::size_t nothing = 0;  // zero, but the compiler does not know
        benchmark::DoNotOptimize(nothing);
        const std::size_t last = queries.size() - 1;
        for (auto _ : state) {
            std::size_t at = 0;
            for (std::size_t n = 0; n <= last; ++n) {
                at = (at + 1 + (static_cast<std::size_t>(answer(queries[at])) & nothing)) & last;
            }
            benchmark::DoNotOptimize(std::size_t{at});
        }
        count(state, queries.size());
    }

    // Seconds a query, of the thread: two cores shared with others make wall time worse still.
    static void count(benchmark::State& state, std::size_t queries) {
        state.counters["query"] = benchmark::Counter(
            static_cast<double>(queries), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    }

    template <class Design>
    void compare(const std::string& name, std::size_t m, const Design& answer) {
        if (expected_.size() <= m) {
            expected_.emplace_back();
            for (const Query& q : (*modes_)[m].queries) {
                expected_[m].push_back(static_cast<std::int64_t>(answer(q)));
            }
        }
        std::size_t i = 0;
        for (const Query& q : (*modes_)[m].queries) {
            const auto got = static_cast<std::int64_t>(answer(q));
            if (got != expected_[m][i]) {
                std::fprintf(stderr, "%s/%s/%s: query %zu: answers %lld, expected %lld\n", name_.c_str(), name.c_str(),
                             (*modes_)[m].name.c_str(), i, static_cast<long long>(got),
                             static_cast<long long>(expected_[m][i]));
                std::exit(1);
            }
            ++i;
        }
    }

    std::string name_;
    std::shared_ptr<const std::vector<mode<Query>>> modes_;
    std::vector<std::vector<std::int64_t>> expected_;
};

// A peer that is not at hand is named in the output, never left out in silence.
inline std::string& absent_peers() {
    static std::string names;
    return names;
}
inline void absent(const std::string& peer) { absent_peers() += (absent_peers().empty() ? "" : " ") + peer; }

inline int run(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 1;
    }
    benchmark::AddCustomContext("absent", absent_peers());
#ifdef __clang__
    benchmark::AddCustomContext("compiler", "clang++ " + std::to_string(__clang_major__));
#else
    benchmark::AddCustomContext("compiler", "g++ " + std::to_string(__GNUC__));
#endif
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace bench
