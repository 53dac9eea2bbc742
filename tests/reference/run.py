#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py ROOT VERSION OUTPUT: Doxygen writes the reference into OUTPUT, has a page for every public header, and warns
of nothing. A header passes when nothing is said of it; each warning is a failure, and each link that leads nowhere."""
import os
import pathlib
import re
import subprocess
import sys

ROOT, VERSION, OUTPUT = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()


def warnings():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["doxygen", ".doxygen/Doxyfile"], cwd=ROOT, capture_output=True, text=True,
                          env={**os.environ, "VERSION": VERSION, "OUTPUT": str(OUTPUT)})
    said = list(dict.fromkeys(done.stderr.replace(f"{ROOT}/", "").splitlines()))  # it repeats itself
    return said if said or done.returncode == 0 else [f"doxygen: exits with {done.returncode}"]


def page_of(header):
    return OUTPUT / (header.stem.replace("_", "__") + "_8hpp.html")


def dead_links():
    for page in sorted(OUTPUT.glob("*.html")):
        for target in set(re.findall(r'(?:href|src)="([^"#:?]+)(?:#[^"]*)?"', page.read_text())):
            if not (OUTPUT / target).exists():
                yield f"{page.name}: nothing is at {target}"


def main():
    for page in OUTPUT.glob("*.html"):
        page.unlink()
    faults = warnings() + list(dead_links())
    headers = sorted((ROOT / "include" / "armsledger").glob("*.hpp"))
    for header in headers:
        if not page_of(header).exists():
            faults.append(f"{header.relative_to(ROOT)}: has no page; does it begin with \\file?")
    for fault in faults:
        print(fault)
    good = [header for header in headers if not any(f"armsledger/{header.name}:" in fault for fault in faults)]
    print(f"{len(good)} passed, {len(faults)} failed")
    return 1 if faults else 0


sys.exit(main())
