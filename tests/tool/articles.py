#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""articles.py TOOL TABLES [ARTICLES]: a reader of an article finds its statements with `armsledger report`.

TABLES has one file an article, named after its source: the paragraph, a statement in other words, the names and
numbers it mentions, the arguments of `report`, and what one row of the answer has, as `column=value` or
`column~part`. That row must have the article among its sources and, where it has a locator, the paragraph in it.
ARTICLES is the folder of the texts. Where it exists, every name and number of a paragraph must be a mention.
"""
import csv
import functools
import pathlib
import re
import subprocess
import sys

# The texts in the order of their file names; a paragraph is a line that is not blank, the title the first.
ARTICLES = ["csmonitor-2015", "is-weapons-sourced-2015", "celebcafe-us-weapons-2015", "vice-2015",
            "celebcafe-reckless-trading-2015"]
NUMBERS = set("""one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
hundred hundreds thousand thousands million millions billion billions dozen dozens tens decade decades half third
quarter first second double doubled twice several multiple majority bulk today yesterday tomorrow year years month
months week weeks""".split())
# Plain words that the texts have with a capital only, at the head of a sentence or in a headline.
PLAIN = set("""although blames did follow foto go got however major number poised poor related score shopping study
subscribe systemic travelled victory watch we you've""".split())


def tables(folder):
    """The article, the place of the row in its file, and the row."""
    for article in ARTICLES:
        file = folder / f"{article}.csv"
        with file.open(encoding="utf-8", newline="") as opened:
            reader = csv.DictReader(opened)
            for row in reader:
                yield article, f"{file}:{reader.line_num}", row


@functools.cache
def answer(tool, query):
    done = subprocess.run([tool, "report", *query.split(), "--format=csv"], capture_output=True, text=True)
    return list(csv.DictReader(done.stdout.splitlines()))


def named(locator):
    """The paragraphs that an entry like "paragraphs 17-20" or "paragraphs 33, 35" names."""
    found = re.fullmatch(r"paragraphs? ([\d, -]+)", locator)
    ranges = [part.split("-") for part in found[1].split(", ")] if found else []
    return {n for ends in ranges for n in range(int(ends[0]), int(ends[-1]) + 1)}


def unmet(found, article, row):
    """What the row of the table wants and the row of the answer has not."""
    conditions = [re.fullmatch(r"(\w+)([=~])(.*)", c).groups() for c in row["expected"].split(";")]
    faults = [f"{column}{how}{value}" for column, how, value in conditions
              if not (value == found.get(column) if how == "=" else value in found.get(column, ""))]
    sources = found["sources"].split(";")
    if article not in sources:
        return faults + [f"sources~{article}"]
    if "locator" in found:
        entries = found["locator"].split("; ")
        entries = entries * len(sources) if len(entries) == 1 else entries
        if int(row["paragraph"]) not in named(dict(zip(sources, entries, strict=True))[article]):
            faults.append(f"paragraph {row['paragraph']}")
    return faults


def words(text):
    """The words, and whether one begins a sentence; without possessive and closing marks."""
    for found in re.finditer(r"[@$]?[A-Za-z0-9][A-Za-z0-9.,/’'-]*", text):
        before = text[:found.start()].rstrip(" \"“‘'")
        yield re.sub(r"[.,’'/-]*([’']s)?[.,’'/-]*$", "", found[0]), not before or before[-1] in ".!?:—,>"


def wanted(text, plain):
    """The names and numbers of a paragraph: words with digits, of number or time, or with a capital of their own."""
    found = list(words(text))
    headline = sum(word[0].isupper() for word, _ in found) * 2 > len(found)
    for word, begins in found:
        ordinary = (begins or headline) and word.lower() in plain and (word.istitle() or len(word) > 2)
        if re.search(r"\d", word) or set(word.lower().split("-")) & NUMBERS or word != word.lower() and not ordinary:
            yield word


def incomplete(texts, rows):
    """For every paragraph what is wrong with the mentions: names and numbers they lack, words the text lacks."""
    texts = [[line for line in text.read_text(encoding="utf-8").splitlines() if line.strip()] for text in texts]
    plain = PLAIN | {word for text in texts for line in text for word, _ in words(line) if word.islower()}
    for article, text in zip(ARTICLES, texts, strict=True):
        for paragraph, line in enumerate(text, 1):
            mentions = [m for a, _, row in rows if a == article and int(row["paragraph"]) == paragraph
                        for m in row["mentions"].split(";")]
            covered = {word for m in mentions for word, _ in words(m)}
            faults = [f"no row mentions {word}" for word in wanted(line, plain) if word not in covered]
            faults += [f"does not have '{m}'" for m in mentions if not re.search(rf"(?<!\w){re.escape(m)}(?!\w)", line)]
            yield faults and f"{article} paragraph {paragraph}: {'; '.join(faults)}"


def main():
    tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    rows = list(tables(folder))
    tests = []
    for article, place, row in rows:
        faults = min((unmet(found, article, row) for found in answer(tool, row["query"])), key=len, default=["any row"])
        tests.append(faults and f"{place}: `report {row['query']}` lacks {'; '.join(faults)}")
    if len(sys.argv) > 3 and pathlib.Path(sys.argv[3]).is_dir():
        tests += incomplete(sorted(pathlib.Path(sys.argv[3]).glob("*.txt")), rows)
    failed = [fault for fault in tests if fault]
    print(*failed, f"{len(tests) - len(failed)} passed, {len(failed)} failed", sep="\n")
    return 1 if failed else 0


sys.exit(main())
