# SPDX-License-Identifier: BSL-1.0
"""What embargoes let through, read anew from data/*.csv: the reference that compare.py holds the library to.

The rules of reading are those of the head of permission.hpp. Where the record leaves open whether an item falls
in a class, every way that it may be is read; where they differ and that decides, the answer is `unknown`.
"""
import collections
import functools
import itertools

from days import bounds, first_day

YES, NO, UNKNOWN, OUTSIDE = "yes", "no", "unknown", "outside_coverage"

# From the lightest. What is not settled is more than any permission and less than a ban.
STRICT = {rung: number for number, rung in enumerate(
    ["free", "notification", "no_objection", "approval", UNKNOWN, OUTSIDE, "prohibited"])}
FORCES = ["mandatory", "voluntary", "political"]
END_USERS = ["government", "non_governmental_forces", "peacekeepers", "humanitarian_media", "other_state_forces"]
OTHERS, LISTED = "any_other", "listed_group"
CLASSES_OF_RECIPIENTS = [*END_USERS, LISTED, OTHERS]
CLAIMS = ["none", "humanitarian", "personal-protection", "security-assistance", "peace-agreement", "peacekeeping",
          "demining", "conservation", "civil-use", "relief", "held-before", "outside-area", "old-contract"]
ALL_ARMS, REST = "all-arms", "other-arms"


def either(a, b):
    return next((answer for answer in (YES, UNKNOWN, OUTSIDE) if answer in (a, b)), NO)


def both(a, b):
    return next((answer for answer in (NO, OUTSIDE, UNKNOWN) if answer in (a, b)), YES)


def by(when, day):
    """Whether what happened on a day known within bounds had happened."""
    return YES if when[1] <= day else UNKNOWN if when[0] <= day else NO


def within(since, until, day):
    """Whether a day is in a half-open period with ends known within bounds; an empty one is open."""
    begun = by(bounds(since), day) if since else YES
    ended = by(bounds(until), day) if until else NO
    return both(begun, {YES: NO, NO: YES}.get(ended, ended))


def agreed(answers):
    """What is so of all; `unknown` where it differs, and of none."""
    answers = set(answers)
    return answers.pop() if len(answers) == 1 else UNKNOWN


def listed(cell):
    return [item for item in cell.split(";") if item]


# Items. An item is a pair: `class`, `type` or the slug of a list, and a name.


