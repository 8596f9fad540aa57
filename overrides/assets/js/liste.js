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
const { seite: here, seiten: count, alle: total } = form.dataset;
const base = new URL(form.dataset.basis, document.baseURI);
const untouched = status.textContent;
const LIMIT = 100;
const AT_ONCE = 6;
const byTitle = new Intl.Collator("de", { numeric: true });

let latest = 0;
let matches = [];
let shown = 0;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
const words = (number) => number.toLocaleString("de-DE");

/** The entries of one page of the list, with links that work from here. */
function read(list, url) {
  return [...list.querySelectorAll(":is(.liste, .strahl) > li")].map((entry) => {
    // Links are mended while still in the other document: here, a browser would load what they name at once.
    const item = entry.cloneNode(true);
    for (const link of item.querySelectorAll("[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), url));
    const { jahr = "", gremium = "", thema = "", art = "", stand = "", datum = "" } = entry.dataset;
    return {
      item: document.adoptNode(item),
      group: entry.closest("[data-gruppe]")?.dataset.gruppe,
      title: item.querySelector("a").textContent,
      text: plain(item.textContent),
      datum,
      values: { jahr, gremium, thema, art, stand },
    };
  });
}

const pages = new Map([[Number(here), read(own, document.baseURI)]]);

async function fetchPage(number) {
  const url = new URL(number === 1 ? "." : `seite/${number}/`, base);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.status);
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  pages.set(number, read(other.getElementById("eintraege"), url));
}

/** The numbers of the pages that can hold what is chosen: `1-3 7` stands for 1, 2, 3 and 7. */
function needed(choices) {
  let numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (const option of form.querySelectorAll("option[data-seiten]:checked")) {
    if (!choices[option.parentElement.name]) continue;
    const spans = option.dataset.seiten.split(" ").map((span) => span.split("-").map(Number));
    numbers = numbers.filter((number) => spans.some(([first, last = first]) => first <= number && number <= last));
  }
  return numbers;
}

async function load(numbers, run) {
  const missing = numbers.filter((number) => !pages.has(number));
  while (missing.length && run === latest) {
    status.textContent = `Liste wird geladen, noch ${words(missing.length)} Seiten …`;
    await Promise.all(missing.splice(0, AT_ONCE).map(fetchPage));
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
  for (const { item, group } of next) {
    if (!list || group !== last.dataset.gruppe) {
      [last, list] = section(group);
      found.append(last);
    }
    list.append(item);
  }
  shown += next.length;
  more.hidden = shown >= matches.length;
  const part = more.hidden ? "" : `, die ersten ${words(shown)} stehen hier`;
  status.textContent = `${words(matches.length)} von ${words(Number(total))} Einträgen${part}`;
  return next[0]?.item;
}

async function apply() {
  const run = ++latest;
  const choices = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  const active = Object.keys(choices).length > 0;
  try {
    if (active) await load(needed(choices), run);
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
  const all = [...pages.keys()].sort((a, b) => a - b).flatMap((number) => pages.get(number));
  matches = active ? sorted(all.filter((entry) => fits(entry, choices)), choices.ordnung) : [];
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
