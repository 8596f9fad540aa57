// What a query means, and what Pagefind finds for it. Loaded with the first search, never before.
import { narrowed, newestFirst } from "./facetten.js";
import { figures } from "./zahlen.js";
import { begins, exactly, fold, inflected, isName, nameWord, parts, similar, size } from "./woerter.js";

/** How much a match counts: the number of a paper, then titles by rank (cards.py), then their synonyms, then the rest. */
const WEIGHTS = {
  n: 60, e: 0, b: 14, f4: 10, f3: 9, f2: 8, f1: 6, g: 5, t4: 12, t3: 10, t2: 7.5, t1: 4, x4: 7, x3: 6, x2: 4.5, x1: 2, w: 0.7, title: 0,
};
/** Words that say nothing of what is looked for. */
const EMPTY = new Set(("ab aber alle als also am an auch auf aus bei beim bin bis bitte da dann das dass dazu dem den denn der "
  + "des die dies diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es etwas finde findet "
  + "für gab geht gegen gewesen gibt haben hat hatte hatten heißt ich ihr ihre im in ins ist ja jetzt kann können "
  + "man mehr mein mich mir mit möchte muss nach nicht noch nun nur oder ohne ob schon sein seine seit sich sie "
  + "sind so soll sollen sollte über um und uns unser unsere vom von vor wann war waren warum was weil welche welchem welchen "
  + "welcher welches wem wen wenn wer werden weshalb wessen wie wieder wieso wieviel viel viele will wir wird wo wofür woher "
  + "worum wozu wurde wurden während zu zum zur zwischen").split(" ").map(fold));
