# SPDX-License-Identifier: BSL-1.0
cmake -B build -DCMAKE_PREFIX_PATH=$HOME/.local && cmake --build build
