// Changed values put into a file's text. What nobody changed stays as it is, sign by sign: comments, order, spaces, quotes.
import { TALL, WIDTH, field, flow, flowScalar, inline, isGroup, isLiteral, item, recordText, scalarLines, wrapped } from "./form-schrift.js";
import { isChanged, isFilled, plain } from "./form-zustand.js";

const isScalar = (node) => Array.isArray(node);
const start = (node) => (isScalar(node) ? node[0] : node.s);
const end = (node) => (isScalar(node) ? node[1] : node.e);

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
    if (isIn) return this.flowEdits(state, node);
    return state.sort === "list" ? this.list(state, node) : this.mapping(state, node);
  }

  /** A list of one item that stands without dash or brackets. */
  lone(state, node, isInFlow) {
    const [only] = state.initialItems;
    return !state.isUnknown && state.items.length === 1 && state.items[0] === only ? this.patch(only, node, isInFlow) : null;
  }

  // --- One value -------------------------------------------------------------------------------

  scalar(state, node, isInFlow) {
    const text = state.text.trim();
    if (!text) return null;
    if (isInFlow) return [[...node.slice(0, 2), flowScalar(text)]];
    const old = this.text.slice(node[0], node[1]);
    const indent = this.indent(node[0]);
    const wasOneLong = !old.includes("\n") && scalarLines(state.initial, indent).length > 1;
    const lines = this.sameBlock(old, text) ?? (wasOneLong ? [inline(text)] : scalarLines(text, indent));
    return [this.withTail(node[0], node[1], lines.join("\n"))];
  }

  /** A text in the block notation it had, with the line ends it had where its words are the same. */
  sameBlock(old, text) {
    const [header, ...body] = old.split("\n");
    if (!/^[|>][+-]?(\s+#.*)?$/.test(header) || !isLiteral(text)) return null;
    const pad = body.find((line) => line.trim())?.match(/^ */)[0] ?? "";
    if (!pad || body.some((line) => line.trim() && (!line.startsWith(pad) || line[pad.length] === " "))) return null;
    const rows = body.map((line) => line.slice(pad.length));
    const padded = (lines) => [header, ...lines.map((line) => (line ? pad + line : line))];
    if (header[0] === "|") return text.includes("\n") ? padded(text.split("\n")) : null;
    return padded(refolded(rows, text, WIDTH - pad.length));
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
    const { items, initialItems } = state;
    if (state.isUnknown || !items.some(isFilled)) return null;
    const filled = items.filter((each) => isFilled(each) || !isChanged(each));
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

  // --- Between brackets ------------------------------------------------------------------------

  flowEdits(state, node) {
    const edits = this.flowValues(state, node);
    if (edits) return edits;
    const text = this.flowText(state, node);
    if (text === null) return null;
    const line = this.text.slice(this.lineStart(node.s), this.lineEnd(node.e));
    const length = line.length + text.length - (node.e - node.s);
    return length <= Math.max(WIDTH, line.length) ? [[node.s, node.e, text]] : null;
  }

  /** Where only single values differ, each is put in its place; null where fields or items come or go. */
  flowValues(state, node) {
    const isList = state.sort === "list";
    if (Boolean(node.l) !== isList || state.isUnknown) return null;
    if (isList && (state.items.length !== state.initialItems.length || state.items.some((each, number) => each !== state.initialItems[number] || (isChanged(each) && !isFilled(each))))) return null;
    if (!isList && Object.values(state.fields).some((each) => Boolean(each.node) !== isFilled(each))) return null;
    const pairs = isList ? node.l.map(([, value], number) => [state.items[number], value]) : node.m.map(([key, , value]) => [state.fields[key], value]);
    const edits = pairs.map(([each, value]) => (each ? this.patch(each, value, true) : []));
    return edits.includes(null) ? null : edits.flat();
  }

  flowText(state, node) {
    const old = this.text.slice(start(node), end(node));
    if (!isChanged(state)) return old;
    if (/(^|\s)#/.test(old)) return null;
    if (state.sort === "value") return isFilled(state) ? flowScalar(state.text.trim()) : null;
    if (state.sort === "list") {
      if (state.isUnknown) return null;
      const parts = state.items.filter(isFilled).map((each) => (each.node ? this.flowText(each, each.node) : flowNew(plain(each))));
      return parts.includes(null) ? null : `[${parts.join(", ")}]`;
    }
    if (!node.m) return null;
    const order = Object.keys(state.fields);
    const known = node.m.map(([key]) => key);
    const parts = known.filter((key) => !state.fields[key] || isFilled(state.fields[key])).map((key) => {
      const [, at, value] = node.m.find(([name]) => name === key);
      const text = state.fields[key] ? this.flowText(state.fields[key], value) : this.text.slice(start(value), end(value));
      return [key, text === null ? null : this.text.slice(at, start(value)) + text];
    });
    for (const key of order.filter((name) => !known.includes(name) && isFilled(state.fields[name]))) {
      const value = flowNew(plain(state.fields[key]));
      const behind = parts.findLastIndex(([name]) => order.indexOf(name) < order.indexOf(key));
      parts.splice(behind + 1, 0, [key, value === null ? null : `${key}: ${value}`]);
    }
    return parts.some(([, text]) => text === null) ? null : `{${parts.map(([, text]) => text).join(", ")}}`;
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

const flowNew = (value) => (typeof value === "string" ? flowScalar(value) : flow(value));

/** Paragraphs of a folded block: lines that did not change stay, only what lies between them is broken anew. */
function refolded(rows, text, width) {
  const before = paragraphs(rows);
  const now = text.split("\n").map((line) => line.split(/ +/).filter(Boolean));
  const isSame = before.length === now.length;
  return now.flatMap((words, number) => [...(number ? [""] : []), ...(isSame ? refoldedOne(before[number], words, width) : wrapped(words, width))]);
}

function paragraphs(rows) {
  const found = [[]];
  for (const row of rows) {
    if (row.trim()) found.at(-1).push(row.trim());
    else found.push([]);
  }
  return found;
}

function refoldedOne(rows, words, width) {
  const old = rows.map((row) => row.split(/ +/));
  const isSame = (row, from) => row.every((word, number) => word === words[from + number]);
  let head = 0;
  let done = 0;
  while (head < old.length && done + old[head].length <= words.length && isSame(old[head], done)) done += old[head++].length;
  let tail = old.length;
  let left = words.length;
  while (tail > head && left - old[tail - 1].length >= done && isSame(old[tail - 1], left - old[tail - 1].length)) left -= old[--tail].length;
  return [...rows.slice(0, head), ...wrapped(words.slice(done, left), width), ...rows.slice(tail)];
}
