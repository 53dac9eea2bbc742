#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""regenerate.py TABLES OTHERS PROGRAM ARGUMENTS...: the committed tables are what the program writes, byte for byte.
OTHERS are the tables that another program writes, with commas between; * where this one writes few of them."""
import filecmp
import os
import subprocess
import sys
import tempfile


def names_in(folder):
    return set(os.listdir(folder))


def differences(made, kept, names):
    return [n for n in sorted(names) if not all(os.path.exists(os.path.join(d, n)) for d in (made, kept))
            or not filecmp.cmp(os.path.join(made, n), os.path.join(kept, n), shallow=False)]


def main():
    tables, others, *command = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*command, folder], check=True)
        written = names_in(folder) if others == "*" else (names_in(folder) | names_in(tables)) - set(others.split(","))
        stale = differences(folder, tables, written)
    if not written:
        stale = ["no table at all"]
    for name in stale:
        print(f"{name}: differs from what {os.path.basename(command[0])} writes: see data/README.md")
    print(f"{1 - bool(stale)} passed, {len(stale)} failed")
    return 1 if stale else 0


sys.exit(main())
