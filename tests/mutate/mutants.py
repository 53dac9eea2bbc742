# SPDX-License-Identifier: BSL-1.0
"""What tests/mutate/run.py breaks, and the check that must go red.

A mutant of data names the first cells of a row, and "column: old > new"; any other a text that stands once in the
file, and what it becomes. Where `says` is given, the check says it, too, when it is red. A check is

  static FILE        the assertions of tests/static/FILE.cpp
  unit FILE: CASE    the test cases of tests/unit/FILE.cpp whose name begins so
  refused TEXT       the generator takes the data, or says what is wrong
  faults TEXT        those cases of tests/tables/faults.py of which the generator must say the text
  tables PROGRAM     tests/tables/regenerate.py with generate or derive; `kept`: as it was before
  tool SCRIPT        tests/tool/SCRIPT.py
  compile_fail       tests/compile_fail/run.py
"""
import typing


class Mutant(typing.NamedTuple):
    id: str
    file: str
    at: typing.Union[str, tuple]
    to: str
    check: str
    says: str = ""


def of(file, check, *mutants):
    """Mutants of one file for one check: id, what stands there, what it becomes, and what is said."""
    return [Mutant(m[0], file, m[1], m[2], check, *m[3:]) for m in mutants]


HEADERS = "include/armsledger/"

DATA = [
    *of("data/treaty_status.csv", "static treaties",
        ("data-usa-signs-later", ("att", "USA"), "signature: 2013-09-25 > 2016-09-25"),
        ("data-finland-leaves-later", ("apmbc", "FIN"), "withdrawal_effective: 2026-01-10 > 2026-02-10"),
        ("data-luxembourg-within-a-year", ("firearms-protocol", "LUX"),
         "consent: 2021-06-01/2022-09-26 > 2021-06-01/2021-08-01")),
    *of("data/treaty_status.csv", "tool published",
        ("data-france-signs-a-day-later", ("att", "FRA"), "signature: 2013-06-03 > 2013-06-04", "has 67 signatories")),
    *of("data/treaty_status.csv", "refused the treaty's rule gives 2020-10-04",
        ("data-china-in-force-a-day-later", ("att", "CHN"), "entry_into_force: 2020-10-04 > 2020-10-05")),
    *of("data/treaty_notices.csv", "unit screening: the duty of a signatory ended for the United States",
        ("data-notice-a-day-later", ("att", "USA"), "date: 2019-07-18 > 2019-07-19")),
    *of("data/existence.csv", "static treaties",
        ("data-south-sudan-a-day-later", ("SSD",), "from: 2011-07-09 > 2011-07-10")),
    *of("data/state_names.csv", "static states",
        ("data-zaire-later", ("COD", "former-short", "Zaire"), "from: 1971-10-27 > 1981-10-27")),
    *of("data/embargo_phases.csv", "static embargoes",
        ("data-haiti-suspended-later", ("un-haiti-1993", "HTI", "territory", "", "mandatory", "all_arms", "", "to",
                                        "territorial", "1993-06-16"), "until: 1993-08-27 > 1993-08-28"),
        ("data-portugal-never-ends", ("un-portugal-voluntary-1963",), "until: 1972-02-05/.. > "),
        ("data-syria-lapses-later", ("eu-syria-2011", "SYR", "territory", "", "mandatory", "all_arms", "", "to",
                                     "territorial", "", "2013-02-28"), "until: 2013-06-01 > 2013-06-02")),
    *of("data/group_listings.csv", "static embargoes",
        ("data-isil-listed-a-day-later", ("isil", "un-al-qaida-2002"), "from: 2004-10-18 > 2004-10-19")),
    *of("data/embargo_cells.csv", "static screening",
        ("data-libya-stays-on-its-rung", ("un-libya-2011", "LBY", "2011-09-16", "government", "all-arms", "to"),
         "permission: no_objection > approval")),
    *of("data/embargo_cells.csv", "unit change: a cell of the ladder changes on the day",
        ("data-rebels-a-day-earlier", ("un-libya-2011", "LBY", "2011-02-26", "non_governmental_forces", "all-arms", "to",
                                       "", ""), "until: 2011-03-17 > 2011-03-16")),
    *of("data/memberships.csv", "static screening",
        ("data-switzerland-a-day-later", ("un", "CHE"), "from: 2002-09-10 > 2002-09-11"),
        ("data-transition-a-day-shorter", ("eu", "GBR", "transition"), "until: 2021-01-01 > 2020-12-31")),
    *of("data/embargo_stood_aside.csv", "unit screening: a member that stood aside",
        ("data-russia-aside-a-day-later", ("cis-abkhazia-1996",), "from: 2008-03-06 > 2008-03-07")),
    *of("data/embargo_binding.csv", "tool screening",
        ("data-maastricht-earlier", ("EU", "mandatory"), "since: 1993-11-01 > 1980-01-01")),
    *of("data/weapon_type_categories.csv", "static screening",
        ("data-manpads-not-in-the-register", ("manpads", "unroca", "2003"), "categories: VII(b) > none")),
    *of("data/weapon_type_categories.csv", "unit category: the Register's artillery",
        ("data-mortars-from-100-mm", ("mortar-heavy", "unroca", "2003"), "categories: III > none")),
    *of("data/report_claims.csv", "static report",
        ("data-exactly-33-suppliers", ("s1-34",), "value: 34 > 33")),
    *of("data/report_suppliers.csv", "unit report: texts on the report name the five",
        ("data-czechia-by-the-report", ("CZE", "manufacturer"), "attribution: other > report")),
]

