# SPDX-License-Identifier: BSL-1.0
"""Dates of the record, as the tests read them: a cell is a day known within bounds, both included."""
import calendar
import datetime
import functools

NEVER = datetime.date.max
DAY = datetime.timedelta(days=1)


def bounds_of_one(text):
    """The first and last day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean."""
    parts = [int(part) for part in text.split("-")]
    year, month, day = (parts + [None, None])[:3]
    first = datetime.date(year, month or 1, day or 1)
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return first, datetime.date(year, last_month, last_day)


@functools.lru_cache(maxsize=None)
def bounds(text):
    """The bounds of a date cell, both included; None of an empty one."""
    if not text:
        return None
    first, _, last = text.partition("/")
    if last == "..":
        return bounds_of_one(first)[0], NEVER
    return bounds_of_one(first)[0], bounds_of_one(last or first)[1]


def first_day(text):
    return bounds(text)[0] if text else None


def around(when):
    return [day + shift for day in when if day != NEVER for shift in (-DAY, 0 * DAY)]


def days_around(*cells):
    """The days at which an answer may change: each bound and the day before it."""
    return sorted({day for cell in cells for day in around(bounds(cell) or ())})
