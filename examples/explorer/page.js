// SPDX-License-Identifier: BSL-1.0
//
// The question stands in the address; the page shows its answer. `show` reads the one and writes the other.

// --- the module ---

const packed = atob(wasm), bytes = new Uint8Array(packed.length);
for (let i = 0; i < bytes.length; ++i) bytes[i] = packed.charCodeAt(i);
let compiled, library;
try {
  compiled = new WebAssembly.Module(bytes);
} catch (fault) {
  document.getElementById("address-fault").textContent = "This browser is too old for the page: it cannot run its answers.";
  throw fault;
}

function start() {
  const imports = {};
  for (const {module, name} of WebAssembly.Module.imports(compiled)) {
    // What the module asks of a system: nothing of it is there, and a question that is none ends it.
    (imports[module] ??= {})[name] = name === "proc_exit" ? () => { throw new Error("no such question"); } : () => 0;
  }
  library = new WebAssembly.Instance(compiled, imports).exports;
  library._initialize();
}

// The text that answers a question.
function ask(...words) {
  const question = new TextEncoder().encode(words.join("\t"));
  const room = library.room(question.length);
  new Uint8Array(library.memory.buffer, room, question.length).set(question);
  let from;
  try {
    from = library.ask();
  } catch (fault) {
    start();
    throw fault;
  }
  const memory = new Uint8Array(library.memory.buffer);
  return new TextDecoder().decode(memory.subarray(from, memory.indexOf(0, from)));
}
const asked = (...words) => JSON.parse(ask(...words));

start();
const known = asked("vocabulary");
const state_names = new Map(known.states.map(([code, name]) => [code, name]));
const group_names = new Map(known.groups);
// What the record calls by a slug.
const long_names = new Map([...known.regimes, ...known.treaties, ...known.bodies]);
const FACTS = known.facts;

// --- days ---

const to_number = day => Math.round(Date.parse(day + "T00:00:00Z") / 864e5);
const to_day = number => new Date(number * 864e5).toISOString().slice(0, 10);
const in_words = day => new Date(day + "T00:00:00Z").toLocaleDateString("en-GB",
  {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
const first = to_number(known.first), last = to_number(known.last);
const is_day = text => /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(Date.parse(text)) && to_day(to_number(text)) === text &&
  to_number(text) >= first && to_number(text) <= last;

// --- elements ---

const at = id => document.getElementById(id);
const words = text => text.replace(/_/g, " ");

// element("a", {href: "#"}, "text", another)
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
function option(value, text) { return element("option", {value}, text); }
function choices(label, values) {
  return element("optgroup", {label}, ...values.map(([value, text]) => option(value, text)));
}

let all_sources;
function source(slug) {
  all_sources ??= new Map(asked("sources").map(s => [s.source, s]));
  return all_sources.get(slug);
}
// Links to the documents behind a line.
function links(slugs) {
  const made = element("sup");
  for (const slug of slugs) {
    const {title, url, publisher, date} = source(slug);
    const about = [title, publisher, date].filter(Boolean).join(", ");
    made.append(" ", url ? element("a", {href: url, title: about, "aria-label": "Source: " + title, rel: "noreferrer"}, slug)
                         : element("span", {title: about}, slug));
  }
  return made;
}
const slugs_in = text => text ? text.split(";") : [];
// Their long names, in a sentence.
const named = slugs => slugs.map(slug => long_names.get(slug) ?? slug).join(", ");

// --- the question ---

const DEFAULTS = {who: "IRQ", day: known.published, from: "BEL", to: "SYR", recipient: "government",
                  item: "general-purpose-machine-gun", if: "", treaty: "att", arms: "salw", claim: "", contract: ""};
for (const fact of FACTS) DEFAULTS[fact] = "";

// What each part of a question may be.
const items = new Set([...known.types, ...known.classes].map(([slug]) => slug));
const ALLOWED = {
  who: v => state_names.has(v) || group_names.has(v), day: is_day, from: v => state_names.has(v),
  to: v => state_names.has(v), recipient: v => known.end_users.includes(v) || group_names.has(v), item: v => items.has(v),
  if: v => !v || known.scenarios.some(([slug]) => slug === v), treaty: v => known.treaties.some(([slug]) => slug === v),
  arms: v => items.has(v), claim: v => !v || (v !== "none" && known.claims.includes(v)), contract: v => !v || is_day(v),
};
for (const fact of FACTS) ALLOWED[fact] = v => ["", "yes", "no"].includes(v);

// The question of the address; what is not allowed there is told, and left out.
function read_address() {
  const read = {...DEFAULTS}, not_read = [];
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    if (Object.hasOwn(ALLOWED, name) && ALLOWED[name](value)) read[name] = value;
    else not_read.push(`${name}=${value}`);
  }
  const told = not_read.join(", ");
  at("address-fault").textContent = told &&
    `The address asks for what the record does not know: ${told.length > 80 ? told.slice(0, 80) + "…" : told}.`;
  return read;
}
let writing;
function write_address() {
  clearTimeout(writing);
  writing = undefined;
  const given = Object.entries(question).filter(([name, value]) => value !== DEFAULTS[name] || name === "who" || name === "day");
  history.replaceState(null, "", "#" + new URLSearchParams(given));
}
let question = read_address();

// Changes parts of the question and shows the answer, once before the next picture however many changes come.
// Browsers refuse an address that changes with every picture: it is written when the hand rests.
let waiting = false;
function change(parts) {
  Object.assign(question, parts);
  at("address-fault").textContent = "";
  clearTimeout(writing);
  writing = setTimeout(write_address, 250);
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => { waiting = false; show(); });
  }
}

