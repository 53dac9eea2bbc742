#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py PAGE TOOL CHROMIUM CHROMEDRIVER: the explorer in a browser answers as the tool does, to the keyboard, to a
screen reader and on a phone, and asks no other host for anything."""
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
return {sections, outcome: document.querySelector("#verdict .outcome").textContent,
        reasons: [...document.querySelectorAll("#verdict .explanation")].map(plain),
        what_if: document.querySelector("#supposed").hidden ? "" : document.querySelector("#supposed .outcome").textContent,
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


def show(browser, **question):
    browser.run("location.hash = arguments[0]", urllib.parse.urlencode(question))
    browser.settle()
    return browser.run(SHOWN)


def answers_as_the_tool(browser, vocabulary):
    """A brief and a verdict a question."""
    chance = random.Random(14)
    states = [code for code, *_ in vocabulary["states"]]
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
        stated = {fact: chance.choice(["yes", "no"]) for fact in chance.sample(facts, chance.randint(0, 2))}
        shown = show(browser, **question, **stated)
        brief = {}
        for line in tool("brief", question["who"], day):
            brief.setdefault(line["section"], []).append([line["item"], line["text"]])
        check(f"brief {question['who']} {day}", shown["sections"] == [[s, lines] for s, lines in brief.items()], shown["sections"])
        verdict = tool("screen", *(question[k] for k in ("from", "to", "recipient", "item", "day")),
                       *(f"--{k.replace('_', '-')}={v}" for k, v in stated.items()))
        check(f"screen {question} {stated}", [shown["outcome"], shown["reasons"]] ==
              [verdict["outcome"].replace("_", " "), [r["explanation"] for r in verdict["reasons"]]], shown)
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
                          ("item=a%09b", "item=a"), ("overriding_risk=maybe", "overriding_risk=maybe")):
        browser.run("location.hash = arguments[0]", address)
        browser.settle()
        shown = browser.run(SHOWN)
        check(f"an address with {address} says what is wrong", said in shown["fault"], shown["fault"])
        check(f"an address with {address} shows an answer", len(shown["sections"]) > 1, shown)
    # Syria in July 2013 under the embargo of the EU, had it gone on.
    shown = show(browser, **{"day": "2013-07-01", "from": "BEL", "to": "SYR", "if": "eu-syria-goes-on"})
    check("both verdicts stand side by side", (shown["outcome"], shown["what_if"]) == ("no bar found", "prohibited"), shown)


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
    browser.press("Left")
    browser.press("Right")
    check("steps lead back", browser.run(SHOWN)["day"] == before[-1])
    check("the slider says the day", browser.run("return document.querySelector('#slider').getAttribute('aria-valuetext')")
          .endswith(before[-1][:4]))
    seen = set()
    for _ in range(400):
        seen.add(focus(browser))
        if focus(browser) == "exporter":
            break
        browser.press("Tab")
    browser.press("France")  # a list of choices goes to what is typed
    browser.press("Tab")
    check("an exporter is chosen by typing", "from=FRA" in browser.run(SHOWN)["address"], browser.run(SHOWN)["address"])
    every = browser.run("return [...document.querySelectorAll('main select, main summary')].filter(e => e.checkVisibility())"
                        ".map(e => e.id || e.textContent)")
    for _ in range(400):
        seen.add(focus(browser))
        browser.press("Tab")
        if browser.run("return document.activeElement.matches('.skip, body')"):
            break
    check("every control is reached", set(every) - {"exporter"} <= seen, set(every) - seen)


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
        for width in (1100, 390):
            browser.look(width, 844, colours)
            faint = browser.run(CONTRAST)
            check(f"texts stand out from the paper, {colours}, {width} wide", faint == [], faint)
            wide = browser.run("return document.documentElement.scrollWidth")
            check(f"nothing is wider than {width}, {colours}", wide <= width, wide)
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
        browser.open(PAGE.name)
        shown = browser.run("return performance.getEntriesByName('shown')[0].startTime")
        # A second on a machine with nothing else to do; this one may be busy.
        check("the answer is there in a second", shown < 3000, f"{shown:.0f} ms")
        vocabulary = browser.run("return known")
        foot = browser.run("return document.querySelector('footer').textContent")
        version = subprocess.run([TOOL, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
        check("edition and fingerprint stand at the foot", version in foot and vocabulary["fingerprint"] in foot, foot)
        check("that it is no legal advice is said once", browser.run("return document.body.innerText").count("legal advice") == 1)
        for part in (keeps_the_question, walk_by_keyboard, says_what_it_is, is_legible, moves_with_the_day):
            part(browser)
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
