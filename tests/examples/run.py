#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py ROOT BUILD [--write]: each example says what its head comment shows, and draws what the gallery holds.

In the head of an example a line "//   $ command" is run by sh in an empty folder, with the programs of BUILD at hand;
the lines after it are what it prints, but for spaces at their ends. A line "//   ..." stands for any lines. Files it leaves are those of
examples/gallery; --write puts them there. Its README shows each of them with the command that writes it. An example is
short; what of it stands in headers beside it, as words and pictures do, is not counted.
"""
import csv
import io
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT, BUILD = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
WRITE = sys.argv[3:] == ["--write"]
GALLERY = ROOT / "examples" / "gallery"
LINES = range(30, 151)
# Tried elsewhere.
LARGER = {"armsledger", "diversion", "ensemble_mpi"}
EDITION = (ROOT / "data" / "edition.csv").read_text().splitlines()[1].split(",")[0]
FAULTS = []
CHECKS = 0


def check(fact, holds, shown=""):
    global CHECKS
    CHECKS += 1
    if not holds:
        FAULTS.append(f"{fact}{': ' if shown else ''}{shown}")


def commands(source):
    """Each command of the head comment with the lines that it shows."""
    found = []
    for line in source.splitlines():
        if not line.startswith("//"):
            break
        if line.startswith("//   $ "):
            found.append((line[len("//   $ "):], []))
        elif found and line.startswith("//   "):
            found[-1][1].append(line[len("//   "):])
    return found


def pattern(shown):
    lines = [r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in shown]
    return "".join(lines) + r"\Z"


def run(command, folder):
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "PATH": f"{BUILD}:{os.environ['PATH']}"})
    code = 2 if command.endswith("2>&1") else 0  # what is refused is shown with what is said of it
    check(f"$ {command}: exits with {code}", done.returncode == code, f"{done.returncode}: {done.stderr}")
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


SVG = "{http://www.w3.org/2000/svg}"


def keys_of(svg):
    """How many keys the longest of its legends has."""
    legends = [node for node in svg.iter(SVG + "g") if node.get("class") == "legend"]
    return max((len(legend.findall(SVG + "text")) for legend in legends), default=0)


def is_a_picture(name, text):
    """Valid XML with a title, a description, a legend, its sources and the edition of the data."""
    try:
        svg = xml.etree.ElementTree.fromstring(text)
    except xml.etree.ElementTree.ParseError as fault:
        check(f"{name} is XML", False, str(fault))
        return
    heads = [child.tag for child in svg][:2]
    words = " ".join(svg.itertext())
    check(f"{name} begins with a title and a description", heads == [SVG + "title", SVG + "desc"], str(heads))
    check(f"{name} names sources and edition", f"armsledger, data {EDITION}." in words and "Source: " in words)
    check(f"{name} has a legend of two keys or more", keys_of(svg) > 1, str(keys_of(svg)))
    # The check can fail: a picture without the legends has no keys.
    bare = re.sub(r'<g class="legend">.*?</g>', "", text, flags=re.DOTALL)
    check(f"{name} without its legend has none", keys_of(xml.etree.ElementTree.fromstring(bare)) == 0)
    check(f"{name} is legible in the dark", "prefers-color-scheme: dark" in words)
    classes = {word for node in svg.iter() for word in node.get("class", "").split()}
    styled = set(re.findall(r"\.([a-z-]+)", words)) | {"on", "legend"}
    check(f"{name} has no class without a style", classes <= styled, ", ".join(sorted(classes - styled)))


def try_example(path):
    source = path.read_text()
    check(f"{path.name} has 30 to 150 lines", len(source.splitlines()) in LINES, str(len(source.splitlines())))
    check(f"{path.name} shows a command", commands(source) != [])
    left = set()
    with tempfile.TemporaryDirectory() as folder:
        for command, shown in commands(source):
            said = run(command, folder)
            check(f"{path.name} $ {command}", re.match(pattern(shown), said), f"it says\n{said}")
        for file in sorted(pathlib.Path(folder).iterdir()):
            text = file.read_text()
            left.add(file.name)
            if file.suffix == ".svg":
                is_a_picture(file.name, text)
            if WRITE:
                (GALLERY / file.name).write_text(text)
            there = (GALLERY / file.name).read_text() if (GALLERY / file.name).exists() else None
            check(f"examples/gallery/{file.name} is what {path.stem} writes: meson compile -C build gallery",
                  text == there)
    return left


# What a program without heap, exceptions, RTTI, iostream and a start before main does not name.
UNWANTED = (r"\b(malloc|calloc|realloc|free|_Zn[aw]\w+|_Zd[al]\w+|__cxa_(?:re)?throw|__cxa_allocate_exception|"
            r"_ZT[ISV]\w+|_ZNSt8ios_base\w+|_GLOBAL__sub_I\w*)")


def unwanted(symbols):
    return set(re.findall(UNWANTED, symbols))


def check_embedded():
    def symbols(program):
        return subprocess.run(["nm", str(BUILD / program)], capture_output=True, text=True, check=True).stdout
    found = unwanted(symbols("embedded"))
    check("nm shows the symbols of embedded", re.search(r" T main$", symbols("embedded"), re.MULTILINE))
    check("embedded names no heap, exceptions or RTTI", not found, ", ".join(sorted(found)))
    # The check can fail: it finds what the tool names.
    found = unwanted(symbols("armsledger") + "                 U malloc@GLIBC_2.2.5\n")
    check("nm shows a heap, exceptions and RTTI where they are",
          {"malloc", "_Znwm", "__cxa_throw"} <= found and any(name.startswith("_ZT") for name in found), str(found))


def check_screen_csv():
    """It answers what the tool answers, each row in its place, bad ones too."""
    head = "exporter,importer,recipient,item,date\n"
    rows = itertools.product(["BEL", "Russia", "Germany", "Congo", "ISIS"], ["SYR", "Iraq", "LBY", "Zaire"],
                             ["", "government", "isil", "nobody"], ["mortar", "assault rifle", "salw", "hat"],
                             ["1985-06-01", "2003-01-01", "2012-06-01", "2015-12-07", "2026-12-31", "2015-02-29"])
    given = head + "".join(",".join(row) + "\n" for row in rows)
    told = []
    for command in (["armsledger", "screen"], ["screen_csv"]):
        done = subprocess.run([str(BUILD / command[0]), *command[1:]], input=given, capture_output=True, text=True,
                              check=False)
        told.append([[row[name] for name in (head.strip() + ",outcome").split(",")]
                     for row in csv.DictReader(io.StringIO(done.stdout))])
    tool, example = told
    outcomes = {"no_bar_found", "assessment_required", "authorisation_required", "unknown", "prohibited", "error"}
    check("transfers of every outcome are tried", {row[-1] for row in tool} == outcomes)
    check("screen_csv answers as the tool", tool == example,
          str([pair for pair in zip(tool, example) if pair[0] != pair[1]][:3]))


def try_readme(files, written_by):
    """The README of the gallery shows each file and the command that writes it, and nothing that is missing."""
    readme = GALLERY / "README.md"
    text = readme.read_text() if readme.exists() else ""
    shown = re.findall(r"\]\(([^)#:]+)\)", text)
    missing = [target for target in shown if not (GALLERY / target).exists()]
    absent = sorted(files - set(shown))
    check("examples/gallery/README.md shows every file there", absent == [], ", ".join(absent))
    check("examples/gallery/README.md names only what there is", missing == [], ", ".join(missing))
    unsaid = [command for command in written_by if f"    {command}\n" not in text]
    check("examples/gallery/README.md has the commands", unsaid == [], "; ".join(unsaid))


def main():
    if WRITE:
        GALLERY.mkdir(exist_ok=True)
    examples = [path for path in sorted((ROOT / "examples").glob("*.cpp")) if path.stem not in LARGER]
    made = set().union(*(try_example(path) for path in examples))
    check_embedded()
    check_screen_csv()
    kept = {path.name for path in GALLERY.iterdir()} - {"README.md"} if GALLERY.exists() else set()
    check("every file of the gallery is written by an example", kept <= made, ", ".join(sorted(kept - made)))
    written_by = [command for path in examples for command, _ in commands(path.read_text())
                  if command.split(" > ")[-1] in kept]
    try_readme(kept, written_by)
    for fault in FAULTS:
        print(fault)
    print(f"{CHECKS - len(FAULTS)} passed, {len(FAULTS)} failed")
    return 1 if FAULTS else 0


sys.exit(main())
