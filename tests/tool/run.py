#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py TOOL: the command line answers, refuses and exits as it says."""
import csv
import json
import os
import subprocess
import sys

TOOL = sys.argv[1]
FAULTS = []
CHECKS = 0


def run(*arguments, stdin=b""):
    done = subprocess.run([TOOL, *arguments], input=stdin, capture_output=True)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def check(fact, holds, shown=""):
    global CHECKS
    CHECKS += 1
    if not holds:
        FAULTS.append(f"{fact}: {str(shown)[:300]}")


def rows(*arguments, stdin=b""):
    code, out, err = run(*arguments, "--format=csv", stdin=stdin)
    check(f"{arguments} answers", code in (0, 1), err)
    return list(csv.DictReader(out.splitlines()))


def one(*arguments):
    found = rows(*arguments)
    check(f"{arguments} has one row", len(found) == 1, found)
    return found[0]


def refused(*arguments, says):
    code, out, err = run(*arguments)
    check(f"{arguments} exits with 2", code == 2, code)
    check(f"{arguments} prints nothing", out == "", out)
    check(f"{arguments} says so in one line", err.count("\n") == 1 and says in err, err)


# The columns that other programs rely on.
for command, columns in {
    ("state", "Iraq"): "input,match,codes,kind",
    ("treaty", "att", "USA", "2015-12-07"): "treaty,state,date,standing,signature,consent,consent_kind,"
    "entry_into_force,provisional_application,withdrawal_notified,withdrawal_effective,evidence,sources",
    ("count", "att", "2015-07-01"): "treaty,date,signatories,contracting,parties",
    ("embargo", "IRQ", "2015-12-07"): "state,date,regime,issuer,territory,target,group,nature,scope,area,direction,"
    "from,until,instrument,paragraph,contested,evidence,sources",
}.items():
    header = run(*command, "--format=csv")[1].splitlines()[0]
    check(f"columns of {command[0]}", header == columns, header)

# States.
check("Congo is ambiguous", one("state", "Congo") == {"input": "Congo", "match": "ambiguous", "codes": "COD;COG", "kind": ""})
check("Burma was Myanmar", one("state", "Burma", "2015-12-07")["kind"] == "former_name")
check("West Germany stood beside the East", one("state", "Germany", "1970-01-01")["codes"] == "DDR;DEU")
check("a group is no state", one("state", "ISIS")["match"] == "not_a_state")
check("nobody is Freedonia", one("state", "Freedonia")["match"] == "none")

# Treaties.
usa = one("treaty", "att", "USA", "2015-12-07")
check("the USA had signed", (usa["standing"], usa["signature"], usa["consent"]) == ("signatory", "2013-09-25", ""), usa)
check("Ecuador's deposit is known within bounds", one("treaty", "att", "Ecuador", "2026-03-01")["consent"] == "2026-02-04/2026-07-24")
check("Ecuador's standing was unknown", one("treaty", "att", "ECU", "2026-03-01")["standing"] == "unknown")
check("an open window is a range", one("count", "att", "2026-03-01")["contracting"] == "117..118")
check("the record ends", one("count", "att", "2027-01-01")["parties"] == "outside_coverage")
check("the Union takes part", one("treaty", "firearms-protocol", "EUE", "2015-01-01")["standing"] == "party")
check("Serbia and Montenegro was a party that Serbia continues", one("treaty", "apmbc", "SCG", "2005-01-01")["standing"] == "party")

# Embargoes.
check("no embargo is one row with empty fields",
      [v for v in one("embargo", "FRA", "2015-12-07").values()] == ["FRA", "2015-12-07"] + [""] * 16)
regimes = [r["regime"] for r in rows("embargo", "ISIS", "2015-12-07")]
check("three regimes reached IS", sorted(regimes) == ["eu-alqaida-2002", "un-al-qaida-2002", "un-iraq-1990"], regimes)
check("an issuer filters", [r["issuer"] for r in rows("embargo", "SYR", "2012-06-01", "--issuer=EU")] == ["EU"])
portugal = one("embargo", "PRT", "1990-01-01", "--issuer=UN")
check("an unknown end is no open end", portugal["until"].endswith("/..") and portugal["nature"] == "voluntary", portugal)
check("an open end is empty", rows("embargo", "IRQ", "2015-12-07", "--issuer=UN")[0]["until"] == "")
check("a residual restriction is no embargo", one("embargo", "SYR", "2014-06-01", "--issuer=EU")["regime"] == "")
check("after the record's end nothing is claimed", one("embargo", "FRA", "2026-06-01")["regime"] == "outside_coverage")
check("a contest is named", {r["contested"] for r in rows("embargo", "IRN", "2025-10-01", "--issuer=UN")} == {"iran-snapback"})

