# SPDX-License-Identifier: BSL-1.0
git clone https://example.org/armsledger.git
meson setup armsledger/build armsledger --prefix=$HOME/.local
meson install -C armsledger/build --tags devel --no-rebuild
