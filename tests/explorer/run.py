#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py PAGE TOOL CHROMIUM CHROMEDRIVER: the explorer in a browser answers as the tool does, to the keyboard, to a
screen reader and on a phone, and asks no other host for anything."""
import datetime
import json
import pathlib
import random
import subprocess
import sys
import urllib.parse

sys.dont_write_bytecode = True
from browser import Browser  # noqa: E402

PAGE, TOOL = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
QUESTIONS = 200
FAULTS = []
CHECKS = 0

# What the page shows of a brief and of a verdict.
SHOWN = """
const plain = node => { const copy = node.cloneNode(true); copy.querySelectorAll("sup").forEach(s => s.remove());
                        return copy.textContent; };
const sections = [...document.querySelectorAll("#brief > h3")].map(h => [h.textContent,
  [...h.nextElementSibling.querySelectorAll("dt")].map(dt => [dt.textContent, plain(dt.nextElementSibling)])]);
if (writing) write_address();  // not a quarter of a second later
return {sections, changed: plain(document.querySelector("#changed")),
        title: document.querySelector("#answer-title").textContent,
        ladder: [...document.querySelectorAll("#rungs tr")].map(row => [...row.children].map(plain)),
        ladder_note: document.querySelector("#ladder-note").textContent,
        outcome: document.querySelector("#verdict .outcome").textContent,
        reasons: [...document.querySelectorAll("#verdict .explanation")].map(plain),
        what_if: document.querySelector("#supposed").hidden ? "" : document.querySelector("#supposed .outcome").textContent,
        beside: document.querySelector("#supposed").textContent, said: document.querySelector("#said").textContent,
        address: location.hash, fault: document.querySelector("#address-fault").textContent,
        who: document.querySelector("#who").value, day: document.querySelector("#day").value};
