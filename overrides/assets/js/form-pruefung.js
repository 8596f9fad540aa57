// What is not in order yet: the rules of the models, as far as they can be told from the form alone.
import { dateProblem } from "./form-datum.js";
import { acrossFields } from "./form-regeln.js";
import { children, everyValue, isFilled } from "./form-zustand.js";

/** 12.000 and 1.000.000 are German thousands; read as decimals they would be wrong by a factor of a thousand. */
const THOUSANDS = /^-?(\d{1,3}(\.\d{3})*\.\d\d0|\d{1,3}(\.\d{3}){2,})$/;
const GERMAN_NUMBER = /^-?(\d{1,3}(\.\d{3})*(,\d+)?|\d+,\d+)(\s*(€|Euro))?$/;

/** Every problem of a record as `{ state, message }`, in the order of the form. */
export function problems(record, form, directory) {
  const found = [...inState(record.fields, directory), ...acrossFields(record.fields)];
  const { herkunft } = record.fields.fields;
  const isTakenOver = Boolean(herkunft && isFilled(herkunft)); // from a council system: unread, but backed
  if (form.needsSource && !isTakenOver && ![...everyValue(record.fields)].some(({ field, text }) => field.types?.join() === "quellen" && text.trim())) {
    const state = record.fields.fields.quellen;
    if (state) found.push({ state, message: "Der Eintrag nennt keine Quelle. Bitte mindestens eine angeben." });
  }
  return [...found, ...ofSummary(record.fields.fields.kurzfassung, form, isTakenOver)];
}

function ofSummary(state, { needsSummary, summaryMost }, isTakenOver) {
  const { length } = state?.text.trim() ?? "";
  if (!length && needsSummary && !isTakenOver) return [{ state, message: "Die „Kurzfassung“ fehlt: ein bis drei Sätze, die man mit 15 Jahren versteht." }];
  return length > summaryMost ? [{ state, message: `Die „Kurzfassung“ hat ${length} Zeichen. Bitte auf höchstens ${summaryMost} kürzen.` }] : [];
}

function* inState(state, directory) {
  if (state.sort === "value") {
    const message = valueProblem(state, directory);
    if (message) yield { state, message };
    return;
  }
  if (state.sort === "list") {
    if (state.isUnknown) return;
    yield* inList(state);
  } else if (state.field.key && !state.field.required && !state.field.inList && !isFilled(state)) return;
  for (const child of children(state)) yield* inState(child, directory);
}

function* inList(state) {
  const { field, items } = state;
  const amount = items.length;
  if (field.required && amount < (field.least ?? 1)) {
    const least = field.least ?? 1;
    yield { state, message: `„${field.label}“ braucht mindestens ${least === 1 ? "eine Angabe" : `${least} Angaben`}.` };
  }
}

/** What is wrong with one value; nothing where it may stay. */
export function valueProblem({ field, text: written }, directory) {
  const text = written.trim();
  if (!text) {
    if (field.required) return `„${field.label}“ fehlt.`;
    return field.inList ? "Diese Zeile ist leer. Bitte ausfüllen oder entfernen." : "";
  }
  if (text === "unbekannt" && field.unknown) return "";
  switch (field.kind) {
    case "date": return dateProblem(text);
    case "choice": return field.words.includes(text) ? "" : `„${text}“ ist hier nicht möglich.`;
    case "count": return countProblem(field, text);
    case "number": return numberProblem(field, text);
    case "record": return text === "unbekannt" ? "„unbekannt“ ist hier keine Kennung. Was unbekannt ist, bitte weglassen." : directory.resolve(text, field).problem ?? "";
    case "url": return new RegExp(field.pattern).test(text) ? "" : "Eine Adresse beginnt mit https:// und enthält keine Leerzeichen.";
    default: return !field.pattern || new RegExp(field.pattern).test(text) ? "" : `„${text}“ passt hier nicht. ${field.help}${field.example ? ` Beispiel: ${field.example}` : ""}`;
  }
}

function countProblem({ min, max }, text) {
  if (!/^-?\d+$/.test(text)) return THOUSANDS.test(text) ? `„${text}“ ist mehrdeutig. Bitte ohne Punkte schreiben: ${text.replaceAll(".", "")}.` : `„${text}“ ist keine ganze Zahl, zum Beispiel 29.`;
  if (min !== null && Number(text) < min) return `„${text}“ ist zu klein: mindestens ${min}.`;
  return max !== null && Number(text) > max ? `„${text}“ ist zu groß: höchstens ${max}.` : "";
}

function numberProblem({ places }, text) {
  if (THOUSANDS.test(text)) return `„${text}“ ist mehrdeutig: Ein Punkt steht nur vor Nachkommastellen. Meinten Sie ${text.replaceAll(".", "")}?`;
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    const meant = GERMAN_NUMBER.test(text) ? ` Meinten Sie ${text.replaceAll(".", "").replace(",", ".").replace(/[^0-9.-]/g, "")}?` : "";
    return `„${text}“ ist keine Zahl.${meant} Erwartet werden Ziffern mit Punkt vor den Nachkommastellen, zum Beispiel 1374.64.`;
  }
  if ((text.split(".")[1] ?? "").length > places) return `Erlaubt sind höchstens ${places} Nachkommastellen.`;
  return text.replace(/\D/g, "").length > 18 ? `„${text}“ ist zu groß.` : "";
}

/** What is wrong with the id of a new record. */
export function idProblem(id, form, directory, type) {
  if (!id) return "Die Kennung fehlt. Sie wird der Name der Datei und Teil der Adresse.";
  if (id.length > form.id.most || !new RegExp(`^${form.id.pattern}$`).test(id)) return `„${id}“ ist keine gültige Kennung: ${form.id.rule}.`;
  const other = directory.get(type, id);
  if (other && other.place !== 2) return `Die Kennung „${id}“ ist schon vergeben: ${other.label}. Bitte eine andere wählen.`;
  if (directory.renamed(type, id)) return `Die Kennung „${id}“ gab es früher. Kennungen werden nie neu vergeben.`;
  return form.taken.includes(id) ? `Die Adresse „/${id}/“ braucht das Portal selbst. Bitte eine andere Kennung wählen.` : "";
}

/** The nearest valid id to a title: lower case, umlauts spelt out, the rest as hyphens. */
export function slug(text, most) {
  const spelt = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return text.toLowerCase().replace(/[äöüß]/g, (sign) => spelt[sign]).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, most).replace(/-+$/, "");
}
