#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py INCLUDE COMPILER...: the same answers under every compiler, standard and flag that is supported.

Two translation units that ask everything are built in each way, and each build must print the same number. A
compiler, library or linker that is not installed is named as absent.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
NEXT_STANDARD = "-std=c++2b"  # as all compilers here spell C++23
WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Werror".split()
STRICTEST = {
    "g++": WARNINGS + ["-Wsign-conversion", "-Wuseless-cast", "-Wduplicated-cond", "-Wduplicated-branches", "-Wlogical-op",
                       "-Wcast-qual", "-Wcast-align", "-Wundef", "-Wredundant-decls", "-Wnon-virtual-dtor", "-Wformat=2",
                       "-Wnull-dereference", "-Wdouble-promotion", "-Wextra-semi", "-Wzero-as-null-pointer-constant"],
    # All, but what older standards lack, padding, pointers used as arrays, and switches with a default.
    "clang": WARNINGS + ["-Weverything", "-Wno-c++98-compat", "-Wno-c++98-compat-pedantic", "-Wno-c++20-compat",
                         "-Wno-pre-c++20-compat-pedantic", "-Wno-padded", "-Wno-unsafe-buffer-usage", "-Wno-switch-enum",
                         "-Wno-switch-default", "-Wno-unknown-warning-option"],
}


class Builds:
    """Builds of one compiler in a folder; each must compile, and print what the first printed."""

    def __init__(self, include, compiler, folder, passed, failed):
        self.include, self.compiler, self.folder = include, compiler, pathlib.Path(folder)
        self.passed, self.failed = passed, failed

    def compile(self, flags, *arguments):
        command = self.compiler + ["-std=c++20", "-I", self.include] + flags + list(map(str, arguments))
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        return "" if done.returncode == 0 else done.stderr.strip()[:2000]

    def object(self, source, flags, name):
        fault = self.compile(WARNINGS + flags + ["-c"], HERE / source, "-o", name)
        return fault

    def tell(self, what, fault):
        label = " ".join(self.compiler) + ": " + what
        if fault:
            self.failed.append(f"{label}: {fault}")
        else:
            self.passed.append(label)

    def answers(self, what, program, environment=None):
        done = subprocess.run([self.folder / program], capture_output=True, text=True, env=environment)
        said = done.stdout.strip()
        expected = Builds.expected = getattr(Builds, "expected", said)
        if done.returncode != 0:
            self.tell(what, f"two translation units differ, or it broke off: {done.returncode} {done.stderr}")
        else:
            self.tell(what, "" if said == expected and len(said) == 16 else f"answers {said}, not {expected}")

    def pair(self, what, flags, other):
        """The program of main.cpp built with the flags, and of another object."""
        fault = self.object("main.cpp", flags, "main.o") or self.compile(flags, "main.o", other, "-o", "pair")
        if fault:
            self.tell(what, fault)
        else:
            self.answers(what, "pair")


def of_flags(builds):
    """Optimisation and standard; the other translation unit is always built for speed, as a library may be."""
    fault = builds.object("other.cpp", ["-O2"], "other.o")
    if fault:
        return builds.tell("-O2", fault)
    for flags in (["-O0"], ["-O2"], ["-O3"], ["-Os"], ["-O1", NEXT_STANDARD]):
        builds.pair(" ".join(flags), flags, "other.o")


def without_exceptions(builds):
    flags = ["-O0", "-fno-exceptions", "-fno-rtti"]
    fault = builds.object("other.cpp", flags, "bare.o")
    if fault:
        return builds.tell(" ".join(flags), fault)
    builds.pair(" ".join(flags), flags, "bare.o")


def at_link_time(builds):
    flags = ["-O1", "-flto", "-Werror=odr"] if "clang" not in builds.compiler[0] else ["-O1", "-flto"]
    (builds.folder / "empty.cpp").write_text("int main() {}\n")
    if builds.compile(["-flto"], "empty.cpp", "-o", "empty"):
        return print(f"{builds.compiler[0]}: absent: a linker for -flto")
    fault = builds.object("other.cpp", flags, "whole.o")
    if fault:
        return builds.tell("-flto", fault)
    builds.pair("-flto", flags, "whole.o")


def shared_library(builds):
    """A shared library and its user, each with the headers inside."""
    fault = (builds.object("other.cpp", ["-O0", "-fPIC"], "shared.o")
             or builds.compile(["-shared"], "shared.o", "-o", "libother.so")
             or builds.object("main.cpp", ["-O0"], "main.o")
             or builds.compile([], "main.o", "-L.", "-lother", f"-Wl,-rpath,{builds.folder}", "-o", "user"))
    if fault:
        return builds.tell("a shared library", fault)
    builds.answers("a shared library", "user")


def strictest(builds):
    # Some of g++'s warnings come from its optimiser alone.
    flags = STRICTEST["clang"] + ["-fsyntax-only"] if "clang" in builds.compiler[0] else STRICTEST["g++"] + ["-O2", "-c"]
    builds.tell("the strictest warnings", builds.compile(flags, HERE / "other.cpp"))


def without_heap(builds):
    """No heap and no exceptions in the symbols of a program that screens."""
    fault = builds.compile(WARNINGS + ["-O2", "-fno-exceptions"], HERE / "no_heap.cpp", "-o", "no_heap")
    if fault:
        return builds.tell("a program without a heap", fault)
    symbols = subprocess.run(["nm", "-C", builds.folder / "no_heap"], check=True, capture_output=True, text=True).stdout
    heap = [line.strip() for line in symbols.splitlines()
            if any(word in line for word in ("malloc", "calloc", "realloc", "free@", "operator new", "__cxa_throw",
                                             "__cxa_guard", "typeinfo"))]
    ran = subprocess.run([builds.folder / "no_heap"]).returncode
    builds.tell("a program without a heap", f"has {heap}" if heap else f"exits with {ran}" if ran else "")


def every_way(builds):
    for way in (of_flags, without_exceptions, at_link_time, shared_library, strictest, without_heap):
        way(builds)


def compilers(named):
    """Those named, and clang++ 19 with either library where it is installed."""
    yield from ([name] for name in named)
    newest = shutil.which("clang++-19")
    if not newest:
        return print("absent: clang++-19")
    for library in ("libstdc++", "libc++"):
        command = [newest, "-stdlib=" + library]
        probe = subprocess.run(command + ["-x", "c++", "-", "-o", "/dev/null"], input="#include <optional>\nint main() {}\n",
                               capture_output=True, text=True)
        if probe.returncode == 0:
            yield command
        else:
            print(f"absent: clang++-19 with {library}")


def main():
    include, named = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:]
    passed, failed = [], []
    for compiler in compilers(named):
        with tempfile.TemporaryDirectory() as folder:
            every_way(Builds(include, compiler, folder, passed, failed))
    print("\n".join(failed))
    print(f"{len(passed)} passed, {len(failed)} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
