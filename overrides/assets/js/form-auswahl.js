// A field with a list of suggestions: a combobox as in the ARIA practices. The field may also be filled in by hand.
import { element } from "./form-dom.js";

/**
 * Turns a field into a combobox. `suggest(text)` gives options with `value`, `label` and `kind`, now or as a promise;
 * `choose(value)` is told what was picked. Says in its status how many there are.
 */
export function combobox(field, { name, suggest, choose }) {
  const list = element("ul", { id: `${field.id}-liste`, role: "listbox", class: "vorschlaege", "aria-label": name, hidden: true });
  const status = element("p", { role: "status", class: "weg" });
  let options = [];
  let active = -1;
  let latest = 0;
  for (const [key, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(key, value);

  function close() {
    latest += 1;
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
    const found = await suggest(field.value);
    if (run !== latest || document.activeElement !== field) return;
    options = found;
    list.replaceChildren(...found.map(({ label, kind }, index) => element("li", { id: `${list.id}-${index}`, role: "option" }, element("span", {}, label), " ", element("span", { class: "klein" }, kind))));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(Boolean(found.length)));
    mark(-1);
    status.textContent = found.length ? `${found.length} ${found.length === 1 ? "Vorschlag" : "Vorschläge"}. Mit den Pfeiltasten wählen Sie aus.` : "Kein Vorschlag.";
  }

  function pick(index) {
    field.value = options[index].value;
    close();
    status.textContent = `${options[index].label} gewählt.`;
    choose(options[index].value);
  }

  field.addEventListener("input", open);
  field.addEventListener("click", () => list.hidden && open());
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
  return element("div", { class: "vorschlagsfeld" }, field, list, status);
}
