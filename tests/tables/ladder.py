# SPDX-License-Identifier: BSL-1.0
"""What embargoes let through, read anew from data/*.csv: the reference that compare.py holds the library to.

The rules of reading are those of the head of permission.hpp. Where the record leaves open whether an item falls
in a class, every way that it may be is read; where they differ the answer is `unknown`.
"""
import collections
import itertools

import days
from days import DAY, NEVER, bounds, first_day

# From the lightest. What is not settled is more than any permission and less than a ban.
RUNGS = ["free", "notification", "no_objection", "approval", "unknown", "outside_coverage", "prohibited"]
STRICT = {rung: number for number, rung in enumerate(RUNGS)}
FORCES = ["mandatory", "voluntary", "political"]
END_USERS = ["government", "non_governmental_forces", "peacekeepers", "humanitarian_media", "other_state_forces"]
EVERYONE = "any_other"
LISTED = "listed_group"
CLAIMS = ["none", "humanitarian", "personal-protection", "security-assistance", "peace-agreement", "peacekeeping",
          "demining", "conservation", "civil-use", "relief", "held-before", "outside-area", "old-contract"]
BIT = {claim: 1 << number for number, claim in enumerate(CLAIMS)}
ALL, REST = "all-arms", "other-arms"
YES, NO, UNKNOWN, OUTSIDE = "yes", "no", "unknown", "outside_coverage"


def either(a, b):
    return YES if YES in (a, b) else UNKNOWN if UNKNOWN in (a, b) else OUTSIDE if OUTSIDE in (a, b) else NO


def both(a, b):
    return NO if NO in (a, b) else OUTSIDE if OUTSIDE in (a, b) else UNKNOWN if UNKNOWN in (a, b) else YES


def by(when, day):
    """Whether what happened on a day known within bounds had happened."""
    return YES if when[1] <= day else UNKNOWN if when[0] <= day else NO


def within(since, until, day):
    """Whether a day is in a half-open period whose ends are known within bounds; empty ends are open."""
    ended = by(bounds(until), day) if until else NO
    return both(by(bounds(since), day) if since else YES, {YES: NO, NO: YES}.get(ended, ended))


def agreed(answers):
    answers = set(answers)
    return answers.pop() if len(answers) == 1 else UNKNOWN
