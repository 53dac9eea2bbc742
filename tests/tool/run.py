#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py TOOL: the command line answers, refuses and exits as it says."""
import csv
import json
import os
import shutil
import subprocess
import sys

TOOL = sys.argv[1]
FAULTS = []
CHECKS = 0


def run(*arguments, stdin=b""):
    done = subprocess.run([TOOL, *arguments], input=stdin, capture_output=True)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


class Row(dict):
    """A row of an answer. What it lacks is empty, so that a check of it fails, and the next one is made."""

    def __missing__(self, column):
        return ""


def check(fact, holds, shown=""):
    global CHECKS
    CHECKS += 1
    if not holds:
        FAULTS.append(f"{fact}: {str(shown)[:300]}")


def rows(*arguments, stdin=b""):
    code, out, err = run(*arguments, "--format=csv", stdin=stdin)
    check(f"{arguments} answers", code in (0, 1), err)
    return [Row(r) for r in csv.DictReader(out.splitlines())]


def one(*arguments):
    found = rows(*arguments)
    check(f"{arguments} has one row", len(found) == 1, found)
    return found[0] if found else Row()


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
    ("permission", "IRQ", "government", "salw", "2015-12-07"): "state,recipient,item,date,issuer,permission,body,"
    "waiting_days,condition,act,contested,evidence,sources",
    ("screen", "BEL", "SYR", "government", "GPMG", "2012-06-01"): "exporter,importer,recipient,item,date,outcome,route,"
    "rules,acts,contested,sources,data_edition",
    ("diff", "SYR", "2011-01-01", "2013-07-01"): "state,from,until,date,change,subject,detail,act,evidence,sources",
    ("coverage",): "part,count,of,from,until",
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

# What embargoes let through.
def permission(*arguments):
    return one("permission", *arguments)


libya = permission("LBY", "government", "salw", "2013-06-01", "--issuer=UN")
check("Libya's government needed that nobody objected",
      (libya["permission"], libya["body"], libya["waiting_days"], libya["act"]) ==
      ("no_objection", "Committee under resolution 1970", "5 working days", "S/RES/2009 13(a)"), libya)
check("a row an issuer", [r["issuer"] for r in rows("permission", "LBY", "government", "salw", "2013-06-01")] ==
      ["UN", "EU", "OSCE", "LAS", "ECOWAS", "AU", "CIS", "OAS"])
check("a political commitment says so",
      permission("CHN", "government", "assault-rifle", "2010-01-01", "--issuer=EU")["condition"].startswith("political commitment"))
check("nothing in force, nothing barred", permission("FRA", "government", "salw", "2010-01-01", "--issuer=UN")["permission"] == "free")
check("a weapon of the report is an item", permission("IRQ", "unknown", "T-72", "2005-01-01", "--issuer=UN")["item"] == "main-battle-tank")
check("a category is an item", permission("IRQ", "unknown", "unroca:IV", "2005-01-01", "--issuer=UN")["permission"] == "prohibited")
check("a group is a recipient", permission("IRQ", "Islamic State", "salw", "2015-01-01", "--issuer=UN")["recipient"] == "isil")
check("_ and - are alike", permission("LBY", "non-governmental-forces", "non_lethal", "2013-06-01", "--issuer=UN")["permission"] == "free")
check("the record ends", permission("LBY", "government", "salw", "2027-01-01", "--issuer=UN")["permission"] == "outside_coverage")
check("an old contract must be stated", [permission("RUS", "government", "warship", "2015-01-01", "--issuer=EU", *c)["permission"]
                                         for c in ([], ["--contract=2011-06-17"], ["--contract=2014-08-01"])] ==
      ["prohibited", "free", "prohibited"])
check("demining equipment goes to who claims it",
      permission("SDN", "government", "mine-clearance", "2010-01-01", "--issuer=EU")["permission"] == "approval")
check("what is unknown says why", permission("LBY", "non_governmental_forces", "salw", "2011-06-01", "--issuer=UN")["condition"] != "")
code, out, err = run("permission", "-", "--issuer=UN", stdin=b"LBY,government,salw,2013-06-01\nLBY,king,salw,2013-06-01\n")
check("permissions stream", code == 1 and len(out.splitlines()) == 3 and "error: 'king' is no recipient" in out, out)

# Screening.
page = run("screen", "BEL", "SYR", "government", "GPMG", "2012-06-01")[1]
for text in ("Prohibited: ", "Decision 2011/782/CFSP", "Binds Belgium under the law of the European Union", "Sources\n  [1] "):
    check(f"a verdict has {text!r}", text in page, page)
