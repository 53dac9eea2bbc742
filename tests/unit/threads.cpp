// SPDX-License-Identifier: BSL-1.0
//
// Every query from many threads at once, under the thread sanitizer: nothing is shared but constants.
#include "all_queries.hpp"

#include <cstdio>
#include <thread>
#include <vector>

namespace {

std::uint64_t asked() {
    all_queries::answers out;
    for (unsigned n = 0; n < 256; ++n) {
        all_queries::ask_everything(n, true, armsledger::date::from_days(16776 - 60 * static_cast<int>(n)), out);
    }
    return out.value();
}

}  // namespace

int main() {
    std::vector<std::uint64_t> found(4);
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t& one : found) {
            threads.emplace_back([&one] { one = asked(); });
        }
    }
    for (const std::uint64_t one : found) {
        if (one != asked()) {
            std::puts("a thread was answered otherwise");
            return 1;
        }
    }
}
