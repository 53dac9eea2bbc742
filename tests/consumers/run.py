#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py SOURCE COMPILER...: each way to use the library that the README shows works for one who has only that.

The consumers are made with the first compiler; the single header is compiled with all of them. SOURCE is published as
a repository in a temporary folder, which stands for the address that the consumers name.
"""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

SOURCE, COMPILERS = pathlib.Path(sys.argv[1]), [c.split() for c in sys.argv[2:]]
CONSUMERS = SOURCE / "tests" / "consumers"
ADDRESS = "https://example.org/armsledger.git"
ANSWER = "prohibited: Decision 2011/782/CFSP\n"
STRICT = "-std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Werror -fsyntax-only".split()
# What compiles against the single header as against the folder: facts of the umbrella, and what uses headers beside it.
SOURCES = [SOURCE / "tests" / "static" / "answers.cpp", SOURCE / "examples" / "diversion.cpp"]
# What a program may ask find_package for: our version file must answer as the one that CMake writes.
REQUESTS = ["0", "0.0.1", "0.1", "0.1 EXACT", "0.1.0", "0.1.0 EXACT", "0.1.1", "0.2", "1", "0...1", "0...<1",
            "0...<1.1", "0.0.1...0.0.2", "0.1...0.2", "0.1...0.1.0", "0.0.1...<0.1.0", "0.2...0.3", "0...2", "1...2"]
COMPARE = """
cmake_minimum_required(VERSION 3.20)
project(compare LANGUAGES NONE)
include(CMakePackageConfigHelpers)
set(theirs ${CMAKE_BINARY_DIR}/share/cmake/theirs)
write_basic_package_version_file(${theirs}/theirs-config-version.cmake
  VERSION @version@ COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
file(WRITE ${theirs}/theirs-config.cmake "")
set(ours ${CMAKE_BINARY_DIR}/share/cmake/ours)
configure_file(@installed@/armsledger-config-version.cmake ${ours}/ours-config-version.cmake COPYONLY)
file(WRITE ${ours}/ours-config.cmake "")
foreach(request "@requests@")
  separate_arguments(words UNIX_COMMAND ${request})
  foreach(package theirs ours)
    unset(${package}_DIR CACHE)
    find_package(${package} ${words} QUIET CONFIG PATHS ${CMAKE_BINARY_DIR} NO_DEFAULT_PATH)
    message("${package} ${request}: ${${package}_FOUND}")
  endforeach()
endforeach()
"""


class Fault(Exception):
    """Why a way does not work."""


def require(condition, why):
    if not condition:
        raise Fault(why)


class User:
    """Somebody with a compiler called c++, a home and the address of the repository, and nothing of ours set."""

    def __init__(self, folder):
        self.folder = folder
        self.prefix = folder / "home" / ".local"
        (folder / "bin").mkdir()
        (folder / "home").mkdir()
        compiler = folder / "bin" / "c++"
        # By its path, as it may itself be called c++.
        first = [shutil.which(COMPILERS[0][0]), *COMPILERS[0][1:]]
        compiler.write_text(f'#!/bin/sh\nexec {shlex.join(first)} "$@"\n')
        compiler.chmod(0o755)
        self.environment = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder / "home"),
                            "LC_ALL": "C.UTF-8"}

    def run(self, *command, at=""):
        done = subprocess.run(command, cwd=self.folder / at, env=self.environment, capture_output=True, text=True)
        said = done.stdout + done.stderr
        said = said if len(said) < 4000 else f"{said[:2000]}\n...\n{said[-2000:]}"
        require(done.returncode == 0, f"{' '.join(map(str, command))}\n{said}")
        return done.stdout

    def publish(self):
        """What stands in SOURCE, committed or not, without what its .gitignore names."""
        git = ["git", f"--git-dir={self.folder / 'armsledger.git'}", f"--work-tree={SOURCE}",
               "-c", "user.name=nobody", "-c", "user.email=nobody@example.org"]
        self.run(*git, "init", "-q", "-b", "main")
        self.run(*git, "add", "-A", at=SOURCE)
        self.run(*git, "commit", "-q", "-m", "Publish")

    def project(self, name):
        """A copy of a consumer, with the program and the true address."""
        made = self.folder / name
        for path in [CONSUMERS / "program.cpp", *files_of(CONSUMERS / name)]:
            copy = made / ("program.cpp" if path.name == "program.cpp" else path.relative_to(CONSUMERS / name))
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(path.read_text().replace(ADDRESS, f"file://{self.folder}/armsledger.git"))
        return made

    def build(self, name):
        """Builds a consumer as it says and has the program answer; returns its folder and what was said."""
        made = self.project(name)
        said = self.run("sh", "-e", "build.sh", at=name)
        program = next(p for p in (made / "program", made / "build" / "program") if p.exists())
        answer = self.run(program)
        require(answer == ANSWER, f"the program answers {answer!r}, and not {ANSWER!r}")
        return made, said


def files_of(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def version():
    return re.search(r'library_version = "(.+?)"', (SOURCE / "include/armsledger/version.hpp").read_text())[1]


def edition():
    return (SOURCE / "data" / "edition.csv").read_text().splitlines()[1].split(",")[0]


def copied(user):
    user.build("copied")


def shims(folder, header):
    """Headers of the names that programs include, each of which is the single one."""
    for path in (SOURCE / "include" / "armsledger").glob("*.hpp"):
        shim = folder / "armsledger" / path.name
        shim.parent.mkdir(parents=True, exist_ok=True)
        shim.write_text(f'#include "{header}"\n')
    return folder


def single_header(user):
    made, _ = user.build("single_header")
    header = made / "armsledger" / "build" / "armsledger.hpp"
    first = header.read_bytes()
    user.run("meson", "compile", "-C", "armsledger/build", "single_header", at=made)
    require(header.read_bytes() == first, "the header written twice differs")
    require(f"armsledger {version()}, data edition {edition()}:" in first[:500].decode(), "does not say what it is")
    written = re.findall(r"^// (armsledger/\S+\.hpp)$", first.decode(), re.M)
    public = [f"armsledger/{path.name}" for path in sorted((SOURCE / "include" / "armsledger").glob("*.hpp"))]
    require(set(public) <= set(written), f"lacks {[name for name in public if name not in written]}")
    include = shims(user.folder / "shims", header)
    for compiler in COMPILERS:
        for source in SOURCES:
            user.run(*compiler, *STRICT, f"-I{include}", source)


def installed(user):
    made = user.project("installed")
    user.run("sh", "-e", "install.sh", at=made)
    include = SOURCE / "include"
    wanted = {f"include/{path.relative_to(include)}" for path in files_of(include)} | {
        "share/cmake/armsledger/armsledger-config.cmake", "share/cmake/armsledger/armsledger-config-version.cmake",
        "share/pkgconfig/armsledger.pc", "share/licenses/armsledger/LICENSE", "share/licenses/armsledger/data/LICENSE"}
    found = {str(path.relative_to(user.prefix)) for path in files_of(user.prefix)}
    require(found == wanted, f"lacks {sorted(wanted - found)}; has besides {sorted(found - wanted)}")


def pkg_config(user):
    made, said = user.build("pkg_config")
    require(said == edition() + "\n", f"the edition of the data is {edition()}, and not {said!r}")
    said = user.run("pkg-config", "--modversion", user.prefix / "share" / "pkgconfig" / "armsledger.pc", at=made)
    require(said == version() + "\n", f"the version is {version()}, and not {said!r}")


def cmake_package(user):
    user.build("cmake_package")


def other_major_version(user):
    """CMake refuses it, and says which version there is."""
    made = user.project("cmake_package")
    lists = made / "CMakeLists.txt"
    lists.write_text(lists.read_text().replace("armsledger 0.1", "armsledger 1"))
    done = subprocess.run(["cmake", "-B", "refused", f"-DCMAKE_PREFIX_PATH={user.prefix}"], cwd=made,
                          env=user.environment, capture_output=True, text=True)
    said = " ".join(done.stderr.split())
    require(done.returncode != 0, "is accepted")
    for words in ('compatible with requested version "1"', f"armsledger-config.cmake, version: {version()}"):
        require(words in said, f"CMake does not say {words!r}, but: {said}")
    print(f"find_package(armsledger 1): {said}")


def versions_as_cmake(user):
    folder = user.folder / "compare"
    folder.mkdir()
    values = {"version": version(), "requests": '" "'.join(REQUESTS),
              "installed": user.prefix / "share" / "cmake" / "armsledger"}
    (folder / "CMakeLists.txt").write_text(re.sub("@(.+?)@", lambda m: str(values[m[1]]), COMPARE))
    said = user.run("sh", "-c", "cmake -B build 2>&1", at=folder)
    ours, theirs = (re.findall(rf"^{package} (.*)", said, re.M) for package in ("ours", "theirs"))
    require(len(ours) == len(theirs) == len(REQUESTS), said)
    require({answer[-1] for answer in theirs} == {"0", "1"}, f"all are answered alike: {theirs}")
    for ours, theirs in zip(ours, theirs):
        require(ours == theirs, f"says {ours}, and CMake's own {theirs}")


def cmake_fetch(user):
    made, _ = user.build("cmake_fetch")
    user.run("cmake", "-S", "build/_deps/armsledger-src/.cmake", "-B", "alone", at=made)
    said = re.search("CMAKE_PROJECT_VERSION:.*=(.*)", (made / "alone" / "CMakeCache.txt").read_text())[1]
    require(said == version(), f"the version is {version()}, and not {said}")


def meson_subproject(user):
    made, _ = user.build("meson_subproject")

    def known(what):
        return json.loads(user.run("meson", "introspect", f"--{what}", "build", at=made))

    require([t["name"] for t in known("targets")] == ["program"], f"builds more than the program: {known('targets')}")
    for what in ("tests", "benchmarks", "installed"):
        require(not known(what), f"brings {what} of ours: {known(what)}")
    said = {d["name"]: d["version"] for d in known("projectinfo")["subprojects"]}
    require(said == {"armsledger": version()}, f"the version is {version()}, and not {said}")


def readme(_):
    """Its section is the files of the consumers without their first lines, all of them and nothing else."""
    section = re.search(r"^## Ways in\n(.*?)^## ", (SOURCE / "README.md").read_text(), re.M | re.S)
    require(section, "has no section on the ways in")
    shown = re.findall(r"^```\w+\n(.*?)^```$", section[1], re.M | re.S)
    texts = {path: path.read_text().split("\n", 1)[1] for path in files_of(CONSUMERS) if path.name != "run.py"}
    for block in shown:
        require(block in texts.values(), f"shows what no consumer is:\n{block}")
    for path, text in texts.items():
        require(text in shown, f"does not show {path.relative_to(CONSUMERS)}")


WAYS = [readme, copied, single_header, installed, pkg_config, cmake_package, other_major_version, versions_as_cmake,
        cmake_fetch, meson_subproject]


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        user = User(pathlib.Path(name).resolve())
        user.publish()
        for way in WAYS:
            try:
                way(user)
            except (Fault, OSError) as fault:
                failed += 1
                print(f"{way.__name__}: {fault}")
    print(f"{len(WAYS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
