// Changed values put into a file's text. What nobody changed stays as it is, sign by sign: comments, order, spaces, quotes.
import { inItsBlock } from "./form-falten.js";
import { flowEdits } from "./form-klammern.js";
import { TALL, field, flowScalar, inline, isGroup, item, recordText, scalarLines } from "./form-schrift.js";
import { end, isChanged, isFilled, isScalar, plain, written } from "./form-zustand.js";

/** The text of a record's file, with what has been changed. */
export function fileText({ fields, prose, source }, file) {
  if (!file) return recordText(plain(fields) ?? {}, prose.text);
  const splice = new Splice(source.text);
  const edits = [...(splice.patch(fields, fields.node) ?? []), ...proseEdits(prose, file, source.text)];
  const text = apply(source.text, edits);
  return (file.begins ?? "") + (file.lineEnd ? text.replaceAll("\n", file.lineEnd) : text);
}

/** Edits are `[start, end, new text]`; those at one place keep their order. */
function apply(text, edits) {
  let done = 0;
  let made = "";
  for (const [from, to, by] of [...edits].sort((a, b) => a[0] - b[0])) {
    made += text.slice(done, from) + by;
    done = to;
  }
  return made + text.slice(done);
}

function proseEdits(prose, file, text) {
  if (!file.prose || prose.text.trim() === prose.initial.trim()) return [];
  const [closing, from, to] = file.prose;
  const now = prose.text.trim();
  if (!now) return [[closing, to, ""]];
  if (from < to) return [[from, to, now]];
  return [[closing, closing, `\n\n${now}${text[closing] === "\n" ? "" : "\n"}`]];
}

class Splice {
  constructor(text) {
    this.text = text;
  }

  /** The edits that make a value of the file what its state says; null where it has to be written anew. */
  patch(state, node, isInFlow = false) {
    if (!isChanged(state)) return [];
    const isIn = isInFlow || Boolean(node.f);
    if (state.sort === "value") return isScalar(node) ? this.scalar(state, node, isInFlow) : null;
    if (state.sort === "list" && !node.l) return this.lone(state, node, isInFlow);
    if (state.sort === "group" && isScalar(node)) return typeof plain(state) === "string" ? this.patch(state.fields[state.part.shorthand], node, isInFlow) : null;
    if (isIn) return flowEdits(this, state, node);
    return state.sort === "list" ? this.list(state, node) : this.mapping(state, node);
  }

  /** A list of one item that stands without dash or brackets. */
  lone(state, node, isInFlow) {
    const [only, ...others] = written(state);
    return !state.isUnknown && !others.length && only === state.initialItems[0] ? this.patch(only, node, isInFlow) : null;
  }

  // --- One value -------------------------------------------------------------------------------

  scalar(state, node, isInFlow) {
    const text = state.text.trim();
    if (!text) return null;
    if (isInFlow) return [[...node.slice(0, 2), flowScalar(text)]];
    const old = this.text.slice(node[0], node[1]);
    const indent = this.indent(node[0]);
    const wasOneLong = !old.includes("\n") && scalarLines(state.initial, indent).length > 1;
    const lines = inItsBlock(old, text) ?? (wasOneLong ? [inline(text)] : scalarLines(text, indent));
    return [this.withTail(node[0], node[1], lines.join("\n"))];
  }

