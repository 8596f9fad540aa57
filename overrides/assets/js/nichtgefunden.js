// The error page: which page may have been meant? Asks the server for the address without its slips, and the
// search index for the words in it. Nothing moves by itself; suggestions are links.
const form = document.getElementById("verirrt");
const place = document.getElementById("vermutet");
const root = new URL(form.dataset.wurzel, location.origin).pathname;
const LIMIT = 3;
const ENDING = /(\/index)?\.(html?|php|aspx?|md|json)\/*$/;
const LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

const below = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : location.pathname;
/** What was asked for; nothing if somebody looks at this very page under its own address. */
const asked = below === "404.html" ? "" : readable(below);

function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The address as the portal would write it: small letters, hyphens, no ending, one slash. */
function tidied(path) {
  const small = path.normalize("NFC").toLowerCase().replace(/[äöüß]/g, (letter) => LETTERS[letter]);
  const steps = small.replace(ENDING, "").split("/").map((step) => step.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""));
  return steps.filter(Boolean).map((step) => `${step}/`).join("");
}

/** What the last readable step of an address says, as words to search for. */
function wordsOf(path) {
  return tidied(path).split("/").filter(Boolean).at(-1)?.split("-").filter(Boolean) ?? [];
}

/** The page of that address, if there is one. */
async function pageAt(path) {
  const answer = await fetch(root + path);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [{ url: answer.url, title: page.querySelector("h1")?.textContent ?? path }];
}

/** Whether a page has to do with the words: the search engine guesses rather than finding nothing. */
function fits(result, words) {
  const parts = result.url.split(/[/-]/);
  return words.some((word) => word.length > 2 && parts.some((part) => part.startsWith(word.slice(0, 4))));
}

async function pagesWith(words) {
  const { first, search } = await import("./suchkern.js");
  const pages = await first(await search(words.join(" ")), 0, 2 * LIMIT);
  return pages.map(({ url, meta }) => ({ url, title: meta.title })).filter((page) => fits(page, words));
}

async function likely() {
  const words = wordsOf(asked);
  const path = tidied(asked);
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), "");
  const found = path && path !== asked ? await pageAt(path) : [];
  if (!found.length && words.length) found.push(...(await pagesWith(words)));
  if (!found.length && words.length > 1) found.push(...(await pagesWith([longest])));
  return found.slice(0, LIMIT);
}

function show(pages) {
  const heading = document.createElement("h2");
  heading.textContent = pages.length > 1 ? "Meinten Sie eine dieser Seiten?" : "Meinten Sie diese Seite?";
  const list = document.createElement("ul");
  for (const { url, title } of pages) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  place.append(heading, list);
}

form.elements.q.value = wordsOf(asked).join(" ");
// Without the index the page is as it was: a search field and the sections.
const pages = await likely().catch(() => []);
if (pages.length) show(pages);