TABLES = [
    *of(HEADERS + "tables/regime.inc", "tables generate kept", ("table-regimes-swapped", "un_iraq_1990,", "un_iraq_1991,",
                                                               "regime.inc")),
    *of(HEADERS + "tables/edition.hpp", "tables generate kept", ("table-fingerprint", "fingerprint = ", "fingerprint = 1 + ",
                                                                 "edition.hpp")),
    *of(HEADERS + "tables/days.hpp", "tables derive kept", ("table-days", "entry_count = ", "entry_count = 1 + ",
                                                           "days.hpp")),
]

GENERATOR = [
    *of("data/generator/csv.hpp", "faults stands twice",
        ("check-no-key-twice", "i > 0 && current == before", "false && current == before")),
    *of("data/generator/csv.hpp", "faults not sorted",
        ("check-order", "i > 0 && current < before", "false && current < before")),
    *of("data/generator/csv.hpp", "faults -: text after a closing",
        ("check-text-after-quote", "} else if (was_quoted) {", "} else if (was_quoted && false) {")),
    *of("data/generator/csv.hpp", "faults no line end",
        ("check-last-line", "if (quoted || !value.empty() || !current.cells.empty()) {", "if (quoted) {")),
    *of("data/generator/csv.hpp", "faults goes into no table",
        ("check-columns-consumed", "!used_.contains(columns_[c]) &&", "false &&")),
    *of("data/generator/csv.hpp", "faults ends before it begins",
        ("check-span-of-no-day", "last->latest <= first->earliest && slash", "last->latest < first->earliest && slash")),
    *of("data/generator/csv.hpp", "faults must be a day",
        ("check-day-exact", "if (read && !read->exactly()) {", "if (read && false) {")),
    *of("data/generator/generation.hpp", "faults existence.csv: until: is not after from",
        ("check-empty-period", "    if (until <= from) {", "    if (until < from) {")),
    *of("data/generator/generation.hpp", "faults nothing cites",
        ("check-sources-cited", "            if (!cited_[i]) {", "            if (!cited_[i] && false) {")),
    *of("data/generator/treaties.hpp", "faults before the treaty was adopted",
        ("check-adoption", "signature && *signature < adopted", "false && *signature < adopted")),
    *of("data/generator/treaties.hpp", "faults not after the notice",
        ("check-notice-on-the-day", "*effective <= *notified", "*effective < *notified"),
        ("check-left-before-bound", "*effective <= entry->latest || ", "")),
    *of("data/generator/treaties.hpp", "faults the treaty's rule gives",
        ("check-rule-of-entry", "*entry != by_rule && r", "false && r")),
    *of("data/generator/embargoes.hpp", "faults overlaps the phase above",
        ("check-phases-overlap", "key == before && begin.earliest < last_end.latest", "key == before && false")),
    *of("data/generator/embargoes.hpp", "faults not before the day of effect",
        ("check-adopted-that-day", "*adopted_day >= begin.latest", "*adopted_day > begin.latest")),
    *of("data/generator/embargoes.hpp", "faults only a phase with an open end",
        ("check-term-before-phase", "(end != open_end || term_day->earliest <= begin.earliest)", "end != open_end")),
    *of("data/generator/permissions.hpp", "faults is neither days",
        ("check-waiting-a-year", "days == 0 || days > 365 || ", "days == 0 || ")),
    *of("data/generator/permissions.hpp", "faults takes over where the one before ends",
        ("check-acts-tile", 'r.text("from") != expected', 'r.text("from").empty()')),
    *of("data/generator/permissions.hpp", "faults make a circle",
        ("check-circle", "if (depth > in.size()) {", "if (depth > in.size() + 1) {")),
    *of("data/generator/report.hpp", "faults nor two as LEAST/MOST",
        ("check-range-reversed", " || *most < *least", "")),
    *of("data/generate.cpp", "faults before first",
        ("check-print-first", "print_first(20, std::cerr)", "print_first(21, std::cerr)", "first twenty"),
        ("check-exit-code", "        made.faults.print_first(20, std::cerr);\n        return 1;",
         "        made.faults.print_first(20, std::cerr);\n        return 0;", "got exit 0")),
]

DERIVE = [
    *of("data/derive.cpp", "tables derive",
        ("derive-terms-forgotten", "        days.add(p.term().value_or(al::never));\n", "", "days.hpp"),
        ("derive-lane-of-authorisations", "case al::effect::requires_authorisation: return bit << 32;",
         "case al::effect::requires_authorisation: return bit << 48;", "days.hpp"),
        ("derive-provisional-application", "            days.add(r.provisional_application().value_or(al::never));\n", "",
         "days.hpp")),
]

MUTANTS = [*DATA, *TABLES, *GENERATOR, *DERIVE]