"""


def check(fact, holds, shown=""):
    global CHECKS
    CHECKS += 1
    if not holds:
        FAULTS.append(f"{fact}: {str(shown)[:700]}")


def tool(*arguments):
    return json.loads(subprocess.run([TOOL, *arguments, "--format=json"], capture_output=True, text=True, check=True).stdout)


def words(text):
    return text.replace("_", " ")


# A ladder costs the tool a call a column.
def ladder_of(question, end_users, states, names):
    """The rows of the ladder, from `tool permission`, and the issuers that are not on record."""
    of_group = question["who"] not in names
    asked = [(names[s], s, question["who"]) for s in states] if of_group else \
        [(words(u), question["who"], u) for u in end_users if u != "unknown"]
    answers = [(name, tool("permission", state, user, question["arms"], question["day"])) for name, state, user in asked]

    def cell(line):
        return words(line["permission"]) + line["body"] + line["waiting_days"] + line["condition"] + line["act"] + \
            (line["contested"] and "contested: " + words(line["contested"])) + \
            ("(unconfirmed)" if line["evidence"] == "unconfirmed" else "")
    rows = {line["issuer"]: [lines[i] for _, lines in answers] for i, line in enumerate(answers[0][1])} if answers else {}
    uncovered = [i for i, lines in rows.items() if lines[0]["permission"] == "outside_coverage"]
    rows = {i: [cell(line) for line in lines] for i, lines in rows.items()
            if i not in uncovered and any(line["permission"] != "free" or line["act"] for line in lines)}
    if not rows:
        return [], uncovered
    columns = [name for name, _ in answers]
    table = [["Issuer", *columns], *([i, *cells] for i, cells in rows.items())]
    if of_group:
        table = [list(row) for row in zip(*table)]
        table[0][0] = "State"
    return table, uncovered


def in_words(day):
    read = datetime.date.fromisoformat(day)
    return f"{read.day} {read:%B %Y}"


def changes_of(who, day, end, names):
    """What `tool diff` says of a day: of that day, or of one not known within bounds that hold it or begin on it."""
    said = []
    for c in tool("diff", who, "1946-01-01", end):
        begin, _, bound = c["date"].partition("/")
        if begin == day or (bound not in ("", "..") and begin < day <= bound):
            parts = words(c["change"]), names.get(c["subject"], c["subject"]), words(c["detail"]), c["act"]
            said.append("; ".join(part for part in parts if part))
    return said


def show(browser, **question):
    browser.run("if (writing) write_address(); location.hash = arguments[0]", urllib.parse.urlencode(question))
    browser.settle()
    return browser.run(SHOWN)


def answers_as_the_tool(browser, vocabulary):
    """A brief, the changes of the day, a ladder and a verdict a question."""
    chance = random.Random(14)
    state_names = {code: name for code, name, _ in vocabulary["states"]}
    states = list(state_names)
    names = dict(vocabulary["regimes"] + vocabulary["treaties"] + vocabulary["bodies"])
    groups = [slug for slug, _ in vocabulary["groups"]]
    items = [slug for slug, _ in vocabulary["types"] + vocabulary["classes"]]
    first, last = (int(browser.run(f"return {end}")) for end in ("first", "last"))
    facts = browser.run("return FACTS")
    outcomes = set()
    for n in range(QUESTIONS):
        day = browser.run("return to_day(arguments[0])", chance.randint(first, last))
        question = {"who": chance.choice(groups if n % 5 == 0 else states), "day": day, "from": chance.choice(states),
                    # Half of the importers are those that a measure is on.
                    "to": chance.choice(states if n % 2 else ["IRQ", "SYR", "LBY", "SOM", "SDN", "COD", "LBR", "IRN"]),
                    "recipient": chance.choice(vocabulary["end_users"] + groups[:5]), "item": chance.choice(items)}
        if n % 5 and n % 2:  # a day on which something changes
            days = browser.run("return asked('changes', arguments[0]).map(c => c.date.slice(0, 10)).filter(is_day)",
                               question["who"])
            question["day"] = day = chance.choice(days or [day])
        question["arms"] = chance.choice(items)
        stated = {fact: chance.choice(["yes", "no"]) for fact in chance.sample(facts, chance.randint(0, 2))}
        if n % 3 == 0:
            stated |= {"claim": chance.choice(vocabulary["claims"][1:])}
        if n % 4 == 0:
            stated |= {"contract": browser.run("return to_day(arguments[0])", chance.randint(first, last))}
        what_if = {"if": chance.choice(vocabulary["scenarios"])[0]} if n % 3 == 1 else {}
        shown = show(browser, **question, **stated, **what_if)
        brief = {}
        for line in tool("brief", question["who"], day):
            brief.setdefault(line["section"], []).append([line["item"], line["text"]])
        check(f"brief {question['who']} {day}", shown["sections"] == [[s, lines] for s, lines in brief.items()], shown["sections"])
        fought_in = [line["item"] for line in tool("brief", question["who"], day) if line["section"] == "States"]
        rungs, uncovered = ladder_of(question, vocabulary["end_users"], ", ".join(fought_in).split(", "), state_names)
        check(f"permission {question}", [shown["ladder"], shown["ladder_note"]] ==
              [rungs, f"Not on record on this day: {', '.join(uncovered)}." if uncovered else ""], [shown["ladder"], rungs])
        if question["who"] in state_names:
            said = changes_of(question["who"], day, browser.run("return to_day(last + 1)"), names)
            check(f"diff {question['who']} {day}", all(text in shown["changed"] for text in said) and
                  (not said) == shown["changed"].startswith(f"On {in_words(day)} nothing on record changes"),
                  [shown["changed"], said])
        transfer = [question[k] for k in ("from", "to", "recipient", "item", "day")]
        verdict = tool("screen", *transfer, *(f"--{k.replace('_', '-')}={v}" for k, v in stated.items()))
        if what_if:
            on_record = words(tool("screen", *transfer)["outcome"])
            check(f"both verdicts are of one transfer {question} {stated} {what_if}",
                  any(text in shown["beside"] for text in ([f"nothing stated: {on_record}."] if stated else
                      [f"on record it is {on_record}.", f"{on_record}, as on record."])), shown["beside"])
        check(f"screen {question} {stated}", [shown["outcome"], shown["reasons"]] ==
              [words(verdict["outcome"]), [r["explanation"] for r in verdict["reasons"]]], shown)
        outcomes.add(verdict["outcome"])
    check("every outcome occurs", len(outcomes) == 5, outcomes)


def keeps_the_question(browser):
    shown = show(browser, **{"who": "LBY", "day": "2011-09-16", "from": "FRA", "to": "LBY", "if": "att-2003"})
    link = shown["address"]
    browser.call("POST", "/url", {"url": "about:blank"})
    browser.open(PAGE.name + link)
    browser.settle()
    again = browser.run(SHOWN)
    check("a link shows the same answer", {**again, "address": ""} == {**shown, "address": ""}, again)
    check("a link holds what was asked", "LBY" in link and "2011-09-16" in link and "att-2003" in link, link)
    for address, said in (("who=XXX", "who=XXX"), ("day=2015-02-29", "day=2015-02-29"), ("day=2099-01-01", "day=2099-01-01"),
                          ("who=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "<img"), ("nonsense=1", "nonsense=1"),
                          ("item=a%09b", "item=a"), ("claim=none", "claim=none"), ("item=" + 99999 * "x", "xxx…"),
                          ("overriding_risk=maybe", "overriding_risk=maybe")):
        browser.run("location.hash = arguments[0]", address)
        browser.settle()
        shown = browser.run(SHOWN)
        check(f"an address with {address[:40]} says what is wrong",
              said in shown["fault"] and len(shown["fault"]) < 200, shown["fault"])
        check(f"an address with {address[:40]} shows an answer", len(shown["sections"]) > 1, shown)
        check("every choice is made", browser.run("return [...document.querySelectorAll('select')].every(s => s.selectedIndex >= 0)"))
    browser.run("change({day: '2001-01-01'})")
    browser.settle()
    check("a fault goes when something else is asked", browser.run(SHOWN)["fault"] == "")
    check("no two items to choose have one slug", browser.run("""const all = [...known.types, ...known.classes].map(([slug]) => slug);
      return new Set(all).size === all.length"""))
    # Syria in July 2013 under the embargo of the EU, had it gone on.
    shown = show(browser, **{"day": "2013-07-01", "from": "BEL", "to": "SYR", "if": "eu-syria-goes-on"})
    check("both verdicts stand side by side", (shown["outcome"], shown["what_if"]) == ("no bar found", "prohibited"), shown)
    check("both are said", shown["said"] == "On record: no bar found. What if: prohibited.", shown["said"])
    shown = show(browser, **{"day": "2016-06-01", "from": "BEL", "to": "TUR", "overriding_risk": "yes", "if": "att-2003"})
    check("what is stated is told apart", shown["outcome"] == "prohibited" and
          "On record, with nothing stated: assessment required." in shown["beside"], shown["beside"])
    show(browser, who="IRQ", day="2015-01-01")
    browser.run("""window.writes = 0; const write = history.replaceState;
      history.replaceState = function (...a) { ++window.writes; return write.apply(this, a); };""")
    for day in range(1, 10):
        browser.run("change({day: arguments[0]})", f"2015-02-0{day}")
        browser.settle()
    browser.wait(400)
    check("the address follows quick changes", browser.run("return location.hash").endswith("2015-02-09"),
          browser.run("return location.hash"))
    check("and is not written with each", browser.run("return window.writes") < 9, browser.run("return window.writes"))
    browser.run("change({day: '2015-03-01'}); location.href = 'about:blank'")
    browser.call("POST", "/back", {})
    browser.settle()
    check("the address is written when the page is left", "2015-03-01" in browser.run("return location.hash"))


def says_what_changes(browser):
    """Days known within bounds, days of groups, and days that the record does not reach."""
    for who, day, said in (("GEO", "1993-10-20", "On a day not known, from 20 October 1993 on: embargo ended"),
                           ("ARM", "2002-01-01", "On a day not known, between 1 January 2002 and 31 December 2002: embargo ended"),
                           ("al-qaida", "2011-06-17", "On 17 June 2011: embargo changed"),
                           ("isil", "2015-12-17", "On 17 December 2015: embargo changed"),
                           ("adf", "2008-03-31", "On 31 March 2008: embargo changed"),
                           ("adf", "2003-07-28", "On 28 July 2003: embargo imposed"),
                           ("ZWE", "1975-01-01", "On 1 January 1975 nothing on record changes"),
                           ("ZWE", "1975-01-01", "Not on record on this day: EU, OSCE")):
        shown = show(browser, who=who, day=day)
        check(f"changes of {who} on {day}", said in shown["changed"], shown["changed"])
    shown = show(browser, who="IRQ", day="2010-01-01", arms="salw")
    check("the ladder tells what is contested", "contested: iraq-eu-2004" in str(shown["ladder"]), shown["ladder"])
    shown = show(browser, who="SOM", day="2009-01-01", arms="salw")
    check("and how long one waits", "Committee under resolution 7515 working days" in str(shown["ladder"]), shown["ladder"])
    shown = show(browser, who="CAF", day="2023-01-01", arms="salw")
    check("and what is not confirmed", "(unconfirmed)" in str(shown["ladder"]), shown["ladder"])
    shown = show(browser, who="al-qaida", day="2015-01-01", arms="salw")
    check("a group has a ladder of states", ["Afghanistan", "Pakistan"] == [row[0] for row in shown["ladder"][1:]], shown["ladder"])
    shown = show(browser, who="MMR", day="1980-01-01")
    check("a state has the name it had", shown["title"] == "Burma on 1 January 1980", shown["title"])


def finds(browser):
    for text, who, fault in (("Islamic State West Africa Province", "iswap", ""), ("Kurdistan", None, "A region of several states"),
                             ("Congo", None, "COD or COG"), ("libya", "LBY", "")):
        show(browser, who="IRQ", day="2015-01-01")
        browser.run("choose(arguments[0])", text)
        told = browser.run("return document.querySelector('#who-fault').textContent")
        browser.settle()
        check(f"{text} is found, or why not", fault in told and bool(told) == bool(fault) and
              browser.run("return question.who") == (who or "IRQ"), told)
    check("a name of several groups says which", browser.run("return asked('find', 'Islamic State West Africa Province')") ==
          ["several", "iswap or boko-haram"])
    show(browser, who="IRQ", day="2015-01-01")
    browser.run("choose('Kurdistan'); change({day: '2015-01-02'})")
    browser.settle()
    check("a fault goes with the next answer", browser.run("return document.querySelector('#who-fault').textContent") == "")
    browser.run("""const contract = document.querySelector("#contract"); contract.value = "0201-01-01";
      for (const event of ["change", "blur"]) contract.dispatchEvent(new Event(event));""")
    check("a contract of no day on record is told", "speaks" in browser.run("return document.querySelector('#contract-fault').textContent"))


def counts_as_the_tool(browser, vocabulary):
    for treaty, _ in vocabulary["treaties"]:
        for day in ("1998-01-01", "2005-06-01", "2014-12-24", "2024-05-04"):
            show(browser, who="IRQ", day=day, treaty=treaty)
            shown = browser.run("return document.querySelector('#map-count').textContent")
            listed = dict(browser.run("""return [...document.querySelectorAll("#map-list dt")]
              .map(dt => [dt.textContent, dt.nextElementSibling.textContent.split("; ").length])"""))
            # The map is of states; the tool counts the European Union, too.
            union = tool("treaty", treaty, "EUE", day)[0]["standing"] == "party"
            parties = int(tool("count", treaty, day)[0]["parties"]) - union
            check(f"count {treaty} {day}", shown.startswith("States: ") and (f"party {parties}" in shown or not parties),
                  [shown, parties])
            check(f"the list of {treaty} {day} has them", listed.get("party", 0) == parties, [listed, parties])


def focus(browser):
    return browser.run("const e = document.activeElement; return e.id || e.className || e.textContent")


def walk_by_keyboard(browser):
    """From the top with the keyboard alone: another state, another day, a transfer."""
    show(browser, who="IRQ", day="2015-12-07")
    browser.open(PAGE.name)
    browser.settle()
    browser.press("Tab")
    check("the first stop leads past the question", focus(browser) == "skip", focus(browser))
    browser.press("Tab")
    check("then comes the state", focus(browser) == "who", focus(browser))
    browser.press("Tab", held="Shift")
    address = browser.run("return location.hash")
    browser.press("Enter")
    check("it keeps the question", browser.run("return location.hash") == address and focus(browser) == "answer", focus(browser))
    browser.run("document.querySelector('#who').focus()")
    browser.press("a", held="Control")
    browser.press("Congo", "Tab")
    said = browser.run("return document.querySelector('#who-fault').textContent")
    check("an ambiguous name says which it may be", "COD" in said and "COG" in said, said)
    browser.press("Tab", held="Shift")
    browser.press("a", held="Control")
    browser.press("Libya", "Tab")
    check("a state is chosen by its name", browser.run(SHOWN)["address"].startswith("#who=LBY"), browser.run(SHOWN)["address"])
    for _ in range(12):
        if focus(browser) == "slider":
            break
        browser.press("Tab")
    check("the slider is reached", focus(browser) == "slider", focus(browser))
    days = browser.run("return days.map(to_day)")
    before = [day for day in days if day < "2015-12-07"]
    browser.press("Left")
    check("a step leads to the change before", browser.run(SHOWN)["day"] == before[-1], before[-2:])
    said = browser.run("return document.querySelector('#changed').textContent")
    check("what changed is said", said.startswith("On ") and "nothing" not in said, said)
    swallowed = browser.run("""const left = new KeyboardEvent("keydown", {key: "ArrowLeft", altKey: true, cancelable: true});
      return !document.querySelector("#slider").dispatchEvent(left);""")
    check("the browser keeps its own keys", not swallowed)
    browser.press("Left")
    browser.press("Right")
    check("steps lead back", browser.run(SHOWN)["day"] == before[-1])
    check("the slider says the day", browser.run("return document.querySelector('#slider').getAttribute('aria-valuetext')")
          .endswith(before[-1][:4]))
    browser.run("change({day: known.last})")
    browser.settle()
    browser.press("Left")
    browser.press("Tab", held="Shift")
    browser.press("Enter")
    browser.press("Enter")
    check("at the last change the button keeps the focus", focus(browser) == "later" and
          browser.run("return later() === undefined && document.activeElement.ariaDisabled === 'true'"), focus(browser))
    browser.run("document.querySelector('#exporter').focus()")
    browser.press("France")  # a list of choices goes to what is typed
    browser.press("Tab")
    check("an exporter is chosen by typing", "from=FRA" in browser.run(SHOWN)["address"], browser.run(SHOWN)["address"])
    browser.run("document.querySelector('#verdict summary').click()")
    browser.run("change({day: to_day(to_number(question.day) - 1)})")
    browser.settle()
    check("an open reason stays open", browser.run("return document.querySelectorAll('#verdict details[open]').length") == 1)
    every = browser.run("return [...document.querySelectorAll('main select, main summary')].filter(e => e.checkVisibility())"
                        ".map(e => e.id || e.textContent)")
    browser.run("""document.querySelector(".skip").focus(); window.stops = [];
      addEventListener("focusin", ({target}) => window.stops.push(target.id || target.className || target.textContent))""")
    for _ in range(20):
        browser.press(*["Tab"] * 25)
        stops = browser.run("return window.stops")
        if "skip" in stops:
            break
    check("every control is reached", set(every) <= set(stops), set(every) - set(stops))


def says_what_it_is(browser):
    """What a screen reader needs: names of controls, headings in order, cells with heads, pictures with words."""
    show(browser, who="IRQ", day="2015-12-07")
    nameless = browser.run("""return [...document.querySelectorAll("input, select, button, a, summary, [role=region], [role=img]")]
      .filter(e => !(e.labels?.length || e.getAttribute("aria-label") || e.textContent.trim() || e.querySelector("title")))
      .map(e => e.outerHTML)""")
    check("everything to use or look at has a name", nameless == [], nameless)
    levels = browser.run("return [...document.querySelectorAll('h1, h2, h3, h4')].filter(h => h.checkVisibility()).map(h => +h.tagName[1])")
    check("headings go down a level at a time", levels[0] == 1 and levels.count(1) == 1 and
          all(b - a <= 1 for a, b in zip(levels, levels[1:])), levels)
    check("the page has a language and a title", browser.run("return document.documentElement.lang + document.title").startswith("en"))
    check("every head of a table says of what", browser.run("return [...document.querySelectorAll('th')].every(h => h.scope)"))
    doubles = browser.run("const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                          "return ids.filter((id, i) => ids.indexOf(id) !== i)")
    check("no two elements have an id", doubles == [], doubles)


CONTRAST = """
const part = c => { c /= 255; return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
const behind = e => { for (; e; e = e.parentElement) { const c = numbers(getComputedStyle(e).backgroundColor);
                      if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
const faint = [];
for (const e of document.querySelectorAll("body *")) {
  if (!e.checkVisibility() || e.closest("svg") || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  if (e.disabled || e.closest("option, noscript, script, style")) continue;
  const [a, b] = [light(numbers(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
  if ((a + .05) / (b + .05) < 4.5) faint.push(e.outerHTML.slice(0, 90));
}
return faint;
"""


def is_legible(browser):
    """In light and dark, and no wider than a phone."""
    show(browser, **{"who": "SYR", "day": "2013-06-01", "from": "BEL", "to": "SYR", "if": "eu-syria-goes-on"})
    papers = set()
    for colours in ("light", "dark"):
        for width, height in ((1100, 844), (844, 390), (640, 844), (390, 844)):
            browser.look(width, height, colours)
            faint = browser.run(CONTRAST)
            check(f"texts stand out from the paper, {colours}, {width} wide", faint == [], faint)
            wide = browser.run("return document.documentElement.scrollWidth")
            check(f"nothing is wider than {width}, {colours}", wide <= width, wide)
            bar = browser.run("return document.querySelector('.days').offsetHeight")
            check(f"the bar of days leaves room, {width} wide", bar < height / 3, bar)
            papers.add((colours, browser.run("return getComputedStyle(document.body).backgroundColor")))
    check("light and dark differ", len({colour for _, colour in papers}) == 2, papers)
    browser.look(1100, 844, "light")


def moves_with_the_day(browser):
    def drawn(day):
        show(browser, day=day, who="IRQ")
        return browser.run("return [document.querySelector('#map-count').textContent, document.querySelector('#graph').textContent]")
    count, graph = drawn("2015-12-07")
    check("the map counts the parties of the day of the report", "party 73" in count, count)
    check("the graph is of the day", "by 2015-12-07" in graph, graph[:100])
    count, graph = drawn("2014-12-24")
    check("the map counts those of the day the treaty entered into force", "party 61" in count, count)
    routes = browser.run("return [...document.querySelectorAll('#graph-list li')].map(route => route.textContent)")
    flows = browser.run("return document.querySelectorAll('#graph .flow title').length")
    check("its routes are told as a list", flows > 40 and len(routes) == flows and all(" to " in r for r in routes), routes)
    check("the graph moves with it", "by 2014-12-24" in graph, graph[:100])


def asks_nobody_else(browser):
    """Over all that was done before."""
    asked = [json.loads(entry["message"])["message"] for entry in browser.log("performance")]
    asked = {m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"}
    other = [url for url in asked if url.startswith(("http", "ws")) and not url.startswith(browser.address)]
    check("the page is asked for", any(url.startswith(browser.address + PAGE.name) for url in asked), asked)
    check("no other host is asked for anything", other == [], other)


def main():
    with Browser(PAGE.parent, *sys.argv[3:5]) as browser:
        browser.look(1100, 844, "light")
        shown = min(map(browser.time_to_show, 5 * [PAGE.name]))  # the machine may have something else to do
        check("the answer is there in a second", shown < 1000, f"{shown:.0f} ms")
        vocabulary = browser.run("return known")
        foot = browser.run("return document.querySelector('footer').textContent")
        version = subprocess.run([TOOL, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
        check("edition and fingerprint stand at the foot", version in foot and vocabulary["fingerprint"] in foot, foot)
        check("that it is no legal advice is said once", browser.run("return document.body.innerText").count("legal advice") == 1)
        for part in (keeps_the_question, says_what_changes, finds, walk_by_keyboard, says_what_it_is, is_legible, moves_with_the_day):
            part(browser)
        counts_as_the_tool(browser, vocabulary)
        answers_as_the_tool(browser, vocabulary)
        asks_nobody_else(browser)
        faults = [entry["message"] for entry in browser.log("browser")]
        check("the console has nothing to complain of", faults == [], faults)
    for fault in FAULTS:
        print(fault)
    print(f"shown after {shown:.0f} ms")
    print(f"{CHECKS - len(FAULTS)} passed, {len(FAULTS)} failed")
    return 1 if FAULTS else 0


sys.exit(main())
