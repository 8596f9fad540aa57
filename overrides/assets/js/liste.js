// Lists and the timeline: narrow and sort what the pages hold. Without this script every page is complete.
const form = document.getElementById("auswahl");
const own = document.getElementById("eintraege");
const found = document.getElementById("fund");
const nothing = document.getElementById("nichts");
const more = document.getElementById("mehr");
const status = document.getElementById("umfang");
const order = document.getElementById("sortiert");
const panel = form.querySelector("details");
const chosen = form.querySelector("summary span");
const { alle: total, ordner: folder, teile: names = "", andersherum: turned } = form.dataset;
const untouched = status.textContent;
const LIMIT = 100;
const AT_ONCE = 8;
const byTitle = new Intl.Collator("de", { numeric: true });

let latest = 0;
let matches = [];
let shown = 0;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
const words = (number) => number.toLocaleString("de-DE");

/** What is known of entries, which stay in the document they are in; their links start at `base`. */
function read(items, base, groupOf) {
  return [...items].map((item, index) => {
    const { jahr = "", gremium = "", thema = "", art = "", stand = "", datum = "" } = item.dataset;
    return {
      item,
      base,
      group: groupOf(item, index),
      title: item.querySelector("a").textContent,
      text: plain(item.textContent),
      datum,
      values: { jahr, gremium, thema, art, stand },
    };
  });
}

