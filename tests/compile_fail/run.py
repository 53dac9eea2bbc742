#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py INCLUDE COMPILER: each case must fail to compile with its message; the control must compile.

A case states what the compiler must say in lines `// expect: TEXT`, or `// expect: TEXT | TEXT` where
compilers word it differently. The harness is itself tried, on a case of each kind that it must refuse or take.
"""
import pathlib
import subprocess
import sys
import tempfile

FLAGS = ["-std=c++20", "-fsyntax-only"]


def compile_case(path, include, compiler):
    command = compiler.split() + FLAGS + ["-I", include, str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode == 0, done.stdout + done.stderr


def fault_of(path, include, compiler):
    """Why a case does not behave as it says; None when it does."""
    text = path.read_text()
    compiled, said = compile_case(path, include, compiler)
    if text.startswith("// compiles"):
        return None if compiled else "must compile: " + said[:500]
    if compiled:
        return "compiled, and must not"
    wanted = [line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("// expect:")]
    if not wanted:
        return "names no message to expect"
    missing = [w for w in wanted if not any(part.strip() in said for part in w.split("|"))]
    return f"does not say {missing}, but: {said[:500]}" if missing else None


# What a case of each kind must be refused for; the last is as it says.
KINDS = [
    ("// expect: something no compiler says\nint x = \"\";\n", "does not say"),
    ("// expect: error\nint x = 0;\n", "compiled, and must not"),
    ("int x = \"\";\n", "names no message to expect"),
    ("// compiles\nint x = \"\";\n", "must compile"),
    ("// compiles\nint x = 0;\n", ""),
]


def harness_can_fail(include, compiler):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "case.cpp"

        def told(text):
            path.write_text(text)
            return fault_of(path, include, compiler) or ""
        return all(told(text).startswith(why) and bool(told(text)) == bool(why) for text, why in KINDS)


def main():
    include, compiler = sys.argv[1:]
    cases = sorted((pathlib.Path(__file__).parent / "cases").glob("*.cpp"))
    failed = 0
    for path in cases:
        fault = fault_of(path, include, compiler)
        if fault:
            failed += 1
            print(f"{path.name}: {fault}")
    if not harness_can_fail(include, compiler):
        failed += 1
        print("the harness accepts cases that it must refuse")
    print(f"{len(cases) + 1 - failed} passed, {failed} failed")
    return 1 if failed or len(cases) < 2 else 0


sys.exit(main())