// The controls and what they choose of the question.
const CHOICES = [["exporter", "from"], ["importer", "to"], ["recipient", "recipient"], ["item", "item"], ["scenario", "if"],
                 ["treaty", "treaty"], ["ladder-item", "arms"], ["claim", "claim"], ...FACTS.map(fact => [fact, fact])];
const DAYS = ["day", "contract"];

// --- the answer ---

let shown = {};
function changed(...names) { return names.some(name => question[name] !== shown[name]); }

function show() {
  if (changed("who")) show_changes();
  if (changed("who", "day")) { show_day(); show_brief(); }
  if (changed("who", "day", "arms")) show_ladder();
  if (changed("day", "from", "to", "recipient", "item", "if", "claim", "contract", ...FACTS)) show_verdict();
  if (changed("day", "treaty", "who")) show_map();
  if (changed("day")) show_graph();
  shown = {...question};
  for (const [id, name] of [...CHOICES, ...DAYS.map(day => [day, day])]) {
    if (at(id).value !== question[name]) at(id).value = question[name];
  }
  if (document.activeElement !== at("who")) at("who").value = name_of(question.who);
  for (const id of ["who", ...DAYS]) at(id + "-fault").textContent = "";
}
const name_of = who => state_names.get(who) ?? group_names.get(who);

// The days on which the law on the state or group changes or may begin to, and what changes then. The date of a change is
// a day or what is known of it: "2002-01-01/2002-12-31", "1993-10-20/..".
let changes = [], days = [], law_days = [];
function show_changes() {
  changes = asked("changes", question.who).filter(c => c.date);
  days = [...new Set(changes.map(c => c.date.slice(0, 10)))].filter(is_day).map(to_number).sort((a, b) => a - b);
  draw_marks();
}
const earlier = () => days.findLast(day => day < to_number(question.day));
const later = () => days.find(day => day > to_number(question.day));
function step(to) { if (to !== undefined) change({day: to_day(to)}); }

