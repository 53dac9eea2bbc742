#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py SOURCE [--only ID...] [--some N --turn K] [--jobs J]: every check can fail.

mutants.py lists things to break. Each is broken alone, in a copy of the source, and the check that it names must
go red: for that reason, not because something does not compile. A mutant whose check stays green survives: a test
is missing. Before that every check used must pass on the source as it is. --some N tries N mutants, the K-th N of
the list, and begins again after its end.
"""
import argparse
import concurrent.futures
import csv
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from mutants import MUTANTS

PARTS = ["include", "data", "tests", "examples"]
# g++ for static assertions: clang 14 crashes when it prints a literal inside a failed one. clang++ for programs: it
# makes them in a third of the time where nothing is optimised.
ASSERTING = shutil.which("g++") or "c++"
BUILDING = shutil.which("clang++-14") or shutil.which("clang++") or ASSERTING
GENERATE = ("data/generate.cpp", "-O0")
DERIVE = ("data/derive.cpp", "-O1")
SECONDS = 300  # for one command


class Broken(Exception):
    """What fails for another reason than its check."""


class DoesNotApply(Exception):
    """What is to be broken does not stand there, once."""


def run(*command, **options):
    try:
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True, errors="replace",
                              timeout=SECONDS, **options)
    except subprocess.TimeoutExpired:
        raise Broken(f"takes more than {SECONDS} s: {command[0]}")
    return done.returncode, done.stdout + done.stderr


class Tree:
    """The source as it is, or a copy in which one thing is broken; a program of it is built once."""

    def __init__(self, root, out):
        self.root, self.out = root, out
        self.builder = concurrent.futures.ThreadPoolExecutor(1)
        self.programs = {}

    def __truediv__(self, name):
        return self.root / name

    def build(self, source, *options):
        key = (source, *options)
        if key not in self.programs:
            program = self.out / f"program{len(self.programs)}"
            self.programs[key] = self.builder.submit(self.compiled, source, options, program)
        return self.programs[key].result()

    def compiled(self, source, options, program):
        code, said = run(BUILDING, "-std=c++20", "-I", self / "include", self / source, *options, "-o", program)
        if code != 0:
            raise Broken(f"{source} does not compile: {said[:600]}")
        return program


# --- the ways a check is made: each says whether it is green, and what it said ---

def last_sum(said):
    found = re.findall(r"^(\d+) passed, (\d+) failed$", said, re.M)
    return found and tuple(map(int, found[-1]))


def script(tree, name, *arguments):
    """A script of the tests: it counts what failed."""
    code, said = run(sys.executable, tree / "tests" / name, *arguments)
    counted = last_sum(said)
    if not counted or (code == 0) != (counted[1] == 0):
        raise Broken(f"{name} ends with {code} and no count to it: {said[-600:]}")
    return code == 0, said


def static(tree, _, name):
    code, said = run(ASSERTING, "-std=c++20", "-fsyntax-only", "-I", tree / "include", tree / f"tests/static/{name}.cpp")
    errors = re.findall(r"error: (.*)", said)
    if code != 0 and (not errors or not all(re.match("static(_assert| assertion) failed", e) for e in errors)):
        raise Broken(f"fails by more than its assertions: {errors[:4]}")
    return code == 0, said


def unit(tree, whole, name):
    """FILE: the first words of a test case."""
    name, case = name.split(": ", 1)
    program = tree.build(f"tests/unit/{name}.cpp", "-O0", str(whole.build("tests/unit/main.cpp", "-O0", "-c")))
    code, said = run(program, "--test-case=" + re.sub(r"[,*\\]", "?", case) + "*")
    cases = re.search(r"test cases:\s*(\d+)\s*\|\s*\d+ passed\s*\|\s*(\d+) failed", said)
    if not cases or cases[1] == "0" or (code == 0) != (cases[2] == "0"):
        raise Broken(f"no such test case, or no count: {said[-600:]}")
    return code == 0, said


def refused(tree, whole, text):
    """TEXT: the generator takes the data, or says of them what is wrong."""
    code, said = run(whole.build(*GENERATE), tree / "data", tree.out / "tables")
    if text and code != 0 and text not in said:
        raise Broken(f"refused for something else: {said[:600]}")
    return code == 0, said


def faults(tree, _, text):
    """TEXT: the cases of tests/tables/faults.py to which it is said."""
    return script(tree, "tables/faults.py", tree.build(*GENERATE), tree / "data", text)


def tables(tree, whole, program):
    """generate, derive: the tables are those that it writes; `kept`: as it is without what is broken."""
    name, _, kept = program.partition(" ")
    recipe, others, arguments = {"generate": (GENERATE, "days.hpp,timeline.hpp", [tree / "data"]),
                                 "derive": (DERIVE, "*", [])}[name]
    made = (whole if kept else tree).build(*recipe)
    return script(tree, "tables/regenerate.py", tree / "include/armsledger/tables", others, made, *arguments)


def tool(tree, _, name):
    return script(tree, f"tool/{name}.py", tree.build("examples/armsledger.cpp", "-O0"))


def compile_fail(tree, _, __):
    return script(tree, "compile_fail/run.py", tree / "include", BUILDING)


KINDS = {f.__name__: f for f in (static, unit, refused, faults, tables, tool, compile_fail)}


def ask(check, tree, whole):
    kind, _, argument = check.partition(" ")
    return KINDS[kind](tree, whole, argument)


# --- mutants ---

def copy_of(source, folder):
    for part in PARTS:
        shutil.copytree(source / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return Tree(folder, folder)


def replace_cell(text, key, change):
    """Changes a cell, "column: old > new", of the one row whose first cells are the key."""
    column, before, after = re.fullmatch(r"(\w+): (.*) > (.*)", change).groups()
    rows = list(csv.reader(io.StringIO(text)))
    at = [r for r in rows if r[:len(key)] == list(key)]
    if len(at) != 1 or at[0][rows[0].index(column)] != before:
        raise DoesNotApply("no one row with that cell")
    at[0][rows[0].index(column)] = after
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def replace_text(text, before, after):
    if text.count(before) != 1 or before == after:
        raise DoesNotApply(f"stands {text.count(before)} times")
    return text.replace(before, after)


def mutate(tree, mutant, whole):
    path = tree / mutant.file
    text = path.read_bytes().decode()
    replace = replace_cell if isinstance(mutant.at, tuple) else replace_text
    path.write_bytes(replace(text, mutant.at, mutant.to).encode())
    if path.suffix == ".csv" and mutant.check.split(" ")[0] in ("static", "unit", "tool"):
        code, said = run(whole.build(*GENERATE), tree / "data", tree / "include/armsledger/tables")
        if code != 0:
            raise Broken(f"the generator refuses it: {said[:600]}")


def fate_of(mutant, whole):
    """None where the check goes red as it must, else what happens instead."""
    with tempfile.TemporaryDirectory(dir=whole.out) as folder:
        try:
            tree = copy_of(whole.root, pathlib.Path(folder))
            mutate(tree, mutant, whole)
            green, said = ask(mutant.check, tree, whole)
        except DoesNotApply as why:
            return f"does not apply: {why}"
        except Broken as why:
            return f"broken mutant: {why}"
        if green:
            return "survived"
        return None if mutant.says in said else f"broken mutant: red, and does not say {mutant.says!r}: {said[-600:]}"


def fault_of_check(check, whole):
    """None where it passes on the source as it is."""
    try:
        green, said = ask(check, whole, whole)
    except Broken as why:
        return str(why)
    return None if green else said[-600:]


def chosen(options):
    if options.only:
        unknown = set(options.only) - {m.id for m in MUTANTS}
        if unknown:
            sys.exit(f"no mutant {', '.join(sorted(unknown))}")
        return [m for m in MUTANTS if m.id in options.only]
    if options.some:
        return [MUTANTS[(options.turn * options.some + i) % len(MUTANTS)] for i in range(options.some)]
    return MUTANTS


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--only", nargs="+", metavar="ID")
    parser.add_argument("--some", type=int, metavar="N")
    parser.add_argument("--turn", type=int, default=0, metavar="K")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="J")
    options = parser.parse_args()
    source = options.source.resolve()
    mutants = chosen(options)
    assert len({m.id for m in MUTANTS}) == len(MUTANTS), "two mutants of one name"
    passed, faults_found = 0, []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        whole = Tree(source, pathlib.Path(folder))
        checks = list(dict.fromkeys(m.check for m in mutants))
        for check, fault in zip(checks, pool.map(lambda c: fault_of_check(c, whole), checks)):
            if fault:
                faults_found.append(f"red before anything is broken: {check}: {fault}")
        for mutant, fate in zip(mutants, pool.map(lambda m: fate_of(m, whole), mutants)):
            print(f"{mutant.id}: {(fate or 'killed').splitlines()[0][:60]}", flush=True)
            passed += fate is None
            if fate:
                faults_found.append(f"{mutant.id}, by {mutant.check}: {fate}")
    print(*faults_found, sep="\n", end="\n" if faults_found else "")
    print(f"{passed} passed, {len(faults_found)} failed")
    return 1 if faults_found else 0


if __name__ == "__main__":
    sys.exit(main())
