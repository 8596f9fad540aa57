// A field with a list of suggestions: a combobox as in the ARIA practices. The search field and the fields of forms share it.
import { element } from "./form-dom.js";

let count = 0;

/**
 * Turns a field into a combobox. `suggest(text)` gives options with `label`, `kind` and whatever `choose(option)` needs,
 * as a promise; null where there is nothing to ask yet. `tell(options)` says in a sentence what there is. Gives a function
 * that opens the list.
 */
export function combobox(field, { name, suggest, choose, tell, pause = 0, opensOnClick = false }) {
  const list = element("ul", { id: `vorschlaege-${(count += 1)}`, role: "listbox", class: "vorschlaege", "aria-label": name, hidden: true });
  const status = element("p", { role: "status", class: "weg" });
  let options = [];
  let active = -1;
  let latest = 0;
  let timer;
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(key, value);
  field.after(list, status);

  function close() {
    latest += 1;
    clearTimeout(timer);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function mark(index) {
    list.children[active]?.removeAttribute("aria-selected");
    active = index;
    const chosen = list.children[active];
    if (!chosen) return field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", chosen.id);
  }

  async function open() {
    const run = ++latest;
    let found;
    try {
      found = await suggest(field.value);
    } catch {
      found = null; // without the names the field can still be filled in by hand
    }
    if (run !== latest) return;
    if (!found?.length) close();
    else {
      // Who went down the list while the answer to the last letter was on its way stays where they are.
      const kept = options[active];
      options = found;
      list.replaceChildren(...found.map(({ label, kind }, index) => element("li", { id: `${list.id}-${index}`, role: "option" }, element("span", {}, label), kind ? " " : "", kind ? element("span", { class: "klein" }, kind) : "")));
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      mark(kept ? found.findIndex(({ label, kind }) => label === kept.label && kind === kept.kind) : -1);
    }
    status.textContent = found ? tell(found) : "";
  }

  function pick(index) {
    close();
    status.textContent = "";
    choose(options[index]);
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(open, pause);
  });
  if (opensOnClick) field.addEventListener("click", () => list.hidden && open());
  field.addEventListener("keydown", (event) => {
    const { length } = list.children;
    if (event.key === "Escape" && !list.hidden) close();
    else if (list.hidden && event.key === "ArrowDown") open();
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") mark((active + 2) % (length + 1) - 1);
    else if (event.key === "ArrowUp") mark((active + length + 1) % (length + 1) - 1);
    else if (event.key === "Enter" && active >= 0) pick(active);
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  // The field keeps the focus, or the list would be gone before the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const index = [...list.children].indexOf(target.closest("li"));
    if (index >= 0) pick(index);
  });
  return open;
}