/** The entry as it is shown, with links that work from here. */
function drawn({ item, base }) {
  // Links are mended while still in the other document: here, a browser would load what they name at once.
  const copy = item.cloneNode(true);
  for (const link of copy.querySelectorAll("[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), base));
  return document.adoptNode(copy);
}

/** The HTML of entries: each is the pieces of its form with its own values in between. */
function unpacked({ formen, folge }) {
  const next = formen.map(() => 0);
  return folge.map((number) => {
    const { html, werte } = formen[number];
    const row = next[number]++;
    return html.reduce((text, piece, column) => text + werte[column - 1][row] + piece);
  });
}

const groupOf = (item) => item.closest("[data-gruppe]")?.dataset.gruppe;
/** The list by years or letters, with entries as soon as they are there. A short one stands on its page as a whole. */
const parts = folder
  ? names.split(" ").map((name) => ({ name }))
  : [{ entries: read(own.querySelectorAll(":is(.liste, .strahl) > li"), document.baseURI, groupOf) }];

async function fetchPart(part) {
  const url = new URL(`${folder}${part.name}.json`, document.baseURI);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.status);
  const file = await answer.json();
  const list = new DOMParser().parseFromString(unpacked(file).join(""), "text/html").body;
  const groups = file.gruppen.flatMap(([group, amount]) => Array(amount).fill(group));
  const entries = read(list.children, url, (_, index) => groups[index]);
  let at = 0;
  part.entries = turned === undefined ? entries : file.andersherum.map((step) => entries[at += step]);
}

/** Who types goes on before all is there; what is under way is not asked for again, what failed is. */
function fetchOnce(part) {
  part.coming ??= fetchPart(part).finally(() => { part.coming = undefined; });
  return part.coming;
}

/** The parts that can hold what is chosen: `1-3 7` stands for the first, second, third and seventh. */
function needed() {
  const limits = [...form.querySelectorAll("option[data-in]:checked")]
    .map((option) => option.dataset.in.split(" ").map((span) => span.split("-").map(Number)));
  return parts.filter((_, index) =>
    limits.every((spans) => spans.some(([first, last = first]) => first <= index + 1 && index < last)));
}

async function load(wanted, run) {
  const missing = wanted.filter((part) => !part.entries);
  while (missing.length && run === latest) {
    status.textContent = `Liste wird geladen, noch ${words(missing.length)} ${missing.length === 1 ? "Teil" : "Teile"} …`;
    await Promise.all(missing.splice(0, AT_ONCE).map(fetchOnce));
  }
}

function fits({ text, values }, choices) {
  return Object.entries(choices).every(([name, value]) =>
    name === "ordnung" || (name === "wort"
      ? plain(value).split(/\s+/).every((part) => text.includes(part))
      : values[name].split(" ").includes(value)));
}

function sorted(entries, by) {
  if (by === "titel") return entries.map((entry) => ({ ...entry, group: entry.group && "Nach Titel" }))
    .sort((a, b) => byTitle.compare(a.title, b.title));
  if (!by) return entries;
  const dated = entries.filter((entry) => entry.datum).sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
  if (by === "neueste") dated.reverse();
  const year = (entry) => entry.group && (entry.values.jahr || "Ohne Datum");
  return [...dated, ...entries.filter((entry) => !entry.datum)].map((entry) => ({ ...entry, group: year(entry) }));
}

/** A list like those of the page, under its own heading if they have one. */
function section(group) {
  const model = own.querySelector(":is(.liste, .strahl)");
  const list = model.cloneNode(false);
  if (!group) return [list, list];
  list.classList.add("inhalt");
  const part = document.createElement("section");
  part.className = "abschnitt dicht";
  const side = document.createElement("div");
  side.className = "neben";
  const heading = document.createElement("h2");
  heading.textContent = group;
  side.append(heading);
  part.append(side, list);
  part.dataset.gruppe = group;
  return [part, list];
}

function showMore() {
  const next = matches.slice(shown, shown + LIMIT);
  let last = found.lastElementChild;
  let list = last?.querySelector(".inhalt") ?? last;
  let first;
  for (const entry of next) {
    if (!list || entry.group !== last.dataset.gruppe) {
      [last, list] = section(entry.group);
      found.append(last);
    }
    const item = drawn(entry);
    first ??= item;
    list.append(item);
  }
  shown += next.length;
  more.hidden = shown >= matches.length;
  const part = more.hidden ? "" : `, die ersten ${words(shown)} stehen hier`;
  status.textContent = `${words(matches.length)} von ${words(Number(total))} Einträgen${part}`;
  return first;
}

async function apply() {
  const run = ++latest;
  const choices = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  const active = Object.keys(choices).length > 0;
  try {
    if (active) await load(needed(), run);
  } catch {
    status.textContent = "Die Liste ließ sich nicht ganz laden. Bitte versuchen Sie es noch einmal.";
    return;
  }
  if (run !== latest) return;
  for (const part of [own, ...document.querySelectorAll("[data-ohne-filter]")]) part.hidden = active;
  order.hidden = Boolean(choices.ordnung);
  chosen.textContent = active ? ` (${Object.keys(choices).length} gewählt)` : "";
  found.replaceChildren();
  found.hidden = !active;
  shown = 0;
  const all = active ? needed().flatMap((part) => part.entries) : [];
  matches = sorted(all.filter((entry) => fits(entry, choices)), choices.ordnung);
  if (active) showMore();
  else {
    more.hidden = true;
    status.textContent = untouched;
  }
  nothing.hidden = !active || matches.length > 0;
  nothing.querySelector("a").search = choices.wort ? new URLSearchParams({ q: choices.wort }) : "";
}

/** The address says what is shown, so that it can be shared and found again with the back button. */
function address() {
  const choices = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  return location.pathname + (choices.size ? `?${choices}` : "");
}

function keepInLinks() {
  for (const link of document.querySelectorAll("[data-mit-filter]")) link.search = location.search;
}

function fromAddress() {
  const choices = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("input, select")) {
    field.value = choices.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  keepInLinks();
  return apply();
}

function changed(replace) {
  history[replace ? "replaceState" : "pushState"](null, "", address());
  keepInLinks();
  apply();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", (event) => event.target.localName === "select" && changed());
form.elements.wort.addEventListener("input", () => changed(true));
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const field of form.querySelectorAll("input, select")) field.value = "";
  changed();
});
more.addEventListener("click", () => showMore()?.querySelector("a").focus());
addEventListener("popstate", fromAddress);

form.hidden = false;
panel.open = matchMedia("(min-width: 52em)").matches;
fromAddress();