tree = json.loads(run("screen", "GBR", "NOR", "government", "salw", "2016-01-01", "--format=json")[1])
check("a verdict is a tree", tree["outcome"] == "assessment_required" and tree["reasons"][0]["rule"] == "att 7(1)", tree)
check("a verdict names what would change it", "overriding_risk" in tree["turns_on"], tree)
check("a verdict names what it leaves out", "eu-common-position-2008-944" in tree["not_considered"], tree)
check("what is stated counts", one("screen", "GBR", "NOR", "government", "salw", "2016-01-01", "--overriding-risk=yes")["outcome"] == "prohibited")

HEADER = b"id,exporter,importer,recipient,item,date,remark\n"
code, out, err = run("screen", stdin=HEADER + b"1,BEL,SYR,government,GPMG,2012-06-01,\"a, b\n c\"\n2,BEL,XXX,government,GPMG,2012-06-01,\n"
                     b"3,BEL,SYR\n\n4,BEL,SYR,,GPMG,2012-06-01,d\n")
answers = list(csv.DictReader(__import__("io").StringIO(out)))
check("one row a transfer, in order", [a["id"] for a in answers] == list("1234"), out)
check("other columns are carried through", answers[0]["remark"] == "a, b\n c", answers)
check("a bad row says error and why", answers[1]["outcome"] == "error" and "'XXX'" in answers[1]["rules"], answers[1])
check("a short row is an error", answers[2]["outcome"] == "error" and "3 cells where the header has 7" in answers[2]["rules"], answers[2])
check("no recipient is an unknown one", answers[3]["outcome"] == "prohibited", answers[3])
check("bad rows are counted", code == 1 and "2 of 4 rows had no answer" in err, err)
trees = json.loads(run("screen", "--format=json", stdin=HEADER + b"1,BEL,SYR,government,GPMG,2012-06-01,x\n2,BEL,XXX,,GPMG,2012-06-01,y\n")[1])
check("a stream of trees is JSON", [t["outcome"] for t in trees] == ["prohibited", "error"] and trees[1]["remark"] == "y", trees)
check("no transfers, no rows", run("screen", stdin=HEADER)[1].splitlines() == [HEADER.decode().strip() + ",outcome,route,rules,acts,contested,sources,data_edition"])
for line in (b"\0", b"a" * 100000, b'1,"BEL', b'"1"x,BEL', b"\xff\xfe,,,,,,"):
    code, out, err = run("screen", stdin=HEADER + line + b"\n")
    answers = list(csv.DictReader(__import__("io").StringIO(out.replace("\0", ""))))
    check(f"{line[:20]} is one row with an error", code == 1 and [a["outcome"] for a in answers] == ["error"], out[:500])
check("a name of a column is read as the option is written",
      list(csv.DictReader(run("screen", stdin=b"exporter,importer,recipient,item,date,Overriding-Risk\nGBR,NOR,government,salw,2016-01-01,yes\n")[1].splitlines()))[0]["outcome"] == "prohibited")
check("a byte order mark is no name", run("screen", stdin=b"\xef\xbb\xbf\"exporter\",importer,recipient,item,date\n")[0] == 0)
code, out, err = run("screen", stdin=HEADER.replace(b"remark", b"overiding_risk"))
check("a column that is almost an input is refused", code == 2 and "did you mean overriding_risk?" in err, err)
code, out, err = run("screen", stdin=HEADER.replace(b"remark", b"reasons"))
check("a column that the answer adds is refused", code == 2 and "rename it" in err, err)
folder = os.open("/", os.O_RDONLY)
done = subprocess.run([TOOL, "screen"], stdin=folder, capture_output=True)
os.close(folder)
check("an input that cannot be read is an error", done.returncode == 1 and b"could not be read" in done.stderr, done)
refused("screen", "BEL", "SYR", "government", "GPMG", "2012-06-01", "--issuer=UN", says="--issuer is for")
check("past the record no change is no news", one("diff", "BEL", "2030-01-01", "2040-01-01")["change"] == "outside_coverage")
refused("screen", "BEL", "SYR", says="screen takes EXPORTER IMPORTER RECIPIENT ITEM DATE")
refused("screen", says="standard input is empty")
refused("screen", "BEL", "SYR", "king", "GPMG", "2012-06-01", says="is no recipient: write government")
refused("screen", "BEL", "SYR", "government", "GPMGG", "2012-06-01", says="nearest: ")
refused("screen", "BEL", "SYR", "government", "unroca:XX", "2012-06-01", says="is no category of")
refused("screen", "BEL", "SYR", "government", "GPMG", "2012-06-01", "--claim=fun", says="claim: 'fun' is none: write")
refused("screen", "BEL", "SYR", "government", "GPMG", "2012-06-01", "--overriding-risk=maybe", says="neither yes nor no")
refused("screen", "--claim=demining", says="is a column")
refused("count", "att", "2015-01-01", "--overriding-risk=yes", says="is for armsledger screen")

