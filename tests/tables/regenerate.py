#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""regenerate.py GENERATE DATA TABLES: the committed tables are what the data gives, byte for byte, twice."""
import filecmp
import os
import subprocess
import sys
import tempfile


def differences(made, kept):
    names = sorted(set(os.listdir(made)) | set(os.listdir(kept)))
    return [n for n in names if not all(os.path.exists(os.path.join(d, n)) for d in (made, kept))
            or not filecmp.cmp(os.path.join(made, n), os.path.join(kept, n), shallow=False)]


def main():
    generate, data, tables = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        first, second = os.path.join(folder, "first"), os.path.join(folder, "second")
        for made in (first, second):
            subprocess.run([generate, data, made], check=True)
        stale = differences(first, tables)
        unstable = differences(first, second)
    for name in stale:
        print(f"{name}: differs from what the data gives: run `meson compile -C build tables`")
    for name in unstable:
        print(f"{name}: two runs of the generator differ")
    print(f"{2 - bool(stale) - bool(unstable)} passed, {bool(stale) + bool(unstable)} failed")
    return 1 if stale or unstable else 0


sys.exit(main())
