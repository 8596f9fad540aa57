// The list of what a visitor follows. It lives in this browser only, and only from the first star on.
export const root = new URL("../", import.meta.url);
const KEY = `folgen:${root.pathname}`;
const NAME = /^(beschluesse|roadmap|gremien|themen)\/[a-z0-9][a-z0-9-]*$/;

/** The list as it was left; an empty one where there is none, or none that can be read. */
export function read() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    if (found?.v === 1) return found;
  } catch { /* storage is switched off, or holds something else */ }
  return { v: 1, gesehen: "", liste: {} };
}

/** False where the browser refuses to keep anything. */
export function write(list) {
  try {
    if (Object.keys(list.liste).length) localStorage.setItem(KEY, JSON.stringify(list));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

export const onChange = (action) => addEventListener("storage", ({ key }) => (key === KEY || key === null) && action());

export const names = (texts) => [...new Set(texts)].filter((text) => NAME.test(text));

/** What the portal tells of a record now; null where it has none of that name. */
export async function load(name) {
  const answer = await fetch(new URL(`folgen/${name}.json`, root), { cache: "no-cache" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

/** What is to be remembered of a record so that later changes show. */
export function seen({ titel, art, url, felder, neues, alle }) {
  const known = { titel, art, url, f: felder, n: Object.fromEntries(neues.map(({ id, h }) => [id, h])) };
  // Of long lists only the newest part is told: what is older than that was there before.
  return alle > neues.length ? { ...known, ab: neues.at(-1).tag } : known;
}

/** News that are new or other than remembered, and the fields that changed without news. */
export function changes(now, known) {
  const news = now.neues.filter(({ id, h, tag }) => known.n[id] !== h && !(known.ab && !(id in known.n) && tag < known.ab))
    .map((each) => ({ ...each, neu: !(each.id in known.n) }));
  const told = new Set(news.map(({ feld }) => feld));
  const fields = [...new Set([...Object.keys(now.felder), ...Object.keys(known.f)])]
    .filter((name) => now.felder[name] !== known.f[name] && !told.has(name));
  return { news, fields };
}
