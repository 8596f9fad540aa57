// The search page. Its address says what is searched for and how results are narrowed. Nothing is loaded before a search.
import { element, link, results } from "./fundstellen.js";

const form = document.getElementById("suche");
const status = document.getElementById("suchstand");
const place = document.getElementById("treffer");
const hint = document.getElementById("suchhinweis");
const help = document.getElementById("nichtgefunden");
const more = document.getElementById("mehr");
const panel = document.getElementById("eingrenzen");
const chosen = panel.querySelector("summary span");
const fallback = document.getElementById("ohne-suche");
const question = help.querySelector("[data-frage]");
const FACETS = [...panel.querySelectorAll("select[data-filter]")];
const BATCH = 10;
const NEWEST = "neueste";
const MANY = 3000;
const WIDE = matchMedia("(min-width: 52em)");

let latest = 0;
let answer;
let shown = 0;
let toggled = false;

const core = () => import("./suchkern.js");
const words = (number) => number.toLocaleString("de-DE");
const hits = (number) => `${words(number)} Treffer`;
const quoted = (text) => `„${text}“`;

function choices() {
  const { q, ordnung, ...facets } = Object.fromEntries(new FormData(form));
  return { query: q.trim(), byDate: ordnung === NEWEST, facets: Object.fromEntries(Object.entries(facets).filter(([, value]) => value)) };
}

/** Filters as Pagefind names them. */
function filtersOf(facets) {
  return Object.fromEntries(FACETS.filter(({ name }) => facets[name]).map(({ name, dataset }) => [dataset.filter, facets[name]]));
}

function setOptions(select, amounts, value) {
  const known = Object.entries(amounts).filter(([name, amount]) => amount || name === value);
  known.sort(([a], [b]) => (select.name === "jahr" ? b.localeCompare(a) : a.localeCompare(b, "de")));
  select.replaceChildren(
    element("option", "alle", { value: "" }),
    ...known.map(([name, amount]) => element("option", `${name} (${words(amount)})`, { value: name })),
  );
  if (value && !amounts[value]) select.append(element("option", `${value} (0)`, { value }));
  select.value = value ?? "";
}

/** What results can be narrowed by; a facet that is in use still shows what its other values would give. */
async function showFacets(run, { facets }) {
  const { amounts } = await import("./facetten.js");
  const counted = await amounts(answer.all, filtersOf(facets));
  if (run !== latest) return;
  for (const select of FACETS) {
    const values = counted[select.dataset.filter] ?? {};
    setOptions(select, values, facets[select.name]);
    select.parentElement.hidden = !facets[select.name] && Object.values(values).filter(Boolean).length < 2;
  }
}

async function showMore(run, { byDate, facets }) {
  const { first } = await core();
  const pages = await first(answer, shown, BATCH, byDate);
  if (run !== latest) return undefined;
  const parts = results(pages, shown, !byDate && !facets.art);
  place.append(...parts);
  shown += pages.length;
  more.hidden = shown >= answer.total;
  return parts.find(({ localName }) => localName === "ol").querySelector("a");
}

function say({ query, facets }) {
  const narrowed = Object.keys(facets).length ? " mit diesen Filtern" : "";
  const meant = answer.instead.reduce((text, { typed, instead }) => text.replace(typed, instead), query);
  status.textContent = answer.total
    ? `${hits(answer.total)}${query && ` für ${quoted(meant)}`}${narrowed}.`
    : `Nichts gefunden${query && ` für ${quoted(query)}`}${narrowed}.`;
  const notes = [];
  if (answer.total && answer.instead.length) {
    const typed = answer.instead.map((term) => quoted(term.typed)).join(", ");
    notes.push("Meinten Sie ", link(meant, `?${new URLSearchParams({ q: meant })}`), `? ${typed} kommt im Portal nicht vor.`);
  } else if (answer.total && answer.without.length) {
    notes.push(`Nicht auf allen Seiten: ${answer.without.map((term) => quoted(term.typed)).join(", ")}.`);
  }
  hint.replaceChildren(...notes);
}

