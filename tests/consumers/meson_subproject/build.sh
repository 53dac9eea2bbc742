# SPDX-License-Identifier: BSL-1.0
meson setup build && meson compile -C build
