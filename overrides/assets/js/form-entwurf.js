// A draft in this browser, only if somebody asks for it.
import { kept, refill } from "./form-zustand.js";

export class Draft {
  constructor(root, name) {
    this.key = `entwurf:${root.pathname}${name}`;
  }

  read() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key));
      return found?.v === 1 ? found : null;
    } catch {
      return null;
    }
  }

  /** False where the browser refuses to keep anything. */
  write(record, id, text) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ v: 1, base: record.source.text, id, fields: kept(record.fields), prose: record.prose.text, text }));
      return true;
    } catch {
      return false;
    }
  }

  remove() {
    try {
      localStorage.removeItem(this.key);
    } catch { /* nothing can have been kept */ }
  }
}

/** Fills a kept draft into the form. One that was begun on another state of the file is shown as text only. */
export function restore({ draft, record, idField }) {
  const found = draft.read();
  if (!found) return;
  const doesFit = found.base === record.source.text;
  const [told, text] = ["entwurfstand", "entwurftext"].map((id) => document.getElementById(id));
  document.getElementById("entwurf").hidden = false;
  document.getElementById("merken").checked = doesFit;
  if (doesFit) {
    refill(record.fields, found.fields, record.source);
    record.prose.text = found.prose;
    idField.value = found.id;
    told.textContent = "Ihr Entwurf ist wieder da. Er liegt nur in diesem Browser.";
  } else {
    told.textContent = "Die Datei hat sich geändert, seit Sie Ihren Entwurf begonnen haben. Er passt nicht mehr ins Formular; hier ist sein Text:";
    text.hidden = false;
    text.textContent = found.text;
  }
}
