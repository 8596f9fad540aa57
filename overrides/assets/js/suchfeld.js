// A search field that shows the first results while somebody types: a combobox with a list, as in the ARIA practices.
import { first, prepare, search } from "./suchkern.js";

const AMOUNT = 5;
/** As many as the search page looks at, so that both put the same ones first. */
const LOOKED_AT = 10;
const SHORTEST = 2;
const PAUSE = 120;

let count = 0;

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const option = (id, ...content) => element("li", { id, role: "option" }, ...content);

/** Turns a field into a combobox; the form around it still works as before. What it held `before` needs no results. */
export function wake(field, before) {
  const name = `vorschlaege-${++count}`;
  const list = element("ul", { id: name, role: "listbox", class: "vorschlaege", "aria-label": "Erste Treffer", hidden: "" });
  const status = element("p", { role: "status", class: "weg" });
  let active = -1;
  let targets = [];
  let latest = 0;
  let timer;

  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": name })) {
    field.setAttribute(key, value);
  }
  field.after(list);
  list.after(status);

  function close() {
    latest += 1;
    clearTimeout(timer);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(index) {
    list.children[active]?.removeAttribute("aria-selected");
    active = index;
    const chosen = list.children[active];
    if (chosen) {
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", chosen.id);
    } else field.removeAttribute("aria-activedescendant");
  }

  function show(query, total, pages) {
    const all = new URL(`?${new URLSearchParams({ q: query })}`, field.form.action);
    targets = [...pages.map(({ url }) => url), all];
    const options = pages.map(({ meta }, index) => {
      const kind = element("span", { class: "klein" }, meta.zeile);
      return option(`${name}-${index}`, element("span", {}, meta.title), " ", kind);
    });
    const amount = total.toLocaleString("de-DE");
    list.replaceChildren(...options, option(`${name}-alle`, total > 1 ? `Alle ${amount} Treffer zeigen` : "Auf der Suchseite zeigen"));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    choose(-1);
    status.textContent = `${amount} Treffer. Mit den Pfeiltasten wählen Sie aus.`;
  }

  async function suggest() {
    const query = field.value.trim();
    if (query.length < SHORTEST) {
      close();
      status.textContent = "";
      return;
    }
    const run = ++latest;
    try {
      const answer = await search(query, { isBegun: true });
      const pages = (await first(answer, 0, LOOKED_AT)).slice(0, AMOUNT);
      if (run !== latest) return;
      if (pages.length) show(query, answer.total, pages);
      else {
        close();
        status.textContent = "Noch kein Treffer.";
      }
    } catch {
      // Without the index the form still leads to the search page, which says so.
      if (run === latest) close();
    }
  }

  const go = (index) => location.assign(targets[index]);

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    const { length } = list.children;
    if (event.key === "Escape" && !list.hidden) close();
    else if (list.hidden && event.key === "ArrowDown") suggest();
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") choose((active + 2) % (length + 1) - 1);
    else if (event.key === "ArrowUp") choose((active + length + 1) % (length + 1) - 1);
    else if (event.key === "Enter" && active >= 0) go(active);
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  // The field keeps the focus, or the list would be gone before the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const index = [...list.children].indexOf(target.closest("li"));
    if (index >= 0) go(index);
  });
  prepare();
  if (field.value !== before) suggest();
}
