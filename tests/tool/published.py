#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""published.py TOOL: `armsledger count` gives the totals that others published.

published.csv names the treaty, the day, what was counted, the total and who published it. "Other
signatories" have signed and not consented.
"""
import csv
import pathlib
import subprocess
import sys


def counts(tool, questions):
    """The tool's answers, one a question, from one run."""
    lines = "".join(f"{treaty},{date}\n" for treaty, date in questions)
    done = subprocess.run([tool, "count", "-"], input=lines, capture_output=True, text=True, check=True)
    return list(csv.DictReader(done.stdout.splitlines()))


def other_signatories(tool, treaty, date):
    """Of all states on the list of the treaty, those that are signatories on the day."""
    names = pathlib.Path(__file__).parents[2] / "data" / "treaty_status.csv"
    states = [r["participant"] for r in csv.DictReader(names.open()) if r["treaty"] == treaty]
    lines = "".join(f"{treaty},{s},{date}\n" for s in states)
    done = subprocess.run([tool, "treaty", "-"], input=lines, capture_output=True, text=True, check=True)
    return str(sum(r["standing"] == "signatory" for r in csv.DictReader(done.stdout.splitlines())))


def main():
    tool = sys.argv[1]
    rows = list(csv.DictReader((pathlib.Path(__file__).parent / "published.csv").open()))
    answers = counts(tool, [(r["treaty"], r["date"]) for r in rows])
    failed = 0
    for row, answer in zip(rows, answers, strict=True):
        measure = row["measure"]
        counted = answer.get(measure) or other_signatories(tool, row["treaty"], row["date"])
        if counted != row["published"]:
            failed += 1
            print(f"{row['treaty']} on {row['date']}: {row['by']} has {row['published']} {measure}, "
                  f"the record {counted}")
    print(f"{len(rows) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
