#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Proves that every row of the fact ledgers ends in a table of data/ or in data/left_out.csv.

    account.py DATA_DIR FACTS_DIR

The ledgers are the raw collection behind the record and are not part of it; where FACTS_DIR does not
exist there is nothing to prove. A row is in a table when the table has its key and every cell that
states a fact. Notes, statements and exemptions were rewritten and do not count. A row that is not, because it was
corrected or has no table, needs a reason in left_out.csv; a reason that no longer holds fails too.

In left_out.csv `*` stands for a whole ledger, `@uncited` for the sources of a ledger that no row of a
table cites.
"""
import collections
import csv
import datetime
import itertools
import os
import re
import sys
import unicodedata

EVERY_ROW = "*"
UNCITED = "@uncited"

GRADES = {"seen": "confirmed", "corroborated": "corroborated", "recalled": "unconfirmed"}
STRENGTH = {"confirmed": 2, "corroborated": 1, "unconfirmed": 0}


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def slug(text):
    return text.replace("_", "-").lower()


def items(cell):
    return frozenset(part.strip() for part in cell.split(";")) - {""}


# Sources. Their ids are local to a ledger; documents are told apart by address, else by title.


def address(url):
    """An address without scheme, `www.` and trailing slash; empty for a text that is none."""
    found = re.fullmatch(r"(?:https?://)?(?:www\.)?(\S+\.\S+?)/*", url.strip().lower())
    return found[1] if found else ""


class Sources:
    """The documents of sources.csv that the sources of the ledgers became."""

    def __init__(self, data, facts):
        self.by_address = collections.defaultdict(list)
        self.by_title = collections.defaultdict(list)
        for row in read(data, "sources.csv"):
            self.by_address[address(row["url"])].append(row)
            self.by_title[row["title"].lower()].append(row)
        self.ledgers = {name: read(facts, name) for name in source_ledgers(facts)}
        self.dates_by_address = collections.defaultdict(set)
        for row in (row for rows in self.ledgers.values() for row in rows if address(row["url"])):
            self.dates_by_address[address(row["url"])].add(row["published"])

    def documents(self, ledger, row):
        """The rows of sources.csv that may be this one. An address that a ledger gives to several
        documents does not tell them apart, their titles do."""
        here = address(row["url"])
        sharing = [other for other in self.ledgers[ledger] if address(other["url"]) == here]
        titled = self.by_title[row["title"].lower()]
        if here and len(sharing) == 1:
            return self.by_address[here]
        return [found for found in titled if address(found["url"]) == here]

    def dates(self, row):
        """The dates that the ledgers give to the document of a row."""
        return {row["published"]} | self.dates_by_address.get(address(row["url"]), set()) - {""}

    def slugs(self, ledger, row):
        return {found["source"] for found in self.documents(ledger, row)}

    def of(self, name, own):
        """The ledger and row behind an id: those of the citing ledger first, by the names of theirs."""
        for ledger in [*own.split(), *self.ledgers]:
            for row in self.ledgers[ledger]:
                if row["id"] == name:
                    return ledger, row
        raise KeyError(name)


def source_ledgers(facts):
    return sorted(name for name in os.listdir(facts) if name.endswith("_sources.csv"))


# Comparison of a ledger's row with a table's.

Pair = collections.namedtuple("Pair", "ledger table change")


def same(*columns):
    return [Pair(column, column, str) for column in columns]


def changed(ledger, table, change):
    return Pair(ledger, table, change)


def differences(row, found, pairs):
    return [f"{pair.table} is '{found[pair.table]}' for '{row[pair.ledger]}'" for pair in pairs
            if pair.change(row[pair.ledger]) != found[pair.table]]


class Tables:
    """The tables of data/, each indexed by the columns that a rule asks by."""

    def __init__(self, folder):
        self.folder = folder
        self.indexes = {}

    def rows(self, name, columns, values):
        """The rows of a table in which the columns have these values."""
        if (name, columns) not in self.indexes:
            index = collections.defaultdict(list)
            for row in read(self.folder, name):
                index[tuple(row[column] for column in columns)].append(row)
            self.indexes[name, columns] = index
        return self.indexes[name, columns][values]


class Rule:
    """How the rows of a ledger are found in the tables."""

    sources = None  # the ledger of its source ids, or several in the order in which they are asked

    def __init__(self, tables, sources):
        self.tables = tables
        self.documents = sources

    def key(self, row):
        raise NotImplementedError

    def missing(self, row):
        """What of a row is in no table."""
        raise NotImplementedError

    def citations(self, row):
        """The ledger and row of each source that a row cites."""
        return [self.documents.of(name, self.sources) for name in sorted(items(row.get("source", "")))]

    def support(self, row, found):
        """A row of a table cites what the ledger cites; a better grade needs a source beyond that."""
        cited = items(found["source"])
        known = {name["id"]: self.documents.slugs(ledger, name) for ledger, name in self.citations(row)}
        lost = [f"source {name} is not cited" for name, slugs in known.items() if slugs and not slugs & cited]
        better = STRENGTH[found["evidence"]] > STRENGTH[GRADES[row["evidence"]]]
        unfounded = better and not cited - set().union(*known.values())
        return lost + (["graded better on the same sources"] if unfounded else [])

    def one(self, row, table, columns, values, pairs):
        """What a table lacks of a row that it should hold under one key."""
        found = self.tables.rows(table, columns, values)
        if not found:
            return [f"not in {table}"]
        return min((differences(row, candidate, pairs) + self.support(row, candidate) for candidate in found), key=len)


class ByFacts(Rule):
    """A row has no name by which its table knows it: one row there has its facts, and not those of another. Of
    rows that differ in their sources alone it is the one with the fewest beyond its own."""

    def __init__(self, tables, sources):
        super().__init__(tables, sources)
        self.taken = []

    def candidates(self, row):
        raise NotImplementedError

    def lacks(self, row, found):
        raise NotImplementedError

    def missing(self, row):
        candidates = self.candidates(row)
        fitting = [found for found in candidates if not self.lacks(row, found)]
        if not fitting:
            return min((self.lacks(row, found) for found in candidates), key=len, default=["no row like it"])
        fewest = min(len(items(found["source"])) for found in fitting)
        closest = [found for found in fitting if len(items(found["source"])) == fewest]
        if len(closest) > 1 or closest[0] in self.taken:
            return ["several rows fit" if len(closest) > 1 else "its row is that of another already"]
        self.taken += closest
        return []


def failed(checks, found):
    return [f"{name} is '{found[name]}'" for name, holds in checks.items() if not holds]


# Treaties.


class Status(Rule):
    treaty = ""
    pairs = same("signature", "consent", "consent_kind", "entry_into_force", "provisional_application",
                 "withdrawal_notified", "withdrawal_effective")

    def key(self, row):
        return row["state"]

    def missing(self, row):
        pairs = [pair for pair in self.pairs if pair.ledger in row]
        return self.one(row, "treaty_status.csv", ("treaty", "participant"), (self.treaty, row["state"]), pairs)


class AttStatus(Status):
    sources, treaty = "att_sources.csv", "att"


class ApmbcStatus(Status):
    sources, treaty = "apmbc_sources.csv", "apmbc"


class CcmStatus(Status):
    sources, treaty = "ccm_sources.csv", "ccm"


class FirearmsProtocolStatus(Status):
    sources, treaty = "firearms_protocol_sources.csv", "firearms-protocol"


# States.


class States(Rule):
    """A row is spread over states, existence, state_names and memberships."""

    sources = "states_sources.csv"
    pairs = same("alpha2", "numeric") + [changed("status", "status", slug), changed("code_status", "code_status", slug)]

    def key(self, row):
        return row["state"]

    def missing(self, row):
        return (self.one(row, "states.csv", ("state",), (row["state"],), self.pairs) + self.missing_existence(row)
                + self.missing_names(row) + self.missing_admission(row))

    def missing_existence(self, row):
        periods = self.tables.rows("existence.csv", ("state",), (row["state"],))
        if not periods:
            return ["not in existence.csv"]
        whole = {"from": periods[0]["from"], "until": periods[-1]["until"]}
        return differences(row, whole, [changed("exists_from", "from", str), changed("exists_until", "until", str)])

    def missing_names(self, row):
        short = self.kinds(row["state"], row["short_name"])
        official = self.kinds(row["state"], row["official_name"])
        return ([] if "short" in short or self.is_ambiguous(row) else ["no such short name"]) + (
            [] if official & {"official", "short"} else ["no such official name"])

    def kinds(self, state, name):
        return {found["kind"] for found in self.tables.rows("state_names.csv", ("state", "name"), (state, name))}

    def is_ambiguous(self, row):
        """A short name that means several states is in ambiguous_names, and the state goes by another."""
        return any(row["state"] in items(found["candidates"])
                   for found in self.tables.rows("ambiguous_names.csv", ("name",), (row["short_name"],)))

    def missing_admission(self, row):
        seats = self.tables.rows("memberships.csv", ("body", "state"), ("un", row["state"]))
        first = min((seat["from"] for seat in seats), default="")
        return [] if first == row["un_admission"] else [f"UN membership from '{first}' for '{row['un_admission']}'"]


class StateNames(Rule):
    sources = "states_sources.csv"

    def key(self, row):
        return " ".join(filter(None, (row["state"], row["kind"], row["name"], row["from"])))

    def citations(self, row):
        """Sources stand in brackets in the notes."""
        names = re.findall(r"\[([a-z0-9-]+)\]", row["note"])
        return [self.documents.of(name, self.sources) for name in names]

    def missing(self, row):
        found = self.tables.rows("state_names.csv", ("state", "name"), (row["state"], row["name"]))
        kinds = {"code_former": {"code-former"}, "former": {"former", "former-short"}}.get(row["kind"], {row["kind"]})
        candidates = [differences(row, name, same("from", "until")) + self.uncited(row, name)
                      for name in found if name["kind"] in kinds]
        return min(candidates, key=len, default=["not in state_names.csv under that kind"])

    def uncited(self, row, found):
        return [f"source {name['id']} is not cited" for ledger, name in self.citations(row)
                if not self.documents.slugs(ledger, name) & items(found["source"])]


class AmbiguousNames(Rule):
    sources = "states_sources.csv"

    def key(self, row):
        return row["name"]

    def missing(self, row):
        found = self.tables.rows("ambiguous_names.csv", ("name", "from"), (row["name"], row["from"]))
        if not found:
            return ["not in ambiguous_names.csv"]
        candidates = [] if items(found[0]["candidates"]) == items(row["candidates"]) else ["other candidates"]
        return candidates + differences(row, found[0], same("until"))


class Succession(Rule):
    sources = "states_sources.csv"
    columns = ("predecessor", "successor", "date")

    def key(self, row):
        return " ".join(row[column] for column in self.columns)

    def missing(self, row):
        values = tuple(row[column] for column in self.columns)
        return self.one(row, "succession.csv", self.columns, values, same("kind", "contested"))


class Memberships(Rule):
    sources = "other_embargoes_sources.csv"
    kinds = {"LAS-SUSPENSION": ("las", "suspended"), "EU-LAW-TRANSITION": ("eu", "transition")}

    def key(self, row):
        return f"{row['body']} {row['state']} {row['from']}"

    def missing(self, row):
        body, kind = self.kinds.get(row["body"], (row["body"].lower(), "member"))
        return self.one(row, "memberships.csv", ("body", "state", "kind", "from"),
                        (body, row["state"], kind, row["from"]), same("until"))


# Embargoes.

OTHER_ISSUERS = {"au-togo-2005": "AU", "cis-abkhazia-1996": "CIS", "oas-haiti-1991": "OAS"}
SENTENCE = 30  # an `ended_by` longer than this may have been shortened to its act
DIRECTIONS = {"": ("to", "both"), "to": ("to",), "to+from": ("both",)}  # by what a note states


class Embargoes(Rule):
    columns = ("regime", "territory", "target", "from")

    def key(self, row):
        return " ".join(filter(None, (row[column] for column in self.columns)))

    def missing(self, row):
        found = self.phase(row)
        if not found:
            return ["not in embargo_phases.csv"]
        return (differences(row, found, same("nature", "instrument")) + self.missing_details(row, found)
                + self.missing_issuer(row) + self.support(row, found))

    def phase(self, row):
        """The phase of a row; one whose first day is unknown begins in a window there."""
        phases = self.tables.rows("embargo_phases.csv", self.columns[:3], tuple(row[c] for c in self.columns[:3]))
        return next((p for p in phases if p["from"] == row["from"] or not row["from"] and "/" in p["from"]), None)

    def missing_issuer(self, row):
        issuer = OTHER_ISSUERS[row["regime"]] if row["issuer"] == "other" else row["issuer"]
        return [] if self.tables.rows("regimes.csv", ("regime", "issuer"), (row["regime"], issuer)) else ["issuer"]

    def missing_details(self, row, found):
        checks = {
            "scope": items(row["scope"]) == items(found["scope"]),
            "group": bool(row["group"]) == bool(found["group"]),
            "paragraph": row.get("paragraph", "") == found["paragraph"],
            "implements_un": row.get("implements_un", "") == found["implements_un"],
            "until": row["until"] == found["until"] or not row["until"] and "/" in found["until"],
            "ended_by": same_end(row["ended_by"], found),
            "direction": found["direction"] in DIRECTIONS[stated(row["note"], "direction")],
        }
        return [f"{name} is '{found[name]}' for '{row.get(name, '')}'" for name, holds in checks.items() if not holds]


def same_end(text, found):
    if text == "none-recorded":
        return not found["ended_by"]
    return text == found["ended_by"] or len(text) > SENTENCE and bool(found["ended_by"])


class UnEmbargoes(Embargoes):
    sources = "un_embargoes_sources.csv"


class OtherEmbargoes(Embargoes):
    sources = "other_embargoes_sources.csv"


# What a phase leaves open, and whom a measure binds.

BY_CLAIM = {  # classes of the ledgers that are no items: the claim that a cell for them asks for
    "arms_already_held": ("all-arms", "held-before"),
    "catch_all_humanitarian": ("catch-all-items", "humanitarian"),
    "old_contract": ("all-arms", "old-contract"),
    "peace_agreement_support": ("all-arms", "peace-agreement"),
    "temporary_military_craft": ("temporary-military-craft", "relief"),
    "use_outside_area": ("all-arms", "outside-area"),
}
EXPORTS = "exports_from_target"
AS_TO = "same classes of arms"  # a condition: arms leaving the target are those that may not come to it
POLITICAL = "political_commitment"
ACT = re.compile(r"\d{2,4}/\d+")  # the number of an act of the EU
PLACE = re.compile(r"\b\d+(?:\(\w+\))*")  # that of an article and of what is in it
# What a condition says and other cells of the table hold: the rung, the wait, the day of a contract, the class.
ELSEWHERE = re.compile(
    r"contract_before=\S+|no execution deadline .*|ordinary national licence|(?:approved|notified) in advance.*"
    r"|no negative decision in \d+ working days|(?:weapons of )?14\.5 mm or less with ammunition and parts"
    r"|60 and 82 mm with ammunition|non-lethal kit needs no notice .*|" + AS_TO)


class EmbargoCells(ByFacts):
    """A ledger names a stretch by its regime and first day, and what must be claimed in words: of the cells that
    the table has for the recipient and item, one has the row's facts."""

    def key(self, row):
        return " ".join(filter(None, (row.get(column, "") for column in (
            "regime", "territory", "phase_from", "cell_from", "recipient_class", "item_class"))))

    def missing(self, row):
        """Exports of the same classes have a cell each."""
        if row["condition"] != AS_TO:
            return super().missing(row)
        classes = {found["item"] for phase in self.phases(row) for found in self.cells(phase)
                   if found["direction"] == "to" and found["permission"] == row["permission"]}
        lost = [super(EmbargoCells, self).missing({**row, "item_class": f"{EXPORTS} {item}"})
                for item in sorted(classes)]
        return sum(lost, [] if classes else ["no class of arms may not come to the target"])

    def phases(self, row):
        """The phases of a row; one whose first day is unknown begins in a window there."""
        return [phase for phase in self.tables.rows("embargo_phases.csv", ("regime",), (row["regime"],))
                if row.get("territory", "") in ("", phase["territory"])
                and (phase["from"] == row["phase_from"] or not row["phase_from"] and "/" in phase["from"])]

    def cells(self, phase):
        return self.tables.rows("embargo_cells.csv", ("regime", "territory", "phase"),
                                (phase["regime"], phase["territory"], phase["from"]))

    def candidates(self, row):
        """The cells for a recipient, item and direction; those of two targets of one stretch are the same."""
        word, _, exported = row["item_class"].partition(" ")
        item, claim = BY_CLAIM.get(word, (exported or "all-arms" if word == EXPORTS else slug(word), None))
        stretches = {(phase["regime"], phase["territory"], phase["from"]): phase for phase in self.phases(row)}
        return [found for phase in stretches.values() for found in self.cells(phase)
                if found["recipient"] == row["recipient_class"] and found["item"] == item
                and found["direction"] == ("from" if word == EXPORTS else "to") and claim in (None, found["claim"])]

    def lacks(self, row, found):
        day = re.search(r"contract_before=([\d-]+)", row["condition"])
        conditions = [part for part in row["condition"].split("; ") if part and not ELSEWHERE.fullmatch(part)]
        of_phase = self.phase_of(found)
        political = row["permission"] == POLITICAL
        return self.support(row, found) + failed({
            "from": (found["from"] or row["phase_from"]) == row["cell_from"],
            "until": found["until"] == row["cell_until"],
            "permission": found["permission"] == ("prohibited" if political else row["permission"]),
            "force": found["force"] == ("political" if political and of_phase["nature"] != "political" else ""),
            "body": self.is_body(row["body"], found["body"]),
            "waiting": found["waiting"] == self.waiting(row),
            "condition": bool(found["condition"]) or not conditions,
            "contract_before": found["contract_before"] == (day[1] if day else ""),
            "instrument": self.is_act(row["instrument"], found, of_phase),
        }, found)

    def phase_of(self, cell):
        return self.tables.rows("embargo_phases.csv", ("regime", "territory", "from"),
                                (cell["regime"], cell["territory"], cell["phase"]))[0]

    def waiting(self, row):
        return row["waiting_days"]

    def is_body(self, text, body):
        return text == body

    def is_act(self, text, cell, phase):
        """An act and its place, `S/RES/2009 13(a)`; the act is that of the phase where the cell has none."""
        acts = (cell["instrument"] or phase["instrument"]).split("; ")
        places = cell["paragraph"].split("; ") if len(acts) > 1 else [cell["paragraph"]]
        return text.replace(" (snapback)", "") == "; ".join(
            f"{act} {place}".strip() for act, place in itertools.zip_longest(acts, places, fillvalue="?"))


