#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""readme.py ROOT COMPILER: what the README shows works as it stands."""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT, COMPILER = pathlib.Path(sys.argv[1]), sys.argv[2].split()
STRICT = "-std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Werror".split()


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "README.md").read_text(), re.S)


def shell(command, folder):
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True)


def program_runs(folder):
    source, binary = folder / "program.cpp", folder / "program"
    source.write_text(blocks("cpp")[0])
    subprocess.run(COMPILER + STRICT + ["-I", ROOT / "include", source, "-o", binary], check=True)
    said = subprocess.run([binary], capture_output=True, text=True, check=True).stdout
    return "UN embargo on Iraq, S/RES/1546: " in said


def first_command_runs(folder):
    """Without what it installs, and with the program put into a folder of its own."""
    install, rest = blocks("sh")[0].split(" && g++", 1)
    done = shell(("g++" + rest).replace("/tmp/armsledger", str(folder / "armsledger")), ROOT)
    return install.startswith("apt-get update && apt-get install -y g++") and "Iraq (IRQ) on 2015-12-07" in done.stdout


def tool_examples_run(folder):
    (folder / "days.csv").write_text("att,2015-07-01\n")
    (folder / "transfers.csv").write_text("exporter,importer,recipient,item,date\nBEL,SYR,government,GPMG,2012-06-01\n")
    commands = [line.split("#")[0].strip() for line in blocks("sh")[2].splitlines()]
    return commands and all(shell(f"PATH={folder}:$PATH; {c}", folder).returncode == 0 for c in commands)


def main():
    with tempfile.TemporaryDirectory() as name:
        checks = [check(pathlib.Path(name)) for check in (program_runs, first_command_runs, tool_examples_run)]
    for check, fine in zip(("the program", "the first command", "the examples of the tool"), checks):
        if not fine:
            print(f"README: {check} does not work as shown")
    print(f"{sum(map(bool, checks))} passed, {checks.count(False)} failed")
    return 0 if all(checks) else 1


sys.exit(main())