# What changed.
changed = rows("diff", "SYR", "2011-01-01", "2013-07-01")
check("the acts on Syria followed one another",
      [(r["date"], r["act"]) for r in changed if r["change"] == "act_replaced"] ==
      [("2011-12-01", "Decision 2011/782/CFSP"), ("2012-12-01", "Decision 2012/739/CFSP")], changed)
check("the embargo ended", [r["date"] for r in changed if r["change"] == "embargo_ended"] == ["2013-06-01"])
check("the period is half-open", "2013-06-01" not in {r["date"] for r in rows("diff", "SYR", "2011-01-01", "2013-06-01")})
check("nothing changed in a day without change", one("diff", "NOR", "2016-01-01", "2016-01-02")["change"] == "")
check("a diff is a page too", "act replaced, eu-syria-2011" in run("diff", "SYR", "2011-01-01", "2013-07-01")[1])
refused("diff", "SYR", "2013-01-01", "2011-01-01", says="is before the first")

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
check("as many as the record is said to hold", rows("coverage")[-1]["count"] == str(len(rows("sources"))))
check("a treaty is covered from its adoption on",
      {r["part"]: r["from"] for r in rows("coverage")}["Arms Trade Treaty"] == "2013-04-02")
refused("coverage", "-", says="coverage takes nothing")

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

# The report: every section has its columns, and rows.
REPORT = {
    "claims": ("claim,subject,measure,part,bound,value,unit,of,from,until,states,all_agree,statement,locator,note,"
               "evidence,sources"),
    "weapons": ("weapon,name,type,calibre_mm,design,makers,suppliers,captured_from,decade,seen,attribution,note,"
                "evidence,sources"),
    "suppliers": "state,role,from,until,attribution,note,evidence,sources",
    "transfers": ("transfer,account,accounts,suppliers,recipient,weapon,stage,quantity_bound,quantity,unit,value_bound,"
                  "value_usd,funding,from,until,supplier_att_then,supplier_att_now,recipient_att_then,"
                  "recipient_att_now,attribution,locator,note,evidence,sources"),
    "acquisitions": ("acquisition,channel,holder,reach,place,states,weapons,what,from,until,attribution,locator,note,"
                     "evidence,sources"),
    "recommendations": "recommendation,addressee,states,kind,statement,locator,note,evidence,sources",
    "routes": "from,to,kind,weapon,implied,since,until,locator,note,evidence,sources",
    "standing": "state,name,roles,att_on_2015-12-07,att_on_2026-07-24",
    "conflicts": ("transfer,account,kind,suppliers,recipient,weapon,from,until,side,regime,issuer,target,phase_from,"
                  "phase_until,instrument,paragraph,in_time,reaches,open,transfer_sources,evidence,sources"),
}
for section, columns in REPORT.items():
    header = run("report", section, "--format=csv")[1].splitlines()[0]
    check(f"columns of report {section}", header == columns, header)
    as_json = json.loads(run("report", section, "--format=json")[1])
    check(f"{section} has the same rows in JSON", as_json == rows("report", section))
    check(f"{section} as text is not empty", len(run("report", section)[1]) > 100)

claims = rows("report", "claims", "--measure=countries-of-origin")
check("texts disagree on the number of countries", {c["all_agree"] for c in claims} == {"no"} and len(claims) > 15)
check("25 is claimed with three bounds",
      {("exactly", "25"), ("at_least", "25"), ("more_than", "25")} <= {(c["bound"], c["value"]) for c in claims})
check("page furniture is shown when asked for",
      len(rows("report", "claims", "--asides")) - len(rows("report", "claims")) == 19)
check("a claim is found by its source", all("vice-2015" in c["sources"] for c in rows("report", "claims", "--source=vice-2015")))
check("periods filter claims half-open", not rows("report", "claims", "--from=1900-01-01", "--until=1960-01-01",
                                                   "--measure=suppliers-to-iraq"))

abrams = rows("report", "transfers", "--weapon=M1A1 Abrams")
check("the Abrams tanks are one transfer with four accounts",
      {t["transfer"] for t in abrams} == {"usa-iraq-m1a1-2008"} and [t["account"] for t in abrams] == list("1234"))
check("the USA was a signatory while it delivered", "signatory" in {t["supplier_att_now"] for t in abrams})