class UnEmbargoCells(EmbargoCells):
    sources = "un_embargo_cells_sources.csv un_embargoes_sources.csv"


class OtherEmbargoCells(EmbargoCells):
    sources = "other_embargo_cells_sources.csv other_embargoes_sources.csv"
    committee = "UN sanctions committee"  # of which the table says which
    league = {"each LAS member": "each member of the Arab League"}

    def waiting(self, row):
        days = re.search(r"\d+ (?:working )?days\b", row["condition"])
        return days[0] if days else ""

    def is_body(self, text, body):
        return body.startswith("Committee under") if text == self.committee else body == self.league.get(text, text)

    def is_act(self, text, cell, phase):
        """The acts of a row are those of the cell or phase, in other words, and the place is in the row."""
        own, of_phase, named = acts_in(cell["instrument"]), acts_in(phase["instrument"]), acts_in(text)
        act = plain(cell["instrument"] or phase["instrument"])
        same_acts = own <= named <= own | of_phase if named and bool(own) == bool(cell["instrument"]) else (
            act in (plain(text), plain(text).partition(" para ")[0]))
        return same_acts and set(PLACE.findall(cell["paragraph"])) <= set(PLACE.findall(ACT.sub("", text)))


def acts_in(text):
    """The numbers of the acts that a text names."""
    return set(ACT.findall(text))


