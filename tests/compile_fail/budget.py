#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""budget.py INCLUDE COMPILER: what including the whole library costs to compile.

Over a translation unit that already includes <string_view>, <span>, <optional>, <array> and <compare>,
the umbrella may cost 0.3 times what those cost over an empty one, and 16 MB of memory. Times on shared
machines are noisy: the best of many interleaved runs counts, and the limit leaves room.
"""
import os
import resource
import subprocess
import sys
import tempfile

STANDARD = "".join(f"#include <{h}>\n" for h in ("string_view", "span", "optional", "array", "compare"))
UNITS = {"empty": "", "standard": STANDARD, "umbrella": STANDARD + "#include <armsledger/armsledger.hpp>\n"}
GOAL, LIMIT, MEMORY_LIMIT_KB, ROUNDS = 0.3, 0.45, 16 * 1024, 15


def compile_once(command):
    """Processor seconds of one compilation."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def peak_memory(command):
    """Kilobytes of the largest process of one compilation."""
    code = ("import resource,subprocess,sys; subprocess.run(sys.argv[1:], check=True); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    return int(subprocess.run([sys.executable, "-c", code] + command, check=True, capture_output=True).stdout)


def measure(include, compiler, optimisation, folder):
    commands = {}
    for name, text in UNITS.items():
        path = os.path.join(folder, name + ".cpp")
        with open(path, "w") as out:
            out.write(text + "int main() {}\n")
        commands[name] = compiler.split() + ["-std=c++20", optimisation, "-I", include, "-c", path, "-o", os.devnull]
    best = {name: min(times) for name, times in
            {n: [compile_once(c) for _ in range(1)] for n, c in commands.items()}.items()}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            best[name] = min(best[name], compile_once(command))
    memory = peak_memory(commands["umbrella"]) - peak_memory(commands["standard"])
    return (best["umbrella"] - best["standard"]) / (best["standard"] - best["empty"]), memory


def main():
    include, compiler = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for optimisation in ("-O0", "-O2"):
            ratio, memory = measure(include, compiler, optimisation, folder)
            print(f"{compiler} {optimisation}: {ratio:.2f} of the standard headers (goal {GOAL}, limit {LIMIT}), "
                  f"{memory} KB more (limit {MEMORY_LIMIT_KB})")
            failed += (ratio > LIMIT) + (memory > MEMORY_LIMIT_KB)
    print(f"{4 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
