# SPDX-License-Identifier: BSL-1.0
git clone https://example.org/armsledger.git
mkdir vendor && cp -r armsledger/include/armsledger vendor
c++ -std=c++20 -Ivendor program.cpp -o program
