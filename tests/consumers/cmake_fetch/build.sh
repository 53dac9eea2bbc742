# SPDX-License-Identifier: BSL-1.0
cmake -B build && cmake --build build
