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
    *of("data/embargo_binding.csv", "static screening",
        ("data-maastricht-earlier", ("EU", "mandatory"), "since: 1993-11-01 > 1980-01-01")),
    *of("data/weapon_type_categories.csv", "static screening",
        ("data-manpads-not-in-the-register", ("manpads", "unroca", "2003"), "categories: VII(b) > none")),
    *of("data/weapon_type_categories.csv", "unit category: mortars from 75 mm",
        ("data-mortars-from-100-mm", ("mortar-heavy", "unroca", "2003"), "categories: III > none")),
    *of("data/report_claims.csv", "unit report: 34 suppliers of Iraq",
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
    *of("data/generator/permissions.hpp", "faults says something of any_other",
        ("check-others-of-a-territory", "territorial_[phase] && !(", "false && !(")),
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
        ("derive-coverage-forgotten", "        days.add(al::coverage(p.issuer()));\n", "", "days.hpp"),
        ("derive-lane-of-authorisations", "case al::effect::requires_authorisation: return bit << 32;",
         "case al::effect::requires_authorisation: return bit << 48;", "days.hpp"),
        ("derive-withdrawals-forgotten", "            days.add(r.steps().withdrawal);\n", "", "days.hpp")),
]

LOOK_UPS = [
    *of(HEADERS + "state.hpp", "unit state: of all three-byte texts",
        ("look-up-third-letter-small", "byte_at(code, 2) << 16) & 0xDFDFDFU", "byte_at(code, 2) << 16) & 0xFFDFDFU"),
        ("look-up-third-letter-any", "((its ^ key) & 0xDFDFDFU) == 0", "((its ^ key) & 0xDFDFU) == 0")),
    *of(HEADERS + "state.hpp", "unit state: of all two-byte texts",
        ("look-up-second-no-letter", "(key & 0xC0C0U) ^ 0x4040U", "(key & 0xC0U) ^ 0x40U")),
    *of(HEADERS + "state.hpp", "unit lookup: of all numbers exactly",
        ("look-up-numbers-wrap", "code < 1000 ? code : 0)", "code % 1000)")),
    *of(HEADERS + "detail/spelling.hpp", "unit state: every code, name and alias",
        ("look-up-multiplier", "0xC2B2AE3D27D4EB4F", "0xC2B2AE3D27D4EB4D")),
    *of(HEADERS + "detail/name_index.hpp", "unit state: look-up folds case, accents",
        ("look-up-filter-takes-accents-for-unknown", "(all & 0x80808080) != 0 ||\n           (byte_at", "(byte_at")),
    *of(HEADERS + "detail/name_index.hpp", "unit lookup: every name is found in every form",
        ("look-up-filter-of-the-last-letters", "(32 - 8 * more)", "(24 - 8 * more)")),
    *of(HEADERS + "detail/name_index.hpp", "unit lookup: a name with one character changed",
        ("look-up-middle-of-names", "for (std::size_t i = 8; i + 8 < size; i += 8) {\n        differ",
         "for (std::size_t i = 16; i + 8 < size; i += 8) {\n        differ")),
    *of(HEADERS + "state_set.hpp", "unit state: a set of states is an algebra",
        ("look-up-count-of-a-set", "pairs >> 2 & 0x3333333333333333", "pairs >> 2 & 0x1333333333333333")),
]