// Whether a change is of a day: of that day, or of one not known that lies in bounds which hold it or begin on it.
function may_be_of(c, day) {
  const [from, to] = c.date.split("/");
  return from === day || (to !== undefined && to !== ".." && from < day && day <= to);
}
function date_words(date) {
  const [from, to] = date.split("/");
  return to === undefined ? `On ${in_words(from)}: `
    : to === ".." ? `On a day not known, from ${in_words(from)} on: `
    : `On a day not known, between ${in_words(from)} and ${in_words(to)}: `;
}
function change_words(c) {
  return [words(c.change), long_names.get(c.subject) ?? c.subject, words(c.detail ?? ""), c.act].filter(Boolean).join("; ");
}
function show_day() {
  const slider = at("slider"), number = to_number(question.day);
  slider.value = number;
  slider.setAttribute("aria-valuetext", in_words(question.day));
  at("day-shown").textContent = in_words(question.day);
  // Disabled, a button would lose the focus.
  at("earlier").setAttribute("aria-disabled", earlier() === undefined);
  at("later").setAttribute("aria-disabled", later() === undefined);
  const today = changes.filter(c => may_be_of(c, question.day)).sort((a, b) => a.date.length - b.date.length);
  const is_of = day => changes.some(c => c.date === day);
  const near = [["before", earlier()], ["after", later()]].filter(([, day]) => day !== undefined)
    .map(([where, day]) => `the change ${where} is of ${in_words(to_day(day))}${is_of(to_day(day)) ? "" : " or later"}`).join(", ");
  const uncovered = slugs_in(asked("uncovered", question.day));
  at("changed").replaceChildren(...today.flatMap((c, i) => [
    ...(i ? [element("br")] : []), ...(c.date !== today[i - 1]?.date ? [element("strong", {}, date_words(c.date))] : []),
    change_words(c), links(slugs_in(c.sources))]));
  if (!is_of(question.day)) {
    at("changed").append(...(today.length ? [element("br")] : []),
      `On ${in_words(question.day)} nothing ${today.length ? "else " : ""}on record changes; ${near || "no change is on record"}.`);
  }
  if (uncovered.length) at("changed").append(` Not on record on this day: ${named(uncovered)}.`);
}
function draw_marks() {
  const canvas = at("marks"), style = getComputedStyle(document.body);
  const width = canvas.width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio)), thumb = 8 * devicePixelRatio;
  canvas.height = 18 * devicePixelRatio;
  const pen = canvas.getContext("2d");
  const draw = (which, height, colour) => {
    pen.fillStyle = colour;
    for (const day of which) {
      const x = thumb + (day - first) / (last - first) * (width - 2 * thumb);
      pen.fillRect(Math.round(x), 0, Math.max(1, devicePixelRatio), height * canvas.height);
    }
  };
  draw(law_days, .35, style.getPropertyValue("--faint"));
  draw(days, 1, style.getPropertyValue("--ink"));
  at("scale").textContent = `${known.first.slice(0, 4)} to ${known.last.slice(0, 4)}. Long marks: days on which the law on ` +
    `${name_of(question.who)} changes or may change (${days.length}); short ones: on any state.`;
}

function show_brief() {
  const name = asked("name", question.who, question.day);
  at("answer-title").textContent = `${name} on ${in_words(question.day)}`;
  document.title = `${name} on ${question.day}: armsledger explorer`;
  const made = [];
  let section, list;
  for (const line of asked("brief", question.who, question.day)) {
    if (line.section !== section) {
      section = line.section;
      list = element("dl");
      made.push(element("h3", {}, section), list);
    }
    list.append(element("dt", {}, line.item), element("dd", {}, line.text, links(slugs_in(line.sources))));
  }
  at("brief").replaceChildren(...made);
}

// A cell of the ladder: the rung, and what makes it so.
function rung(line) {
  const parts = [line.body, line.waiting_days, line.condition, line.act, line.contested && "contested: " + words(line.contested),
                 line.evidence === "unconfirmed" && "(unconfirmed)"].filter(Boolean);
  return element("td", {}, element("strong", {}, words(line.permission)), ...parts.flatMap(part => [element("br"), part]),
                 links(slugs_in(line.sources)));
}
const bars = line => line.permission !== "outside_coverage" && (line.permission !== "free" || line.act);

// On a state each issuer that does not let everything through, each recipient a column; on a group the states where it is
// active, each issuer a column.
function show_ladder() {
  const of_state = state_names.has(question.who);
  const asks = of_state ? known.end_users.filter(user => user !== "unknown").map(user => [words(user), question.who, user])
                        : asked("states", question.who).map(code => [state_names.get(code), code, question.who]);
  const answers = asks.map(([, state, user]) => asked("permission", state, user, question.arms, question.day));
  const issuers = [...(answers[0] ?? []).keys()];  // each answer has a line an issuer, in one order
  const barring = issuers.filter(i => answers.some(lines => bars(lines[i])));
  const uncovered = issuers.filter(i => answers[0][i].permission === "outside_coverage").map(i => answers[0][i].issuer);
  const name = i => answers[0][i].issuer;
  const head = (...names) => element("tr", {}, ...names.map(text => element("th", {scope: "col"}, text)));
  const line = (name, cells) => element("tr", {}, element("th", {scope: "row"}, name), ...cells.map(rung));
  at("ladder").hidden = !barring.length && !uncovered.length;
  at("ladder-note").textContent = uncovered.length ? `Not on record on this day: ${uncovered.join(", ")}.` : "";
  at("rungs").replaceChildren(...(!barring.length ? [] : of_state
    ? [head("Issuer", ...asks.map(([text]) => text)), ...barring.map(i => line(name(i), answers.map(lines => lines[i])))]
    : [head("State", ...barring.map(name)), ...asks.map(([text], n) => line(text, barring.map(i => answers[n][i])))]));
}

