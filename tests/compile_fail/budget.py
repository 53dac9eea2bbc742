#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""budget.py INCLUDE COMPILER: what including the whole library costs to compile.

Over a translation unit that already includes <string_view>, <span>, <optional>, <array> and <compare>,
the umbrella should cost 0.3 times what those cost over an empty one, and 16 MB of memory at most. The
cost is counted in instructions, for times on shared machines vary by half.
"""
import os
import re
import subprocess
import sys
import tempfile

STANDARD = "".join(f"#include <{h}>\n" for h in ("string_view", "span", "optional", "array", "compare"))
UNITS = {"empty": "", "standard": STANDARD, "umbrella": STANDARD + "#include <armsledger/armsledger.hpp>\n"}
GOAL, LIMIT, MEMORY_LIMIT_KB = 0.3, 0.4, 16 * 1024
# Test runners may have malloc fill what it gives, which would be counted too.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "MALLOC_PERTURB_"}
COUNT = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--trace-children=yes"]


def instructions(command):
    """Of the compiler and of what it starts."""
    said = subprocess.run(COUNT + command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stderr
    return sum(int(n.replace(",", "")) for n in re.findall(r"I\s+refs:\s+([\d,]+)", said))


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
        commands[name] = compiler.split() + ["-std=c++20", optimisation, "-I", include, "-S", path, "-o", os.devnull]
    cost = {name: instructions(command) for name, command in commands.items()}
    memory = peak_memory(commands["umbrella"]) - peak_memory(commands["standard"])
    return (cost["umbrella"] - cost["standard"]) / (cost["standard"] - cost["empty"]), memory


def main():
    include, compiler = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for optimisation in ("-O0", "-O2"):
            ratio, memory = measure(include, compiler, optimisation, folder)
            print(f"{compiler} {optimisation}: {ratio:.3f} of the standard headers (goal {GOAL}, limit {LIMIT}), "
                  f"{memory} KB more (limit {MEMORY_LIMIT_KB})")
            failed += (ratio > LIMIT) + (memory > MEMORY_LIMIT_KB)
    print(f"{4 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
