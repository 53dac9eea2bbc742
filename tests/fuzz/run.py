#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py [--for-hours] CORPORA WORK TARGET...: no text of the corpora, and none that the fuzzer makes of them, breaks
a property of a target.

A target runs ten seconds on a copy of its corpus, which stays as it is, always from the same seed, so that what passed
here passes elsewhere. With --for-hours each runs for FUZZ_SECONDS
(3600), and WORK keeps what it learnt; the next run goes on from there. WORK/TARGET-* are texts that broke a property:
`TARGET FILE` shows how.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

LIMITS = ["-timeout=10", "-rss_limit_mb=1024"]


def folder_in_memory():
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(target, corpus, seeds, work, limits):
    """Runs a target on `corpus`, which it adds to, and on the seeds."""
    dictionary = seeds.parent / (seeds.name + ".dict")
    options = [f"-dict={dictionary}"] if dictionary.exists() else []
    with tempfile.TemporaryDirectory(dir=folder_in_memory()) as scratch:
        done = subprocess.run(
            [target, *LIMITS, *limits, *options, f"-artifact_prefix={work}/{seeds.name}-",
             corpus, seeds],
            env={**os.environ, "TMPDIR": scratch}, capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        told = [line for line in done.stderr.splitlines() if not line.startswith("#")]
        print(f"{seeds.name} exits with {done.returncode}:", *told[-60:], sep="\n")
    else:
        print(f"{seeds.name}: {done.stderr.splitlines()[-1]}")
    return done.returncode == 0


def main():
    for_hours = sys.argv[1] == "--for-hours"
    corpora, work, *targets = sys.argv[1 + for_hours:]
    limits = [f"-max_total_time={os.environ.get('FUZZ_SECONDS', '3600')}"] if for_hours else ["-max_total_time=10", "-seed=1"]
    failed = 0
    for target in targets:
        seeds = pathlib.Path(corpora) / pathlib.Path(target).name.removeprefix("fuzz_")
        learnt = pathlib.Path(work) / seeds.name
        if not for_hours:
            shutil.rmtree(learnt, ignore_errors=True)
        learnt.mkdir(parents=True, exist_ok=True)
        failed += not run(target, learnt, seeds, work, limits)
    print(f"{len(targets) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