const WORD = /\p{L}+(?:[-‑*:’']\p{L}+)*/gu;
const CORRECTED_FROM = 6;
const TWICE_FROM = 10;
/** A word on more than one page of so many tells little. */
const COMMON = 8;
const PARTIAL = 0.6;
const EXACT = 0.5;
/** Of short words, longer ones are no forms: „Rat“ is no „Rathaus“. */
const SHORT = 3;
const TOO_MANY = 3000;

let engine;

async function pagefind() {
  engine ??= import(new URL("../pagefind/pagefind.js", import.meta.url)).then(async ({ createInstance }) => {
    const instance = createInstance({ noWorker: true, excerptLength: 28, ranking: { metaWeights: WEIGHTS, termSimilarity: 2, pageLength: 0.4 } });
    await instance.init();
    return instance;
  });
  try {
    return await engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

/** How many pages there are to search. */
export const pages = size;

/** Gets everything ready, so that the first results come faster. */
export const prepare = () => pagefind().catch(() => {});

/** What a query asks for: its figures and its words, each as typed; and what a page would have to be called. */
export function read(query) {
  const { found, rest } = figures(query.normalize("NFC"));
  const typed = rest.match(WORD) ?? [];
  const telling = typed.filter((word) => !EMPTY.has(fold(word)));
  const words = telling.length || found.length ? telling : typed;
  const names = [...new Set([query, typed.join(""), words.join("")].map(fold))].filter(Boolean);
  return { numbers: found, words, names };
}

async function number({ typed, words }) {
  for (const word of words) {
    const { results } = await (await pagefind()).search(`"${word}"`);
    if (results.length) return { typed, words: [word], count: results.length };
  }
  return { typed, words: [], count: 0, near: [] };
}

/** The word of the site that is meant, and how sure that is. */
async function word(typed, isBegun) {
  const key = fold(typed);
  const known = await exactly(key);
  if (known) return { typed, words: [known.word], count: known.count };
  const longer = (isBegun || key.length > 3) && await begins(key);
  if (longer) return { typed, words: [typed], count: longer.count };
  const form = key.length > 3 && await inflected(key);
  if (form) return { typed, words: [form.word], count: form.count };
  const pieces = typed.split(/[-‑*:’']/).filter(Boolean);
  if (pieces.length > 1) {
    const each = await Promise.all(pieces.map((piece) => word(piece)));
    if (each.every(({ count }) => count)) return { typed, words: each.flatMap(({ words }) => words), count: Math.min(...each.map(({ count }) => count)) };
  }
  const near = key.length > 3 ? await similar(key, key.length < 5 ? 1 : 2) : [];
  const limit = key.length < CORRECTED_FROM ? 0 : key.length < TWICE_FROM ? 1 : 2;
  const meant = near[0]?.distance <= limit && near[0];
  if (meant) return { typed, words: [meant.word], count: meant.count, instead: meant.word };
  const pair = key.length > 7 && await parts(key);
  if (pair) return { typed, words: pair.map((part) => part.word), count: Math.min(...pair.map((part) => part.count)) };
  return { typed, words: [], count: 0, near: near.slice(0, 3).map((entry) => entry.word) };
}

/** Of words that stand nowhere, two or more telling others may make up for a smaller number. */
async function worthSearching(known, unknown) {
  if (!unknown.length) return known.length > 0;
  const pages = await size();
  return known.filter(({ count }) => count * COMMON < pages).length >= 2 && known.length > unknown.length;
}

/** Fewer words where not all stand together on a page: the commonest are the first to go. */
function* fewer(terms) {
  const rarest = [...terms].sort((a, b) => a.count - b.count);
  for (let left = terms.length - 1; left >= Math.max(1, Math.ceil(terms.length / 2)); left -= 1) {
    for (let out = terms.length - 1; out >= left - 1 && out >= 0; out -= 1) {
      const kept = left === terms.length - 1 ? rarest.filter((_, index) => index !== out) : rarest.slice(0, left);
      yield kept;
      if (left < terms.length - 1) break;
    }
  }
}

/** All that is found for a query; `isBegun` while its last word is still being typed. */
export async function search(query, { filters = {}, byDate = false, isBegun = false } = {}) {
  const { numbers, words, names } = read(query);
  const terms = await Promise.all([
    ...numbers.map(number),
    ...words.map((typed, index) => word(typed, isBegun && index === words.length - 1)),
  ]);
  const known = terms.filter(({ count }) => count);
  const unknown = terms.filter(({ count }) => !count);
  const answer = { terms, unknown, without: unknown, instead: terms.filter((term) => term.instead), results: [], all: [], used: [], total: 0 };
  const isAll = !terms.length && Object.keys(filters).length > 0;
  if (!isAll && !await worthSearching(known, unknown)) return answer;
  const index = await pagefind();
  if (isAll) {
    const all = await newestFirst((await index.search(null)).results);
    return found(answer, all, filters);
  }
  const find = (some) => index.search(some.flatMap((term) => term.words).join(" "));
  let whole = await find(known);
  let used = known;
  if (!whole.results.length && known.length > 1 && !isBegun) {
    for (used of fewer(known)) {
      whole = await find(used);
      if (whole.results.length) break;
    }
  }
  const widest = await widened(whole, used, find);
  const all = byDate ? await newestFirst(widest.results) : await ranked(whole, widest, used, names, index);
  return found({ ...answer, used, without: terms.filter((term) => !used.includes(term)) }, all, filters);
}

/** An answer with its results, and with all there would be without filters. */
async function found(answer, all, filters) {
  const results = await narrowed(all, filters);
  return { ...answer, all, results, total: results.length };
}

/** Of several words, pages may lack those that are nearly everywhere. */
async function widened(found, used, find) {
  const pages = await size();
  const telling = used.filter(({ count }) => count * COMMON < pages);
  return telling.length && telling.length < used.length ? find(telling) : found;
}

/** Pages with the very words before those with longer ones; pages that lack a common word after those with all. */
async function ranked(found, widest, used, names, index) {
  const scores = new Map(widest.results.map((result) => [result.id, { ...result, score: result.score * PARTIAL }]));
  for (const result of found.results) scores.set(result.id, result);
  const all = [...scores.values()];
  if (all.length < TOO_MANY) {
    const words = used.flatMap((term) => term.words);
    const exact = await Promise.all(words.map((each) => index.search(`"${each}"`)));
    for (const [number, { results }] of exact.entries()) {
      const ids = new Set(results.map(({ id }) => id));
      if (!ids.size) continue;
      const begun = words[number].length <= SHORT ? 0.1 : 1;
      for (const result of all) result.score *= ids.has(result.id) ? 1 + EXACT / words.length : begun;
    }
    const known = await Promise.all(names.map(async (name) => (await isName(name) ? [name] : [])));
    const called = await Promise.all(known.flat().map((name) => index.search(`"${nameWord(name)}"`)));
    const ids = new Set(called.flatMap(({ results }) => results.map(({ id }) => id)));
    const best = Math.max(...all.map(({ score }) => score));
    for (const result of all) if (ids.has(result.id)) result.score += best;
  }
  return all.sort((a, b) => b.score - a.score);
}

const plain = (text) => ` ${(text.match(/[\p{L}\d]+/gu) ?? []).map((part) => fold(part) || part).join(" ")} `;

/** The first results with their texts. Of equally good ones the newest comes first; words as they stand beat beginnings. */
export async function first(answer, from, amount, byDate) {
  const loaded = await Promise.all(answer.results.slice(from, from + amount).map(async (result) => ({ result, page: await result.data() })));
  if (byDate || !answer.used.length) return loaded.map(({ page }) => page);
  const wanted = answer.used.flatMap((term) => term.words).map(plain);
  const worth = ({ result, page }) => {
    const title = plain(page.meta.title);
    const whole = wanted.filter((each) => title.includes(each)).length / wanted.length;
    return Math.round(result.score * (1 + whole / 2) * 20);
  };
  const day = ({ page }) => Number(page.meta.tag);
  return loaded.map((each) => ({ ...each, worth: worth(each) })).sort((a, b) => b.worth - a.worth || day(b) - day(a)).map(({ page }) => page);
}
