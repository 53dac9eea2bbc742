#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""budget.py INCLUDE COMPILER: what including the whole library costs to compile.

Over a translation unit that already includes <string_view>, <span>, <optional>, <array> and <compare>,
the umbrella should cost 0.3 times what those cost over an empty one, and 16 MB of memory at most. The
record of treaties and embargoes alone comes near; with the law engine and the report it is not there. Both are
held where they are. The cost is counted in instructions, for times on shared machines vary by half.
"""
import os
import re
import subprocess
import sys
import tempfile

STANDARD = "".join(f"#include <{h}>\n" for h in ("string_view", "span", "optional", "array", "compare"))
GOAL, LIMITS, MEMORY_LIMIT_KB = 0.3, {"record": 0.36, "umbrella": 0.93}, 16 * 1024
BEYOND_THE_RECORD = ("item", "article", "binding", "permission", "screening", "change", "snapshot", "report")
# A program that looks up, asks and screens; what it costs beyond including is told, not limited.
USE = """namespace al = armsledger;
int use(const char* name, int day) {
    const auto s = al::find_state(name).one();
    const al::date on = al::date::from_days(day);
    return s ? static_cast<int>(al::standing_of(*s, al::treaty::att, on)) +
                   static_cast<int>(al::at(on).outcome(*s, *s, al::end_user::government, al::weapon_type::pistol)) +
                   static_cast<int>(al::screen({.exporter = *s, .importer = *s, .on = on}).outcome())
             : 0;
}
"""
# Test runners may have malloc fill what it gives, which would be counted too.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "MALLOC_PERTURB_"}
COUNT = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--trace-children=yes"]


def units(include):
    """The texts to compile; the record is what the umbrella includes but the law engine and the report."""
    with open(os.path.join(include, "armsledger", "armsledger.hpp")) as umbrella:
        record = [line for line in umbrella if line.startswith("#include")
                  and not any(f"/{name}.hpp" in line for name in BEYOND_THE_RECORD)]
    return {"empty": "", "standard": STANDARD, "record": STANDARD + "".join(record),
            "umbrella": STANDARD + "#include <armsledger/armsledger.hpp>\n",
            "used": STANDARD + "#include <armsledger/armsledger.hpp>\n" + USE}


def instructions(command):
    """Of the compiler and of what it starts."""
    said = subprocess.run(COUNT + command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stderr
    return sum(int(n.replace(",", "")) for n in re.findall(r"I\s+refs:\s+([\d,]+)", said))


def peak_memory(command):
    """Kilobytes of the largest process of one compilation."""
    code = ("import resource,subprocess,sys; subprocess.run(sys.argv[1:], check=True); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    return int(subprocess.run([sys.executable, "-c", code] + command, check=True, capture_output=True).stdout)


def costs(include, compiler, optimisation, folder, names):
    """Instructions of the compiler for units, and the memory that the umbrella takes more than the standard headers."""
    commands = {}
    for name, text in units(include).items():
        path = os.path.join(folder, name + ".cpp")
        with open(path, "w") as out:
            out.write(text + "int main() {}\n")
        commands[name] = compiler.split() + ["-std=c++20", optimisation, "-I", include, "-S", path, "-o", os.devnull]
    return ({name: instructions(commands[name]) for name in names},
            peak_memory(commands["umbrella"]) - peak_memory(commands["standard"]))


def measure(include, compiler, optimisation, folder):
    """The ratios and the memory. What is only included gives nothing to optimise: at -O2 the whole alone is asked."""
    limited = ["umbrella"] if optimisation == "-O2" else list(LIMITS)
    cost, memory = costs(include, compiler, optimisation, folder, ["empty", "standard"] + limited)
    ratios = {name: (cost[name] - cost["standard"]) / (cost["standard"] - cost["empty"]) for name in limited}
    return ratios, memory


def main():
    include, compiler = sys.argv[1:]
    failed = checks = 0
    with tempfile.TemporaryDirectory() as folder:
        for optimisation in ("-O0", "-O2"):
            ratios, memory = measure(include, compiler, optimisation, folder)
            for name, ratio in ratios.items():
                print(f"{compiler} {optimisation}, {name}: {ratio:.3f} of the standard headers (goal {GOAL}, "
                      f"limit {LIMITS[name]})")
            print(f"{compiler} {optimisation}: {memory} KB more (limit {MEMORY_LIMIT_KB})")
            results = [ratio <= LIMITS[name] for name, ratio in ratios.items()] + [memory <= MEMORY_LIMIT_KB]
            checks += len(results)
            failed += results.count(False)
    print(f"{checks - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