const transfer = () => [question.from, question.to, question.recipient, question.item, question.day];
const outcome = (word, before = "") => element("p", {class: "outcome " + word}, before + words(word));
function listed(heading, values) {
  return values.length ? [element("h3", {}, heading), element("p", {}, values.map(words).join("; ") + ".")] : [];
}
function show_verdict() {
  const stated = ["claim", "contract", ...FACTS].filter(f => question[f]).map(f => `${f}=${question[f]}`);
  const v = asked("screen", ...transfer(), ...stated);
  const open = new Set([...document.querySelectorAll("#verdict details[open]")].map(d => d.dataset.rule));
  let said = `On record: ${words(v.outcome)}.`;
  at("verdict").replaceChildren(element("h3", {}, "On record"), outcome(v.outcome),
    ...(v.route ? [element("p", {}, "To be asked: " + words(v.route))] : []),
    element("ol", {class: "reasons"}, ...v.reasons.map(r => element("li", {},
      element("span", {class: "explanation"}, r.explanation), links(r.sources ?? []),
      element("details", {"data-rule": r.rule, ...(open.has(r.rule) && {open: ""})},
        element("summary", {}, `${long_names.get(r.rule) ?? r.rule}: ${words(r.effect)}`),
        element("dl", {}, ...Object.entries(r).filter(([k, x]) => typeof x === "string" && x && k !== "explanation")
          .flatMap(([k, x]) => [element("dt", {}, words(k)), element("dd", {}, words(x))])))))),
    ...listed("What would change it", v.turns_on), ...listed("A measure is lighter for", v.lighter_with),
    ...listed("Not considered", v.not_considered));
  at("supposed").hidden = !question.if;
  if (question.if) {
    const s = asked("suppose", ...transfer(), question.if);
    said += ` What if: ${words(s.outcome)}.`;
    at("supposed").replaceChildren(element("h3", {}, "What if"),
      element("p", {}, known.scenarios.find(([slug]) => slug === question.if)[1] + "."), outcome(s.outcome),
      ...(stated.length ? [element("p", {}, `On record, with nothing stated: ${words(s.on_record)}.`),
                           element("p", {class: "faint"}, "What the exporter knows is left out of both.")]
                        : [element("p", {}, s.words.split("\n")[0])]));
  }
  if (at("said").textContent !== said) at("said").textContent = said;
}

// --- pictures ---

const STANDINGS = ["party", "contracting_state", "signatory", "none", "former_party", "unknown", "outside_coverage",
                   "no_such_state"];
