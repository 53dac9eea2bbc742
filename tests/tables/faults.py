#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""faults.py GENERATE DATA [TEXT]: every fault of the data is refused, with its file, line and column.

Each case breaks one thing in a copy of the data and names what the generator must say. Nothing may be
written. The unbroken copy must pass. With TEXT only the cases of which it is to be said.
"""
import concurrent.futures
import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


class Copy:
    """A copy of the data that a case may break; remembers the line it broke."""

    def __init__(self, data, folder):
        self.path = pathlib.Path(folder) / "data"
        shutil.copytree(data, self.path)
        self.line = 1

    def read(self, name):
        with open(self.path / name, newline="") as f:
            return list(csv.reader(f))

    def write(self, name, rows):
        with open(self.path / name, "w", newline="") as f:
            csv.writer(f, lineterminator="\n").writerows(rows)

    def row(self, rows, key):
        """The number of the row whose first cells are the key."""
        return next(i for i, r in enumerate(rows) if r[:len(key)] == list(key))

    def set(self, file, key, **cells):
        rows = self.read(file)
        i = self.row(rows, key)
        for column, value in cells.items():
            rows[i][rows[0].index(column.rstrip("_"))] = value
        self.line = i + 1
        self.write(file, rows)

    def insert(self, name, cells, before=None):
        rows = self.read(name)
        i = self.row(rows, before) if before else len(rows)
        rows.insert(i, cells)
        self.line = i + 1
        self.write(name, rows)

    def copy_row(self, name, key):
        rows = self.read(name)
        i = self.row(rows, key)
        rows.insert(i, rows[i])
        self.line = i + 2
        self.write(name, rows)

    def swap_with_next(self, name, key):
        rows = self.read(name)
        i = self.row(rows, key)
        rows[i], rows[i + 1] = rows[i + 1], rows[i]
        self.line = i + 2
        self.write(name, rows)

    def delete(self, name, key):
        rows = self.read(name)
        del rows[self.row(rows, key)]
        self.line = 1
        self.write(name, rows)

    def column(self, name, header, value):
        rows = self.read(name)
        self.write(name, [r + [header if i == 0 else value] for i, r in enumerate(rows)])
        self.line = 1

    def text(self, name, change):
        path = self.path / name
        before = path.read_bytes()
        after = change(before)
        path.write_bytes(after)
        same = os.path.commonprefix([before, after])
        self.line = same.count(b"\n") + 1


USA = ("att", "USA")
FRANCE = ("att", "FRA")
IRAQ_2004 = ("un-iraq-1990", "IRQ", "non_governmental_forces")
IRAQ_1990 = ("un-iraq-1990", "IRQ", "territory")
COUNT = ("f-28",)  # a claim of a number
WORDS = ("f-embargo-lull",)  # of words, with two sources
DAY = ("p-tuesday-date",)  # of a date
AK_47 = ("ak-47",)
HOWITZERS = ("austria-iraq-ghn-45-1981",)  # a transfer with a quantity
ALL_IRAN = ("all-iran-value-1979",)  # one with a value and two accounts
DEPOTS = ("depots-2003-ammunition",)
RATIFY = ("att-ratify-named",)
BY_JORDAN = ("AUT", "JOR")
FIRST_ACT = ("eu-afghanistan-1996", "AFG", "territory", "1996-12-17", "1996-12-17")  # of three
SECOND_ACT = (*FIRST_ACT[:4], "2000-01-24")
LAST_ACT = (*FIRST_ACT[:4], "2001-02-26")
TOGO = ("au-togo-2005",)  # a phase of one cell
IRAQ_OTHERS = ("eu-iraq-1990", "IRQ", "2004-07-19", "any_other")
LIBYA = ("un-libya-2011", "LBY", "2011-09-16", "government", "all-arms")  # a cell with a wait
OLD_CONTRACT = ("eu-russia-2014", "RUS", "2014-08-01", "any_other", "all-arms", "to", "old-contract")
UNKNOWN_IN_CHINA = ("eu-china-1989", "CHN", "1989-06-27", "any_other", "non-lethal")


def cases(file, key, *faults):
    """Cases that each break one cell of a row: column, value, what must be said of it."""
    def case(column, value, message):
        return lambda c: c.set(file, key, **{column: value}), file, column, message
    return [case(*fault) for fault in faults]


EMPTY = "must not be empty"

# What to break, in which file, under which column, and what must be said of it.
CASES = [
    # The form of the files.
    (lambda c: c.text("bodies.csv", lambda b: b.replace(b"eu,", b'e"u,', 1)), "bodies.csv", "-", "a quote inside"),
    (lambda c: c.text("bodies.csv", lambda b: b.replace(b"eu,", b'"eu"x,', 1)), "bodies.csv", "-", "text after a closing"),
    (lambda c: c.text("bodies.csv", lambda b: b.replace(b"\neu,", b"\r\neu,", 1)), "bodies.csv", "-", "carriage return"),
    (lambda c: c.text("bodies.csv", lambda b: b.replace(b"eu,", b"e\0u,", 1)), "bodies.csv", "-", "NUL byte"),
    (lambda c: c.text("bodies.csv", lambda b: b[:-1]), "bodies.csv", "-", "no line end"),
    (lambda c: c.text("bodies.csv", lambda b: b.replace(b"eu,", b"eu,,", 1)), "bodies.csv", "-", "cells where the header has"),
    (lambda c: c.text("bodies.csv", lambda b: b.split(b"\n")[0] + b"\n"), "bodies.csv", "-", "has no rows"),
    (lambda c: (c.path / "bodies.csv").unlink(), "bodies.csv", "-", "cannot be read"),
    (lambda c: c.column("succession.csv", "extra", "x"), "succession.csv", "extra", "goes into no table"),
    (lambda c: c.text("succession.csv", lambda b: b.replace(b",kind,", b",sort,", 1)), "succession.csv", "kind", "no such column"),
    (lambda c: c.copy_row("treaty_status.csv", USA), "treaty_status.csv", "treaty", "stands twice"),
    (lambda c: c.swap_with_next("treaty_status.csv", USA), "treaty_status.csv", "treaty", "not sorted"),
    # Sources and grades.
    (lambda c: c.set("treaty_status.csv", USA, source="no-such-source"), "treaty_status.csv", "source", "'no-such-source' is no source"),
    (lambda c: c.set("treaty_status.csv", USA, source=""), "treaty_status.csv", "source", "needs a source"),
    (lambda c: c.set("treaty_status.csv", USA, evidence="seen"), "treaty_status.csv", "evidence", "'seen' is no evidence grade"),
    (lambda c: c.insert("sources.csv", ["zzz", "Title", "", "", ""]), "sources.csv", "source", "nothing cites 'zzz'"),
    (lambda c: c.set("sources.csv", ("vice-2015",), title=""), "sources.csv", "title", "must not be empty"),
    (lambda c: c.set("sources.csv", ("vice-2015",), date="December"), "sources.csv", "date", "is no date"),
    # Dates.
    (lambda c: c.set("treaty_status.csv", USA, signature="2013-09-31"), "treaty_status.csv", "signature", "is no date"),
    (lambda c: c.set("treaty_status.csv", USA, signature="2013-09"), "treaty_status.csv", "signature", "must be a day"),
    (lambda c: c.set("treaty_status.csv", ("att", "ECU"), consent="2026-07-24/2026-02-04"), "treaty_status.csv", "consent", "ends before it begins"),
    (lambda c: c.set("treaty_status.csv", ("att", "ECU"), consent="2026-02-04/2026-02-04"), "treaty_status.csv", "consent", "ends before it begins"),
    (lambda c: c.set("existence.csv", ("DDR",), until="1949-10-07"), "existence.csv", "until", "is not after from"),
    # States.
    (lambda c: c.copy_row("states.csv", ("FRA",)), "states.csv", "state", "stands twice"),
    (lambda c: c.set("states.csv", ("FRA",), alpha2="DE"), "states.csv", "alpha2", "another state's too"),
    (lambda c: c.set("states.csv", ("FRA",), alpha2="Fr"), "states.csv", "alpha2", "capital letters"),
    (lambda c: c.set("states.csv", ("FRA",), numeric="25"), "states.csv", "numeric", "three digits"),
    (lambda c: c.set("states.csv", ("FRA",), status="member"), "states.csv", "status", "'member' is no status"),
    (lambda c: c.delete("existence.csv", ("FRA",)), "existence.csv", "state", "FRA has no row"),
    (lambda c: c.set("existence.csv", ("SYR", "1961-09-28"), from_="1958-01-01"), "existence.csv", "from", "overlaps"),
    (lambda c: c.insert("state_names.csv", ["FRA", "short", "Gaul", "", "", "", "unterm-cc", "confirmed"]), "state_names.csv", "kind", "two short names"),
    (lambda c: c.delete("state_names.csv", ("FRA", "short")), "state_names.csv", "kind", "FRA has no short name"),
    (lambda c: c.set("state_names.csv", ("FRA", "short"), name="Франция"), "state_names.csv", "name", "no letters that look-ups fold"),
    (lambda c: c.set("state_names.csv", ("FRA", "short"), name="Germany"), "state_names.csv", "name", "'germany' names several states"),
    (lambda c: c.set("ambiguous_names.csv", ("Congo",), reason=""), "ambiguous_names.csv", "reason", "must not be empty"),
    (lambda c: c.set("ambiguous_names.csv", ("Congo",), candidates="COD;XXX"), "ambiguous_names.csv", "candidates", "'XXX' is no state code"),
    (lambda c: c.set("succession.csv", ("SUN", "RUS"), kind="heir"), "succession.csv", "kind", "is no kind of succession"),
    (lambda c: c.set("memberships.csv", ("un", "FRA"), body="uno"), "memberships.csv", "body", "'uno' is no body"),
    (lambda c: c.insert("memberships.csv", ["un", "FRA", "member", "1950-01-01", "", "", "un-dates", "confirmed"], ("un", "FSM")), "memberships.csv", "from", "overlaps"),
    # Treaties.
    (lambda c: c.set("treaty_status.csv", USA, participant="USX"), "treaty_status.csv", "participant", "'USX' is no state code"),
    (lambda c: c.set("treaty_status.csv", FRANCE, consent_kind=""), "treaty_status.csv", "consent_kind", "go together"),
    (lambda c: c.set("treaty_status.csv", USA, signature=""), "treaty_status.csv", "signature", "neither signed nor consented"),
    (lambda c: c.set("treaty_status.csv", USA, signature="2013-04-01"), "treaty_status.csv", "signature", "before the treaty was adopted"),
    (lambda c: c.set("treaty_status.csv", FRANCE, signature="2014-12-01"), "treaty_status.csv", "consent", "before the signature"),
    (lambda c: c.set("treaty_status.csv", FRANCE, signature="2015-12-01"), "treaty_status.csv", "signature", "after the entry into force"),
    (lambda c: c.set("treaty_status.csv", FRANCE, entry_into_force="2014-12-25"), "treaty_status.csv", "entry_into_force", "the treaty's rule gives 2014-12-24"),
    (lambda c: c.set("treaty_status.csv", USA, entry_into_force="2014-12-24"), "treaty_status.csv", "entry_into_force", "without consent"),
    (lambda c: c.set("treaty_status.csv", FRANCE, withdrawal_notified="2020-01-01"), "treaty_status.csv", "withdrawal_effective", "a notice and an effect"),
    (lambda c: c.set("treaty_status.csv", FRANCE, withdrawal_notified="2020-01-01", withdrawal_effective="2019-12-31"), "treaty_status.csv", "withdrawal_effective", "not after the notice"),
    (lambda c: c.set("treaty_status.csv", FRANCE, withdrawal_notified="2020-01-01", withdrawal_effective="2020-01-01"), "treaty_status.csv", "withdrawal_effective", "not after the notice"),
    (lambda c: c.set("treaty_status.csv", FRANCE, withdrawal_notified="2014-10-01", withdrawal_effective="2014-12-24"), "treaty_status.csv", "withdrawal_effective", "not after the notice"),
    (lambda c: c.set("treaties.csv", ("ccm",), aliases="ATT"), "treaties.csv", "aliases", "'ATT' already names"),
    (lambda c: c.insert("treaties.csv", ["npt", "NPT", "", "1968-06-12", "1970-03-05", "own-reading", "unconfirmed"]), "treaties.csv", "treaty", "no rule"),
    (lambda c: c.set("treaty_notices.csv", ("att", "USA"), kind="letter"), "treaty_notices.csv", "kind", "is no kind of notice"),
    # Embargoes.
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, nature="binding"), "embargo_phases.csv", "nature", "'binding' is no nature"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, scope=""), "embargo_phases.csv", "scope", "must not be empty"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, from_=""), "embargo_phases.csv", "from", "begins some day"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, paragraph_evidence=""), "embargo_phases.csv", "paragraph_evidence", "go together"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, adopted="2004-06-08"), "embargo_phases.csv", "adopted", "not before the day of effect"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_1990, term="2000-01-01"), "embargo_phases.csv", "term", "only a phase with an open end"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, term="2004-06-08"), "embargo_phases.csv", "term", "only a phase with an open end"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, contested="nobody"), "embargo_phases.csv", "contested", "is no contest"),
    (lambda c: c.set("embargo_phases.csv", IRAQ_2004, instrument=""), "embargo_phases.csv", "instrument", "must not be empty"),
    (lambda c: c.insert("regimes.csv", ["zz-none", "UN", "embargo", "None"]), "regimes.csv", "regime", "'zz-none' has no phase"),
    (lambda c: c.set("contested.csv", ("iran-snapback", "2"), position="3"), "contested.csv", "position", "numbered from 1"),
    (lambda c: c.set("contested.csv", ("iran-snapback", "2"), subject="IRN"), "contested.csv", "subject", "differs"),
    (lambda c: c.set("contested.csv", ("resolution-2118", "1"), subject="Syria"), "contested.csv", "subject", "neither a regime nor a state"),
    (lambda c: c.set("group_listings.csv", ("isil", "un-iraq-1990"), coverage="kind"), "group_listings.csv", "coverage", "is no coverage"),
    (lambda c: c.set("group_names.csv", ("sdf",), group="sdx"), "group_names.csv", "group", "is no group"),
    # Categories.
    (lambda c: c.set("categories.csv", ("unroca", "IV(a)"), parent="XI"), "categories.csv", "parent", "'XI' is no category of unroca"),
    (lambda c: c.set("crosswalk.csv", ("att-2-1", "a", "unroca"), to_code="IX"), "crosswalk.csv", "to_code", "'IX' is no category"),
    (lambda c: c.set("weapon_type_categories.csv", ("pistol", "att-2-1"), categories="x"), "weapon_type_categories.csv", "categories", "'x' is no category"),
    (lambda c: c.set("weapon_type_categories.csv", ("pistol", "att-2-1"), because="property"), "weapon_type_categories.csv", "because", "go together"),
    # Items, and what falls in their classes.
    *cases("item_classes.csv", ("mines",), ("name", "", EMPTY), ("kind", "list", "'list' is no kind of item class"),
           ("within", "all", "'all' is no class of item_classes.csv"), ("within", "mines", "not within itself"),
           ("within", "anti-personnel-mines", "make a circle"),
           ("att", "some", "'some' is no part of the Arms Trade Treaty")),
    *cases("item_classes.csv", ("salw",), ("categories", "SA", "'SA' is no category, written as scheme:code"),
           ("categories", "un-salw", "'' is no category of un-salw"), ("categories", "un-arms:SA", "is no category, written"),
           ("categories", "un-salw:LW;unroca:XX", "'XX' is no category of unroca")),
    (lambda c: c.swap_with_next("item_classes.csv", ("mines",)), "item_classes.csv", "class", "not sorted"),
    *cases("item_class_types.csv", ("mines", "", "landmine"), ("class", "minez", "'minez' is no class"),
           ("regime", "un-iraq", "'un-iraq' is no regime"), ("type", "mine", "'mine' is no type of weapon_types.csv"),
           ("holds", "maybe", "'maybe' is no answer"), ("holds", "", "'' is no answer"), ("source", "", "needs a source"),
           ("source", "tx-none", "'tx-none' is no source"), ("evidence", "seen", "'seen' is no evidence grade")),
    (lambda c: c.copy_row("item_class_types.csv", ("mines", "", "landmine")), "item_class_types.csv", "class", "stands twice"),
    (lambda c: c.swap_with_next("item_class_types.csv", ("mines", "", "anti-vehicle-mine")), "item_class_types.csv", "class", "not sorted"),
    # The acts of phases.
    *cases("embargo_acts.csv", FIRST_ACT, ("instrument", "", EMPTY), ("from", "1996-12-18", "takes over where the one before ends, on '1996-12-17'"),
           ("phase", "1996-12-18", "no phase of embargo_phases.csv has"), ("until", "soon", "is no date"), ("source", "", "needs a source")),
    (lambda c: c.set("embargo_acts.csv", FIRST_ACT, target="government"), "embargo_acts.csv", "phase", "no phase of embargo_phases.csv has"),
    *cases("embargo_acts.csv", SECOND_ACT, ("from", "2000-01-25", "takes over where the one before ends, on '2000-01-24'"),
           ("until", "1999-01-24", "is not after from"), ("evidence", "sure", "'sure' is no evidence grade")),
    *cases("embargo_acts.csv", LAST_ACT, ("until", "2001-11-06", "lasts as long as the phase, until '2001-11-05'"),
           ("until", "", "lasts as long as the phase, until '2001-11-05'")),
    (lambda c: c.swap_with_next("embargo_acts.csv", FIRST_ACT), "embargo_acts.csv", "regime", "not sorted"),
    # The cells of phases.
    *cases("embargo_cells.csv", LIBYA, ("recipient", "army", "'army' is no recipient"), ("item", "all_arms", "'all_arms' is no class"),
           ("direction", "both", "'both' is no direction"), ("claim", "none", "'none' is no claim"),
           ("from", "2012", "must be a day"), ("until", "2011-13-01", "is no date"), ("until", "2012", "must be a day"),
           ("permission", "no-objection", "'no-objection' is no permission"), ("permission", "", "'' is no permission"),
           ("force", "binding", "'binding' is no force"), ("waiting", "5", "is neither days nor working days"),
           ("waiting", "5 weeks", "is neither days nor working days"), ("waiting", "five days", "is neither days"),
           ("waiting", "0 days", "is neither days"), ("waiting", "400 days", "is neither days"), ("waiting", " days", "is neither days"),
           ("contract_before", "2011-09-16", "an old contract and the day it is older than"),
           ("certificate", "yes", "'yes' is no certificate"),
           ("source", "", "needs a source"), ("source", "un-none", "'un-none' is no source"), ("evidence", "recalled", "is no evidence grade")),
    *cases("embargo_cells.csv", OLD_CONTRACT, ("contract_before", "", "an old contract and the day it is older than"),
           ("contract_before", "2014", "must be a day")),
    (lambda c: c.set("embargo_cells.csv", OLD_CONTRACT, claim="relief"), "embargo_cells.csv", "contract_before", "an old contract and the day it is older than"),
    *cases("embargo_cells.csv", UNKNOWN_IN_CHINA, ("condition", "", "what is unknown needs its reason")),
    *cases("embargo_cells.csv", TOGO, ("phase", "2005-02-26", "no phase of embargo_phases.csv has this regime, territory and day")),
    (lambda c: c.set("embargo_cells.csv", TOGO, territory="TUN"), "embargo_cells.csv", "phase", "no phase of embargo_phases.csv has this regime"),
    (lambda c: c.delete("embargo_cells.csv", TOGO), "embargo_cells.csv", "phase", "the phase of au-togo-2005 that begins 2005-02-25 has no cell"),
    (lambda c: c.set("embargo_cells.csv", IRAQ_OTHERS, recipient="other_state_forces"), "embargo_cells.csv", "recipient", "says something of any_other"),
    (lambda c: c.copy_row("embargo_cells.csv", LIBYA), "embargo_cells.csv", "regime", "stands twice"),
    (lambda c: c.swap_with_next("embargo_cells.csv", LIBYA), "embargo_cells.csv", "regime", "not sorted"),
    # Whom measures bind, and what the library names without holding it.
    *cases("embargo_binding.csv", ("EU", "mandatory"), ("issuer", "EUU", "'EUU' is no issuer"), ("force", "binding", "'binding' is no force"),
           ("body", "european-union", "'european-union' is no body"), ("since", "1993-11", "must be a day"),
           ("legal_basis", "", EMPTY), ("source", "", "needs a source")),
    (lambda c: c.copy_row("embargo_binding.csv", ("UN", "mandatory")), "embargo_binding.csv", "issuer", "stands twice"),
    *cases("embargo_stood_aside.csv", ("eu-syria-1986",), ("regime", "eu-syria", "'eu-syria' is no regime"), ("state", "GRE", "'GRE' is no state code"),
           ("from", "1986", "must be a day"), ("until", "1986-11-10", "is not after from"), ("effect", "", "'' is no effect"),
           ("effect", "free", "'free' is no effect"), ("source", "", "needs a source")),
    *cases("outside_rules.csv", ("national-law",), ("name", "", EMPTY), ("body", "all", "'all' is no body"), ("state", "all", "'all' is no state code"),
           ("type", "gas", "'gas' is no type of weapon_types.csv"), ("from", "2014", "must be a day"), ("source", "", "needs a source")),
    *cases("outside_rules.csv", ("eu-code-of-conduct-1998",), ("until", "2008", "must be a day"), ("until", "1998-06-08", "is not after from")),
    (lambda c: c.swap_with_next("outside_rules.csv", ("national-law",)), "outside_rules.csv", "rule", "not sorted"),
    *cases("articles.csv", ("att", "6(1)"), ("treaty", "att2", "'att2' is no"), ("article", "", EMPTY), ("duty_on", "", EMPTY),
           ("duty_on", "exporter", "'exporter' is no duty"), ("duty_on", "exporting;exporting", "'exporting' stands twice"),
           ("kind", "ban", "'ban' is no kind of article"), ("applies_to", "", EMPTY), ("applies_to", "arms;mines", "'mines' is no object of an article"),
           ("summary", "", EMPTY), ("source", "", "needs a source"), ("evidence", "", "'' is no evidence grade")),
    (lambda c: c.copy_row("articles.csv", ("att", "6(1)")), "articles.csv", "treaty", "stands twice"),
    (lambda c: c.swap_with_next("articles.csv", ("att", "6(1)")), "articles.csv", "treaty", "not sorted"),
    # The report: its form.
    (lambda c: c.swap_with_next("report_claims.csv", COUNT), "report_claims.csv", "claim", "not sorted"),
    (lambda c: c.swap_with_next("report_weapons.csv", AK_47), "report_weapons.csv", "weapon", "not sorted"),
    (lambda c: c.swap_with_next("report_weapon_names.csv", AK_47), "report_weapon_names.csv", "weapon", "not sorted"),
    (lambda c: c.swap_with_next("report_transfers.csv", ALL_IRAN), "report_transfers.csv", "transfer", "not sorted"),
    (lambda c: c.swap_with_next("report_acquisitions.csv", DEPOTS), "report_acquisitions.csv", "acquisition", "not sorted"),
    (lambda c: c.swap_with_next("report_recommendations.csv", RATIFY), "report_recommendations.csv", "recommendation", "not sorted"),
    (lambda c: c.swap_with_next("report_routes.csv", BY_JORDAN), "report_routes.csv", "from", "not sorted"),
    (lambda c: c.swap_with_next("report_measures.csv", ("release-date",)), "report_measures.csv", "measure", "not sorted"),
    (lambda c: c.swap_with_next("report_actors.csv", ("islamic-state",)), "report_actors.csv", "actor", "not sorted"),
    (lambda c: c.copy_row("report_routes.csv", BY_JORDAN), "report_routes.csv", "from", "stands twice"),
    (lambda c: c.copy_row("report_transfers.csv", HOWITZERS), "report_transfers.csv", "transfer", "stands twice"),
    (lambda c: c.insert("report_weapon_names.csv", ["zz", "Zed"]), "report_weapon_names.csv", "weapon", "'zz' is no weapon of report_weapons.csv"),
    (lambda c: c.insert("report_weapon_names.csv", ["ak-47", "автомат"], AK_47), "report_weapon_names.csv", "name", "to be looked up by"),
    (lambda c: c.delete("report_actors.csv", ("islamic-state",)), "report_actors.csv", "actor", "losses lead to it"),
    (lambda c: c.insert("report_weapon_names.csv", ["ak-47", ""], AK_47), "report_weapon_names.csv", "name", EMPTY),
    # Actors and measures.
    *cases("report_actors.csv", ("iraqi-military",), ("state", "IRX", "'IRX' is no state code"), ("name", "", EMPTY),
           ("relation", "army", "'army' is no relation to a state"), ("relation", "", "a state and the relation to it"),
           ("group", "isilx", "'isilx' is no group")),
    *cases("report_measures.csv", ("release-date",), ("unit", "days", "a number has a unit, and nothing else"),
           ("kind", "day", "'day' is no kind of measure"), ("description", "", EMPTY)),
    *cases("report_measures.csv", ("world-market-share",), ("unit", "", "a number has a unit")),
    # Claims.
    *cases("report_claims.csv", COUNT, ("measure", "suppliers", "'suppliers' is no measure of report_measures.csv"),
           ("subject", "", EMPTY), ("part", "chapter", "'chapter' is no part of a text"),
           ("bound", "circa", "'circa' is no bound"), ("bound", "", "numbers and dates have a bound"),
           ("value", "many", "'many' is no number"), ("value", "28.25", "'28.25' is no number"),
           ("value", "-28", "'-28' is no number"), ("value", "", "'' is no number"),
           ("value", "28/20", "'28/20' is no number, nor two as LEAST/MOST"),
           ("value", "28/", "'28/' is no number"), ("value", "20/24/28", "'20/24/28' is no number"),
           ("statement", "", EMPTY), ("states", "IRQ;IRX", "'IRX' is no state code"), ("until", "1980", "is not after from"),
           ("from", "1980-02-30", "is no date"), ("locator", "", EMPTY), ("locator", "a; b", "one place for all sources"),
           ("source", "", "needs a source"), ("evidence", "sure", "'sure' is no evidence grade")),
    *cases("report_claims.csv", WORDS, ("bound", "exactly", "words have none"), ("value", "", EMPTY),
           ("locator", "a; b; c", "one place for all sources")),
    *cases("report_claims.csv", DAY, ("value", "2015-12-32", "is no date"), ("value", "8", "is no date"),
           ("value", "1969-12-31", "a date from 1970 on"), ("value", "", "a date from 1970 on"),
           ("bound", "", "numbers and dates have a bound")),
    # Weapons.
    *cases("report_weapons.csv", AK_47, ("name", "", EMPTY), ("type", "gun", "'gun' is no"),
           ("calibre_mm", "7,62", "'7,62' is no number of millimetres"), ("calibre_mm", "7.625", "at most two places"),
           ("calibre_mm", "7.", "at most two places"), ("calibre_mm", ".30", "at most two places"),
           ("calibre_mm", "1000", "at most two places"), ("decade", "40s", "'40s' is no decade"),
           ("decade", "1945s", "'1945s' is no decade"), ("decade", "1840s", "'1840s' is no decade"), ("decade", "19x0s", "'19x0s' is no decade"),
           ("calibre_mm", "0", "is not between"), ("calibre_mm", "999", "is not between"),
           ("seen", "seen", "'seen' is no sighting"), ("attribution", "amnesty", "'amnesty' is no attribution"),
           ("design", "USSR", "'USSR' is no state code"), ("makers", "SUN;", "'' is no state code"),
           ("source", "", "needs a source")),
    # Transfers.
    *cases("report_transfers.csv", HOWITZERS, ("account", "2", "numbered from 1"), ("suppliers", "", EMPTY),
           ("suppliers", "AUT;", "'' is no state or actor"), ("suppliers", "AUT;Austria", "'Austria' is no state or actor"),
           ("recipient", "", "'' is no state or actor"), ("recipient", "Iraq", "'Iraq' is no state or actor"),
           ("weapon", "ghn", "'ghn' is no weapon"), ("stage", "sent", "'sent' is no stage"),
           ("quantity", "200.5", "'200.5' is no whole number"), ("quantity", "1" * 16, "is no whole number"),
           ("quantity_bound", "", "an amount and its bound go together"), ("quantity_bound", "circa", "'circa' is no bound"),
           ("quantity", "0", "no whole number above 0"), ("from", "1981/1983", "must be a day, month or year"),
           ("from", "1890", "is not within 1899-01-01"), ("suppliers", "AUT;AUT", "'AUT' stands twice"),
           ("unit", "", "a quantity and its unit go together"), ("unit", "tonnes", "'tonnes' is no unit"),
           ("value_bound", "about", "an amount and its bound go together"), ("funding", "loan", "'loan' is no kind of funding"),
           ("attribution", "", "'' is no attribution"), ("until", "1981", "is not after from"), ("locator", "", EMPTY),
           ("source", "", "needs a source")),
    *cases("report_transfers.csv", ALL_IRAN, ("value", "9 billion", "'9 billion' is no whole number"),
           ("value_bound", "", "an amount and its bound go together"), ("unit", "pieces", "a quantity and its unit go together")),
    *cases("report_transfers.csv", (*ALL_IRAN, "2"), ("account", "3", "numbered from 1")),
    # Losses and recommendations.
    *cases("report_acquisitions.csv", DEPOTS, ("channel", "theft", "'theft' is no channel"),
           ("holder", "iraqi-army", "'iraqi-army' is no state or actor"), ("reach", "likely", "'likely' is no reach"),
           ("states", "Iraq", "'Iraq' is no state code"), ("weapons", "ammunition", "'ammunition' is no weapon"),
           ("what", "", EMPTY), ("attribution", "them", "'them' is no attribution"),
           ("until", "1990", "is not after from"), ("locator", "a; b; c; d", "one place for all"),
           ("source", "", "needs a source")),
    *cases("report_recommendations.csv", RATIFY, ("addressee", "states", "'states' is no addressee"),
           ("kind", "ban", "'ban' is no kind of recommendation"), ("states", "USA;EU", "'EU' is no state code"),
           ("statement", "", EMPTY), ("locator", "", EMPTY), ("source", "", "needs a source")),
    # Routes.
    *cases("report_routes.csv", BY_JORDAN, ("from", "AUS-JOR", "'AUS-JOR' is no state or actor"),
           ("to", "Jordan", "'Jordan' is no state or actor"), ("to", "", "'' is no state or actor"), ("kind", "sold", "'sold' is no kind of route"),
           ("weapon", "ghn", "'ghn' is no weapon"), ("implied", "maybe", "'maybe' is no yes or no"),
           ("implied", "", "'' is no yes or no"), ("until", "1981", "is not after"), ("since", "198", "is no date"),
           ("locator", "", EMPTY), ("source", "", "needs a source")),
    # Suppliers, the edition and coverage.
    (lambda c: c.set("report_suppliers.csv", ("FRA", "designer"), role="seller"), "report_suppliers.csv", "role", "'seller' is no role"),
    (lambda c: c.set("report_suppliers.csv", ("FRA", "designer"), attribution="seller"), "report_suppliers.csv", "attribution", "'seller' is no attribution"),
    (lambda c: c.set("coverage.csv", ("att",), last="2000-01-01"), "coverage.csv", "last", "before first"),
    (lambda c: c.delete("coverage.csv", ("att",)), "coverage.csv", "table", "every table has one coverage"),
    (lambda c: c.insert("edition.csv", ["2027.01", "2027-01-01"]), "edition.csv", "edition", "one edition"),
]


def overlap(copy):
    """Lets the first phase of Iraq run into the second."""
    copy.set("embargo_phases.csv", IRAQ_1990, until="1995-01-01")
    copy.line += 1


CASES.append((overlap, "embargo_phases.csv", "from", "overlaps the phase above"))


def run(generate, data, folder):
    out = pathlib.Path(folder) / "out"
    done = subprocess.run([generate, str(data), str(out)], capture_output=True, text=True)
    return done.returncode, done.stderr, out.exists()


def fault_of(case, generate, data):
    break_it, name, column, message = case
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(data, folder)
        break_it(copy)
        code, said, written = run(generate, copy.path, folder)
        wanted = f"data/{name}:{copy.line}: {column}: "
        told = any(line.startswith(wanted) and message in line for line in said.splitlines())
        if code == 1 and told and not written and len(said.splitlines()) <= 21:
            return None
        return f"wanted {wanted}...{message}..., exit 1; got exit {code}, written {written}: {said[:400]}"


def many_are_cut_to_twenty(generate, data):
    """Of many faults the first twenty are told, and how many more there are."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(data, folder)
        rows = copy.read("treaty_status.csv")
        copy.write("treaty_status.csv", rows[:1] + [r[:-1] + ["seen"] for r in rows[1:]])
        code, said, written = run(generate, copy.path, folder)
        lines = said.splitlines()
        more = f"and {len(rows) - 1 - 20} more"
        return code == 1 and not written and len(lines) == 21 and lines[20] == more


def main():
    generate, data, *only = sys.argv[1:]
    chosen = [case for case in CASES if all(text in ": ".join(case[1:]) for text in only)]
    failed = 0
    if not chosen:
        failed += 1
        print("no case says", *only)
    if not many_are_cut_to_twenty(generate, data):
        failed += 1
        print("many faults are not cut to the first twenty")
    with tempfile.TemporaryDirectory() as folder:
        code, said, written = run(generate, Copy(data, folder).path, folder)
        if code != 0 or not written:
            failed += 1
            print("the unbroken data is refused:", said)
    # A case waits for its generator: as many at once as there are processors.
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for fault in pool.map(lambda case: fault_of(case, generate, data), chosen):
            if fault:
                failed += 1
                print(fault)
    print(f"{len(chosen) + 2 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
