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

  /** Whether a draft was begun on the file as it is now. */
  static fits = (draft, record) => draft.base === record.source.text;

  static restore(draft, record) {
    refill(record.fields, draft.fields, record.source);
    record.prose.text = draft.prose;
  }
}
