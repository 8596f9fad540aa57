// Rules that look at several fields at once: those of hooks/portal/check/votes.py and completeness.py, in the same words.
import { isFilled } from "./form-zustand.js";

const FINAL = ["beschlossen", "geändert beschlossen", "teilweise beschlossen"];
const ADVICE = ["empfohlen", "geändert empfohlen", "nicht empfohlen"];
const COUNTS = ["ja", "nein", "enthaltung"];
const WITH_ANSWER = ["beantwortet", "teilweise beantwortet"];

/** What does not fit together, as `{ state, message }`. */
export function* acrossFields({ fields }) {
  for (const station of fields.beratungsfolge?.items ?? []) yield* ofStation(station.fields);
  for (const question of fields.fragen?.items ?? []) yield* ofQuestion(question.fields, fields.beantwortet);
}

const word = (state) => state.text.trim();
/** A number of votes; null where it is not known. */
const count = (state) => (/^\d+$/.test(word(state)) ? Number(word(state)) : null);

function* ofStation({ rolle, ergebnis, mehrheit, stimmen, notiz }) {
  const [role, result] = [word(rolle), word(ergebnis)];
  if (role === "Vorberatung" && FINAL.includes(result)) {
    yield { state: ergebnis, message: `Ein vorberatendes Gremium beschließt nicht, es empfiehlt. Meinten Sie „${result === "geändert beschlossen" ? "geändert empfohlen" : "empfohlen"}“?` };
  }
  if (role === "Entscheidung" && ADVICE.includes(result)) {
    yield { state: ergebnis, message: `Ein entscheidendes Gremium empfiehlt nicht („${result}“). Meinten Sie „beschlossen“ oder „abgelehnt“?` };
  }
  if (!isFilled(stimmen)) return;
  const [yes, no] = [count(stimmen.fields.ja), count(stimmen.fields.nein)];
  if (word(mehrheit) === "einstimmig" && no > 0) {
    yield { state: mehrheit, message: `„einstimmig“ passt nicht zu ${no === 1 ? "einer Nein-Stimme" : `${no} Nein-Stimmen`}. Enthaltungen sind erlaubt, Nein-Stimmen nicht.` };
  }
  if (yes !== null && no !== null) {
    if (FINAL.includes(result) && no >= yes) yield { state: stimmen.fields.ja, message: `„${result}“ passt nicht zu ${yes} Ja und ${no} Nein. Bitte Ergebnis oder Stimmen prüfen.` };
    if (result === "abgelehnt" && yes > no && !isFilled(notiz)) {
      yield { state: stimmen.fields.ja, message: `„abgelehnt“ passt nicht zu ${yes} Ja und ${no} Nein. Brauchte es eine größere Mehrheit, bitte in „notiz“ sagen.` };
    }
  }
  yield* ofSums(stimmen.fields);
}

function* ofSums(votes) {
  if (COUNTS.every((key) => count(votes[key]) === 0)) {
    yield { state: votes.ja, message: "0 Ja, 0 Nein, 0 Enthaltungen hieß in den Unterlagen bisher immer: nicht gezählt. Bitte „stimmen“ löschen; was fehlt, gilt als unbekannt." };
  }
  const groups = votes["nach-fraktion"].items.filter(isFilled).map(({ fields }) => fields);
  const names = groups.map(({ fraktion }) => word(fraktion));
  for (const [number, { fraktion }] of groups.entries()) {
    if (names.indexOf(names[number]) < number) yield { state: fraktion, message: `Die Fraktion „${names[number]}“ steht doppelt.` };
  }
  for (const key of COUNTS) {
    const total = count(votes[key]);
    const known = groups.map((group) => count(group[key])).filter((each) => each !== null);
    const sum = known.reduce((all, each) => all + each, 0);
    if (total !== null && known.length && (sum > total || (known.length === groups.length && sum !== total))) {
      yield { state: votes[key], message: `Die Fraktionen kommen bei „${key}“ zusammen auf ${sum}, angegeben ist insgesamt ${total}. Bitte nachrechnen.` };
    }
  }
}

function* ofQuestion({ stand, antwort, "beantwortet-am": on }, answered) {
  const state = word(stand);
  if (WITH_ANSWER.includes(state) && !isFilled(antwort)) yield { state: stand, message: `Der Stand ist „${state}“, aber das Feld „antwort“ fehlt.` };
  if (state === "offen" && isFilled(antwort)) yield { state: stand, message: "Der Stand ist „offen“, aber es gibt eine Antwort. Meinten Sie „teilweise beantwortet“?" };
  if (WITH_ANSWER.includes(state) && !isFilled(answered) && !isFilled(on)) yield { state: stand, message: "Die Frage ist beantwortet, aber nirgends steht, wann. Bitte „beantwortet“ ergänzen." };
}
