#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""readme.py ROOT COMPILER TOOL [--write]: what the README shows works as it stands, and what it counts is so.

Its tables are what the tool and bench/results.md say; --write puts them there. Of its commands, the ways in are run by
tests/consumers, the tests by CI, the rest here.
"""
import csv
import io
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT, COMPILER, TOOL = pathlib.Path(sys.argv[1]), sys.argv[2].split(), pathlib.Path(sys.argv[3]).resolve()
README = (ROOT / "README.md").read_text()
STRICT = "-std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Werror".split()
# Question, design and peer in bench/results.md, and how the README asks it.
# The fastest of its peers each.
SPEEDS = [
    ("alpha3", "ours/hit/thr", "gperf/hit/thr", "the state of an alpha-3 code", "`gperf -i`"),
    ("names", "ours/hit/thr", "gperf/hit/thr", "the state of a name, whatever its case", "`gperf -i`"),
    ("standing", "ours/day/thr", "unordered_map/day/thr", "how a state stood to a treaty on a day", "`std::unordered_map`"),
    ("embargo", "ours/day/thr", "icl/day/thr", "the embargoes on a state on a day", "`boost::icl`"),
    ("end_to_end", "ours/day/thr", "icl/day/thr", "from codes and a day to a rung of the ladder", "`boost::icl`"),
    ("batch", "portable/all/thr", "icl_map/all/thr", "one transfer of a batch", "`boost::icl`"),
]


def blocks(language, text=README):
    return re.findall(rf"```{language}\n(.*?)```", text, re.S)


def without_ways_in():
    return re.sub(r"^## Ways in\n.*?(?=^## )", "", README, flags=re.M | re.S)


def shell(command, folder):
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True)


def ask(*arguments):
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True, check=True).stdout


def table(head, rows):
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n"


def covered():
    """The parts of the record; those of a kind and of the same days share a row."""
    merged = []
    for r in csv.DictReader(io.StringIO(ask("coverage", "--format=csv"))):
        if r["of"] == "categories":
            r["part"] = "control lists and definitions"
        last = merged[-1] if merged else None
        if last and (last["of"], last["from"], last["until"]) == (r["of"], r["from"], r["until"]):
            last["part"] += "" if last["part"] == r["part"] else "; " + r["part"]
            last["count"] += int(r["count"])
        else:
            merged.append(dict(r, count=int(r["count"])))
    rows = {}
    for r in merged:
        held = rows.setdefault(r["part"], [r["part"], "", r["from"], r["until"]])
        held[1] += (", " if held[1] else "") + f"{r['count']} {r['of']}"
    edition = ask("--version").split()[-1]
    return f"Edition {edition} of the data:\n\n" + table(["part", "holds", "from", "until"], rows.values())


def fast():
    results = (ROOT / "bench" / "results.md").read_text()
    machine = re.search(r"nanoseconds a query, best of the runs\. (.*)\.", results)[1]
    measured = [line.strip("|").split("|") for line in results.splitlines() if line.startswith("|g++ 12|")]
    rows = []
    for question, ours, peer, asked, instead in SPEEDS:
        _, _, _, _, here, there, ratio, *_ = next(m for m in measured if m[1:4] == [question, ours, peer])
        rows.append([asked, here, instead, there, f"{1 / float(ratio):.1f}"])
    return f"Nanoseconds a query, g++ 12, {machine}:\n\n" + table(
        ["question", "here", "instead", "there", "times as fast"], rows)


def cite():
    library, edition = re.fullmatch(r"armsledger (\S+), data edition (\S+)\n", ask("--version")).groups()
    return f"> armsledger {library}, data edition {edition}, https://example.org/armsledger.git\n"


def tables_are_so(_):
    text = README
    for make in (covered, fast, cite):
        text = re.sub(rf"(<!-- {make.__name__}: [^\n]*\n)(.*?)(<!-- end -->)",
                      lambda m, made=make(): m[1] + "\n" + made + "\n" + m[3], text, count=1, flags=re.S)
    if "--write" in sys.argv:
        (ROOT / "README.md").write_text(text)
    return text == README and text.count("<!-- end -->") == 3


def program_runs(folder):
    """Compiled as the README says, beside a clone, and under the strictest warnings."""
    (folder / "armsledger").symlink_to(ROOT.resolve())
    program, = blocks("cpp", without_ways_in())
    said, = blocks("text", without_ways_in())
    (folder / "program.cpp").write_text(program)
    command = blocks("sh", without_ways_in())[0].strip()
    subprocess.run(COMPILER + STRICT + ["-I", ROOT / "include", folder / "program.cpp", "-o", folder / "strict"], check=True)
    done = shell(command, folder)
    (folder / "armsledger").unlink()
    return command.startswith("g++ ") and done.stdout == said


def commands_run(folder):
    """The first without what it installs, with the program put into a folder of its own."""
    _, first, tests, examples = blocks("sh", without_ways_in())
    install, rest = first.split(" && g++", 1)
    done = shell(("g++" + rest).replace("/tmp/armsledger", str(folder / "armsledger")), ROOT)
    (folder / "days.csv").write_text("att,2015-07-01\n")
    (folder / "transfers.csv").write_text("exporter,importer,recipient,item,date\nBEL,SYR,government,GPMG,2012-06-01\n")
    lines = [line.split("#")[0].strip() for line in examples.splitlines()]

    def answers(command):
        done = shell(f"PATH={folder}:$PATH; {command}", folder)
        return done.returncode == 0 and (" > " in command or len(done.stdout.splitlines()) > 1)
    return (install.startswith("apt-get update && apt-get install -y g++") and "Iraq (IRQ) on 2015-12-07" in done.stdout
            and "meson test" in tests and "grep -m 1 'meson test' README.md" in (ROOT / ".ci" / "run").read_text()
            and lines and all(map(answers, lines)) and (folder / "verdicts.csv").read_text().count("prohibited") == 1)


def no_other_command(_):
    """What is set as code in a sentence is no command, so that none escapes."""
    return not re.search(r"`(?:meson|cmake|ninja|apt-get|g\+\+|clang\+\+|python3|git|sh) [^`]*`", README)


def links_lead_somewhere(_):
    """Each file that a link or a picture names is there, and each example is named."""
    named = {t.split("#")[0] for t in re.findall(r"\]\(([^)]*)\)", README) if not t.startswith("http")} - {""}
    examples = {f"examples/{path.name}" for path in (ROOT / "examples").glob("*.cpp")}
    return all((ROOT / name).exists() for name in named) and examples <= named


CHECKS = [tables_are_so, program_runs, commands_run, no_other_command, links_lead_somewhere]


def main():
    with tempfile.TemporaryDirectory() as name:
        wrong = [check.__name__ for check in CHECKS if not check(pathlib.Path(name))]
    for name in wrong:
        print(f"README: not so: {name.replace('_', ' ')}")
    print(f"{len(CHECKS) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


sys.exit(main())
