// Texts in blocks of several lines: what did not change keeps its lines, so that a change shows where it was made.
import { WIDTH, isLiteral, wrapped } from "./form-schrift.js";

/** A text in the block notation it had, with the line ends it had where its words are the same; null where that cannot be. */
export function inItsBlock(old, text) {
  const [header, ...body] = old.split("\n");
  if (!/^[|>][+-]?(\s+#.*)?$/.test(header) || !isLiteral(text)) return null;
  const pad = body.find((line) => line.trim())?.match(/^ */)[0] ?? "";
  if (!pad || body.some((line) => line.trim() && (!line.startsWith(pad) || line[pad.length] === " "))) return null;
  const rows = body.map((line) => line.slice(pad.length));
  const padded = (lines) => [header, ...lines.map((line) => (line ? pad + line : line))];
  if (header[0] === "|") return text.includes("\n") ? padded(text.split("\n")) : null;
  return padded(refolded(rows, text, WIDTH - pad.length));
}

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
