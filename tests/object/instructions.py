#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""instructions.py INCLUDE COMPILER: how many instructions a query takes.

Each question is asked many times of queries that are made beforehand, once and twice over; the difference, counted by
cachegrind, is what the queries take, loop and reading of the query included. A count does not depend on the machine's
load, as a time does. A limit is the bar of the design for the codes, and otherwise a tenth above what it takes. Of codes
that are and of codes that are none the count is the same: no branch tells them apart.
"""
import os
import re
import subprocess
import sys
import tempfile

COUNT = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
QUERIES = 4096
PROGRAM = r"""
#include <armsledger/armsledger.hpp>
#include <armsledger/ladder.hpp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>
namespace al = armsledger;
struct query {
    char code[4];
    std::uint8_t exporter, importer, user, type;
    std::uint16_t number;
    std::int32_t day;
};
int main(int, char** argv) {
    std::vector<query> queries(QUERIES);
    std::uint32_t seed = 1;
    const auto below = [&](std::uint32_t n) { return (seed = seed * 1664525U + 1013904223U, (seed >> 8) % n); };
    for (query& q : queries) {
        q = {{}, static_cast<std::uint8_t>(below(205)), static_cast<std::uint8_t>(below(205)),
             static_cast<std::uint8_t>(below(6)), static_cast<std::uint8_t>(below(69)), 0,
             7305 + static_cast<std::int32_t>(below(13000))};
        const al::text_view code = al::alpha3(static_cast<al::state>(q.exporter));
        const bool known = below(2) < KNOWN;  // of two
        q.number = known ? al::numeric(static_cast<al::state>(q.exporter)).value_or(4) : below(1000);
        for (std::size_t i = 0; i < 3; ++i) {
            q.code[i] = known ? code[i] : static_cast<char>('A' + below(26));
        }
    }
    al::snapshot law = al::at(al::date::from_days(16776));
    unsigned sum = 0;
    for (int times = std::atoi(argv[1]); times > 0; --times) {
        for (const query& q : queries) {
            const al::date day = al::date::from_days(q.day);
            const auto exporter = static_cast<al::state>(q.exporter), importer = static_cast<al::state>(q.importer);
            const auto user = static_cast<al::end_user>(q.user);
            const auto type = static_cast<al::weapon_type>(q.type);
            (void)day, (void)exporter, (void)importer, (void)user, (void)type;
            sum += static_cast<unsigned>(QUESTION);
        }
    }
    std::printf("%u\n", sum);
}
"""
FIND = "al::find_alpha{n}(al::text_view{{q.code, {n}}}).value_or(al::state{{255}})"
# question, expression, limit on g++, on clang++
QUESTIONS = [
    ("alpha-3", FIND.format(n=3), 24, 24),
    ("alpha-2", FIND.format(n=2), 24, 24),
    ("numeric", "al::find_numeric(q.number).value_or(al::state{255})", 10, 8),
    ("standing on a day", "al::standing_of(exporter, al::treaty::att, day)", 47, 62),
    ("phases in force on a day", "al::phases_in_force(importer, day).possible", 49, 36),
    ("rung on a day", "al::rung_on(importer, user, type, al::issuer::un, day)", 77, 95),
    ("outcome in a snapshot", "law.outcome(exporter, importer, user, type)", 152, 211),
    ("a plane's bit", "law.parties_to(al::treaty::att).contains(exporter)", 57, 16),
]
CODES = QUESTIONS[:3]


def count(program, times):
    said = subprocess.run(COUNT + [program, str(times)], check=True, capture_output=True, text=True).stderr
    return int(re.search(r"I\s+refs:\s+([\d,]+)", said)[1].replace(",", ""))


def a_query(include, compiler, expression, folder, known=1):
    source, program = os.path.join(folder, "program.cpp"), os.path.join(folder, "program")
    with open(source, "w") as out:
        out.write(PROGRAM)
    subprocess.run(compiler.split() + ["-std=c++20", "-O2", "-I", include, f"-DQUERIES={QUERIES}",
                                       f"-DKNOWN={known}", f"-DQUESTION={expression}", source, "-o", program], check=True)
    return (count(program, 3) - count(program, 1)) / (2 * QUERIES)


def main():
    include, compiler = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, expression, gcc, clang in QUESTIONS:
            limit = clang if "clang" in compiler else gcc
            taken = a_query(include, compiler, expression, folder)
            failed += taken > limit
            print(f"{name}: {taken:.1f} instructions a query (limit {limit})")
        for name, expression, *_ in CODES:
            misses, hits = (a_query(include, compiler, expression, folder, known) for known in (0, 2))
            failed += abs(misses - hits) > 0.05  # to print the sum takes more or less
            print(f"{name}: {hits:.2f} of codes that are, {misses:.2f} of codes that are none")
    print(f"{len(QUESTIONS) + len(CODES) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
