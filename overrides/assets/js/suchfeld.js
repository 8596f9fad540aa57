// A search field that shows the first results while somebody types.
import { combobox } from "./auswahlliste.js";
import { first, prepare, search } from "./suchkern.js";

const AMOUNT = 5;
/** As many as the search page looks at, so that both put the same ones first. */
const LOOKED_AT = 10;
const SHORTEST = 2;
const PAUSE = 120;

/** Turns a field into a combobox; the form around it still works as before. What it held `before` needs no results. */
export function wake(field, before) {
  let total = 0;

  async function suggest(text) {
    const query = text.trim();
    if (query.length < SHORTEST) return null;
    const answer = await search(query, { isBegun: true });
    const pages = (await first(answer, 0, LOOKED_AT)).slice(0, AMOUNT);
    if (!pages.length) return [];
    total = answer.total;
    const all = new URL(`?${new URLSearchParams({ q: query })}`, field.form.action);
    const words = total > 1 ? `Alle ${total.toLocaleString("de-DE")} Treffer zeigen` : "Auf der Suchseite zeigen";
    return [...pages.map(({ url, meta }) => ({ url, label: meta.title, kind: meta.zeile })), { url: all, label: words }];
  }

  const open = combobox(field, {
    name: "Erste Treffer",
    suggest,
    pause: PAUSE,
    choose: ({ url }) => location.assign(url),
    tell: ({ length }) => (length ? `${total.toLocaleString("de-DE")} Treffer. Mit den Pfeiltasten wählen Sie aus.` : "Noch kein Treffer."),
  });
  prepare();
  if (field.value !== before) open();
}
