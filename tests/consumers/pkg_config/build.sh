# SPDX-License-Identifier: BSL-1.0
export PKG_CONFIG_PATH=$HOME/.local/share/pkgconfig
c++ -std=c++20 $(pkg-config --cflags armsledger) program.cpp -o program
pkg-config --variable=data_edition armsledger
