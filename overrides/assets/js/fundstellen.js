// Results as people read them: title, what it is, an excerpt, and the sections that fit best.
const SECTIONS = 2;
const NAMED = { punkt: "Punkt", frage: "Frage" };
const BEST = 3;

export function element(name, content = [], properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...[content].flat());
  return made;
}

export const link = (text, href) => element("a", text, { href });

/** Pagefind escapes the text itself; the only markup in an excerpt is <mark>. */
const excerpt = (html) => element("p", [], { innerHTML: html });

/** „Punkt 4: Geld für Leuchtturmprojekte“ for a section with a number of its own. */
function sectionName({ title, url }) {
  const [, kind, number] = url.match(/#(punkt|frage)-([^#]+)$/) ?? [];
  return number && title !== `${NAMED[kind]} ${number}` ? `${NAMED[kind]} ${number}: ${title}` : title;
}

const weight = ({ weighted_locations: found }) => found.reduce((sum, { balanced_score: score }) => sum + score, 0);

/** The sections with most of what was looked for; those that can be cited before others. */
function sections(page) {
  const found = page.sub_results.filter(({ url, locations }) => url.includes("#") && locations.length);
  const cited = ({ url }) => (/#(punkt|frage)-/.test(url) ? 1 : 0);
  return found.sort((a, b) => cited(b) - cited(a) || weight(b) - weight(a)).slice(0, SECTIONS);
}

function item(page, level) {
  const made = element("li", [
    element(level, link(page.meta.title, page.url)),
    element("p", page.meta.zeile, { className: "klein" }),
    excerpt(page.excerpt),
  ]);
  const parts = sections(page).map((part) => element("li", link(sectionName(part), part.url)));
  if (parts.length) made.append(element("ul", parts, { className: "fundstellen" }));
  return made;
}

function list(pages, level, start) {
  return element("ol", pages.map((page) => item(page, level)), { className: "treffer", start });
}

/** Pages of one batch: the best ones first, the others by what they are, in the order of their best. */
export function results(pages, from, isGrouped) {
  if (!isGrouped) return [list(pages, "h2", from + 1)];
  const best = from === 0 ? pages.slice(0, BEST) : [];
  const kinds = new Map();
  for (const page of pages.slice(best.length)) {
    const { art: kind } = page.meta;
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  const parts = best.length ? [element("h2", kinds.size ? "Die besten Treffer" : "Treffer"), list(best, "h3", 1)] : [];
  if (from) parts.push(element("h2", `Treffer ${from + 1} bis ${from + pages.length}`));
  for (const [kind, members] of kinds) {
    parts.push(element(from ? "h3" : "h2", from ? kind : `Weitere Treffer: ${kind}`), list(members, from ? "h4" : "h3"));
  }
  return parts;
}
