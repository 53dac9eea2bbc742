#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""five_minutes.py ROOT COMPILER TOOL: the steps by which data/README.md adds a ratification, on a copy.

The rows and commands are those of the text. TOOL, of the data as it is, must not give the answer that they bring.
"""
import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

COPIED = ("meson.build", "include", "examples", "tests", "bench", "data", "LICENSE", "README.md", ".cmake", ".meson")
WANTED = "contracting_state"


def steps(readme):
    """The rows to add to sources.csv and treaty_status.csv, and the commands that follow."""
    section = readme.split("### A ratification in five minutes")[1].split("\n## ")[0]
    (source,), (status,) = (block.splitlines() for block in re.findall(r"```csv\n(.*?)```", section, re.S))
    (commands,) = re.findall(r"```sh\n(.*?)```", section, re.S)
    return source, status, commands.splitlines()


def insert_sorted(path, row, key_columns):
    """Adds a line at the place that its key has among the others."""
    lines = path.read_text().splitlines()

    def key(line):
        return next(csv.reader([line]))[:key_columns]

    after = [line for line in lines[1:] if key(line) > key(row)]
    at = len(lines) - len(after)
    path.write_text("\n".join(lines[:at] + [row] + lines[at:]) + "\n")


def run(command, folder):
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def copy_of(root, folder):
    for name in COPIED:
        of = root / name
        if of.is_dir():
            shutil.copytree(of, folder / name)
        elif of.exists():
            shutil.copy(of, folder / name)


def faults(root, folder, tool):
    source, status, commands = steps((root / "data" / "README.md").read_text())
    if WANTED in run(commands[-1].replace("build/armsledger", tool), folder)[1]:
        yield "the example is true already"
    copy_of(root, folder)
    code, said = run("meson setup build -Doptimization=0", folder)
    if code != 0:
        yield "the copy cannot be set up: " + said[-1000:]
        return
    insert_sorted(folder / "data" / "sources.csv", source, 1)
    insert_sorted(folder / "data" / "treaty_status.csv", status, 2)
    for command in commands:
        code, said = run(command, folder)
        if code != 0:
            yield f"`{command}` fails: {said[-1000:]}"
            return
    if WANTED not in said:
        yield f"`{commands[-1]}` does not say {WANTED}, but: {said}"


def main():
    root, os.environ["CXX"], tool = pathlib.Path(sys.argv[1]), sys.argv[2], os.path.abspath(sys.argv[3])
    with tempfile.TemporaryDirectory() as name:
        found = list(faults(root, pathlib.Path(name), tool))
    print("\n".join(found))
    print(f"{0 if found else 1} passed, {len(found)} failed")
    return 1 if found else 0


sys.exit(main())