BOUNDARIES = [
    *of(HEADERS + "date.hpp", "static answers",
        ("bound-first-day-of-a-period", "from <= day && day < until", "from < day && day < until"),
        ("bound-last-day-of-a-period", "from <= day && day < until", "from <= day && day <= until"),
        ("bound-latest-day", "latest <= day ? answer::yes", "latest < day ? answer::yes"),
        ("bound-earliest-day", "earliest <= day ? answer::unknown", "earliest < day ? answer::unknown")),
    *of(HEADERS + "date.hpp", "unit date: every day of the years",
        ("bound-august", "month + (month > 7)", "month + (month > 8)")),
    *of(HEADERS + "detail/entry_into_force.hpp", "faults the treaty's rule gives",
        ("bound-sixth-month", "deposit.month() - 1 + 6;", "deposit.month() - 1 + 5;", "the unbroken data is refused"),
        ("bound-ninety-days", "general : deposit + 90", "general : deposit + 91", "the unbroken data is refused")),
    *of(HEADERS + "detail/plane.hpp", "unit tables_by_day: the members of a body",
        ("bound-spell-of-a-plane", "rank < byte_at(at, 2)", "rank <= byte_at(at, 2)")),
    *of(HEADERS + "detail/vectors.hpp", "unit tables_by_day: the parties to a treaty",
        ("bound-day-of-a-vector", "<= static_cast<std::uint16_t>(day16)", "< static_cast<std::uint16_t>(day16)"),
        ("bound-rank-of-a-column", "& ~(vector_at<sixteen_bytes>(until) <= at)", "& ~(vector_at<sixteen_bytes>(until) < at)")),
    *of(HEADERS + "treaty.hpp", "static treaties",
        ("bound-second-change-of-standing", "(two_bytes_at(days, 1) <= day16)", "(two_bytes_at(days, 1) < day16)")),
    *of(HEADERS + "treaty.hpp", "unit treaty: outside coverage nothing is counted",
        ("bound-last-day-counted", "day >= coverage(t).until) {\n        return uncounted;",
         "day > coverage(t).until) {\n        return uncounted;")),
    *of(HEADERS + "treaty.hpp", "unit treaty: the standing of every participant",
        ("bound-last-day-of-a-treaty", "return is_valid(t) && day16 < two", "return is_valid(t) && day16 <= two")),
    *of(HEADERS + "embargo.hpp", "unit tables_by_day: the phases in force are those",
        ("bound-coverage-of-a-phase", "if (day >= coverage(issuer()).until) {", "if (day > coverage(issuer()).until) {"),
        ("bound-coverage-of-an-embargo", "day < covered.until && (in_force", "day <= covered.until && (in_force")),
    *of(HEADERS + "binding.hpp", "static screening",
        ("bound-maastricht", "day < ground->since()", "day <= ground->since()")),
    *of(HEADERS + "timeline.hpp", "unit timeline: the timeline is in order",
        ("bound-events-from-a-day", ".when().earliest < day;", ".when().earliest <= day;")),
    *of(HEADERS + "snapshot.hpp", "unit timeline: on the day of a change",
        ("bound-moved-to-a-change", "day >= until_", "day > until_"),
        ("bound-change-of-the-day", "change_day(changes_) <= day_", "change_day(changes_) < day_"),
        ("bound-change-taken-back", "day_ < change_day(changes_ - 1)", "day_ <= change_day(changes_ - 1)")),
]

SCREENING = [
    *of(HEADERS + "screening.hpp", "unit screening: an embargo of the EU alone",
        ("rule-6-1-of-the-un", "r.issuer == issuer::un;", "r.issuer == issuer::eu;")),
    *of(HEADERS + "screening.hpp", "unit screening: a UN embargo that binds fills",
        ("rule-6-2-of-other-treaties", "r.treaty != treaty::att;", "r.treaty == treaty::att;")),
    *of(HEADERS + "screening.hpp", "unit screening: a party to the ATT must assess",
        ("rule-6-3-only-known", "if (t.knows_of_atrocities == stated::yes) {", "if (t.knows_of_atrocities != stated::no) {")),
    *of(HEADERS + "screening.hpp", "unit screening: an assessment that found no risk",
        ("rule-7-1-assessed", "t.overriding_risk == stated::no ? effect::permits", "false ? effect::permits"),
        ("rule-7-3-overriding", "if (t.overriding_risk == stated::yes) {", "if (false) {")),
    *of(HEADERS + "screening.hpp", "unit screening: provisional application reaches",
        ("rule-11-parties-alone", "effect::requires_assessment,\n               party);",
         "effect::requires_assessment,\n               reached);")),
    *of(HEADERS + "screening.hpp", "unit screening: cluster munitions may be given up",
        ("rule-given-up-to-a-state", "(receiver == answer::yes && is_for_state())", "receiver == answer::yes")),
    *of(HEADERS + "screening.hpp", "unit screening: the duty of a signatory ended",
        ("bound-notice", "&& n.when() <= day", "&& n.when() < day")),
    *of(HEADERS + "screening.hpp", "unit screening: the EU's Code of Conduct",
        ("bound-rule-that-gave-way", "day >= detail::day_at(detail::tables::outside_rule_until",
         "day > detail::day_at(detail::tables::outside_rule_until")),
    *of(HEADERS + "screening.hpp", "static screening",
        ("default-recipient", "recipient recipient = end_user::unknown;", "recipient recipient = end_user::government;"),
        ("default-item", "item item = item_class::all_arms;", "item item = item_class::salw;"),
        ("default-certificate", "stated end_use_certificate = stated::not_stated;\n    /// Whether the conditions that",
         "stated end_use_certificate = stated::yes;\n    /// Whether the conditions that")),
    *of(HEADERS + "screening.hpp", "tool screening",
        ("rule-unknown-is-open", "case permission::outside_coverage: return effect::leaves_open;",
         "case permission::outside_coverage: return effect::permits;"),
        ("rule-open-where-it-may-apply", "applies != answer::yes && r.effect <=", "false && r.effect <="),
        ("rule-barred-not-reported", "r.effect == effect::prohibits && r.bound", "r.bound")),
    *of(HEADERS + "screening.hpp", "unit screening: the Firearms Protocol does not apply",
        ("rule-between-states", " ||\n               t.recipient == end_user::peacekeepers;", ";")),
    *of(HEADERS + "screening.hpp", "unit screening: what bars the importer alone",
        ("rule-barred-as-exporter", "r.bound == exporting && fits(r)", "fits(r)")),
    *of(HEADERS + "permission.hpp", "tool screening",
        ("rule-prohibited-is-strictest", "case permission::prohibited: return 6;", "case permission::prohibited: return 3;"),
        ("rule-strictest-of-classes", "is_stricter(f.rung, strictest.rung)", "is_stricter(strictest.rung, f.rung)")),
    *of(HEADERS + "binding.hpp", "static screening",
        ("rule-only-mandatory-binds", "if (f != force::mandatory) {", "if (f == force::voluntary) {"),
        ("rule-law-in-transition", "m.kind() == membership_kind::transition", "m.kind() == membership_kind::suspended")),
]