function shape(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
const class_of = standing => "is-" + standing.replace(/_/g, "-");

function show_map() {
  const stands = asked("standings", question.treaty, question.day);
  const count = word => Object.entries(stands).filter(([code, s]) => s === word).length;
  const treaty = known.treaties.find(([slug]) => slug === question.treaty)[1];
  const tiles = known.states.filter(([, , tile]) => tile);
  const size = 30, width = size * (1 + Math.max(...tiles.map(([, , [x]]) => x))),
        height = size * (1 + Math.max(...tiles.map(([, , [, y]]) => y)));
  at("map-list").replaceChildren(...STANDINGS.filter(count).flatMap(standing => [element("dt", {}, words(standing)),
    element("dd", {}, known.states.filter(([code]) => stands[code] === standing).map(([, name]) => name).join("; "))]));
  at("map-count").replaceChildren("States: ", ...STANDINGS.slice(0, -1).filter(count).map(s => {
    const sample = shape("svg", {class: "al", viewBox: "0 0 14 14", "aria-hidden": "true"},
                         shape("rect", {class: class_of(s), width: 14, height: 14}));
    return element("span", {class: "key"}, sample, `${words(s)} ${count(s)}`);
  }));
  at("map").replaceChildren(shape("svg", {class: "al", viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `The states of today by standing under the ${treaty} on ${in_words(question.day)}`},
    ...tiles.map(([code, name, [x, y]]) => {
      const css = class_of(stands[code]);
      const tile = shape("g", {class: code === question.who ? "chosen" : ""},
        shape("title", {}, `${name}: ${words(stands[code])}`),
        shape("rect", {class: css, x: x * size + 1, y: y * size + 1, width: size - 2, height: size - 2}),
        shape("text", {class: `on middle ${css}`, x: x * size + size / 2, y: y * size + 19}, code));
      tile.addEventListener("click", () => change({who: code}));
      return tile;
    })));
}

// From the record's own drawing.
function show_graph() {
  const drawn = new DOMParser().parseFromString(ask("graph", question.day), "image/svg+xml").documentElement;
  drawn.querySelector("style")?.remove();
  at("graph").replaceChildren(drawn);
  at("graph-list").replaceChildren(...[...drawn.querySelectorAll(".flow title")]
    .map(title => element("li", {}, title.textContent)));
}

// --- fields ---

function fill() {
  at("whos").append(...[...known.states, ...known.groups].map(([, name]) => element("option", {value: name})));
  const states = known.states.map(([code, name]) => [code, name]).sort((a, b) => a[1].localeCompare(b[1], "en"));
  for (const id of ["exporter", "importer"]) at(id).append(...states.map(([code, name]) => option(code, name)));
  at("recipient").append(choices("Who it is", known.end_users.map(u => [u, words(u)])), choices("A group", known.groups));
  for (const id of ["item", "ladder-item"]) at(id).append(choices("Types", known.types), choices("Classes", known.classes));
  at("scenario").append(option("", "Nothing: the record alone"), ...known.scenarios.map(([slug, text]) => option(slug, text)));
  at("treaty").append(...known.treaties.map(([slug, name]) => option(slug, name)));
  const yes_no = [["", "not stated"], ["yes", "yes"], ["no", "no"]];
  const field = (id, text, ...parts) => element("div", {}, element("label", {for: id}, text), ...parts);
  at("facts").append(
    field("claim", "purpose claimed", element("select", {id: "claim"},
          ...known.claims.map(c => option(c === "none" ? "" : c, words(c))))),
    field("contract", "day of the contract",
          element("input", {id: "contract", type: "date", "aria-describedby": "contract-fault"}),
          element("p", {id: "contract-fault", class: "fault", role: "alert"})),
    ...FACTS.map(f => field(f, words(f), element("select", {id: f}, ...yes_no.map(([v, t]) => option(v, t))))));
  at("edition").textContent = `armsledger ${known.library}, data edition ${known.edition}, fingerprint ${known.fingerprint}.`;
  document.head.append(element("style", {}, known.style));
  Object.assign(at("slider"), {min: first, max: last});
  for (const day of DAYS) Object.assign(at(day), {min: known.first, max: known.last});
}

// A state or group by code, name or alias; what is none says why and leaves the question as it was.
function choose(text) {
  const offered = known.groups.find(([, name]) => name === text.trim());
  const [kind, found] = offered ? ["group", offered[0]] : asked("find", text.trim());
  at("who-fault").textContent = kind === "none"
    ? `No state or group is called “${text}”${found && ` (${found})`}: write a code or a name.`
    : kind === "several" ? `“${text}” may be ${found}: write the code.` : "";
  if (kind === "state" || kind === "group") change({who: found});
}

function listen() {
  at("who").addEventListener("change", event => choose(event.target.value));
  at("who").addEventListener("blur", () => { if (!at("who-fault").textContent) at("who").value = name_of(question.who); });
  for (const id of DAYS) {
    at(id).addEventListener("change", event => { if (ALLOWED[id](event.target.value)) change({[id]: event.target.value}); });
    // A year is typed digit by digit: a day that is none is told when the field is left.
    at(id).addEventListener("blur", event => {
      const fine = ALLOWED[id](event.target.value) && !event.target.validity.badInput;
      at(id + "-fault").textContent = fine ? "" : `The record speaks from ${known.first} to ${known.last}.`;
    });
  }
  at("slider").addEventListener("input", event => change({day: to_day(+event.target.value)}));
  at("slider").addEventListener("keydown", event => {
    const to = {ArrowLeft: earlier, ArrowDown: earlier, ArrowRight: later, ArrowUp: later,
                PageDown: () => Math.max(first, to_number(question.day) - 365),
                PageUp: () => Math.min(last, to_number(question.day) + 365)}[event.key];
    if (to && !event.altKey && !event.ctrlKey && !event.metaKey) { event.preventDefault(); step(to()); }
  });
  at("earlier").addEventListener("click", () => step(earlier()));
  at("later").addEventListener("click", () => step(later()));
  for (const [id, name] of CHOICES) {
    at(id).addEventListener("change", event => { if (ALLOWED[name](event.target.value)) change({[name]: event.target.value}); });
  }
  at("transfer").addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", () => { clearTimeout(writing); writing = undefined; question = read_address(); show(); });
  addEventListener("pagehide", () => { if (writing) write_address(); });
  document.querySelector(".skip").addEventListener("click", event => { event.preventDefault(); at("answer").focus(); });
  addEventListener("resize", draw_marks);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw_marks);
}

fill();
listen();
show();
performance.mark("shown");
// After the first picture: the days on which the law on anybody changes take a moment.
setTimeout(() => { law_days = asked("days").map(to_number); draw_marks(); });
