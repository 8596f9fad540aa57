// Which records there are, so that fields can name them: loaded type by type, when somebody needs them.
const FOUND = 8;
const simple = (text) => text.toLowerCase().replaceAll("ß", "ss").replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");

export class Directory {
  /** `types` are the German names of all types, by the names of their folders. */
  constructor(root, types) {
    this.root = root;
    this.types = types;
    this.loading = new Map();
    /** By type: records by id, and ids of old. */
    this.known = new Map();
    /** Whether names that are not known may be those of records in a proposal begun before. */
    this.isOpen = false;
  }

  /** Loads the names of these types; of all where none is named. */
  load(types) {
    return Promise.all(this.typesOf(types).map((type) => {
      if (!this.loading.has(type)) this.loading.set(type, this.fetch(type));
      return this.loading.get(type);
    }));
  }

  async fetch(type) {
    const answer = await fetch(new URL(`bearbeiten/${type}/verzeichnis.json`, this.root));
    if (!answer.ok) throw new Error(`${answer.status} ${type}`);
    const { records, former } = await answer.json();
    const byId = new Map(records.map(([id, label, place, parts]) => [id, { type, id, label, place, parts: parts?.split(" ") ?? [], words: simple(`${label} ${id}`) }]));
    this.known.set(type, { byId, former });
  }

  typesOf = (types) => (types.length ? types : Object.keys(this.types));

  candidates(types) {
    return this.typesOf(types).filter((type) => this.known.has(type)).flatMap((type) => [...this.known.get(type).byId.values()]);
  }

  get(type, id) {
    return this.known.get(type)?.byId.get(id);
  }

  renamed(type, id) {
    return this.known.get(type)?.former[id];
  }

  /** What a field means by a text: the record, or the problem with it. */
  resolve(text, { types = [], points = false }) {
    const [name, ...rest] = text.trim().split("#");
    const fragment = rest.join("#");
    const slash = name.lastIndexOf("/");
    const id = name.slice(slash + 1);
    const within = slash >= 0 ? [name.slice(0, slash)] : types;
    if (slash >= 0 && (types.length === 1 || !(within[0] in this.types) || (types.length && !types.includes(within[0])))) return { problem: `„${text}“: Hier genügt die Kennung „${id}“.` };
    if (rest.length && !points) return { problem: `Hier wird ein ganzer Eintrag erwartet. Bitte ohne „#${fragment}“ schreiben.` };
    let found = this.candidates(within).filter((each) => each.id === id);
    if (found.length > 1 && !types.length) found = found.filter(({ type }) => type !== "glossar");
    if (found.length > 1) return { problem: `„${id}“ ist mehrdeutig. Bitte ${found.map((each) => `„${each.type}/${id}“`).join(" oder ")} schreiben.` };
    if (!found.length) return this.isOpen ? {} : { problem: this.whyUnknown(id, types) };
    if (rest.length && !found[0].parts.includes(fragment)) {
      const parts = found[0].parts.length ? ` Es gibt: ${found[0].parts.join(", ")}.` : " Der Eintrag hat keine nummerierten Teile.";
      return { problem: `„${id}“ hat keine Stelle „#${fragment}“.${parts}` };
    }
    return { record: found[0], fragment };
  }

  whyUnknown(id, types) {
    for (const type of this.typesOf(types)) {
      const now = this.renamed(type, id);
      if (now) return `„${id}“ heißt jetzt „${now}“. Bitte die neue Kennung schreiben.`;
    }
    const where = types.map((type) => this.types[type]).join(" oder ");
    return `„${id}“ gibt es${where ? ` unter „${where}“` : ""} nicht. Wählen Sie einen Eintrag aus der Liste. Haben Sie ihn gerade erst vorgeschlagen, dann nennen Sie unten diesen Vorschlag.`;
  }

  /** How a field names a record: by its id, with its type where the id alone is not enough. */
  nameOf(record, types) {
    const same = this.candidates(types).filter(({ id, type }) => id === record.id && (types.length || type !== "glossar" || type === record.type));
    return same.length > 1 ? `${record.type}/${record.id}` : record.id;
  }

  /** The records whose names hold all words that are typed; those that begin with them first. With `#`, their parts. */
  suggest(query, { types = [], points = false }) {
    if (points && query.includes("#")) {
      const [name, part] = query.split("#");
      const { record } = this.resolve(name, { types });
      return (record?.parts ?? []).filter((each) => each.includes(part)).slice(0, FOUND).map((each) => ({ value: `${name}#${each}`, label: each, kind: record.label }));
    }
    const words = simple(query).split(/\s+/).filter(Boolean);
    const found = this.candidates(types).filter((each) => words.every((word) => each.words.includes(word)));
    const rank = (each) => (each.id === query.trim() ? 0 : each.words.startsWith(words[0] ?? "") ? 1 : 2);
    found.sort((a, b) => rank(a) - rank(b));
    return found.slice(0, FOUND).map((each) => ({ value: this.nameOf(each, types), label: each.label, kind: types.length === 1 ? each.id : `${this.types[each.type]}, ${each.id}` }));
  }
}
