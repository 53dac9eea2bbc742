// SPDX-License-Identifier: BSL-1.0
//
// Prints the library's own codes or names as input of gperf: gperf_keys alpha3|alpha2|names
#include "keys.hpp"

#include <cstdio>
#include <cstring>

int main(int argc, char** argv) {
    const char* what = argc == 2 ? argv[1] : "";
    const auto keys = std::strcmp(what, "alpha3") == 0   ? bench::alpha3_keys()
                      : std::strcmp(what, "alpha2") == 0 ? bench::alpha2_keys()
                                                         : bench::name_keys();
    std::printf(
        "%%language=ANSI-C\n%%struct-type\n%%readonly-tables\n%%enum\n"
        "%%define hash-function-name %s_gperf_hash\n%%define lookup-function-name %s_gperf\n"
        "%%define constants-prefix %s_\n%%define initializer-suffix ,-1\n"
        "struct gperf_row { const char* name; int value; };\n%%%%\n",
        what, what, what);
    for (const auto& [key, value] : keys) {
        std::printf("\"%.*s\", %d\n", static_cast<int>(key.size()), key.data(), value);
    }
}
