# SPDX-License-Identifier: BSL-1.0
git clone https://example.org/armsledger.git
meson setup armsledger/build armsledger && meson compile -C armsledger/build single_header
mkdir -p vendor/armsledger && cp armsledger/build/armsledger.hpp vendor/armsledger
c++ -std=c++20 -Ivendor program.cpp -o program