# Pages for people.
page = run("brief", "Iraq", "2015-12-07")[1]
for text in ("Iraq (IRQ) on 2015-12-07", "Arms Trade Treaty", "UN embargo on Iraq", "S/RES/1546", "League of Arab States", "Sources\n  [1] "):
    check(f"the brief on Iraq has {text!r}", text in page, page)
check("a brief without a date names the last day covered", "Iraq (IRQ) on 2025-12-29" in run("brief", "Iraq")[1])
check("a brief on a group has its entry", "QDe.115" in run("brief", "Islamic State")[1])
world = run()[1]
for text in ("on 2015-12-07", "United States of America", "signatory: ", "Arms embargoes on Syria", "Islamic State"):
    check(f"the report's world has {text!r}", text in world, world)
check("a brief is rows too", rows("brief", "LBY", "2015-12-07")[0]["section"] == "Names")
check("sources are found", one("sources", "vice-2015")["publisher"] == "VICE News")
check("all sources are listed", len(rows("sources")) > 700)

# Formats.
check("JSON is JSON", json.loads(run("embargo", "LBY", "2015-12-07", "--format=json")[1])[0]["state"] == "LBY")
check("JSON escapes what is no text", json.loads(run("state", "-", "--format=json", stdin=b"a\xff\x01\"\n")[1])[0]["input"] == "a\ufffd\x01\"")
check("text is for people", "standing                signatory" in run("treaty", "att", "USA", "2015-12-07")[1])
check("nothing asked, nothing answered, in JSON too", json.loads(run("count", "-", "--format=json")[1]) == [])

# Standard input.
code, out, err = run("treaty", "-", stdin=b'att,USA,2015-12-07\natt,XXX,2015-12-07\natt,"Iran, Islamic Republic of",2015-12-07\r\n')
answers = list(csv.DictReader(out.splitlines()))
check("a bad line does not end the stream", [a["state"] for a in answers] == ["USA", "XXX", "IRN"], out)
check("a bad line says error and why", answers[1]["standing"].startswith("error: nothing on record goes by 'XXX'"), out)
check("a bad line makes the exit 1", code == 1 and err == "", (code, err))
check("a good stream exits with 0", run("count", "-", stdin=b"att,2015-07-01\n")[0] == 0)
for line in (b"", b"att", b"att,2015-07-01,x", b'"att,2015-07-01', b"\0", b"a" * 100000, b"att,2015-02-30"):
    code, out, err = run("count", "-", stdin=line + b"\n")
    answers = list(csv.DictReader(out.splitlines()))
    check(f"{line[:20]} is one row with an error", code == 1 and len(answers) == 1 and answers[0]["signatories"].startswith("error: "), out)

# What is wrong, and what would be right.
refused("treaty", "att", "USA", "2015-02-30", says="write YYYY-MM-DD")
refused("treaty", "att", "Congo", "2015-12-07", says="write COD or COG")
refused("treaty", "npt", "USA", "2015-12-07", says="write att, apmbc, ccm or firearms-protocol")
refused("treaty", "att", "ISIS", "2015-12-07", says="armed group")
refused("treaty", "att", says="treaty takes TREATY STATE DATE, not 1 argument")
refused("embargo", "Freedonia", "2015-12-07", says="ISO 3166-1 code")
refused("embargo", "Islamic State West Africa Province", "2015-12-07", says="write iswap or boko-haram")
refused("embargo", "Hong Kong", "2015-12-07", says="Part of China")
refused("brief", says="brief takes")
refused("sources", "nothing", says="`armsledger sources` lists them")
refused("count", "att", "2015-12-07", "--format=xml", says="write text, csv or json")
refused("embargo", "IRQ", "2015-12-07", "--issuer=NATO", says="write UN, EU")
refused("conquer", says="see armsledger --help")
refused("state", "x", "--colour", says="no option")

check("help exits with 0", run("--help")[0] == 0)
check("version has both versions", "data edition" in run("--version")[1])
if os.path.exists("/dev/full"):
    with open("/dev/full", "w") as full:
        done = subprocess.run([TOOL, "sources"], stdout=full, stderr=subprocess.PIPE)
    check("a full disk is an error", done.returncode == 1 and b"could not be written" in done.stderr, done)

for fault in FAULTS:
    print(fault)
print(f"{CHECKS - len(FAULTS)} passed, {len(FAULTS)} failed")
sys.exit(1 if FAULTS else 0)
