// SPDX-License-Identifier: BSL-1.0
//
// The tables that gperf made, in a program each: BENCH_GPERF names the file.
#pragma once

#include "bench.hpp"

#ifdef BENCH_GPERF
#include <cstddef>
#include <cstring>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wregister"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#include BENCH_GPERF
#pragma GCC diagnostic pop

namespace bench {
inline int value_of(const gperf_row* row) { return row == nullptr ? none : row->value; }
}  // namespace bench
#endif