standing = {r["state"]: r for r in rows("report", "standing")}
check("the USA had signed on the day of the report", standing["USA"]["att_on_2015-12-07"] == "signatory")
check("China acceded in 2020", (standing["CHN"]["att_on_2015-12-07"], standing["CHN"]["att_on_2026-07-24"]) == ("none", "party"))
check("Russia stands aside", standing["RUS"]["att_on_2026-07-24"] == "none")
check("the Soviet Union is no state any more", standing["SUN"]["att_on_2015-12-07"] == "no_such_state")

conflicts = rows("report", "conflicts")
iraq = [c for c in conflicts if c["regime"] == "un-iraq-1990"]
check("the ban on all of Iraq begins on 6 August 1990",
      min(c["phase_from"] for c in iraq) == "1990-08-06")
check("from 8 June 2004 the government is outside the target",
      all(c["reaches"] == "no" and "outside its target" in c["open"]
          for c in iraq if c["phase_from"] == "2004-06-08" and c["recipient"] == "IRQ"))
check("Islamic State was on the list of 2002 when it was sold arms",
      any(c["recipient"] == "islamic-state" and c["target"] == "listed_group" for c in conflicts))
check("no conflict lies wholly outside the phase", {c["in_time"] for c in conflicts} == {"yes", "unknown"})

dot = run("report", "routes", "--format=dot")[1]
check("the graph is a graph", dot.startswith("digraph custody {") and dot.endswith("}\n"))
if shutil.which("dot"):
    drawn = subprocess.run(["dot", "-Tsvg"], input=dot.encode(), capture_output=True)
    check("Graphviz draws it without a warning", drawn.returncode == 0 and not drawn.stderr, drawn.stderr)
check("implied edges are dashed", "style=dashed" in dot)

for text, expected in csv.reader(list(open(os.path.join(os.path.dirname(__file__), "weapon_names.csv")))[1:]):
    if expected and ";" not in expected:
        found = rows("report", "weapons", f"--weapon={text}")
        check(f"{text} is {expected}", [w["weapon"] for w in found] == [expected], found)
    else:
        refused("report", "weapons", f"--weapon={text}",
                says="several: write " + expected.replace(";", " or ") if expected else "nearest: ")

refused("report", says="report takes one of acquisitions, claims")
refused("report", "gossip", says="not 'gossip'")
refused("report", "routes", "--weapon=kornat", says="nearest: kornet")
refused("report", "claims", "--source=vise-2015", says="nearest: vice-2015")
refused("report", "claims", "--measure=countries", says="nearest: ")
refused("report", "transfers", "--state=Congo", says="write COD or COG")
refused("report", "transfers", "--state=Irag", says="nearest: Iran, Irak, Iraq")
refused("report", "transfers", "--state=Syrria", says="nearest: Syria")
refused("report", "weapons", "--from=2014-01-01", says="has no filter --from: it takes --state, --weapon, --source")
check("one issuer's conflicts", {c["issuer"] for c in rows("report", "conflicts", "--issuer=EU")} == {"EU"})
check("no two conflicts are the same", len({tuple(c.values()) for c in conflicts}) == len(conflicts))
check("a state's weapons are also those it supplied or lost",
      {"humvee", "tabuk"} <= {w["weapon"] for w in rows("report", "weapons", "--state=IRQ")})
refused("report", "claims", "--issuer=EU", says="has no filter --issuer")
refused("report", "routes", "--state=IRQ", "--state=SYR", says="given twice")
refused("report", "transfers", "--weapon=" + "x" * 100000, says="xxx...'")
refused("report", "claims", "--from=2015-01-01", "--until=2015-01-01", says="half-open")
refused("report", "claims", "--format=dot", says="report routes --format=dot")
refused("count", "att", "2015-12-07", "--format=dot", says="are for armsledger report")

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
refused("count", "att", "2015-12-07", "--format=xml", says="write text, csv, json, or dot for routes")
refused("embargo", "IRQ", "2015-12-07", "--issuer=NATO", says="write UN, EU")
refused("conquer", says="see armsledger --help")
refused("state", "x", "--colour", says="no option")

check("help exits with 0", run("--help")[0] == 0)
check("help comes wherever it is asked for", run("state", "--format=dot", "Iraq", "--help") == run("--help"))
check("version has both versions", "data edition" in run("--version")[1])
if os.path.exists("/dev/full"):
    with open("/dev/full", "w") as full:
        done = subprocess.run([TOOL, "sources"], stdout=full, stderr=subprocess.PIPE)
    check("a full disk is an error", done.returncode == 1 and b"could not be written" in done.stderr, done)

for fault in FAULTS:
    print(fault)
print(f"{CHECKS - len(FAULTS)} passed, {len(FAULTS)} failed")
sys.exit(1 if FAULTS else 0)