class Items:
    """Which items fall in which classes."""

    def __init__(self, data):
        self.classes = {cells["class"]: cells for _, cells in data["item_classes.csv"]}
        self.types = [cells["type"] for _, cells in data["weapon_types.csv"]]
        self.holdings = {(cells["class"], cells["regime"], cells["type"]): cells["holds"]
                         for _, cells in data["item_class_types.csv"]}
        self.parent = {(cells["scheme"], cells["code"]): cells["parent"] for _, cells in data["categories.csv"]}
        # Whole categories of one list that lie in another: as (scheme, code, scheme of the other).
        self.inside = set()
        for _, cells in data["crosswalk.csv"]:
            if cells["relation"] in ("equal", "narrower"):
                self.inside.add((cells["from_scheme"], cells["from_code"], cells["to_scheme"]))
            if cells["relation"] in ("equal", "broader"):
                self.inside.add((cells["to_scheme"], cells["to_code"], cells["from_scheme"]))
        self.since = {cells["scheme"]: first_day(cells["valid_from"]) for _, cells in data["schemes.csv"]}
        self.versions = collections.defaultdict(list)
        for _, cells in data["weapon_type_categories.csv"]:
            self.versions[cells["type"], cells["scheme"]].append(cells)
        changes = {day for cells in itertools.chain(*self.versions.values()) for day in bounds(cells["from"]) or ()}
        self.changes = sorted(changes | {day for day in self.since.values() if day})

    @functools.lru_cache(maxsize=None)
    def epoch(self, day):
        """A number for the days between which no classification changes."""
        return sum(change <= day for change in self.changes)

    def is_within(self, inner, outer):
        while inner and inner != outer:
            inner = self.classes[inner]["within"]
        return bool(inner)

    def is_derogation(self, name):
        return self.classes[name]["kind"] == "derogation"

    @functools.lru_cache(maxsize=None)
    def classified(self, kind, scheme, day):
        """The alternatives of a type under a list on a day; None while a version may or may not have begun."""
        if self.since[scheme] and day < self.since[scheme]:
            return None
        begun = [cells for cells in self.versions[kind, scheme]
                 if not cells["from"] or bounds(cells["from"])[0] <= day]
        if not begun or (begun[-1]["from"] and day < bounds(begun[-1]["from"])[1]):
            return None
        return [listed(alternative) for alternative in begun[-1]["categories"].split("|")]

    def in_list(self, kind, scheme, day, wanted=lambda code: True):
        """Whether a type has a wanted category in every alternative of its classification."""
        def holds(codes):
            if any(code not in ("none", "parent") and wanted(code) for code in codes):
                return YES
            return UNKNOWN if "parent" in codes else NO

        alternatives = self.classified(kind, scheme, day)
        return agreed(map(holds, alternatives)) if alternatives else UNKNOWN

    def is_part(self, scheme, inner, outer):
        while inner and inner != outer:
            inner = self.parent[scheme, inner]
        return bool(inner)

    @functools.lru_cache(maxsize=None)
    def types_under(self, scheme, code, day):
        return [kind for kind in self.types if self.classified(kind, scheme, day) and
                self.in_list(kind, scheme, day, lambda inner: self.is_part(scheme, inner, code)) != NO]

    @functools.lru_cache(maxsize=None)
    def type_falls_in(self, kind, name, regime, day):
        if name == ALL_ARMS:
            return YES
        for of in (regime, ""):
            if (name, of, kind) in self.holdings:
                return self.holdings[name, of, kind]
        defining = [category.split(":") for category in listed(self.classes[name]["categories"])]
        if not defining:
            return NO
        scheme = defining[0][0]
        return self.in_list(kind, scheme, day, lambda inner: any(
            self.is_part(scheme, inner, code) for _, code in defining))

    def falls_in(self, item, name, regime, day):
        kind, what = item
        if kind == "type":
            return self.type_falls_in(what, name, regime, day)
        if self.is_within(what, name) if kind == "class" else name == ALL_ARMS:
            return YES
        if kind != "class":
            return agreed(self.type_falls_in(under, name, regime, day) for under in self.types_under(kind, what, day))
        types = [under for under in self.types if self.type_falls_in(under, what, regime, day) == YES]
        return agreed(self.type_falls_in(under, name, regime, day) for under in types) if types else NO

    def att_covers(self, item, day):
        """Whether an item is among arms, ammunition and parts of the Arms Trade Treaty."""
        kind, what = item
        lists = ("att-2-1", "att-3", "att-4")
        day = max(day, self.since[lists[0]])
        if kind == "class":
            part = self.classes[what]["att"]
            return [UNKNOWN if part == UNKNOWN else YES if part == wanted else NO
                    for wanted in ("arms", "ammunition", "parts")]
        if kind in lists:
            return [YES if kind == wanted else NO for wanted in lists]
        types = [what] if kind == "type" else self.types_under(kind, what, day)
        return [YES if (kind, what, wanted) in self.inside else agreed(self.in_list(under, wanted, day) for under in types)
                for wanted in lists]


# Phases and their cells.


class Stretch:
    """The phases of one regime and territory that begin together, with their cells."""

    def __init__(self, number, phases, cells):
        self.number, self.phases, self.cells = number, phases, cells
        self.regime, self.territory = phases[0]["regime"], phases[0]["territory"]
        self.phase_by_row = {phase["row"]: phase for phase in phases}
        self.cell_by_row = {cell["row"]: cell for cell in cells}
        self.classes = [ALL_ARMS, *sorted({cell["item"] for cell in cells} - {ALL_ARMS})]
        self.has_list = any(cell["recipient"] == LISTED for cell in cells)

    def cells_on(self, day):
        return tuple(cell for cell in self.cells if (not cell["from"] or first_day(cell["from"]) <= day)
                     and (not cell["until"] or day < first_day(cell["until"])))


# What is read of a class of recipients: a rung, the strictest it may be where that is open, the cells it may come
# from, and the claims, a bit each, that would make it lighter. Without a cell nothing is said of the item.
Reading = collections.namedtuple("Reading", "rung worst cells lighter")
# What a measure says, of some force, in any of the phases.
Measure = collections.namedtuple("Measure", "rung worst cells lighter force phases")
# What the caller states: a claim, the day of a contract, and `yes` or `no` to use outside the area of a ban, to an
# end-use certificate and to whether conditions are met.
Stated = collections.namedtuple("Stated", "claim contract outside certificate conditions",
                                defaults=("", None, "", "", ""))
