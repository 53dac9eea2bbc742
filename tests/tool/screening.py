#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Worked cases of screening: each row of screening.csv is a transfer, the verdict that the law asks for, and why.

    screening.py TOOL

The rows were written from the acts and ledgers alone. `expected_rules` must be among the reasons, reported or
not; `expected_route`, where there is one, begins the route. Every row is asked three times: in a stream, alone,
and as a tree of reasons.
"""
import csv
import io
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
INPUTS = ["claim", "contract", "conditions_met", "knows_of_atrocities", "overriding_risk", "diversion_risk"]
REPORTED = " (reported)"
EVERY = 12  # a process for each row would take minutes: alone, one in so many


def run(tool, *arguments, given=None):
    done = subprocess.run([tool, *arguments], input=given, capture_output=True, text=True, check=False)
    return done.stdout, done.stderr, done.returncode


def rules_in(cell):
    return {rule.replace(REPORTED, "") for rule in cell.split(";")}


def faults_of(case, answer):
    """What is wrong with the answer to a case."""
    if answer["outcome"] != case["expected_outcome"]:
        yield f"outcome {answer['outcome']}, not {case['expected_outcome']}"
    if not answer["route"].startswith(case["expected_route"]):
        yield f"route '{answer['route']}', not '{case['expected_route']}'"
    found = rules_in(answer["rules"])
    for rule in filter(None, case["expected_rules"].split(";")):
        if not any(name == rule or name.startswith(rule + " ") for name in found):
            yield f"no reason '{rule}' among {answer['rules']}"


def main():
    tool = sys.argv[1]
    path = os.path.join(HERE, "screening.csv")
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    cases = list(csv.DictReader(io.StringIO(text)))
    out, err, code = run(tool, "screen", given=text)
    answers = list(csv.DictReader(io.StringIO(out)))
    failed = []
    checked = 0

    def check(case, faults):
        nonlocal checked
        checked += 1
        for fault in faults:
            failed.append(f"{case['case']}: {fault} ({case['because']})")

    if code != 0 or err or len(answers) != len(cases):
        failed.append(f"{len(answers)} answers to {len(cases)} cases, exit {code}: {err}")
    for case, answer in zip(cases, answers):
        check(case, faults_of(case, answer))
        check(case, [f"{name} was not carried through" for name in case if answer[name] != case[name]])
    out, err, code = run(tool, "screen", "--format=json", given=text)
    for case, tree in zip(cases, json.loads(out)):
        rules = [reason["rule"] for reason in tree["reasons"]]
        check(case, faults_of(case, {**tree, "rules": ";".join(rules)}))
        check(case, [f"{r['rule']} cites nothing" for r in tree["reasons"] if "sources" in r and not r["sources"]])
    for case in cases[::EVERY]:
        stated = [f"--{name.replace('_', '-')}={case[name]}" for name in INPUTS if case[name]]
        out, err, code = run(tool, "screen", case["exporter"], case["importer"], case["recipient"], case["item"],
                             case["date"], "--format=csv", *stated)
        alone = list(csv.DictReader(io.StringIO(out)))
        check(case, faults_of(case, alone[0]) if code == 0 and len(alone) == 1 else [f"alone: exit {code} {err}"])
    for fault in failed:
        print(fault)
    print(f"{max(checked - len(failed), 0)} passed, {len(failed)} failed")
    return 1 if failed else 0


sys.exit(main())