/** The words that do stand somewhere, and those that look like the others. */
function suggest({ query }) {
  const known = answer.terms.filter(({ count }) => count).map(({ typed, instead }) => instead ?? typed).join(" ");
  const near = answer.unknown.flatMap(({ typed, near: found = [] }) => found.map((word) => [word, query.replace(typed, word)]));
  if (known) near.unshift([known, known]);
  const items = near.map(([word, whole]) => element("li", link(word, `?${new URLSearchParams({ q: whole })}`)));
  help.querySelector("ul").replaceChildren(...items);
  help.querySelector("[data-wenn-aehnlich]").hidden = !items.length;
  const form = new URL(question.href);
  form.searchParams.set(question.dataset.frage, `Frage: ${query}`);
  question.href = form;
}

/** On wide screens, unless there are so many pages that counting costs more than searching. */
async function opensItself() {
  if (toggled || !WIDE.matches || await (await core()).pages() > MANY) return false;
  panel.open = true;
  return true;
}

async function search() {
  const run = ++latest;
  const wanted = choices();
  const { query, byDate, facets } = wanted;
  const amount = Object.keys(facets).length;
  place.replaceChildren();
  hint.replaceChildren();
  more.hidden = help.hidden = true;
  shown = 0;
  chosen.textContent = amount ? ` (${amount} gewählt)` : "";
  const asked = Boolean(query || amount);
  fallback.hidden = asked;
  panel.hidden = !asked;
  if (!asked) {
    status.textContent = "";
    return;
  }
  status.textContent = "Suche läuft …";
  try {
    const { search: find } = await core();
    const found = await find(query, { filters: filtersOf(facets), byDate });
    if (run !== latest) return;
    answer = found;
    if (answer.total) await showMore(run, wanted);
    if (run !== latest) return;
    panel.hidden = !answer.total && !amount;
    help.hidden = fallback.hidden = answer.total > 0;
    if (!answer.total) suggest(wanted);
    if (!panel.hidden && (panel.open || await opensItself())) await showFacets(run, wanted);
    if (run === latest) say(wanted);
  } catch {
    if (run !== latest) return;
    status.textContent = "Die Suche ist gerade nicht verfügbar. Alle Einträge stehen in den Listen unten.";
    place.replaceChildren();
    panel.hidden = true;
    fallback.hidden = false;
  }
}

function address() {
  const found = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  return location.pathname + (found.size ? `?${found}` : "");
}

function fromAddress() {
  const wanted = new URLSearchParams(location.search);
  for (const field of [...form.elements].filter(({ name }) => name)) {
    const value = wanted.get(field.name) ?? "";
    if (field.dataset.filter && value) field.replaceChildren(element("option", "alle", { value: "" }), element("option", value, { value }));
    field.value = value;
    if (field.selectedIndex < 0) field.value = "";
  }
  panel.open ||= FACETS.some(({ value }) => value);
  search();
}

function changed() {
  if (address() !== location.pathname + location.search) history.pushState(null, "", address());
  search();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  // A new question is asked of everything, not of what the last one was narrowed to.
  const isNew = form.elements.q.value.trim() !== new URLSearchParams(location.search).get("q");
  if (isNew) for (const select of FACETS) select.value = "";
  changed();
});
form.elements.q.addEventListener("focus", async () => (await core()).prepare(), { once: true });
panel.addEventListener("change", changed);
panel.querySelector("summary").addEventListener("click", () => {
  toggled = true;
  if (!panel.open) showFacets(latest, choices());
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const select of panel.querySelectorAll("select")) select.value = "";
  changed();
});
more.addEventListener("click", async () => (await showMore(latest, choices()))?.focus());
addEventListener("popstate", fromAddress);
fromAddress();