def plain(text):
    """A text without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


class EmbargoBinding(Rule):
    sources = "other_embargo_cells_sources.csv other_embargoes_sources.csv"

    def key(self, row):
        return f"{row['issuer']} {row['nature']}"

    def missing(self, row):
        """Who is bound are the members of the issuer, or nobody."""
        return self.one({**row, "binds": "" if row["binds"].startswith("nobody") else slug(row["issuer"])},
                        "embargo_binding.csv", ("issuer", "force"), (row["issuer"], row["nature"]),
                        [changed("binds", "body", str)])


class AttArticles(Rule):
    sources = "taxonomies_sources.csv"

    def key(self, row):
        return row["article"]

    def missing(self, row):
        pairs = same("duty_on", "kind", "applies_to")
        return self.one(row, "articles.csv", ("treaty", "article"), ("att", row["article"]), pairs)


# Groups.


class Groups(Rule):
    """A row is spread over groups, group_names and group_listings."""

    sources = "groups_sources.csv"

    def key(self, row):
        return " ".join(filter(None, (row["group"], row["regime"], row["listed_on"])))

    def missing(self, row):
        found = self.tables.rows("groups.csv", ("group",), (row["group"],))
        if not found:
            return ["not in groups.csv"]
        states = sorted(items(row["states"]) - items(found[0]["states"]))
        names = [name for name in (row["name"], *sorted(items(row["aliases"])))
                 if not self.tables.rows("group_names.csv", ("group", "name"), (row["group"], name))]
        return ([f"state {state}" for state in states] + [f"name '{name}'" for name in names]
                + self.missing_listing(row) + self.missing_eu(row))

    def missing_listing(self, row):
        coverage = stated(row["note"], "coverage")
        if not row["regime"]:
            return [] if coverage == "none" else ["coverage without a regime"]
        found = [listing for listing in self.tables.rows("group_listings.csv", ("group", "regime"),
                                                         (row["group"], row["regime"]))
                 if listing["coverage"] == coverage]
        pairs = [changed("list_reference", "reference", str), changed("listed_on", "from", str),
                 changed("delisted_on", "until", str)]
        return min((differences(row, listing, pairs) + self.support(row, listing) for listing in found), key=len,
                   default=[f"no listing under {row['regime']} as {coverage}"])

    def missing_eu(self, row):
        regime = stated(row["note"], "eu")
        if not regime or self.tables.rows("group_listings.csv", ("group", "regime"), (row["group"], regime)):
            return []
        return [f"no listing under {regime}"]


def stated(note, word):
    """The value of `word=value` in a note."""
    found = re.search(rf"\b{word}=([\w+-]+)", note)
    return found[1] if found else ""


class GroupNames(Rule):
    sources = "groups_sources.csv"

    def key(self, row):
        return " ".join(filter(None, (row["group"], row["name"], row["from"])))

    def missing(self, row):
        return self.one(row, "group_names.csv", ("group", "name", "kind", "from"),
                        (row["group"], row["name"], "name", row["from"]), same("until"))


# Categories.


class Categories(Rule):
    sources = "taxonomies_sources.csv"

    def key(self, row):
        return " ".join(filter(None, (row["scheme"], row["code"], row["valid_from"])))

    def missing(self, row):
        pairs = same("title", "valid_from") + [changed("definition_numbers", "thresholds", str),
                                               changed("parent", "parent", lambda parent: self.parent(row, parent))]
        return self.one(row, "categories.csv", ("scheme", "code", "valid_from"),
                        (slug(row["scheme"]), row["code"], row["valid_from"]), pairs)

    def parent(self, row, parent):
        """A parent that is no category but the list itself, as 2(1) is, is left empty."""
        return parent if self.tables.rows("categories.csv", ("scheme", "code"), (slug(row["scheme"]), parent)) else ""


class CategoryCrosswalk(Rule):
    sources = "taxonomies_sources.csv"
    columns = ("from_scheme", "from_code", "to_scheme", "to_code")

    def key(self, row):
        return " ".join(row[column] for column in self.columns)

    def missing(self, row):
        values = (slug(row["from_scheme"]), row["from_code"], slug(row["to_scheme"]), row["to_code"])
        return self.one(row, "crosswalk.csv", self.columns, values, same("relation"))


class WeaponTypes(Rule):
    """A row holds a cell a list; the table holds a row a list and version, the last of which counts."""

    sources = "taxonomies_sources.csv"
    small_arms = {"small_arm": "SA", "light_weapon": "LW"}

    def key(self, row):
        return row["type"]

    def missing(self, row):
        kind = slug(row["type"])
        if not self.tables.rows("weapon_types.csv", ("type",), (kind,)):
            return ["not in weapon_types.csv"]
        return [f"{scheme} is '{shown(found)}' for '{shown(cell)}'" for scheme, cell in self.cells(row)
                if (found := self.latest(kind, scheme)) != cell] + self.uncited(row, kind)

    def uncited(self, row, kind):
        """The sources of a row are spread over the rows of its lists."""
        classified = self.tables.rows("weapon_type_categories.csv", ("type",), (kind,))
        cited = frozenset().union(*(items(found["source"]) for found in classified))
        return [f"source {name['id']} is not cited" for ledger, name in self.citations(row)
                if not self.documents.slugs(ledger, name) & cited]

    def cells(self, row):
        article = row["att_3_or_4"]
        yield "att-2-1", alternatives(row["att_2_1"])
        yield "att-3", alternatives(article.replace("4", "none"))
        yield "att-4", alternatives("none" if "3" in article else article)
        yield "unroca", alternatives(row["unroca"])
        yield "un-salw", alternatives("|".join(self.small_arms.get(word, word) for word in row["un_salw"].split("|")))
        yield "wassenaar-ml", alternatives(row["wassenaar_ml"])
        yield "usml", alternatives(row["usml"])
        yield "hs", alternatives(row["hs6"])

    def latest(self, kind, scheme):
        found = self.tables.rows("weapon_type_categories.csv", ("type", "scheme"), (kind, scheme))
        return alternatives(max(found, key=lambda row: row["from"])["categories"]) if found else alternatives("")


def alternatives(cell):
    """The sets of categories between which a property or an authority decides."""
    return frozenset(items(part) for part in cell.split("|")) if cell else frozenset()


def shown(cell):
    return "|".join(sorted(";".join(sorted(part)) for part in cell))


# The report.

UP_TO = "fewer-than"  # by which the ledgers mean `at most`
ACTORS = {"GULF_STATES": "gulf-states", "IRQ_KRG": "kurdistan-region", "SYR_OPPOSITION": "syrian-opposition",
          "SYR_YPG": "ypg"}


def after(period):
    """The first day, month or year after one: the last is within a period of the ledgers, past one of the tables."""
    if not period:
        return ""
    year, month, day = (int(part) for part in f"{period}-0-0".split("-")[:3])
    if day:
        return str(datetime.date(year, month, day) + datetime.timedelta(days=1))
    return f"{year + month // 12}-{month % 12 + 1:02}" if month else str(year + 1)


def bound(word):
    return "at-most" if slug(word) == UP_TO else slug(word)


def words(text):
    return set(re.findall(r"[\w.&]+", text.lower()))


GRADE = [changed("evidence", "evidence", GRADES.get)]
PERIOD = [changed("period_from", "from", str), changed("period_to", "until", after)]


class ReportRule(Rule):
    sources = "report_sources.csv"


class ReportOriginStates(ReportRule):
    def key(self, row):
        return " ".join(filter(None, (row["state"], row["role"], row["period_from"], row["period_to"], row["source"])))

    def missing(self, row):
        return self.one(row, "report_suppliers.csv", ("state", "role", "from", "until"),
                        (row["state"], row["role"], row["period_from"], after(row["period_to"])), [])


class ReportClaims(ReportRule):
    """Measures were renamed and split; one that kept its name has its claims."""

    pairs = same("value", "states") + PERIOD + GRADE + [changed("subject", "subject", slug),
                                                        changed("bound", "bound", bound)]
    units = {"Stinger units": "pieces", "assault rifles and pistols": "weapons", "fighters": "soldiers",
             "km": "kilometres", "men": "soldiers", "missiles": "pieces", "other Americans killed": "people",
             "small arms": "weapons", "troops": "soldiers", "videos and pictures": "images"}

    def key(self, row):
        return row["id"]

    def missing(self, row):
        lost = self.one(row, "report_claims.csv", ("claim",), (row["id"],), self.pairs)
        found = self.tables.rows("report_claims.csv", ("claim",), (row["id"],))
        return lost + (self.missing_measure(row, found[0]["measure"]) if found else [])

    def missing_measure(self, row, name):
        measure = self.tables.rows("report_measures.csv", ("measure",), (name,))
        if not measure:
            return [f"measure '{name}' is not in report_measures.csv"]
        kept = self.tables.rows("report_measures.csv", ("measure",), (slug(row["measure"]),))
        renamed = [f"measure is '{name}' for '{row['measure']}'"] if kept and kept != measure else []
        return renamed + ([] if self.is_unit(row["unit"], measure[0]) else [f"unit is '{measure[0]['unit']}'"])

    def is_unit(self, text, measure):
        """The unit of a number is one of the words that a row has for it."""
        spelt = text.lower().replace(" ", "-")
        known = {self.units.get(text, spelt), *spelt.split("-")}
        return measure["kind"] != "number" or measure["unit"] in known


class ReportWeapons(ReportRule):
    pairs = same("calibre_mm") + GRADE + [
        changed("in_service_decade", "decade", str),
        changed("observed_with_is", "seen", {"yes": "with-is", "supplied_to_iraq_only": "supplied-only"}.get)]
    unknown = "unknown"
    wordless = words("a of type used by made value quantity item")
    types = {"bushmaster_family": "semi-automatic-rifle", "bushmaster_xm15_e2s": "semi-automatic-rifle",
             "cartridge_12_7x108_bih": "ammunition-small-calibre",
             "chinese_surface_to_air_missiles": "surface-to-air-missile", "improvised_landmines": "landmine",
             "bell_412": "transport-helicopter", "mi_35m": "attack-helicopter", "mi_8": "transport-helicopter",
             "uh_60": "transport-helicopter", "us_military_vehicles_unspecified": "military-vehicle"}

    def key(self, row):
        return row["weapon"]

    def missing(self, row):
        pairs = [pair for pair in self.pairs if row[pair.ledger] != self.unknown]
        lost = self.one(row, "report_weapons.csv", ("weapon",), (slug(row["weapon"]),), pairs)
        found = self.tables.rows("report_weapons.csv", ("weapon",), (slug(row["weapon"]),))
        return lost + (self.missing_details(row, found[0]) if found else [])

    def missing_details(self, row, found):
        """A type that the ledger calls `other` is any; names that describe may be shorter."""
        attributions = [word for text, word in (("text on the Amnesty report", "report"),
                                                ("not the Amnesty report", "other")) if text in row["note"]]
        return failed({
            "name": words(row["name"]) - self.wordless == words(found["name"]) - self.wordless,
            "type": row["type"] == "other" or found["type"] == self.types.get(row["weapon"], slug(row["type"])),
            "design": items(row["design_state"]) == items(found["design"]),
            "makers": items(row["producer_states"]) == items(found["makers"]),
            "seen": row["observed_with_is"] != self.unknown or found["seen"] == self.unknown,
            "attribution": not attributions or attributions == [found["attribution"]],
        }, found)


class ReportTransfers(ByFacts, ReportRule):
    pairs = same("quantity") + PERIOD + GRADE + [
        changed("value_usd", "value", str),
        changed("funding", "funding", lambda funding: "" if funding == "unknown" else slug(funding))]
    value_bounds = {"ceiling": "at-most", "approximate": "about", "about": "about", "over": "more-than"}

    def key(self, row):
        return " ".join(filter(None, (row[column] for column in (
            "supplier", "recipient", "item", "quantity", "value_usd", "funding", "period_from", "source"))))

    def candidates(self, row):
        weapon = "" if row["item"] == "other" else slug(row["item"])
        return self.tables.rows("report_transfers.csv", ("recipient", "weapon"),
                                (ACTORS.get(row["recipient"], row["recipient"]), weapon))

    def lacks(self, row, found):
        return differences(row, found, self.pairs) + self.support(row, found) + failed({
            "suppliers": self.is_from(items(row["supplier"]), items(found["suppliers"])),
            "quantity_bound": found["quantity_bound"] == (bound(row["bound"]) if row["quantity"] else ""),
            "value_bound": found["value_bound"] == (self.value_bound(row) if row["value_usd"] else ""),
            "unit": self.is_unit(row, found["unit"]),
        }, found)

    def is_from(self, states, suppliers):
        """Suppliers that a row leaves open, or has in its note alone, are actors in the table."""
        named = {ACTORS.get(state, state) for state in states}
        return bool(suppliers) and named <= suppliers and all(
            self.tables.rows("report_actors.csv", ("actor",), (supplier,)) for supplier in suppliers - named)

    def value_bound(self, row):
        """The bound of a row is that of its quantity, if it has one; that of the value is in the note then."""
        noted = [self.value_bounds[word] for word in self.value_bounds if word in words(row["note"])]
        return bound(row["bound"]) if not row["quantity"] else noted[0] if noted else "exactly"

    def is_unit(self, row, unit):
        """A note begins with what was counted, if that is not plain."""
        noted = re.match(r"[^,;]*?\b(rounds|missiles|batteries|trend)\b", row["note"])
        if not row["quantity"] or not unit:
            return not row["quantity"] and not unit
        return unit.startswith(noted[1]) if noted else unit != "trend-value-millions"


class ReportAcquisitions(ByFacts, ReportRule):
    pairs = PERIOD + GRADE + [changed("place", "place", lambda place: "" if "not named" in place else place)]
    holders = {
        "Free Syrian Army factions": "free-syrian-army",
        "Iraqi armed forces": "iraqi-military",
        "Iraqi army": "iraqi-military",
        "Iraqi army and police bases": "iraqi-security-forces",
        "Iraqi forces": "iraqi-security-forces",
        "Iraqi government stockpiles": "iraqi-military",
        "Kurdish Peshmerga": "kurdistan-region",
        "Qatar (Belgian export)": "QAT",
        "Qatar via Syrian rebels": "syrian-opposition",
        "Saudi Arabia via Syrian rebels": "syrian-opposition",
        "Syrian air force": "syrian-armed-forces",
        "Syrian armed opposition groups": "syrian-opposition",
        "Syrian army": "syrian-armed-forces",
        "Syrian government forces": "syrian-armed-forces",
        "Syrian military": "syrian-armed-forces",
        "Syrian rebels": "syrian-opposition",
        "UK re-exports": "IRQ",
        "US-allied Iraqi military": "iraqi-military",
        "USA (Bulgarian export)": "USA",
        "USA (drop meant for Kurdish defenders)": "USA",
        "USA via Syrian groups": "syrian-opposition",
        "former Iraqi army depots": "former-iraqi-army",
        "not named": "",
        "occupation and Iraqi authorities": "IRQ",
    }

    def key(self, row):
        return " ".join(filter(None, (row[column] for column in (
            "channel", "place", "state", "period_from", "from_actor", "source"))))

    def candidates(self, row):
        return self.tables.rows("report_acquisitions.csv", ("channel", "states"), (slug(row["channel"]), row["state"]))

    def lacks(self, row, found):
        """What nobody could account for is not shown to have reached anyone."""
        holder = slug(row["from_actor"].replace(" ", "-"))
        return differences(row, found, self.pairs) + self.support(row, found) + failed({
            "holder": found["holder"] == self.holders.get(row["from_actor"], holder),
            "reach": row["channel"] != "unaccounted_loss" or found["reach"] != "is",
        }, found)


class ReportRecommendations(ReportRule):
    renamed = {"no-resale-embargo-wording": "no-sales-to-iraq"}
    named = {"iraq": ("iraq", "IRQ"), "france": ("named-states", "FRA"), "united-kingdom": ("named-states", "GBR"),
             "usa-russia-china": ("named-states", "USA;RUS;CHN")}

    def key(self, row):
        return row["id"]

    def missing(self, row):
        name = slug(row["id"]).removeprefix("rec-")
        addressee = slug(row["addressee"])
        return self.one(row, "report_recommendations.csv", ("recommendation", "addressee", "states"),
                        (self.renamed.get(name, name), *self.named.get(addressee, (addressee, ""))),
                        [changed("kind", "kind", slug)] + GRADE)


# Sources.


class SourceLedger:
    def __init__(self, name, sources):
        self.name = name
        self.documents = sources

    def key(self, row):
        return row["id"]

    def missing(self, row):
        documents = self.documents.documents(self.name, row)
        if not documents:
            return ["not in sources.csv"]
        dates = {found["date"] for found in documents}
        if not row["published"] or dates & self.documents.dates(row):
            return []
        return [f"date is '{dates.pop()}' for '{row['published']}'"]


RULES = {
    "ambiguous_names.csv": AmbiguousNames,
    "apmbc_status.csv": ApmbcStatus,
    "att_articles.csv": AttArticles,
    "att_status.csv": AttStatus,
    "categories.csv": Categories,
    "category_crosswalk.csv": CategoryCrosswalk,
    "ccm_status.csv": CcmStatus,
    "embargo_binding.csv": EmbargoBinding,
    "firearms_protocol_status.csv": FirearmsProtocolStatus,
    "group_names.csv": GroupNames,
    "groups.csv": Groups,
    "memberships.csv": Memberships,
    "other_embargo_cells.csv": OtherEmbargoCells,
    "other_embargoes.csv": OtherEmbargoes,
    "report_acquisitions.csv": ReportAcquisitions,
    "report_claims.csv": ReportClaims,
    "report_origin_states.csv": ReportOriginStates,
    "report_recommendations.csv": ReportRecommendations,
    "report_transfers.csv": ReportTransfers,
    "report_weapons.csv": ReportWeapons,
    "state_names.csv": StateNames,
    "states.csv": States,
    "succession.csv": Succession,
    "un_embargo_cells.csv": UnEmbargoCells,
    "un_embargoes.csv": UnEmbargoes,
    "weapon_types.csv": WeaponTypes,
}


# The account.


class LeftOut:
    """data/left_out.csv: the reasons, and which of them were needed."""

    def __init__(self, data):
        rows = read(data, "left_out.csv")
        self.reasons = {(row["ledger"], row["row"]): row["reason"] for row in rows}
        self.needed = set()
        keys = [(row["ledger"], row["row"]) for row in rows]
        self.disorder = [] if keys == sorted(set(keys)) else ["left_out.csv: rows are not sorted, or twice there"]

    def explains(self, ledger, row):
        if not self.reasons.get((ledger, row)):
            return False
        self.needed.add((ledger, row))
        return True

    def stale(self):
        return [f"{ledger}: {row}: the reason in left_out.csv is stale: no such row, or it is in a table"
                for ledger, row in sorted(set(self.reasons) - self.needed)]


class Account:
    def __init__(self, data, facts):
        self.facts = facts
        self.left_out = LeftOut(data)
        self.documents = Sources(data, facts)
        self.tables = Tables(data)
        self.cited = set()  # (ledger, id) of sources that a row in a table cites
        self.passed = 0
        self.failures = list(self.left_out.disorder)

    def run(self):
        ledgers = sorted(name for name in os.listdir(self.facts) if name.endswith(".csv"))
        for name in [n for n in ledgers if n not in self.documents.ledgers] + list(self.documents.ledgers):
            self.ledger(name, read(self.facts, name))
        self.failures += self.left_out.stale()

    def ledger(self, name, rows):
        rule = self.rule(name)
        tally = collections.Counter()
        if not rule or self.left_out.explains(name, EVERY_ROW):
            tally["left out" if self.left_out.explains(name, EVERY_ROW) else "unaccounted"] = len(rows)
        else:
            self.unique(name, [rule.key(row) for row in rows])
            tally.update(self.place(name, rule, row) for row in rows)
        if not rule and tally["unaccounted"]:
            self.failures += [f"{name}: no rule says where its rows are"] * len(rows)
        self.passed += tally["in tables"] + tally["left out"]
        lost = f", {tally['unaccounted']} unaccounted for" if tally["unaccounted"] else ""
        print(f"{name}: {len(rows)} rows, {tally['in tables']} in tables, {tally['left out']} left out{lost}")

    def rule(self, name):
        if name in self.documents.ledgers:
            return SourceLedger(name, self.documents)
        return RULES[name](self.tables, self.documents) if name in RULES else None

    def unique(self, name, keys):
        twice = [key for key, count in collections.Counter(keys).items() if count > 1]
        self.failures += [f"{name}: {key}: the key does not identify the row" for key in twice]

    def place(self, name, rule, row):
        """Where a row ended; notes a failure if nowhere."""
        missing = rule.missing(row)
        if not missing:
            if name not in self.documents.ledgers:
                self.cited.update((ledger, source["id"]) for ledger, source in rule.citations(row))
            return "in tables"
        if self.left_out.explains(name, rule.key(row)) or self.is_uncited(name, row):
            return "left out"
        self.failures.append(f"{name}: {rule.key(row)}: {'; '.join(missing)}")
        return "unaccounted"

    def is_uncited(self, name, row):
        """A source that no row in a table cites, and whose ledger has a reason for such."""
        return (name in self.documents.ledgers and (name, row["id"]) not in self.cited
                and self.left_out.explains(name, UNCITED))


def main(data, facts):
    if not os.path.isdir(facts):
        print(f"skipped: the ledgers are not here: {facts}")
        print("0 passed, 0 failed, 1 skipped")
        return 0
    account = Account(data, facts)
    account.run()
    print(*account.failures, sep="\n", end="\n" if account.failures else "")
    print(f"{account.passed} passed, {len(account.failures)} failed")
    return 1 if account.failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