NOTHING = Stated()
OUTSIDE_AREA = "outside-area"


def bit(claim):
    return 1 << CLAIMS.index(claim or "none")


def is_outside(stated):
    return stated.outside == YES or stated.claim == OUTSIDE_AREA


def fails(cell, stated):
    """Whether what is stated fails a cell; the words on what a partial scope leaves over are no condition."""
    conditional = cell["condition"] and cell["item"] != REST and STRICT[cell["permission"]] < STRICT[UNKNOWN]
    return (conditional and stated.conditions == NO) or (cell["certificate"] and stated.certificate == NO)


class Ladder:
    """The phases with their cells, and what they say of a question. What was read once is not read again."""

    def __init__(self, data):
        self.items = Items(data)
        self.issuer = {cells["regime"]: cells["issuer"] for _, cells in data["regimes.csv"]}
        self.coverage = {cells["table"]: (first_day(cells["first"]), first_day(cells["last"]))
                         for _, cells in data["coverage.csv"]}
        self.stretches = stretches_of(data)
        self.on_territory = collections.defaultdict(list)
        for stretch in self.stretches:
            self.on_territory[stretch.territory].append(stretch)
        self.listings = collections.defaultdict(list)
        for _, cells in data["group_listings.csv"]:
            self.listings[cells["group"]].append(cells)
        self.fallen, self.readings, self.said, self.answered = {}, {}, {}, {}

    def covers(self, issuer, day):
        first, last = self.coverage["un-embargoes" if issuer == "UN" else "other-embargoes"]
        return first <= day <= last

    def in_force(self, phase, day):
        answer = within(phase["from"], phase["until"], day)
        if answer == NO or not self.covers(self.issuer[phase["regime"]], day):
            return answer if answer == NO else OUTSIDE
        return UNKNOWN if phase["term"] and day >= first_day(phase["term"]) else answer

    # One class of recipients.

    def read(self, stretch, rows, force, who, item, day, stated):
        """What a layer of the cells of a day says of a class of recipients. Types that fall in the same classes are
        read alike."""
        who, mine = self.cells_for(stretch, rows, force, who)
        falls = self.falls(stretch, item, self.items.epoch(day), day)
        key = who, mine, item[0] == "class" and item, falls, stated
        if key not in self.readings:
            cells = [stretch.cell_by_row[row] for row in mine]
            self.readings[key] = self.read_anew(cells, who, item, dict(falls), stated)
        return self.readings[key]

    @functools.lru_cache(maxsize=None)
    def cells_for(self, stretch, rows, force, who):
        """The rows of the cells on arms to a class of recipients and to everyone else, whose it is without its own."""
        mine = [cell for cell in stretch.cells if cell["row"] in rows and cell["force"] == force
                and cell["direction"] == "to" and cell["recipient"] in (who, OTHERS)]
        own = any(cell["recipient"] == who for cell in mine)
        return who if own else OTHERS, tuple(cell["row"] for cell in mine)

    def falls(self, stretch, item, epoch, day):
        """Whether an item falls in the classes of a stretch."""
        key = stretch.number, item, epoch
        if key not in self.fallen:
            self.fallen[key] = tuple((name, self.items.falls_in(item, name, stretch.regime, day))
                                     for name in stretch.classes)
        return self.fallen[key]

    def falls_in_scope(self, item, name, falls, named):
        """Arms of which one does not know the class may be in any class of arms, unless a cell is about just that:
        arms in general. The rest is what is left of arms."""
        if item == ("class", ALL_ARMS) and name != ALL_ARMS:
            return UNKNOWN if not named and self.items.is_within(name, ALL_ARMS) else NO
        return falls[ALL_ARMS if name == REST else name]

    def read_anew(self, mine, who, item, falls, stated):
        """Each way to read the cells: those that decide for who claims nothing, what is claimed, what that leaves."""
        scope = [cell for cell in mine if not self.loosens(cell)]
        easing = [cell for cell in mine if self.loosens(cell)]
        named = any(item == ("class", cell["item"]) for cell in scope)
        holds = {cell["item"]: self.falls_in_scope(item, cell["item"], falls, named) for cell in scope}
        by_name = item[0] == "class"  # what is eased for a part of a class is not eased for all of it
        eases = {name: falls[name] if not by_name else YES if self.items.is_within(item[1], name) else NO
                 for name in {cell["item"] for cell in easing}}
        claimable = [cell for cell in easing if not cell["claim"] or stated != NOTHING or by_name]
        ways = []
        for world in self.worlds(holds):
            base, own = self.base(scope, who, item, world, stated)
            for eased in self.worlds({cell["item"]: eases[cell["item"]] for cell in claimable}):
                claimed = [cell for cell in claimable if eased[cell["item"]] and self.reaches_out(cell, who, own)
                           and self.is_claimed(cell, item, stated, base, cell["recipient"] == who or not own)]
                ways.append((base, claimed, ease(base, claimed, stated), own))
        always_own = all(own for *_, own in ways)
        return settle(ways, [cell for cell in easing if eases[cell["item"]] != NO
                             and self.reaches_out(cell, who, always_own)], stated, by_name)

    def reaches_out(self, cell, who, own):
        """What is open to everyone else is open to who has cells of their own only as a class of equipment."""
        return cell["recipient"] == who or not own or self.items.is_derogation(cell["item"])

    def loosens(self, cell):
        return cell["claim"] or self.items.is_derogation(cell["item"])

    def worlds(self, falls):
        """Every way in which the item may fall in the classes, where what is in a class is in those around it."""
        open_ones = [name for name, answer in falls.items() if answer == UNKNOWN]
        for choice in itertools.product((False, True), repeat=len(open_ones)):
            world = {name: answer == YES for name, answer in falls.items()} | dict(zip(open_ones, choice))
            if not any(world[inner] and not world[outer] and self.items.is_within(inner, outer)
                       for inner in open_ones for outer in world):
                yield world

    def base(self, scope, who, item, world, stated):
        """The cells that decide for who claims nothing, and whether they are the recipient's own."""
        for recipient in dict.fromkeys((who, OTHERS)):
            found = strictest(self.narrowest([cell for cell in scope if cell["recipient"] == recipient], item, world),
                              stated)
            if found:
                return found, recipient == who
        return [], False

    def narrowest(self, scope, item, world):
        """The cell of the class that is asked for; else the narrowest that hold the item; else the rest."""
        exact = [cell for cell in scope if item == ("class", cell["item"])]
        holding = [cell for cell in scope if world[cell["item"]]]
        narrow = [cell for cell in holding if cell["item"] not in (ALL_ARMS, REST)]
        inmost = [cell for cell in narrow if not any(
            other["item"] != cell["item"] and self.items.is_within(other["item"], cell["item"]) for other in narrow)]
        return exact or inmost or [cell for cell in holding if cell["item"] == REST] or holding

    def is_claimed(self, cell, item, stated, base, for_recipient):
        """Who asks for a class of equipment by name claims it, and so does who asks for a class that has no other
        cell."""
        kind, name = item
        if not cell["claim"]:
            return True
        if cell["claim"] == "old-contract":
            return bool(stated.contract) and stated.contract < first_day(cell["contract_before"])
        if cell["claim"] == OUTSIDE_AREA:
            return is_outside(stated)
        if stated.claim:
            return stated.claim == cell["claim"]
        if kind != "class" or cell["item"] == ALL_ARMS:
            return False
        if self.items.is_derogation(cell["item"]):
            return self.items.is_within(name, cell["item"])
        return name == cell["item"] and for_recipient and all(found["item"] != name for found in base)

    # A phase, and all of an issuer.

    def classes_of(self, who, stretch, day):
        """The classes that a recipient may be in, and whether it is in doubt in which. A group is on the list of a
        regime that has one, or among the non-governmental forces. In doubt: where that is disputed, where its leaders
        are listed, and where it was in the class of a ban and is not any more."""
        if who in END_USERS:
            return (who, ), False
        if who == UNKNOWN:
            return tuple(CLASSES_OF_RECIPIENTS), False
        forces = END_USERS[1]
        under = [listing for listing in self.listings[who] if listing["regime"] == stretch.regime]
        reached = functools.reduce(either, (self.reaches(who, listing, day) for listing in under), NO)
        if stretch.has_list:
            leaders = any(listing["coverage"] == "persons" and self.is_current(listing, day) for listing in under)
            reached = either(reached, UNKNOWN if leaders else NO)
            names = [name for name, fits in ((forces, reached != YES), (LISTED, reached != NO)) if fits]
            return tuple(names), reached == UNKNOWN
        in_doubt = reached != YES and any(listing["coverage"] in ("class", "disputed") for listing in under)
        return (forces, "government") if in_doubt else (forces, ), in_doubt

    @staticmethod
    def is_current(listing, day):
        return within(listing["from"], listing["until"], day) == YES

    def reaches(self, group, listing, day):
        if not self.is_current(listing, day) or listing["coverage"] == "persons":
            return NO
        if listing["coverage"] == "follows":
            return YES if any(self.issuer[other["regime"]] == "UN" and self.is_current(other, day)
                              and other["coverage"] in ("listed", "named", "alias")
                              for other in self.listings[group]) else NO
        return UNKNOWN if listing["coverage"] == "disputed" else YES

    def stretches_for(self, territory, who, day):
        found = list(self.on_territory[territory])
        regimes = {listing["regime"] for listing in self.listings.get(who, ())
                   if self.reaches(who, listing, day) != NO}
        return found + [stretch for stretch in self.stretches
                        if stretch.regime in regimes and stretch.territory != territory
                        and any(phase["target"] == LISTED for phase in stretch.phases)]

    @functools.lru_cache(maxsize=None)
    def standing(self, stretch, day):
        """The phases of a stretch that are in force on a day or may be, whether one is, and the cells; None without."""
        phases = {phase["row"]: self.in_force(phase, day) for phase in stretch.phases}
        phases = {row: answer for row, answer in phases.items() if answer != NO}
        if not phases:
            return None
        return frozenset(phases), functools.reduce(either, phases.values()), frozenset(
            cell["row"] for cell in stretch.cells_on(day))

    def measures(self, stretch, standing, classes, item, day, stated):
        """What the phases of a stretch say, in each layer apart: cells with a force of their own are one."""
        phases, certain, rows = standing
        names, in_doubt = classes
        area = stretch.phases[0]["area"] and all(cell["claim"] != OUTSIDE_AREA for cell in stretch.cells)
        for force in sorted({cell["force"] for cell in stretch.cells}):
            readings = [self.read(stretch, rows, force, who, item, day, stated) for who in names]
            if in_doubt and len({reading.rung for reading in readings}) > 1:
                readings = [reading._replace(rung=UNKNOWN) for reading in readings]
            for reading in self.strictest(readings, area, stated):
                if certain != YES and reading.rung != "free":
                    reading = reading._replace(rung=certain, worst=certain)
                yield Measure(*reading, force or stretch.phases[0]["nature"], phases)

    @staticmethod
    def strictest(readings, area, stated):
        """The strictest over the classes that a recipient may be in. A ban confined to an area, without cells on it,
        does not reach use outside it."""
        top = max(STRICT[reading.rung] for reading in readings)
        for reading in (one for one in readings if STRICT[one.rung] == top):
            if not area or reading.rung == "free" or stated.outside == NO:
                yield reading
            elif is_outside(stated):
                yield reading._replace(rung="free", worst="free", lighter=0)
            else:
                yield reading._replace(lighter=reading.lighter | bit(OUTSIDE_AREA))

    def answers(self, territory, issuer, who, day, stated, items):
        """What an issuer's measures come to of each item, as dump.cpp prints it, once for each cell that may be
        named."""
        if not self.covers(issuer, day):
            return [{f"{OUTSIDE} - - 0"}] * len(items)
        asked = tuple((stretch, self.standing(stretch, day), self.classes_of(who, stretch, day))
                      for stretch in self.stretches_for(territory, who, day)
                      if self.issuer[stretch.regime] == issuer and self.standing(stretch, day))
        key = tuple((stretch.number, *rest) for stretch, *rest in asked), stated, self.items.epoch(day)
        if key not in self.answered:
            self.answered[key] = [self.answer([measure for one in asked for measure in self.measures_of(
                *one, item, day, stated)]) for item in items]
        return self.answered[key]

    def measures_of(self, stretch, standing, classes, item, day, stated):
        """The same of all items that fall in the same classes, but for a class that cells name."""
        kind, name = item
        named = kind == "class" and (name if name in stretch.classes else "another")
        falls = self.falls(stretch, item, self.items.epoch(day), day)
        key = stretch.number, standing, classes, named, falls, stated
        if key not in self.said:
            self.said[key] = list(self.measures(stretch, standing, classes, item, day, stated))
        return self.said[key]

    @staticmethod
    def answer(measures):
        """What speaks of the item comes before what does not, then the binding before the rest, then what may be the
        strictest, then what is settled."""
        about = [measure for measure in measures if measure.cells]
        if not about:
            phases = {phase for measure in measures for phase in measure.phases} or {"-"}
            return {f"free {phase} - 0" for phase in phases}
        top = max(map(weight, about))
        return {f"{measure.rung} {phase} {cell} {measure.lighter}" for measure in about if weight(measure) == top
                for phase, cell in itertools.product(measure.phases, measure.cells)}