  /** A comment behind a value that now takes several lines belongs behind their first. */
  withTail(from, to, by) {
    const rest = this.text.slice(to, this.lineEnd(to));
    const header = this.text.slice(from, to).match(/^[|>][+-]?(\s+#[^\n]*)\n/);
    const [first, ...others] = by.split("\n");
    if (others.length && /^\s+#/.test(rest)) return [from, to + rest.length, [first + rest, ...others].join("\n")];
    if (header && !by.startsWith(header[0])) return [from, to, [first + header[1], ...others].join("\n")];
    return [from, to, by];
  }

  // --- Fields in lines -------------------------------------------------------------------------

  mapping(state, node) {
    const entries = node.m.map(([key, at, value]) => ({ key, at, value, state: state.fields[key] }));
    const stays = (entry) => !entry.state || !isChanged(entry.state) || isFilled(entry.state);
    const first = entries.findIndex(stays);
    if (first < 0) return null;
    const indent = this.column(entries[0].at);
    const edits = [];
    if (first > 0) edits.push([entries[0].at, entries[first].at, this.comments(entries[0], entries[first], indent)]);
    for (const entry of entries.slice(first)) {
      if (!stays(entry)) edits.push(this.withoutLines(entry));
      else if (entry.state) edits.push(...(this.patch(entry.state, entry.value) ?? [this.rewritten(entry, indent)]));
    }
    return [...edits, ...this.additions(state, entries.filter(stays), indent)];
  }

  /** Comments between fields that go and the first that stays. */
  comments(gone, stays, indent) {
    const between = this.text.slice(gone.at, stays.at).split("\n").map((line) => line.trim()).filter((line) => line.startsWith("#"));
    return between.map((line) => `${line}\n${" ".repeat(indent)}`).join("");
  }

  withoutLines({ at, value }) {
    const from = this.text.lastIndexOf("\n", at - 1) + 1;
    const to = Math.min(this.lineEnd(end(value)) + 1, this.text.length);
    // Of two empty lines around what goes, one goes, too.
    const isBetween = this.text[to] === "\n" && (from === 0 || this.text[from - 2] === "\n" || this.text.slice(0, from).endsWith("---\n"));
    return [from, isBetween ? to + 1 : to, ""];
  }

  rewritten({ key, at, value, state }, indent) {
    return this.withTail(at, end(value), field(key, plain(state), indent).join("\n").trimStart());
  }

  /** New fields, each behind the field that comes before it in the form and is there. */
  additions(state, entries, indent) {
    const order = Object.keys(state.fields);
    const pad = " ".repeat(indent);
    return order.filter((key) => !state.fields[key].node && isFilled(state.fields[key])).map((key) => {
      const value = plain(state.fields[key]);
      const lines = field(key, value, indent);
      const before = entries.filter((entry) => order.indexOf(entry.key) < order.indexOf(key));
      const anchor = before.reduce((best, entry) => (best && order.indexOf(best.key) > order.indexOf(entry.key) ? best : entry), null);
      if (!anchor) return [entries[0].at, entries[0].at, `${lines.join("\n").trimStart()}\n${pad}`];
      const at = this.lineEnd(end(anchor.value));
      return [at, at, `\n${!indent && isGroup(value) ? "\n" : ""}${lines.join("\n")}`];
    });
  }

  // --- Items in lines --------------------------------------------------------------------------

  list(state, node) {
    const { initialItems } = state;
    const filled = written(state);
    if (state.isUnknown || !filled.length) return null;
    const dashes = node.l.map(([dash]) => dash);
    const indent = this.column(dashes[0]);
    if (this.text.slice(this.lineStart(dashes[0]), dashes[0]).trim()) return null;
    const patches = node.l.map(([dash, value], number) => {
      const each = initialItems[number];
      return this.patch(each, value) ?? (isFilled(each) ? [this.withTail(dash, end(value), item(plain(each), indent).join("\n").trimStart())] : []);
    });
    if (filled.length === initialItems.length && filled.every((each, number) => each === initialItems[number])) return patches.flat();
    return [this.rearranged(filled, state, node, indent, patches)];
  }

  /** Items in a new order: each keeps its lines, with the comments above it. */
  rearranged(filled, { initialItems }, node, indent, patches) {
    const ends = node.l.map(([, value]) => this.lineEnd(end(value)));
    const begins = node.l.map(([dash], number) => (number ? ends[number - 1] + 1 : this.lineStart(dash)));
    const old = begins.map((from, number) => apply(this.text.slice(from, ends[number]), patches[number].map(([a, b, by]) => [a - from, b - from, by])));
    const isApart = old.length > 1 ? old.slice(1).every((text) => text.startsWith("\n")) : old[0].split("\n").length >= TALL;
    const parts = filled.map((each, number) => {
      const was = initialItems.indexOf(each);
      const text = was < 0 ? item(plain(each), indent).join("\n") : old[was];
      const bare = text.replace(/^\n+/, "");
      if (!number) return bare;
      return was > 0 ? text : (isApart ? "\n" : "") + bare;
    });
    return [begins[0], ends.at(-1), parts.join("\n")];
  }

  // --- Places ----------------------------------------------------------------------------------

  lineStart(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  lineEnd(at) {
    const found = this.text.indexOf("\n", at);
    return found < 0 ? this.text.length : found;
  }

  column(at) {
    return at - this.lineStart(at);
  }

  /** How far the key or dash of a value is indented; dashes before a key count as spaces. */
  indent(at) {
    const line = this.text.slice(this.lineStart(at), at);
    const item = line.match(/^ *- (?=\S*$)$/) ?? line.match(/^ *-\s+$/);
    return item ? line.indexOf("-") : line.match(/^[ -]*/)[0].length;
  }
}
