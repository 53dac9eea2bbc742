#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py INCLUDE COMPILER: what using a part of the library adds to a program.

Nothing may run before main, nothing need be relocated when a program or plugin is loaded, no symbol may
pin what is loaded, and a table that is not used is not linked. Each program is linked as a plugin of
nothing but itself, so that all that is in it comes from the library. Read-only data are counted in bytes.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAMS = pathlib.Path(__file__).parent / "programs"
# Bytes of read-only data. The record is all law tables, without names and texts.
LIMITS = {"nothing": 0, "alpha2": 1.1 * 1024, "alpha3": 3.2 * 1024, "record": 64 * 1024}
FLAGS = ["-std=c++20", "-fPIC", "-fno-exceptions", "-ffunction-sections", "-fdata-sections"]
LINK = ["-shared", "-nostdlib", "-Wl,--gc-sections"]
# What the counts are of; the harness is tried with a program that has each.
BAD = """
struct at_start { at_start(); int i; };
at_start started;
const char* const relocated[] = {"a", "b"};
inline const int& unique() { static int i = 0; return i; }
inline const at_start& guarded() { static at_start g; return g; }
extern "C" const void* ask(int i) { return i ? static_cast<const void*>(relocated[i]) : i == 1 ? static_cast<const void*>(&unique()) : &guarded(); }
"""


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def link(source, include, compiler, optimisation, folder):
    path = os.path.join(folder, "plugin.so")
    output(*compiler.split(), *FLAGS, optimisation, "-I", include, str(source), *LINK, "-o", path)
    return path


def faults_of(path):
    """What must not be in a plugin."""
    sections = output("readelf", "-SW", path)
    symbols = output("readelf", "-sW", path)
    relocations = output("readelf", "-rW", path)
    counts = {
        "initialisers": len(re.findall(r"\.(?:init_array|ctors|preinit_array)", sections)),
        "guards": len(set(re.findall(r"\b_ZGV\w+", symbols))),
        "unique symbols": len(set(re.findall(r"UNIQUE.*\s(\S+)$", symbols, re.M))),
        # References through the global offset table are code's, not data's.
        "relocated data": len([r for r in re.findall(r"^\S+\s+\S+\s+R_\S+.*$", relocations, re.M)
                               if "GLOB_DAT" not in r and "JUMP_SLO" not in r]),
    }
    return {name: n for name, n in counts.items() if n > 0}


def read_only_bytes(path):
    sizes = re.findall(r"^(\.rodata\S*|\.data\S*|\.bss\S*)\s+(\d+)", output("size", "-A", path), re.M)
    return sum(int(size) for name, size in sizes if not name.startswith(".bss"))


def harness_can_fail(include, compiler, folder):
    source = os.path.join(folder, "bad.cpp")
    with open(source, "w") as out:
        out.write(BAD)
    found = faults_of(link(source, include, compiler, "-O0", folder))
    wanted = {"initialisers", "guards", "relocated data"} | (set() if "clang" in compiler else {"unique symbols"})
    return wanted <= found.keys()


def main():
    include, compiler = sys.argv[1:]
    results = []

    def check(passed, what):
        results.append(passed)
        print(("ok   " if passed else "FAIL ") + what)

    with tempfile.TemporaryDirectory() as folder:
        check(harness_can_fail(include, compiler, folder), "a program with all faults is refused")
        for source in sorted(PROGRAMS.glob("*.cpp")):
            for optimisation in ("-O0", "-O2"):
                path = link(source, include, compiler, optimisation, folder)
                found = faults_of(path)
                check(not found, f"{source.stem} {optimisation}: {found or 'nothing to run, relocate or pin'}")
            size = read_only_bytes(path)
            limit = LIMITS.get(source.stem)
            held = f" (limit {limit:.0f})" if limit is not None else ""
            check(limit is None or size <= limit, f"{source.stem} -O2: {size} bytes of data" + held)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


sys.exit(main())
