// The form for one record: loads its description and, with ?id=…, its file; shows the file that results; hands it over.
import { element, whenReleased } from "./form-dom.js";
import { copy, download, existingFile, explain, newFile, onBranch } from "./form-abschicken.js";
import { fileText } from "./form-einsetzen.js";
import { Draft, restore } from "./form-entwurf.js";
import { mark, summarise, where } from "./form-fehler.js";
import { chooser, fieldsOf } from "./form-felder.js";
import { idProblem, problems, slug } from "./form-pruefung.js";
import { Directory } from "./form-verzeichnis.js";
import { changedLines } from "./form-vorschau.js";
import { everyValue, isChanged, record as recordOf } from "./form-zustand.js";

const root = new URL("../", import.meta.url);
const $ = (id) => document.getElementById(id);
const page = $("formular");
const type = page.dataset.art;
const id = new URLSearchParams(location.search).get("id");
const say = (place, text) => ($(place).textContent = text);

async function load(path) {
  const answer = await fetch(new URL(`bearbeiten/${type}/${path}`, root), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return answer.json();
}

/** The file of a record, and the place of its fields in it. */
async function existing(found) {
  const file = await load(found.place === 1 ? "gemeinsam.json" : `eintraege/${id}.json`);
  return { file, node: found.place === 1 ? file.fields.m.find(([key]) => key === id)[2] : file.fields };
}

class Editor {
  constructor(form, directory, label, file, node) {
    Object.assign(this, { form, directory, file, label });
    this.record = recordOf(form, file, node);
    this.source = this.record.source;
    this.draft = new Draft(root, `${type}/${id ?? "neu"}`);
    this.idField = $("kennung");
    this.proseField = $("fliesstext");
    this.hasOwnId = false;
    this.hasChanged = false;
  }

  get name() {
    return id ?? this.idField.value.trim();
  }

  get path() {
    return this.file?.path ?? `data/${type}/${this.name || "kennung"}.md`;
  }

  /** Where the proposal goes; null where the branch that was named is none. */
  get hosting() {
    const branch = $("zweig").value;
    return branch.trim() ? onBranch(this.form.hosting, branch) : this.form.hosting;
  }

  get text() {
    return fileText(this.record, this.file);
  }

  /** Every change comes by here; `message` is told to those who cannot see it. */
  changed(state, message) {
    this.hasChanged = true;
    if (message) say("meldung", message);
    const named = this.form.idFrom.map((key) => this.record.fields.fields[key]);
    if (!id && !this.hasOwnId && named.includes(state)) this.idField.value = slug(named.map(({ text }) => text).join(" "), this.form.id.most);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), 150);
  }

  /** What the file looks like now. */
  show() {
    const { text } = this;
    const { lines, amount } = changedLines(this.file ? this.source.text : "", text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n"));
    $("dateipfad").textContent = this.path;
    $("vorschau").replaceChildren(...(this.file ? lines.map(({ words, isNew }) => (isNew ? element("mark", {}, `${words}\n`) : `${words}\n`)) : [text]));
    $("umfang").textContent = this.file ? (amount ? `${amount === 1 ? "Eine Zeile ist" : `${amount} Zeilen sind`} neu oder anders, sie sind markiert.` : "Noch ist nichts geändert.") : "";
    const first = $("vorschau").querySelector("mark");
    if (first) $("vorschau").scrollTop = first.offsetTop - $("vorschau").offsetTop - first.offsetHeight;
    for (const each of document.querySelectorAll("details.teil")) this.captions.get(each.id)?.describe?.();
    if ($("merken").checked) this.keep();
  }

  /** States of parts, by the ids of their elements. */
  get captions() {
    const found = new Map();
    const walk = (state) => {
      found.set(state.id, state);
      for (const child of state.items ?? Object.values(state.fields ?? {})) walk(child);
    };
    walk(this.record.fields);
    return found;
  }

  draw() {
    $("felder").replaceChildren(fieldsOf(this.record.fields, this));
    this.proseField.value = this.record.prose.text;
    const hasProse = !this.file || Boolean(this.file.prose);
    $("fliesstextfeld").hidden = !hasProse;
    this.show();
  }

  // --- Checking --------------------------------------------------------------------------------

  async check() {
    const types = new Set([...everyValue(this.record.fields)].filter(({ field, text }) => field.kind === "record" && text.trim()).flatMap(({ field }) => (field.types.length ? field.types : [""])));
    await this.directory.load(types.has("") ? [] : [...types, type]);
    const found = problems(this.record, this.form, this.directory);
    for (const state of this.captions.values()) state.show?.("");
    for (const { state, message } of found) state.show?.(message);
    const list = found.map(({ state, message }) => ({ id: state.id, label: where(state), message }));
    const wrongId = id ? "" : idProblem(this.name, this.form, this.directory, type);
    mark("kennung", wrongId);
    const { host } = new URL(this.form.hosting.new);
    const wrongBranch = this.hosting ? "" : `Das ist keine Adresse eines Zweigs auf ${host}.`;
    mark("zweig", wrongBranch);
    if (wrongBranch) list.push({ id: "zweig", label: "Adresse des Zweigs", message: wrongBranch });
    if (wrongId) list.unshift({ id: "kennung", label: "Kennung", message: wrongId });
    summarise(list);
    return !list.length;
  }

  // --- Handing over ----------------------------------------------------------------------------

  async submit() {
    if (!(await this.check())) return;
    if (this.file && !isChanged(this.record.fields) && this.text === this.original) return say("rueckmeldung", "Sie haben noch nichts geändert.");
    say("rueckmeldung", "");
    const { text, path } = this;
    const target = this.file ? existingFile(this.hosting, path) : newFile(this.hosting, path, text);
    const isCopied = target.isFilled || copy(text);
    const opened = open(target.url, "_blank");
    if (opened) opened.opener = null;
    this.hasChanged = false;
    explain(target, isCopied, path, Boolean(this.file));
  }

  // --- Drafts ----------------------------------------------------------------------------------

  keep() {
    if (this.draft.write(this.record, this.idField.value, this.text)) return;
    $("merken").checked = false;
    say("rueckmeldung", "Ihr Browser erlaubt dieser Seite nicht, sich etwas zu merken.");
  }

  wire() {
    this.original = this.text;
    this.idField.addEventListener("input", () => {
      this.hasOwnId = Boolean(this.name);
      this.changed();
    });
    this.idField.addEventListener("change", () => whenReleased(() => mark("kennung", idProblem(this.name, this.form, this.directory, type))));
    $("zweig").addEventListener("change", () => (this.directory.isOpen = Boolean(this.hosting) && this.hosting !== this.form.hosting));
    this.proseField.addEventListener("input", () => {
      this.record.prose.text = this.proseField.value;
      this.changed();
    });
    $("merken").addEventListener("change", ({ target }) => {
      if (target.checked) this.keep();
      else this.draft.remove();
      say("rueckmeldung", target.checked ? "Der Entwurf wird in diesem Browser aufbewahrt." : "Der Entwurf ist aus diesem Browser gelöscht.");
    });
    $("entwurfweg").addEventListener("click", () => {
      this.draft.remove();
      this.hasChanged = false;
      location.reload();
    });
    page.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    $("kopieren").addEventListener("click", () => say("kopierstand", copy(this.text) ? "Der Text ist kopiert." : "Das Kopieren ging nicht. Bitte den Text von Hand markieren."));
    $("herunterladen").addEventListener("click", () => download(this.path.split("/").at(-1), this.text));
    addEventListener("beforeunload", (event) => {
      if (this.hasChanged && !$("merken").checked) event.preventDefault();
    });
  }
}

