// States as fields on the page: one function for values, one for parts; lists are in form-listen.js.
import { combobox } from "./auswahlliste.js";
import { button, element, whenReleased } from "./form-dom.js";
import { EXPECTED } from "./form-datum.js";
import { lines } from "./form-listen.js";
import { valueProblem } from "./form-pruefung.js";
import { isFilled } from "./form-zustand.js";

/** Puts the fields of a group on the page. `form` has `changed`, `announce`, `directory`, `source`. */
export function fieldsOf(state, form) {
  const all = Object.values(state.fields);
  const seldom = all.filter((each) => each.field.seldom && !isFilled(each));
  const often = all.filter((each) => !seldom.includes(each));
  const more = seldom.length && element("details", { class: "selten" }, element("summary", {}, "Weitere Angaben"), element("div", { class: "eingabefelder" }, seldom.map((each) => rendered(each, form))));
  return element("div", { class: "eingabefelder" }, often.map((each) => rendered(each, form)), more || null);
}

export function rendered(state, form) {
  if (state.sort === "list") return lines(state, form, { rendered, fieldsOf });
  return state.sort === "group" ? partOf(state, form) : valueField(state, form);
}

/** A part that stands once, such as the votes of a station; closed where it is empty and may stay so. */
function partOf(state, form) {
  const { field, id } = state;
  const inner = element("fieldset", {}, element("legend", { class: "weg" }, field.label), help(state), fieldsOf(state, form));
  return element("details", { class: "teil", id, open: Boolean(field.required) || isFilled(state) }, element("summary", {}, field.label, mandatory(field)), inner);
}

export const mandatory = (field) => field.required && element("span", { class: "pflicht" }, " (Pflicht)") || null;

export function help({ field, id }) {
  const words = [field.help];
  if (field.kind === "date") words.push(`So schreiben Sie es: ${EXPECTED}.`);
  else if (field.kind === "record") words.push("Tippen Sie einen Namen und wählen Sie aus.");
  else if (field.kind === "reason") words.push("„ja“, „nein“ oder der Grund.");
  if (field.example && !["date", "record"].includes(field.kind)) words.push(`Beispiel: ${field.example}`);
  if (field.default === "unbekannt" && field.kind !== "choice") words.push("Bleibt das Feld leer, gilt: unbekannt.");
  else if (field.default && !["choice", "yesno"].includes(field.kind)) words.push(`Bleibt das Feld leer, gilt: ${field.default}.`);
  const text = words.filter(Boolean).join(" ");
  return text ? element("p", { class: "hilfe", id: `${id}-hilfe` }, text) : null;
}

function valueField(state, form) {
  const { field, id } = state;
  const control = controlOf(state);
  const hint = help(state);
  const error = element("p", { class: "fehler", id: `${id}-fehler`, hidden: true });
  const meaning = field.kind === "record" ? element("p", { class: "klein", id: `${id}-name` }) : null;
  control.id = id;
  control.setAttribute("aria-describedby", [hint && hint.id, meaning?.id, error.id].filter(Boolean).join(" "));
  if (field.required) control.setAttribute("aria-required", "true");

  const show = () => say(control, error, valueProblem(state, form.directory));
  const explain = async () => {
    if (!meaning || !state.text) return meaning && (meaning.textContent = "");
    await form.directory.load(field.types);
    const { record, fragment } = form.directory.resolve(state.text, field);
    meaning.textContent = record ? `${record.label}${fragment ? `, ${fragment}` : ""}` : "";
  };
  const take = (value) => {
    state.text = value;
    if (control.getAttribute("aria-invalid")) show();
    form.changed(state);
  };
  control.addEventListener("input", () => take(control.value));
  control.addEventListener("change", async () => {
    if (field.kind === "record") await form.directory.load(field.types);
    whenReleased(() => {
      show();
      explain();
    });
  });
  let body = control;
  if (field.kind === "record") {
    body = chooser(control, `Vorschläge: ${field.label}`, async (text) => {
      await form.directory.load(field.types);
      return form.directory.suggest(text, field);
    }, (value) => {
      take(value);
      show();
      explain();
    });
    explain();
  }
  state.show = (message) => say(control, error, message);
  const label = element("label", { for: id, class: field.inList ? "weg" : null }, field.label, mandatory(field));
  return element("div", { class: `eingabe ${field.kind}` }, label, hint, body, meaning, unknownButton(state, control, take), error);
}

/** A field that suggests records while somebody types. */
export function chooser(control, name, suggest, choose) {
  const box = element("div", { class: "vorschlagsfeld" }, control);
  control.autocomplete = "off";
  combobox(control, {
    name,
    suggest,
    opensOnClick: true,
    choose: ({ value }) => {
      control.value = value;
      choose(value);
    },
    tell: ({ length }) => (length ? `${length} ${length === 1 ? "Vorschlag" : "Vorschläge"}. Mit den Pfeiltasten wählen Sie aus.` : "Kein Vorschlag."),
  });
  return box;
}

/** A way to say that something is unknown, where that must be said. */
function unknownButton({ field }, control, take) {
  if (!field.unknown || field.default || field.inList) return null;
  return button("Das ist unbekannt", () => {
    control.value = "unbekannt";
    take("unbekannt");
    control.dispatchEvent(new Event("change"));
    control.focus();
  }, { "aria-label": `${field.label}: Das ist unbekannt` });
}

function controlOf({ field, text }) {
  if (field.kind === "choice" || field.kind === "yesno") return choice(field, text);
  if (field.kind === "sentences" || field.kind === "reason" || text.includes("\n")) return textarea(text);
  const made = element("input", { type: "text", inputmode: field.kind === "count" ? "numeric" : null, spellcheck: field.kind === "text" ? null : "false", autocomplete: "off" });
  made.value = text;
  return made;
}

function choice(field, text) {
  const words = field.words ?? ["ja", "nein"];
  const none = field.required ? "Bitte wählen" : field.default ? `keine Angabe (gilt als „${field.default}“)` : "keine Angabe";
  const all = text && !words.includes(text) ? [text, ...words] : words;
  const made = element("select", {}, element("option", { value: "" }, none), all.map((word) => element("option", { value: word }, word)));
  made.value = text;
  return made;
}

/** As high as its text. */
export function textarea(text, least = 2) {
  const made = element("textarea", { rows: Math.min(20, Math.max(least, Math.ceil(text.length / 70), text.split("\n").length)) });
  made.value = text;
  return made;
}

function say(control, error, message) {
  error.textContent = message;
  error.hidden = !message;
  if (message) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}
