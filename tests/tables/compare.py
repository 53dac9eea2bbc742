#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compares the compiled tables with data/*.csv, cell by cell.

    compare.py DATA_DIR DUMP              runs the program DUMP (dump.cpp) and compares what it prints
    compare.py DATA_DIR --questions       prints the questions that DUMP reads
    compare.py DATA_DIR < output of DUMP  compares

It shares no code with the generator: it reads dates, folds names, computes entries into force, draws the
edges of custody, weighs claims against each other and climbs the ladder of permission (ladder.py) anew.
"""
import collections
import csv
import datetime
import decimal
import io
import itertools
import json
import os
import re
import subprocess
import sys
import unicodedata

sys.dont_write_bytecode = True
import ladder  # noqa: E402
from days import DAY, NEVER, around, bounds, days_around, first_day  # noqa: E402

# How a file is compared. `key` identifies a row. `spans` are dates known within bounds, `days` are dates
# of which the tables keep the first possible day, `sets` are lists without order. All else is text.
Spec = collections.namedtuple("Spec", "key spans days sets")


def spec(key, spans="", days="", sets=""):
    return Spec(key.split(), spans.split(), days.split(), sets.split())


FILES = {
    "edition.csv": spec("edition", days="published"),
    "coverage.csv": spec("table", days="first last"),
    "sources.csv": spec("source"),
    "states.csv": spec("state"),
    "existence.csv": spec("state from", days="from until"),
    "state_names.csv": spec("state kind name from", spans="from until"),
    "ambiguous_names.csv": spec("row"),
    "succession.csv": spec("predecessor successor date", days="date"),
    "bodies.csv": spec("body"),
    "memberships.csv": spec("body state kind from", spans="from until"),
    "treaties.csv": spec("treaty", days="adopted entry_into_force"),
    "treaty_status.csv": spec(
        "treaty participant", spans="consent entry_into_force",
        days="signature provisional_application withdrawal_notified withdrawal_effective"),
    "treaty_notices.csv": spec("treaty participant date", days="date"),
    "regimes.csv": spec("regime"),
    "embargo_phases.csv": spec("regime territory target from", spans="from until", days="adopted term", sets="scope"),
    "contested.csv": spec("contest position", sets="subject"),
    "groups.csv": spec("group", sets="states"),
    "group_names.csv": spec("group name from", spans="from until"),
    "group_listings.csv": spec("group regime from", days="from until"),
    "schemes.csv": spec("scheme"),
    "categories.csv": spec("scheme code valid_from", spans="valid_from"),
    "crosswalk.csv": spec("from_scheme from_code to_scheme to_code"),
    "weapon_types.csv": spec("type"),
    "weapon_type_categories.csv": spec("type scheme from", spans="from"),
    "item_classes.csv": spec("class", sets="categories"),
    "item_class_types.csv": spec("class regime type"),
    "embargo_acts.csv": spec("regime territory target phase from", spans="phase from until"),
    "embargo_cells.csv": spec("regime territory phase recipient item direction claim from", spans="phase",
                              days="from until contract_before"),
    "embargo_binding.csv": spec("issuer force", days="since"),
    "embargo_stood_aside.csv": spec("regime state from", days="from until"),
    "outside_rules.csv": spec("rule", days="from until"),
    "articles.csv": spec("treaty article", sets="duty_on applies_to"),
    "report_suppliers.csv": spec("state role from until source", days="from until"),
    "report_actors.csv": spec("actor"),
    "report_measures.csv": spec("measure"),
    "report_claims.csv": spec("claim", days="from until", sets="states"),
    "report_weapons.csv": spec("weapon", sets="design makers"),
    "report_transfers.csv": spec("transfer account", days="from until"),
    "report_acquisitions.csv": spec("acquisition", days="from until", sets="states"),
    "report_recommendations.csv": spec("recommendation", sets="states"),
    "report_routes.csv": spec("row", days="since until"),
}

NOT_A_TABLE = {"left_out.csv"}
# Files all of whose columns are compared by questions alone.
ASKED = {"report_weapon_names.csv": {"weapon", "name", "row"}}

LOOKUPS = "look-ups"
# Columns that the tables do not print, and where they are compared instead or why they are not.
ELSEWHERE = {
    ("ambiguous_names.csv", "name"): LOOKUPS,
    ("ambiguous_names.csv", "candidates"): LOOKUPS,
    ("ambiguous_names.csv", "from"): LOOKUPS,
    ("ambiguous_names.csv", "until"): LOOKUPS,
    ("ambiguous_names.csv", "reason"): LOOKUPS,
    ("bodies.csv", "aliases"): LOOKUPS,
    ("treaties.csv", "aliases"): LOOKUPS,
    ("weapon_types.csv", "aliases"): LOOKUPS,
    ("schemes.csv", "valid_from"): LOOKUPS + " (classify)",
    ("coverage.csv", "note"): "not compiled: a word to readers of the data",
    ("state_names.csv", "note"): "not compiled: a word to readers of the data",
}

# Entry into force, by the rules of the treaties.


def sixth_month_after(day):
    month = day.month - 1 + 6
    return datetime.date(day.year + month // 12, month % 12 + 1, 1)


def att_rule(deposit):
    general = datetime.date(2014, 12, 24)
    return general if deposit <= general else deposit + 90 * DAY


def apmbc_rule(deposit):
    early = deposit <= datetime.date(1998, 9, 16)
    return datetime.date(1999, 3, 1) if early else sixth_month_after(deposit)


def ccm_rule(deposit):
    early = deposit <= datetime.date(2010, 2, 16)
    return datetime.date(2010, 8, 1) if early else sixth_month_after(deposit)


def firearms_protocol_rule(deposit):
    return max(deposit + 30 * DAY, datetime.date(2005, 7, 3))


RULES = {"att": att_rule, "apmbc": apmbc_rule, "ccm": ccm_rule, "firearms-protocol": firearms_protocol_rule}


def entry_into_force(row):
    """The bounds that the tables should hold: those of the cell, or of the rule where it is empty."""
    consent = bounds(row["consent"])
    if row["entry_into_force"] or not consent or row["consent_kind"] == "succession":
        return bounds(row["entry_into_force"])
    rule = RULES[row["treaty"]]
    return rule(consent[0]), NEVER if consent[1] == NEVER else rule(consent[1])


# Reading.

Row = collections.namedtuple("Row", "line cells")


def read_data(folder, name):
    """The rows of a data file, each with its line and its number as the cell `row`."""
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return [Row(reader.line_num, {**cells, "row": str(number)}) for number, cells in enumerate(reader)]


def read_dump(text):
    """The sections of a dump, each a list of rows."""
    sections = {}
    for part in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        name, _, table = part.partition("\n")
        sections[name] = list(csv.DictReader(io.StringIO(table)))
    return sections


class Result:
    def __init__(self):
        self.passed = 0
        self.failures = []

    def compare(self, where, data, table):
        if data == table:
            self.passed += 1
        else:
            self.failures.append(f"{where}: data says {shown(data)}, table says {shown(table)}")

    def fail(self, message):
        self.failures.append(message)


def shown(value):
    if isinstance(value, datetime.date):
        return "never" if value == NEVER else value.isoformat()
    if isinstance(value, (tuple, frozenset)):
        return "[" + ", ".join(shown(item) for item in (value if isinstance(value, tuple) else sorted(value))) + "]"
    return "nothing" if value in (None, "") else f"'{value}'"


# Cells.


def meaning(file, column, row):
    """What a cell says, apart from how it is written."""
    cell, how = row[column], FILES[file]
    if column in how.spans:
        return bounds(cell)
    if column in how.days:
        return first_day(cell)
    if column in how.sets:
        return frozenset(cell.split(";")) - {""}
    return cell


def expected(file, column, row):
    if (file, column) == ("treaty_status.csv", "entry_into_force"):
        return entry_into_force(row)
    return meaning(file, column, row)


def key_of(file, row):
    return tuple(meaning(file, column, row) for column in FILES[file].key)


def compare_columns(result, file, data, table):
    """Every column of the data is in the table or explained, and the reverse."""
    in_data, in_table = set(data[0].cells) - {"row"}, set(table[0]) - {"row"}
    elsewhere = {column for name, column in ELSEWHERE if name == file}
    for column in sorted(in_data - in_table - elsewhere):
        result.fail(f"{file}: {column}: neither in the tables nor explained in compare.py")
    for column in sorted(elsewhere & in_table | elsewhere - in_data | in_table - in_data):
        result.fail(f"{file}: {column}: the explanation in compare.py or the column of the tables is stale")
    return sorted(in_data & in_table)


def compare_file(result, file, data, table):
    if not data or not table:
        return result.fail(f"{file}: {len(data)} rows of data, {len(table)} rows of the table")
    columns = compare_columns(result, file, data, table)
    by_key = collections.defaultdict(list)
    for cells in table:
        by_key[key_of(file, cells)].append(cells)
    for line, cells in data:
        found = by_key[key_of(file, cells)]
        if not found:
            result.fail(f"{file}:{line}: no such row in the tables")
            continue
        compare_row(result, file, line, cells, found.pop(0), columns)
    for left in (cells for rows in by_key.values() for cells in rows):
        result.fail(f"{file}: row of the tables that is not in the data: {','.join(left.values())}")


def compare_row(result, file, line, data, table, columns):
    for column in columns:
        result.compare(f"{file}:{line}: {column}", expected(file, column, data), meaning(file, column, table))


# Look-ups. A question is (function, text, day); its answer is (found, kind, former, reason).

Asked = collections.namedtuple("Asked", "where question answer")


def fold(name):
    """Names that differ in nothing but case, accents, punctuation and a few short forms are the same."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"[.'’‘`ʻ]", "", plain.replace("&", " and "))
    full = {"st": "saint", "rep": "republic", "dem": "democratic", "the": ""}
    return " ".join(filter(None, (full.get(word, word) for word in re.split(r"[\W_]+", plain))))


def forms(name):
    """What a name may be asked for as: itself, and "A, B" or "A (B)" as "B A"."""
    turned = re.fullmatch(r"([^,]*),(.*)", name) or re.fullmatch(r"([^(]*)\((.*)\)", name)
    return {fold(name)} | ({fold(f"{turned[2]} {turned[1]}")} if turned else set())


def listed(cell):
    return [item for item in cell.split(";") if item]


class States:
    """What a text means as the name of a state, by the data alone."""

    def __init__(self, data):
        self.codes = {}
        for kind in ("state", "alpha2", "numeric"):
            self.add_codes(kind, [row.cells for row in data["states.csv"]])
        self.names = by_form(data["state_names.csv"])
        self.ambiguous = by_form(data["ambiguous_names.csv"])

    def add_codes(self, column, states):
        kind = {"state": "alpha3"}.get(column, column)
        count = collections.Counter(cells[column] for cells in states)
        for cells in states:
            if cells[column] and count[cells[column]] == 1:
                self.codes[cells[column].casefold()] = (cells["state"], kind)

    def meaning(self, text, day):
        if text.casefold() in self.codes:
            state, kind = self.codes[text.casefold()]
            return frozenset({state}), kind, "no", ""
        found = set()
        for row in self.ambiguous[fold(text)]:
            if applies(row, day):
                candidates = listed(row["candidates"])
                if len(candidates) != 1:
                    kind = "ambiguous" if candidates else "not_a_state"
                    return frozenset(candidates), kind, "no", row["reason"]
                found.update(candidates)
        rows = self.names[fold(text)]
        found.update(row["state"] for row in rows)
        kind = "name" if len(found) == 1 else "ambiguous" if found else "none"
        former = bool(rows) and not any(in_use(row, day) for row in rows)
        return frozenset(found), kind, "yes" if former else "no", ""


def by_form(rows):
    index = collections.defaultdict(list)
    for _, cells in rows:
        for form in forms(cells["name"]):
            index[form].append(cells)
    return index


def applies(row, day):
    """Whether an ambiguity counts: in its window, or always where it has none."""
    first, until = first_day(row["from"]), first_day(row["until"])
    if not first and not until:
        return True
    return bool(day) and (not first or first <= day) and (not until or day < until)


def in_use(row, day):
    """Whether a name may be in use on a day; without one, whether it may be in use still."""
    first, until = bounds(row["from"]), bounds(row["until"])
    if not day:
        return not until or until[1] == NEVER
    return (not first or first[0] <= day) and (not until or until[1] > day)


def ask_states(data):
    states = States(data)
    for column in ("state", "alpha2", "numeric"):
        for line, cells in data["states.csv"]:
            if cells[column]:
                yield ask_state(states, f"states.csv:{line}: {column}", cells[column], None)
    for file in ("state_names.csv", "ambiguous_names.csv"):
        for line, cells in data[file]:
            for day in [None, *days_around(cells["from"], cells["until"])]:
                yield ask_state(states, f"{file}:{line}: name", cells["name"], day)


def ask_state(states, where, text, day):
    return Asked(where, ("find_state", text, day.isoformat() if day else ""), states.meaning(text, day))


def ask_names(function, file, rows, slug, columns, several=False):
    """Each slug, name and alias of a vocabulary; a name of several finds none, or all where asked so."""
    owners = collections.defaultdict(set)
    asked = [(line, column, text, cells[slug]) for line, cells in rows for column in columns
             for text in (listed(cells[column]) if column == "aliases" else [cells[column]])]
    for _, _, text, owner in asked:
        for form in forms(text):
            owners[form].add(owner)
    for line, column, text, _ in asked:
        found = owners[fold(text)]
        found = found if several or len(found) == 1 else set()
        yield Asked(f"{file}:{line}: {column}", (function, text, ""), (frozenset(found), "", "", ""))


def ask_groups(data):
    slugs = [Row(line, {**cells, "name": cells["group"]}) for line, cells in data["groups.csv"]]
    rows = slugs + data["groups.csv"] + data["group_names.csv"]
    return ask_names("find_group", "group_names.csv", rows, "group", ["name"], several=True)


def ask_exactly(function, file, rows, text_of):
    for line, cells in rows:
        text = text_of(cells)
        yield Asked(f"{file}:{line}", (function, text, ""), (frozenset({text}), "", "", ""))


def ask_classifications(data):
    since = {cells["scheme"]: first_day(cells["valid_from"]) for _, cells in data["schemes.csv"]}
    rows = collections.defaultdict(list)
    for row in data["weapon_type_categories.csv"]:
        rows[row.cells["type"], row.cells["scheme"]].append(row)
    for (kind, scheme), versions in rows.items():
        starts = [cells["from"] for _, cells in versions]
        begin = since[scheme].isoformat() if since[scheme] else "1950-01-01"
        for day in days_around(begin, *starts):
            categories = "" if since[scheme] and day < since[scheme] else classified(versions, day)
            question = ("classify", f"{kind} {scheme}", day.isoformat())
            yield Asked(f"weapon_type_categories.csv:{versions[0].line}", question,
                        (frozenset({categories} - {""}), "", "", ""))


def classified(versions, day):
    """The categories on a day; none while a new version may or may not have begun."""
    begun = [cells for _, cells in versions if not cells["from"] or bounds(cells["from"])[0] <= day]
    if not begun or (begun[-1]["from"] and day < bounds(begun[-1]["from"])[1]):
        return ""
    return begun[-1]["categories"]


def ask_standings(data):
    """How a participant stands around each of its days, and at the end of coverage."""
    last = {cells["table"]: first_day(cells["last"]) for _, cells in data["coverage.csv"]}
    periods = collections.defaultdict(list)
    for _, cells in data["existence.csv"]:
        periods[cells["state"]].append(cells)
    for line, cells in data["treaty_status.csv"]:
        treaty, who = cells["treaty"], cells["participant"]
        steps = steps_of(cells)
        ends = {last[treaty], last[treaty] + DAY}
        for day in sorted(ends.union(*(set(around(when)) for when, _ in steps))):
            standing = ("outside_coverage" if day > last[treaty]
                        else "no_such_state" if who != "EUE" and not any(applies(p, day) for p in periods[who])
                        else standing_after(steps, day))
            yield Asked(f"treaty_status.csv:{line}", ("standing_of", f"{treaty} {who}", day.isoformat()),
                        (frozenset({standing}), "", "", ""))


def steps_of(row):
    """The steps of a participant, the last that counts first, each with its bounds."""
    steps = ((bounds(row["withdrawal_effective"]), "former_party"), (entry_into_force(row), "party"),
             (bounds(row["consent"]), "contracting_state"), (bounds(row["signature"]), "signatory"))
    return [(when, standing) for when, standing in steps if when]


def standing_after(steps, day):
    for (first, last), standing in steps:
        if first <= day:
            return standing if last <= day else "unknown"
    return "none"


def ask_phases(data):
    phases = collections.defaultdict(set)
    for _, cells in data["embargo_phases.csv"]:
        phases[cells["territory"]].add(f"{cells['regime']} {cells['target']} {cells['from']}")
    for line, cells in data["states.csv"]:
        yield Asked(f"states.csv:{line}", ("phases_of", cells["state"], ""),
                    (frozenset(phases[cells["state"]]), "", "", ""))


# The edges of custody, drawn anew, and the ways along them.

# An edge from its giver; `stands_for` is the transfer, loss, route or weapon behind it.
Edge = collections.namedtuple(
    "Edge", "stands_for giver to kind weapon since until implied locator note source evidence")
IS = "islamic-state"


def edge_of(cells, stands_for, start, end, kind, weapon="", since="", until="", implied=False, locator="", note=""):
    return Edge(stands_for, start, end, kind, weapon, first_day(since), first_day(until), "yes" if implied else "no",
                locator, note, cells["source"], cells["evidence"])


INTENT = {"notified", "offered", "planned", "negotiated"}


def supply_edges(data):
    """One a transfer, supplier and weapon; the accounts of a transfer are alternatives."""
    accounts = collections.defaultdict(list)
    for _, row in data["report_transfers.csv"]:
        for supplier in listed(row["suppliers"]):
            accounts[row["transfer"], supplier, row["recipient"], row["weapon"]].append(row)
    for (transfer, supplier, recipient, weapon), rows in accounts.items():
        firm = [r for r in rows if r["stage"] not in INTENT]
        # A shorter date begins where it begins; none is before all, or after all.
        since = min((r["from"] for r in rows), key=lambda d: (d + "-01-01")[:10] if d else "")
        until = max((r["until"] for r in rows), key=lambda d: (d + "-01-01")[:10] if d else "9999")
        yield edge_of((firm or rows)[0], f"transfer {transfer}", supplier, recipient, "supplied", weapon, since, until,
                      not firm)


def loss_edges(data):
    for _, row in data["report_acquisitions.csv"]:
        if row["holder"] and row["reach"] != "untraced":
            for weapon in listed(row["weapons"]) or [""]:
                yield edge_of(row, f"acquisition {row['acquisition']}", row["holder"], IS, row["channel"], weapon,
                              row["from"], row["until"], row["reach"] == "possible")


def route_edges(data):
    for _, row in data["report_routes.csv"]:
        yield edge_of(row, f"route {row['row']}", row["from"], row["to"], row["kind"], row["weapon"], row["since"],
                      row["until"], row["implied"] == "yes", row["locator"], row["note"])


def maker_edges(data, others):
    """From makers to those who first hold a weapon: who pass it on, or IS, without having got it."""
    got = {(e.weapon, e.to) for e in others}
    for _, row in data["report_weapons.csv"]:
        makers = listed(row["makers"])
        holders = {e.giver for e in others if e.weapon == row["weapon"]} - set(makers)
        if row["seen"] == "with-is":
            holders.add(IS)
        for holder in holders:
            for maker in makers if (row["weapon"], holder) not in got else ():
                yield edge_of(row, f"weapon {row['row']}", maker, holder, "made", row["weapon"], implied=True)


def edges_of(data):
    others = [*supply_edges(data), *loss_edges(data), *route_edges(data)]
    return others + [*maker_edges(data, others)]


def compare_edges(result, data, table):
    in_table = [edge_of(row, row["stands_for"], row["from"], row["to"], row["kind"], row["weapon"], row["since"],
                        row["until"], row["implied"] == "yes", row["locator"], row["note"]) for row in table]
    wanted, found = collections.Counter(edges_of(data)), collections.Counter(in_table)
    result.passed += sum((wanted & found).values())
    for what, left in (("the tables lack", wanted - found), ("the tables alone have", found - wanted)):
        for edge, count in left.items():
            result.fail(f"edges: {what}, {count} times: {', '.join(shown(cell) for cell in edge)}")


def short(edges):
    return frozenset(f"{e.stands_for} {e.giver} {e.to} {e.weapon}" for e in edges)


def ends_before(edge):
    return edge.until or NEVER


def upstream(edges, target, first, until):
    """The edges of all chains to the target: the last overlaps the period, each begins before what follows ends."""
    leading = collections.defaultdict(list)
    for e in edges:
        leading[e.to].append(e)
    deadline = {}
    ahead = [(e, until) for e in leading[target] if ends_before(e) > first]
    while ahead:
        edge, before = ahead.pop()
        if (edge.since or datetime.date.min) >= before or deadline.get(edge, datetime.date.min) >= before:
            continue
        deadline[edge] = before
        ahead += [(e, min(before, ends_before(edge))) for e in leading[edge.giver]
                  if edge.giver != target or ends_before(e) > first]
    return deadline


def ask_routes(data):
    edges = edges_of(data)
    for line, row in data["report_weapons.csv"]:
        yield Asked(f"report_weapons.csv:{line}", ("routes", row["weapon"], ""),
                    (short(e for e in edges if e.weapon == row["weapon"]), "", "", ""))
    for actor in sorted({e.giver for e in edges} | {e.to for e in edges}):
        yield Asked(f"edges of {actor}", ("routes_from", actor, ""),
                    (short(e for e in edges if e.giver == actor), "", "", ""))
        years = range(2003, 2017) if actor == IS else (1985, 2014)
        periods = [(datetime.date(y, 1, 1), datetime.date(y + 1, 1, 1)) for y in years]
        for first, until in [(None, None), *periods]:
            text = f"{actor} {first or '-'} {until or '-'}"
            yield Asked(f"edges to {actor}", ("upstream", text, ""),
                        (short(upstream(edges, actor, first or datetime.date.min, until or NEVER)), "", "", ""))


# Claims: the values they leave, and whether they can be true together.

EPOCH = datetime.date(1970, 1, 1)
ALWAYS = (datetime.date.min, NEVER)


class Claim:
    """A claim, the ends stated (tenths, or days since 1970) and what they leave.

    What a date measure dates happened once, whenever a text says so: its claims have no period of their own.
    """

    def __init__(self, row, measure):
        self.row, self.kind, self.unit = row, measure["kind"], measure["unit"]
        self.period = ALWAYS if self.kind == "date" else (first_day(row["from"]) or ALWAYS[0],
                                                          first_day(row["until"]) or NEVER)
        self.least, self.most = self.ends()

    def ends(self):
        if self.kind == "text":
            return 0, 0
        if self.kind == "date":
            return tuple((day - EPOCH).days for day in bounds(self.row["value"]))
        first, _, last = self.row["value"].partition("/")
        return tuple(int(decimal.Decimal(text) * 10) for text in (first, last or first))

    def values(self):
        """The least and most value possible; None for no upper end."""
        step = 1 if self.kind == "date" or self.unit == "percent" else 10
        return {
            "exactly": (self.least, self.most),
            "at-least": (self.least, None),
            "more-than": (self.most + step, None),
            "at-most": (0, self.most),
            "fewer-than": (0, max(self.least - step, 0)),
        }.get(self.row["bound"], (0, None))

    def answer(self):
        whole = self.kind == "number" and self.least == self.most and self.least % 10 == 0
        days = (EPOCH + self.least * DAY, EPOCH + self.most * DAY) if self.kind == "date" else None
        return " ".join([str(self.least), str(self.most), str(self.least // 10) if whole else "-",
                         "/".join(map(str, days)) if days else "-", spelled(self.values())])


def spelled(values):
    return f"{values[0]}..{'' if values[1] is None else values[1]}"


def common(*ranges):
    """The values in all ranges; None when there are none."""
    tops = [top for _, top in ranges if top is not None]
    least, most = max(low for low, _ in ranges), min(tops, default=None)
    return None if most is not None and most < least else (least, most)


def together(a, b):
    same = all(a.row[column] == b.row[column] for column in ("measure", "of"))
    if not same or a.period[1] <= b.period[0] or b.period[1] <= a.period[0]:
        return "yes"
    if a.kind == "text":
        return "unknown"
    vague = [c for c in (a, b) if c.row["bound"] == "about"]
    if len(vague) == 2:
        return "yes" if a.least == b.least else "unknown"
    if vague:
        precise = b if vague[0] is a else a
        return "yes" if common(precise.values(), (vague[0].least, vague[0].least)) else "unknown"
    if common(a.values(), b.values()):
        return "yes"
    return "no" if a.period == b.period or ALWAYS in (a.period, b.period) else "unknown"


def ask_claims(data):
    measures = {row["measure"]: row for _, row in data["report_measures.csv"]}
    by_measure = {measure: [] for measure in measures}
    for line, row in data["report_claims.csv"]:
        claim = Claim(row, measures[row["measure"]])
        by_measure[row["measure"]].append(claim)
        yield Asked(f"report_claims.csv:{line}", ("values_of", row["claim"], ""),
                    (frozenset({claim.answer()}), "", "", ""))
    everything = [claim for claims in by_measure.values() for claim in claims]
    strangers = list(zip(everything, everything[1:]))
    pairs = [pair for claims in by_measure.values() for pair in itertools.product(claims, claims)]
    for a, b in pairs + strangers:
        yield Asked("report_claims.csv", ("can_both_hold", f"{a.row['claim']} {b.row['claim']}", ""),
                    (frozenset({together(a, b)}), "", "", ""))
    for measure, claims in by_measure.items():
        claims = [claim for claim in claims if claim.row["part"] != "aside"]
        yield Asked("report_claims.csv", ("claims_on", measure, ""),
                    (frozenset(claim.row["claim"] for claim in claims), "", "", ""))
        for of in sorted({"", *(claim.row["of"] for claim in claims)}):
            apart = [claim for claim in claims if claim.row["of"] == of]
            yield Asked("report_claims.csv", ("agreement", f"{measure} {of}".strip(), ""),
                        (frozenset({agreement(apart, measures[measure]["kind"])}), "", "", ""))


def agreement(claims, kind):
    answers = {together(a, b) for a, b in itertools.combinations(claims, 2)}
    worst = next((answer for answer in ("no", "unknown") if answer in answers), "yes")
    meet = all(max(a.period[0], b.period[0]) < min(a.period[1], b.period[1])
               for a, b in itertools.combinations(claims, 2))
    left = common(*(claim.values() for claim in claims)) if claims and meet and kind != "text" else None
    return f"{len(claims)} {worst} {spelled(left) if left else '-'}"


def ask_weapons(data):
    """Every slug, name and further name finds all weapons that go by it."""
    slugs = [Row(line, {**cells, "name": cells["weapon"]}) for line, cells in data["report_weapons.csv"]]
    rows = slugs + data["report_weapons.csv"] + data["report_weapon_names.csv"]
    return ask_names("find_weapon", "report_weapon_names.csv", rows, "weapon", ["name"], several=True)


def ask_actors(data):
    for file, columns in (("report_actors.csv", ("actor", "name")), ("states.csv", ("state",))):
        for line, cells in data[file]:
            for column in columns:
                yield Asked(f"{file}:{line}", ("find_actor", cells[column], ""),
                            (frozenset({cells[columns[0]]}), "", "", ""))


# What phases let through, and whom measures bind. An item is asked for as `kind:name`.


def spoken(item):
    return ":".join(item)


def ask_items(data, reading):
    """Each type, category and class: the classes it falls in, around the days on which a list changed."""
    items = reading.items
    changes = sorted({day for change in items.changes for day in (change - DAY, change)})
    regimes = sorted({cells["regime"] for _, cells in data["item_class_types.csv"]} - {""})
    late = [changes[0], changes[-1]]
    for name in items.types:
        for regime, asked in [("-", changes), *((regime, late) for regime in regimes)]:
            yield from ask_falls(reading, ("type", name), regime, asked)
    for name in items.classes:
        yield from ask_falls(reading, ("class", name), "-", late)
    for category in items.parent:
        yield from ask_falls(reading, category, "-", late)


def ask_falls(reading, item, regime, asked):
    mark = {"yes": "", "unknown": "?"}
    for day in asked:
        answers = {name: reading.items.falls_in(item, name, regime, day) for name in reading.items.classes}
        found = frozenset(name + mark[answer] for name, answer in answers.items() if answer != "no")
        yield Asked("item_class_types.csv", ("falls_in", f"{spoken(item)} {regime}", day.isoformat()),
                    (found, "", "", ""))
        if regime == "-":
            covered = " ".join(reading.items.att_covers(item, day))
            yield Asked("item_classes.csv", ("att_covers", spoken(item), day.isoformat()),
                        (frozenset({covered}), "", "", ""))


def ask_acts(data, reading):
    """The cells of each phase, and the act of the phase and of each cell around each day on which it may change."""
    acts = collections.defaultdict(list)
    for _, cells in data["embargo_acts.csv"]:
        acts[cells["regime"], cells["territory"], cells["target"], cells["phase"]].append(cells)
    for stretch in reading.stretches:
        rows = frozenset(cell["row"] for cell in stretch.cells)
        for phase in stretch.phases:
            where = f"embargo_phases.csv, row {phase['row']}"
            yield Asked(where, ("cells_of", phase["row"], ""), (rows, "", "", ""))
            of_phase = acts[phase["regime"], phase["territory"], phase["target"], phase["from"]]
            changes = [cell for act in of_phase for cell in (act["from"], act["until"])]
            for day, cell in itertools.product(days_around(phase["from"], *changes), [None, *stretch.cells]):
                text = f"{phase['row']} {cell['row'] if cell else '-'}"
                yield Asked(where, ("act_of", text, day.isoformat()),
                            (frozenset({act_of(phase, of_phase, cell, day)}), "", "", ""))


def act_of(phase, acts, cell, day):
    """The act, the place in it, and the act that renewed it. Acts that renewed one another begin with that of the
    phase, and leave it or the cell's own in force; where they replaced one another it is the one of the day."""
    own = bool(cell and cell["instrument"])
    instrument = cell["instrument"] if own else phase["instrument"]
    paragraph = cell["paragraph"] if own or cell and cell["paragraph"] else phase["paragraph"]
    now, first = ([act for act in acts if ladder.within(act["from"], act["until"], when) == "yes"]
                  for when in (day, bounds(phase["from"])[1]))
    if not now or not first:
        return f"{instrument} | {paragraph} | "
    now, first = now[0], first[0]
    if not own and first["instrument"] != instrument:
        return f"{now['instrument']} | {now['paragraph'] or cell and cell['paragraph'] or ''} | "
    since = first_day(cell["from"]) if cell and cell["from"] else None
    later = since < first_day(now["from"]) if since else now is not first
    renewed = now["instrument"] if later and now["instrument"] != instrument else ""
    return f"{instrument} | {paragraph} | {renewed}"


class Law:
    """Who is under whose law, by memberships and transitions."""

    def __init__(self, data):
        self.rows = collections.defaultdict(list)
        for _, cells in data["memberships.csv"]:
            if cells["kind"] != "suspended":
                self.rows[cells["body"], cells["state"]].append(cells)
        [self.first, self.last] = [[first_day(cells[end]) for _, cells in data["coverage.csv"]
                                    if cells["table"] == "memberships"][0] for end in ("first", "last")]

    def covers(self, body, state, day):
        answer = "no" if self.first <= day <= self.last else "outside_coverage"
        for cells in self.rows[body, state]:
            if answer != "outside_coverage" or cells["kind"] == "transition":
                answer = ladder.either(answer, ladder.within(cells["from"], cells["until"], day))
        return answer

    def days(self, body, state):
        """The days on which the answer may change for a state, and those at the ends of the record."""
        cells = [cell for row in self.rows[body, state] for cell in (row["from"], row["until"])]
        return sorted({*days_around(*cells), self.first, self.last, self.last + DAY})


def ask_binding(data):
    """Whether a measure of each issuer obliges each state, around the days on which that may change."""
    law = Law(data)
    grounds = {(cells["issuer"], cells["force"]): cells for _, cells in data["embargo_binding.csv"]}
    aside = collections.defaultdict(list)
    for _, cells in data["embargo_stood_aside.csv"]:
        aside[cells["regime"]].append(cells)
    states = [cells["state"] for _, cells in data["states.csv"]]
    asked = {}
    for line, cells in data["regimes.csv"]:
        ground = grounds.get((cells["issuer"], "mandatory"), {"body": "", "since": ""})
        whole = asked.setdefault(cells["issuer"], cells["regime"]) == cells["regime"]
        stood = {row["state"] for row in aside[cells["regime"]]}
        for state, force in itertools.product(states, ladder.FORCES):
            if not (whole or state in stood):
                continue
            days = {*law.days(ground["body"], state), *days_around(ground["since"], *(
                row[end] for row in aside[cells["regime"]] for end in ("from", "until")))}
            for day in sorted(days):
                answer = binds(law, ground, aside[cells["regime"]], state, day) if force == "mandatory" else "no"
                yield Asked(f"regimes.csv:{line}", ("binds", f"{cells['regime']} {force} {state}", day.isoformat()),
                            (frozenset({answer}), "", "", ""))


def binds(law, ground, aside, state, day):
    if not ground["body"] or (ground["since"] and day < first_day(ground["since"])):
        return "no"
    answer = law.covers(ground["body"], state, day)
    for row in aside:
        if row["state"] == state and ladder.within(row["from"], row["until"], day) == "yes":
            answer = ladder.both(answer, "no" if row["effect"] == "unbound" else "unknown")
    return answer


def ask_outside_rules(data):
    """Whether a rule concerns the exports of each state, of pistols and of what it may be about alone."""
    law = Law(data)
    for (line, rule), (_, state) in itertools.product(data["outside_rules.csv"], data["states.csv"]):
        for day in sorted({*law.days(rule["body"], state["state"]), *days_around(rule["from"], rule["until"])}):
            answer = ("no" if ladder.within(rule["from"], rule["until"], day) == "no"
                      else law.covers(rule["body"], state["state"], day) if rule["body"]
                      else "yes" if rule["state"] in ("", state["state"]) else "no")
            for kind in sorted({"pistol", rule["type"] or "pistol"}):
                text = f"{rule['rule']} {state['state']} type:{kind}"
                yield Asked(f"outside_rules.csv:{line}", ("concerns", text, day.isoformat()),
                            (frozenset({answer if rule["type"] in ("", kind) else "no"}), "", "", ""))


# Rulings. Of each territory, issuer, recipient and day on which an answer may change: what the ladder comes to for
# every item class and for types that fall in different ones.

TYPES = """ammunition-artillery ammunition-small-calibre anti-personnel-mine anti-tank-guided-missile
    armoured-personnel-carrier assault-rifle ballistic-missile chemical-weapon combat-aircraft hand-grenade
    heavy-machine-gun main-battle-tank manpads mortar-light parts-components pistol rocket-launcher-shoulder
    surface-to-air-missile-system transport-helicopter unarmed-uav utility-vehicle warship""".split()


def asked_items(reading):
    return [*(("class", name) for name in reading.items.classes), *(("type", name) for name in TYPES)]


def ask_rulings(data, reading):
    """Pairs of a question's text and its parts: territory, issuer, recipient, day and what is stated."""
    acts = collections.defaultdict(list)
    for _, cells in data["embargo_acts.csv"]:
        acts[cells["regime"], cells["territory"]].append(cells)
    stretches = collections.defaultdict(list)
    for stretch in reading.stretches:
        stretches[stretch.territory, reading.issuer[stretch.regime]].append(stretch)
    for (territory, issuer), those in stretches.items():
        if not territory:
            continue
        rows = [row for stretch in those
                for row in (*stretch.phases, *stretch.cells, *acts[stretch.regime, territory])]
        changes = days_around(*(row.get(end, "") for row in rows for end in ("from", "until", "term")))
        for day, who in itertools.product(changes, [*ladder.END_USERS, "unknown"]):
            yield territory, issuer, who, day, ladder.NOTHING
        for stretch in those:
            for day, stated, who in itertools.product(
                    starts_of(stretch), claims_of(stretch), [*ladder.END_USERS, "unknown"]):
                yield territory, issuer, who, day, stated


def starts_of(stretch):
    """The days on which what a stretch says begins to be another."""
    return sorted({first_day(row["from"]) for row in (*stretch.phases, *stretch.cells) if row["from"]})


def claims_of(stretch):
    """What its cells ask to be claimed, and something that they do not; contracts of the last day and the one after;
    use outside its area, with and without papers; and conditions that are not met."""
    claims = sorted({cell["claim"] for cell in stretch.cells} - {"", "old-contract"})
    yield from map(ladder.Stated, ["peacekeeping", *claims])
    for day in days_around(*(cell["contract_before"] for cell in stretch.cells)):
        yield ladder.Stated(contract=day)
    yield ladder.Stated(conditions="no")
    if stretch.phases[0]["area"]:
        for claim, outside, certificate in itertools.product(["", *claims], ["yes", "no"], ["", "no"]):
            if (claim, outside) != (ladder.OUTSIDE_AREA, "no"):  # which would be both
                yield ladder.Stated(claim, outside=outside, certificate=certificate)


def ask_rulings_on_groups(data, reading):
    """Of each group in its states, around the days on which it was listed or a phase changed there."""
    for _, group in data["groups.csv"]:
        listings = reading.listings[group["group"]]
        regimes = {listing["regime"] for listing in listings}
        territories = {*listed(group["states"]), *(s.territory for s in reading.stretches if s.regime in regimes)}
        for territory in sorted(territories - {""}):
            there = [s for s in reading.stretches if s.territory == territory or s.regime in regimes]
            rows = [row for stretch in there for row in stretch.phases]
            changes = days_around(*(row[end] for row in (*rows, *listings) for end in ("from", "until")))
            for day, issuer in itertools.product(changes, sorted({reading.issuer[s.regime] for s in there})):
                yield territory, issuer, group["group"], day, ladder.NOTHING


def ruling_question(asked):
    territory, issuer, who, day, stated = asked
    words = " ".join(str(word or "-") for word in stated)
    return "permission_for", f"{territory} {issuer} {who} {words}", day.isoformat()


def compare_rulings(result, reading, rulings, answers):
    items = asked_items(reading)
    by_question = {(row["function"], row["text"], row["day"]): row["found"] for row in answers}
    for asked in rulings:
        question = ruling_question(asked)
        found = by_question.get(question, "").split(";")
        if len(found) != len(items):
            result.fail(f"no ruling on {' '.join(question[1:])}: {found[:2]}")
            continue
        for item, answer, allowed in zip(items, found, reading.answers(*asked, items)):
            if answer in allowed:
                result.passed += 1
            else:
                result.fail(f"{' '.join(question)} {spoken(item)}: read as {' or '.join(sorted(allowed))}, "
                            f"ruled {answer}")


# Functions that find a thing by slug, name or alias, and by slug alone: file, slug, further columns.
BY_NAME = {
    "find_body": ("bodies.csv", "body", "name", "aliases"),
    "find_item_class": ("item_classes.csv", "class", "name"),
    "find_regime": ("regimes.csv", "regime", "name"),
    "find_treaty": ("treaties.csv", "treaty", "name", "aliases"),
    "find_weapon_type": ("weapon_types.csv", "type", "name", "aliases"),
}
BY_SLUG = {
    "find_issuer": ("regimes.csv", "issuer"),
    "find_measure": ("report_measures.csv", "measure"),
    "find_scheme": ("schemes.csv", "scheme"),
    "find_source": ("sources.csv", "source"),
}


def questions(data, reading):
    yield from ask_states(data)
    yield from ask_groups(data)
    for function, (file, slug, *more) in BY_NAME.items():
        yield from ask_names(function, file, data[file], slug, [slug, *more])
    for function, (file, column) in BY_SLUG.items():
        yield from ask_exactly(function, file, data[file], lambda cells, column=column: cells[column])
    yield from ask_exactly("find_category", "categories.csv", data["categories.csv"],
                           lambda cells: f"{cells['scheme']} {cells['code']}")
    yield from ask_exactly("find_article", "articles.csv", data["articles.csv"],
                           lambda cells: f"{cells['treaty']} {cells['article']}")
    yield from ask_classifications(data)
    yield from ask_standings(data)
    yield from ask_phases(data)
    yield from ask_weapons(data)
    yield from ask_actors(data)
    yield from ask_claims(data)
    yield from ask_routes(data)
    yield from ask_items(data, reading)
    yield from ask_acts(data, reading)
    yield from ask_binding(data)
    yield from ask_outside_rules(data)


def compare_lookups(result, asked, answers):
    by_question = {(row["function"], row["text"], row["day"]): row for row in answers}
    for where, question, answer in asked:
        row = by_question.get(question)
        if not row:
            result.fail(f"{where}: no answer to {' '.join(question)}")
            continue
        found = frozenset([row["found"]] if question[0] in ("classify", "act_of") else row["found"].split(";")) - {""}
        got = (found, row["kind"], row["former"], row["reason"])
        for name, wanted, is_so in zip(("found", "kind", "former", "reason"), answer, got):
            result.compare(f"{where}: {' '.join(question)}: {name}", wanted, is_so)


# Codes of states against ISO 3166, where the iso-codes package is installed.

ISO = "/usr/share/iso-codes/json"


def iso_codes(part):
    with open(os.path.join(ISO, f"iso_{part}.json"), encoding="utf-8") as file:
        return {entry["alpha_3"]: entry for entry in json.load(file)[part]}


def compare_iso(result, data, table):
    if not os.path.isdir(ISO):
        return print(f"skipped: ISO 3166 codes, no {ISO}")
    codes = {"iso": iso_codes("3166-1"), "iso-withdrawn": iso_codes("3166-3")}
    lines = {row.cells["state"]: row.line for row in data}
    for cells in table:
        if cells["code_status"] in codes:
            compare_iso_state(result, f"states.csv:{lines.get(cells['state'])}", codes[cells["code_status"]], cells)


def compare_iso_state(result, where, codes, cells):
    entry = codes.get(cells["state"])
    if not entry:
        return result.fail(f"{where}: state: ISO 3166 has no {cells['state']}")
    result.passed += 1
    for column, name in (("alpha2", "alpha_2"), ("numeric", "numeric")):
        result.compare(f"{where}: {column}: ISO 3166 for data", entry.get(name, ""), cells[column])


# Main.


def read_all(folder, result):
    for name in sorted(os.listdir(folder)):
        if name.endswith(".csv") and name not in {*FILES, *ASKED, *NOT_A_TABLE}:
            result.fail(f"{name}: not compared")
    data = {name: read_data(folder, name) for name in [*FILES, *ASKED]}
    for name, columns in ASKED.items():
        if not data[name] or set(data[name][0].cells) != columns:
            result.fail(f"{name}: no rows, or a column that compare.py does not know")
    return data


def print_questions(asked, out):
    for question in dict.fromkeys(asked):
        out.write("\t".join(question) + "\n")


def dump_of(program, asked):
    lines = io.StringIO()
    print_questions(asked, lines)
    return subprocess.run([program], input=lines.getvalue(), capture_output=True, check=True, encoding="utf-8").stdout


def main(arguments):
    result = Result()
    data = read_all(arguments[0], result)
    reading = ladder.Ladder(data)
    asked = list(questions(data, reading))
    rulings = list(dict.fromkeys([*ask_rulings(data, reading), *ask_rulings_on_groups(data, reading)]))
    lines = [*(one.question for one in asked), ("items", " ".join(map(spoken, asked_items(reading))), ""),
             *map(ruling_question, rulings)]
    if arguments[1:] == ["--questions"]:
        return print_questions(lines, sys.stdout)
    sections = read_dump(dump_of(arguments[1], lines) if arguments[1:] else sys.stdin.read())
    for file in FILES:
        compare_file(result, file, data[file], sections.get(file, []))
    compare_edges(result, data, sections.get("edges", []))
    compare_lookups(result, asked, sections.get("lookups", []))
    compare_rulings(result, reading, rulings, sections.get("lookups", []))
    compare_iso(result, data["states.csv"], sections.get("states.csv", []))
    for section in sorted(set(sections) - set(FILES) - {"edges", "lookups"}):
        result.fail(f"{section}: a section that answers to no file")
    print(*result.failures, sep="\n", end="\n" if result.failures else "")
    print(f"{result.passed} passed, {len(result.failures)} failed")
    return 1 if result.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