/** The way to another record of this type. */
function wakeChooser(directory) {
  const field = $("vorhandener");
  const place = field.parentElement;
  place.append(chooser(field, "Vorhandene Einträge", async (text) => directory.suggest(text, { types: [type] }), (chosen) => location.assign(`?id=${encodeURIComponent(chosen)}`)));
}

async function begin() {
  const form = await load("formular.json");
  const directory = new Directory(root, form.types);
  await directory.load([type]);
  wakeChooser(directory);
  const found = id && directory.get(type, id);
  const isThere = found && found.place !== 2;
  if (id && !isThere) {
    const now = directory.renamed(type, id);
    return say("formstand", now ? `„${id}“ heißt jetzt „${now}“.` : found ? "Dieser Eintrag ist aus anderen abgeleitet und hat keine Datei. Ändern Sie den Eintrag, aus dem er folgt." : `Einen Eintrag „${id}“ gibt es hier nicht.`);
  }
  const { file, node } = isThere ? await existing(found) : {};
  if (file?.mixed) return say("formstand", "Diese Datei mischt verschiedene Zeilenenden und lässt sich im Formular nicht zeichengenau ändern. Bitte bearbeiten Sie sie auf der Plattform.");
  const editor = new Editor(form, directory, found?.label, file, node);
  const host = new URL(form.hosting.new).host;
  $("abschicken").textContent = file ? `Text kopieren und Datei auf ${host} öffnen` : `Datei auf ${host} anlegen`;
  $("kennungsfeld").hidden = Boolean(file);
  if (file) {
    document.querySelector("h1").textContent = `${form.singular} ändern: ${found.label}`;
    document.title = `${found.label} ändern – ${document.title}`;
  }
  editor.wire();
  restore(editor);
  editor.hasOwnId = Boolean(editor.name);
  editor.draw();
  page.hidden = false;
}

begin().catch(() => say("formstand", "Das Formular ließ sich nicht laden. Bitte laden Sie die Seite neu."));
