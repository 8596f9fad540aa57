// Lists on the page: items to add, to take away and to move, with the focus where a person expects it.
import { button, element } from "./form-dom.js";
import { everyValue, isFilled, newItem } from "./form-zustand.js";

/** A list of values or of parts. `draw` has the functions that put one item on the page. */
export function lines(state, form, draw) {
  const { field, id } = state;
  const isOfParts = field.item.kind === "group";
  const word = isOfParts ? form.source.parts[field.item.part].item || field.label : field.label;
  const rows = element("div", { class: "eintragsliste" });
  const error = element("p", { class: "fehler", id: `${id}-fehler`, hidden: true });
  const add = button(isOfParts ? `${word} hinzufügen` : `${field.label} hinzufügen`, () => {
    const item = newItem(state, form.source);
    state.items.push(item);
    redraw(item);
    focusIn(item);
    form.changed(state, `${word} ${state.items.length} hinzugefügt.`);
  }, { class: "leise hinzu", id: `${id}-hinzu` });

  function redraw(open) {
    rows.replaceChildren(...state.items.map((item, number) => (isOfParts ? part(item, number, item === open) : value(item, number))));
    rows.hidden = !state.items.length;
    add.hidden = state.isUnknown;
  }

  function remove(item, number) {
    state.items.splice(number, 1);
    redraw();
    const next = rows.children[Math.min(number, state.items.length - 1)];
    (next?.querySelector(isOfParts ? ":scope > summary" : ":scope > .weg-damit") ?? add).focus();
    form.changed(state, `${word} ${number + 1} entfernt.`);
  }

  function move(number, by) {
    const [item] = state.items.splice(number, 1);
    state.items.splice(number + by, 0, item);
    redraw(item);
    const tools = document.querySelector(`#${item.id} > fieldset > .werkzeug`);
    (tools.querySelector(by < 0 ? ".hoch:enabled" : ".runter:enabled") ?? tools.querySelector("button:enabled")).focus();
    form.changed(state, `${word} steht jetzt an Stelle ${number + by + 1} von ${state.items.length}.`);
  }

  function value(item, number) {
    item.field.label = `${field.label} ${number + 1}`;
    const row = draw.rendered(item, form);
    row.append(button("Entfernen", () => remove(item, number), { class: "leise weg-damit", "aria-label": `${item.field.label} entfernen` }));
    return row;
  }

  function part(item, number, isOpen) {
    const name = `${word} ${number + 1}`;
    const caption = element("span", { class: "inhaltsangabe" });
    item.describe = () => (caption.textContent = told(item));
    item.describe();
    const last = state.items.length - 1;
    const tools = element("div", { class: "werkzeug knoepfe" },
      button("Nach oben", () => move(number, -1), { class: "leise hoch", disabled: number === 0, "aria-label": `${name} nach oben` }),
      button("Nach unten", () => move(number, 1), { class: "leise runter", disabled: number === last, "aria-label": `${name} nach unten` }),
      button("Entfernen", () => remove(item, number), { class: "leise weg-damit", "aria-label": `${name} entfernen` }));
    const fieldset = element("fieldset", {}, element("legend", { class: "weg" }, name), draw.fieldsOf(item, form), tools);
    return element("details", { class: "teil", id: item.id, open: isOpen || item.isOpen, ontoggle: ({ target }) => (item.isOpen = target.open) }, element("summary", {}, name, caption), fieldset);
  }

  redraw();
  state.show = (message) => {
    error.textContent = message;
    error.hidden = !message;
  };
  const hint = element("p", { class: "hilfe", id: `${id}-hilfe` }, field.help, field.item.kind === "record" ? " Tippen Sie einen Namen und wählen Sie aus." : "", field.required ? " Pflicht." : "");
  return element("fieldset", { class: "eingabe mehrere", id, "aria-describedby": `${hint.id} ${error.id}`, tabindex: "-1" }, element("legend", {}, field.label), hint, unknownBox(state, form, rows, redraw), rows, add, error);
}

/** „unbekannt“ in place of a list. */
function unknownBox(state, form, rows, redraw) {
  if (!state.field.unknown) return null;
  const box = element("input", { type: "checkbox", id: `${state.id}-unbekannt`, onchange: ({ target }) => {
    state.isUnknown = target.checked;
    redraw();
    rows.hidden = target.checked || !state.items.length;
    form.changed(state);
  } });
  box.checked = state.isUnknown;
  return element("p", { class: "haken" }, box, element("label", { for: box.id }, `${state.field.label}: unbekannt`));
}

/** The first things that are said in an item, to tell it from others while it is closed. */
function told(item) {
  const words = [...everyValue(item)].filter((each) => isFilled(each) && !each.field.inList).slice(0, 3).map(({ text }) => text.split("\n")[0]);
  const text = words.join(", ");
  return text ? `: ${text.length > 70 ? `${text.slice(0, 69)}…` : text}` : "";
}

function focusIn(item) {
  const row = document.getElementById(item.id);
  (row.matches("input, select, textarea") ? row : row.querySelector("input, select, textarea"))?.focus();
}