def weight(measure):
    return -FORCES.index(measure.force), STRICT[measure.worst], measure.rung != UNKNOWN


def rung_of(cell, stated):
    """Who does not meet a condition is barred."""
    return "prohibited" if fails(cell, stated) else cell["permission"]


def strictest(cells, stated):
    top = max((STRICT[rung_of(cell, stated)] for cell in cells), default=0)
    return [cell for cell in cells if STRICT[rung_of(cell, stated)] == top]


def unclaimed(base, stated):
    """The rung for who claims nothing."""
    return rung_of(base[0], stated) if base else "free"


def ease(base, claimed, stated):
    """The rung that derogations which are claimed leave, and the cells it comes from. They only loosen: also what is
    not known itself, for a route that is open suffices. One that is itself unknown leaves the answer so, unless all
    is let through without it. Use outside the area without the papers that it takes is barred."""
    if not base:
        return "free", []
    open_to = [cell for cell in claimed if not fails(cell, stated)]
    rungs = {cell["permission"] for cell in open_to}
    barred = any(cell["claim"] == OUTSIDE_AREA for cell in claimed if cell not in open_to)
    before = "prohibited" if barred else unclaimed(base, stated)
    lightest = min(rungs - {UNKNOWN} | {before}, key=STRICT.get)
    rung = UNKNOWN if UNKNOWN in rungs and lightest != "free" else lightest
    return rung, [*(base if rung == before else []), *(cell for cell in open_to if cell["permission"] == rung)]


