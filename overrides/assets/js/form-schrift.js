// Values as the text of a record file, by the rules of hooks/portal/writing: texts, lists and mappings in the editors' style.
// A test writes the same values with both and compares.
export const WIDTH = 120;

const FIRST = "-?:,[]{}#&*!|>'\"%@`";
const NOTHING = new Set(["~", "null", "Null", "NULL", ""]);
const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/u;
const ENDS = /\s#|:(?:\s|$)/;
/** Items of a list from this many lines on are set apart by empty lines. */
export const TALL = 6;

/** Signs as people count them, not as JavaScript does. */
const signs = (text) => [...text].length;
const indented = (lines, pad) => lines.map((line) => (line ? pad + line : line));

function isPlain(text) {
  if (NOTHING.has(text) || text !== text.trim() || UNPRINTABLE.test(text)) return false;
  if (FIRST.includes([...text][0]) && !/^-[0-9]/.test(text)) return false;
  return !text.startsWith("---") && !text.startsWith("...") && !ENDS.test(text);
}

const escaped = (sign) => {
  if (sign === "\\" || sign === '"') return `\\${sign}`;
  if (sign === "\n") return "\\n";
  return UNPRINTABLE.test(sign) ? `\\U${sign.codePointAt(0).toString(16).padStart(8, "0")}` : sign;
};
const quoted = (text) => `"${[...text].map(escaped).join("")}"`;

/** A value on one line, after a key or a dash. */
export const inline = (text) => (isPlain(text) ? text : quoted(text));

const fitsFlow = (text) => isPlain(text) && !/[,[\]{}:#]/.test(text);

/** A value between brackets and commas. */
export const flowScalar = (text) => (fitsFlow(text) ? text : quoted(text));

/** Words in lines that are as long as they may be. */
export function wrapped(words, width) {
  const lines = [];
  let line = "";
  for (const word of words) {
    if (line && signs(line) + 1 + signs(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

export const isLiteral = (text) => {
  const lines = text.split("\n");
  return !UNPRINTABLE.test(text.replaceAll("\n", "")) && lines.every((line) => line === line.trim()) && lines[0] !== "" && lines.at(-1) !== "";
};

/** A text as a folded or literal block below its key; null where it belongs on the line of its key. */
function block(text, indent) {
  const pad = " ".repeat(indent);
  if (text.includes("\n")) return isLiteral(text) ? ["|-", ...indented(text.split("\n"), pad)] : null;
  const words = text.split(/\s+/);
  if (UNPRINTABLE.test(text) || indent + signs(text) <= WIDTH - 20 || words.join(" ") !== text) return null;
  const folded = wrapped(words, WIDTH - indent);
  return folded.length > 1 ? [">-", ...indented(folded, pad)] : null;
}

const isText = (value) => typeof value === "string";
const isMapping = (value) => !isText(value) && !Array.isArray(value);
const members = (value) => (isMapping(value) ? Object.values(value) : value);

/** `[a, b]` or `{ja: 29, nein: 6}` for short values; null where lines read better. */
export function flow(value) {
  if (!members(value).every((member) => isText(member) && fitsFlow(member))) return null;
  if (!isMapping(value)) return `[${value.join(", ")}]`;
  if (Object.entries(value).some(([key, member]) => !fitsFlow(key) || signs(member) > 20)) return null;
  return `{${Object.entries(value).map(([key, member]) => `${key}: ${member}`).join(", ")}}`;
}

/** The value of a key or dash as lines, the first of which goes on after it. */
export const scalarLines = (text, indent) => block(text, indent + 2) ?? [inline(text)];

/** Whether a field fills lines of its own, so that an empty line before it helps the eye. */
export function isGroup(value) {
  if (isText(value)) return false;
  return isMapping(value) ? Object.values(value).some((member) => !isText(member)) : value.some((member) => !isText(member) && isMapping(member));
}

/** A key with its value, as lines. */
export function field(key, value, indent) {
  const pad = " ".repeat(indent);
  if (isText(value)) {
    const [first, ...others] = scalarLines(value, indent);
    return [`${pad}${inline(key)}: ${first}`, ...others];
  }
  const short = flow(value);
  if (short !== null && indent + signs(key) + signs(short) < WIDTH) return [`${pad}${inline(key)}: ${short}`];
  return [`${pad}${inline(key)}:`, ...(isMapping(value) ? mapping(value, indent + 2) : items(value, indent + 2))];
}

export function mapping(values, indent, isTop = false) {
  return Object.entries(values).flatMap(([key, value], number) => {
    const lines = field(key, value, indent);
    return isTop && number && isGroup(value) ? ["", ...lines] : lines;
  });
}

/** One item of a list, with its dash. */
export function item(value, indent) {
  const pad = " ".repeat(indent);
  if (isText(value)) {
    const [first, ...others] = scalarLines(value, indent);
    return [`${pad}- ${first}`, ...others];
  }
  if (!members(value).length) return [`${pad}- ${isMapping(value) ? "{}" : "[]"}`];
  const [first, ...others] = isMapping(value) ? mapping(value, indent + 2) : items(value, indent + 2);
  return [`${pad}- ${first.slice(indent + 2)}`, ...others];
}

export function items(values, indent) {
  const written = values.map((value) => item(value, indent));
  const isApart = written.some((lines) => lines.length >= TALL);
  return written.flatMap((lines, number) => (number && isApart ? ["", ...lines] : lines));
}

/** A whole record file: fields, then prose. */
export function recordText(values, prose) {
  const head = `---\n${mapping(values, 0, true).map((line) => `${line}\n`).join("")}---\n`;
  return prose.trim() ? `${head}\n${prose.trim()}\n` : head;
}
