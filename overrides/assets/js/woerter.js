// The vocabulary: all words of the site in pages that are loaded one by one (hooks/portal/search/vocabulary.py).
const base = new URL("../pagefind/woerter/", import.meta.url);
const ENDINGS = new Set(["", "e", "en", "n", "s", "es", "er", "em", "ern", "in", "innen", "nen"]);
const LINKS = ["", "s", "n", "en", "es", "er", "e"];
const MOST_PAGES = 3;

/** How words are compared; the same as fold() in hooks/portal/search/text.py. */
export const fold = (word) => word.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/[^\p{L}]/gu, "")
  .replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("ue", "u");
const backwards = (word) => [...word].reverse().join("");

/** Ends the names of pages, each as one word; as in hooks/portal/search/text.py. */
const END_OF_NAME = "xq";
const LETTERS = "bcdfghjklmpqvwxz";
const isWord = ({ key }) => !key.endsWith(END_OF_NAME);

let table;
const pages = new Map();

export async function get(address) {
  const answer = await fetch(new URL(address, base));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

const contents = async () => (table ??= get("tafel.json").then((answer) => answer.json()));

/** How many pages of the site can be found. */
export const size = async () => (await contents()).seiten;

export const unpack = (answer) => new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();

async function readPage(address) {
  return (await unpack(await get(address))).split("\n").map((line) => {
    const space = line.lastIndexOf(" ");
    const word = line.slice(0, space);
    return { word, key: fold(word), count: Number(line.slice(space + 1)) };
  });
}

/** All words that begin with some letters (or end with them: order "hinten"). */
async function startingWith(letters, order = "vorn") {
  const firsts = (await contents())[order];
  const from = Math.max(0, firsts.findLastIndex(([first]) => first <= letters));
  const needed = firsts.slice(from).filter(([first], index) => index === 0 || first.startsWith(letters)).slice(0, MOST_PAGES);
  const read = await Promise.all(needed.map(([, address]) => {
    if (!pages.has(address)) pages.set(address, readPage(address));
    return pages.get(address);
  }));
  const test = order === "vorn" ? (key) => key.startsWith(letters) : (key) => key.endsWith(backwards(letters));
  return read.flat().filter(({ key }) => test(key));
}

const most = (entries) => entries.reduce((best, entry) => (!best || entry.count > best.count ? entry : best), undefined);

/** The word as the site writes it, and on how many pages; undefined if it stands nowhere. */
export const exactly = async (key) => (await startingWith(key)).find((entry) => entry.key === key);

/** Whether a longer word begins like this. */
export const begins = async (key) => most((await startingWith(key)).filter(isWord));

/** Whether a page is called just that, in one word of the index. */
export const isName = async (key) => Boolean(await exactly(key + END_OF_NAME));

/** A name as a word of the index; the same as name_word() in hooks/portal/search/text.py. */
export function nameWord(key) {
  const digest = new TextEncoder().encode(key).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
  return [...digest.toString(16).padStart(8, "0")].map((digit) => LETTERS[parseInt(digit, 16)]).join("") + END_OF_NAME;
}

/** The same word with another ending. */
export async function inflected(key) {
  const shared = key.slice(0, Math.max(4, key.length - 5));
  const related = (await startingWith(shared)).filter(isWord).filter((entry) => {
    let same = 0;
    while (same < key.length && key[same] === entry.key[same]) same += 1;
    return same >= 4 && ENDINGS.has(key.slice(same)) && ENDINGS.has(entry.key.slice(same));
  });
  return related.sort((a, b) => Math.abs(a.key.length - key.length) - Math.abs(b.key.length - key.length) || b.count - a.count)[0];
}

/** Letters wrong, missing, too many or swapped; `limit` + 1 for more than that. */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const step = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + step);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [older, before] = [before, row];
  }
  return before[b.length];
}

/** Words that look alike, the nearest first. With one slip, either the beginning or the end is right. */
export async function similar(key, limit) {
  const half = Math.max(2, Math.min(5, Math.floor((key.length - 1) / 2)));
  const found = (await Promise.all([
    startingWith(key.slice(0, half)),
    startingWith(backwards(key).slice(0, half), "hinten"),
  ])).flat();
  const byKey = new Map(found.filter(isWord).map((entry) => [entry.key, entry]));
  return [...byKey.values()]
    .map((entry) => ({ ...entry, distance: distance(key, entry.key, limit) }))
    .filter((entry) => entry.distance <= limit)
    .sort((a, b) => a.distance - b.distance || b.count - a.count);
}

/** The two words that a compound is made of, if both stand on the site: „Schulcomputer“. */
export async function parts(key) {
  for (let at = key.length - 4; at >= 4; at -= 1) {
    const last = key.slice(at);
    const firsts = LINKS.map((link) => key.slice(0, at).endsWith(link) && key.slice(0, at - link.length)).filter((first) => first.length > 3);
    for (const first of firsts) {
      const head = await exactly(first);
      const tail = head && ((await exactly(last)) ?? (await inflected(last)));
      if (tail) return [head, tail];
    }
  }
  return undefined;
}