def settle(ways, easing, stated, by_name):
    """What all ways come to, and the claims not made that would make that lighter, and what holds without any. Where
    it is not settled any cell that takes part may be named. The first way is without all that is open: of a class
    asked for by name, others count only where they are stricter."""
    if by_name and ways[0][0]:
        ways = [way for way in ways if STRICT[unclaimed(way[0], stated)] > STRICT[unclaimed(ways[0][0], stated)]
                or way is ways[0]]
    rung = agreed(rung for _, _, (rung, _), _ in ways)
    worst = max((rung for _, _, (rung, _), _ in ways), key=STRICT.get)
    before = agreed(unclaimed(base, stated) for base, *_ in ways)
    rows = frozenset(cell["row"] for base, claimed, (_, deciding), _ in ways
                     for cell in (deciding if rung != UNKNOWN else [*base, *claimed]))
    made = {cell["row"] for _, claimed, *_ in ways for cell in claimed}
    lighter = 0
    for cell in easing:
        may = cell["row"] not in made and not (cell["claim"] == OUTSIDE_AREA and stated.outside == NO)
        if may and STRICT[cell["permission"]] < min(STRICT[rung], STRICT[before]):
            lighter |= bit(cell["claim"])
    return Reading(rung, worst, rows, lighter)


def stretches_of(data):
    phases, cells = collections.defaultdict(list), collections.defaultdict(list)
    for _, row in data["embargo_phases.csv"]:
        phases[row["regime"], row["territory"], row["from"]].append(row)
    for _, row in data["embargo_cells.csv"]:
        cells[row["regime"], row["territory"], row["phase"]].append(row)
    return [Stretch(number, of, cells[key]) for number, (key, of) in enumerate(phases.items())]