IN_BULK = [
    *of(HEADERS + "scenario.hpp", "unit scenario: had the EU's embargo on Syria",
        ("bulk-end-of-a-regime", "end = end < until ? until : end;", "end = until < end ? until : end;")),
    *of(HEADERS + "scenario.hpp", "unit scenario: sixteen suppositions",
        ("bulk-room-of-a-scenario", "size_ == capacity ? admission::full", "size_ + 1 == capacity ? admission::full")),
    *of(HEADERS + "batch.hpp", "unit batch: batches of every small size",
        ("bulk-rest-of-a-batch", "screen_one_by_one(t, in, first, out);", "screen_one_by_one(t, in, first + 1, out);")),
    *of(HEADERS + "ladder.hpp", "unit snapshot: the rung of each issuer",
        ("bulk-measures-that-follow-a-group", "packed = packed < follows ? follows : packed;", "")),
]

TOOL = [
    *of("examples/tool/queries.hpp", "tool run",
        ("tool-loses-a-row", "if (!chosen.issuer || *chosen.issuer == by) {\n            a.rows.push_back(\n                permission",
         "if (by < al::issuer::oas) {\n            a.rows.push_back(\n                permission", "a row an issuer"),
        ("tool-header", '"subject", "detail", "act"', '"subject", "details", "act"', "columns of diff")),
    *of("examples/armsledger.cpp", "tool run",
        ("tool-exit-code", "return all_answered ? 0 : 1;", "return 0;", "permissions stream"),
        ("tool-refusal-exits", "e.what() << '\\n';\n        return 2;", "e.what() << '\\n';\n        return 1;",
         "exits with 2")),
]

COMPILE_FAIL = [
    *of(HEADERS + "date.hpp", "compile_fail",
        ("compile-form-of-a-date", "static_assert(detail::has_date_form(text_view{Text}), ", "static_assert(true, ",
         "date_form.cpp"),
        ("compile-day-that-is-none", " || parse_date(Text).has_value(),", " || true,", "date_of_no_day.cpp")),
    *of(HEADERS + "state.hpp", "compile_fail",
        ("compile-group-is-no-state", "static_assert(match.kind != match_kind::not_a_state, ", "static_assert(true, ",
         "not_a_state.cpp")),
    *of("tests/compile_fail/run.py", "compile_fail",
        ("compile-any-message", "missing = [w for w in wanted if", "missing = [w for w in wanted if False and",
         "the harness"),
        ("compile-what-must-not", 'return "compiled, and must not"', "return None", "the harness"),
        ("compile-what-must", 'return None if compiled else "must compile: "', 'return None if True else "must compile: "',
         "the harness"),
        ("compile-no-message", 'return "names no message to expect"', "return None", "the harness")),
    *of("tests/compile_fail/cases/date_form.cpp", "compile_fail",
        ("compile-other-message", "not a date: write YYYY-MM-DD", "not a date: write DD.MM.YYYY", "does not say")),
    *of("tests/compile_fail/cases/wrong_fact.cpp", "compile_fail",
        ("compile-right-fact", "standing::party", "standing::signatory", "compiled, and must not")),
    *of("tests/compile_fail/cases/control.cpp", "compile_fail",
        ("compile-control", '"Iraq"_state', '"Iraqq"_state', "must compile")),
]

MUTANTS = [*DATA, *TABLES, *GENERATOR, *DERIVE, *LOOK_UPS, *BOUNDARIES, *SCREENING, *IN_BULK, *TOOL, *COMPILE_FAIL]
