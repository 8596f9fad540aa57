// The search page: Pagefind's results as plain list items. Nothing is loaded before a search.
const form = document.getElementById("suche");
const input = form.elements.q;
const status = document.getElementById("suchstand");
const list = document.getElementById("treffer");
const fallback = document.getElementById("ohne-suche");
const LIMIT = 30;

let engine;
let latest = 0;

async function load() {
  const url = new URL(form.dataset.index, document.baseURI);
  engine ??= await import(url.href);
  return engine;
}

function item(result) {
  const entry = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = result.url;
  link.textContent = result.meta.title;
  heading.append(link);
  const excerpt = document.createElement("p");
  // Pagefind escapes the text itself; the only markup in it is <mark>.
  excerpt.innerHTML = result.excerpt;
  entry.append(heading, excerpt);
  return entry;
}

async function search(words) {
  const run = ++latest;
  list.replaceChildren();
  fallback.hidden = Boolean(words);
  if (!words) {
    status.textContent = "";
    return;
  }
  status.textContent = "Suche läuft …";
  let results;
  try {
    ({ results } = await (await load()).search(words));
  } catch {
    status.textContent = "Die Suche ist gerade nicht verfügbar. Alle Einträge stehen in den Listen unten.";
    fallback.hidden = false;
    return;
  }
  const shown = await Promise.all(results.slice(0, LIMIT).map((result) => result.data()));
  if (run !== latest) return;
  const count = results.length === 1 ? "1 Treffer" : `${results.length} Treffer`;
  status.textContent = results.length
    ? `${count} für „${words}“${results.length > LIMIT ? `, die ersten ${LIMIT} stehen hier` : ""}.`
    : `Nichts gefunden für „${words}“.`;
  fallback.hidden = results.length > 0;
  list.replaceChildren(...shown.map(item));
}

function fromAddress() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  search(input.value.trim());
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = input.value.trim();
  history.pushState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  search(words);
});
addEventListener("popstate", fromAddress);
fromAddress();
