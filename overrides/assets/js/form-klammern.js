// Lists and groups between brackets, `[a, b]` and `{ja: 29}`: changed value by value, or written anew on their line.
import { WIDTH, flow, flowScalar } from "./form-schrift.js";
import { end, isChanged, isFilled, plain, start, written } from "./form-zustand.js";

/** What to do to a list or group between brackets; null where it must be written in lines. `splice` knows the text. */
export function flowEdits(splice, state, node) {
  const edits = flowValues(splice, state, node);
  if (edits) return edits;
  const text = flowText(splice, state, node);
  if (text === null) return null;
  const line = splice.text.slice(splice.lineStart(node.s), splice.lineEnd(node.e));
  const length = line.length + text.length - (node.e - node.s);
  return length <= Math.max(WIDTH, line.length) ? [[node.s, node.e, text]] : null;
}

/** Where only single values differ, each is put in its place; null where fields or items come or go. */
function flowValues(splice, state, node) {
  const isList = state.sort === "list";
  if (Boolean(node.l) !== isList || state.isUnknown) return null;
  const items = isList ? written(state) : [];
  if (isList && (items.length !== state.initialItems.length || items.some((each, number) => each !== state.initialItems[number]))) return null;
  if (!isList && Object.values(state.fields).some((each) => Boolean(each.node) !== isFilled(each))) return null;
  const pairs = isList ? node.l.map(([, value], number) => [items[number], value]) : node.m.map(([key, , value]) => [state.fields[key], value]);
  const edits = pairs.map(([each, value]) => (each ? splice.patch(each, value, true) : []));
  return edits.includes(null) ? null : edits.flat();
}

function flowText(splice, state, node) {
  const old = splice.text.slice(start(node), end(node));
  if (!isChanged(state)) return old;
  if (/(^|\s)#/.test(old)) return null;
  if (state.sort === "value") return isFilled(state) ? flowScalar(state.text.trim()) : null;
  if (state.sort === "list") {
    if (state.isUnknown) return null;
    const parts = written(state).map((each) => (each.node ? flowText(splice, each, each.node) : flowNew(plain(each))));
    return parts.includes(null) ? null : `[${parts.join(", ")}]`;
  }
  if (!node.m) return null;
  const order = Object.keys(state.fields);
  const known = node.m.map(([key]) => key);
  const parts = known.filter((key) => !state.fields[key] || isFilled(state.fields[key])).map((key) => {
    const [, at, value] = node.m.find(([name]) => name === key);
    const text = state.fields[key] ? flowText(splice, state.fields[key], value) : splice.text.slice(start(value), end(value));
    return [key, text === null ? null : splice.text.slice(at, start(value)) + text];
  });
  for (const key of order.filter((name) => !known.includes(name) && isFilled(state.fields[name]))) {
    const value = flowNew(plain(state.fields[key]));
    const behind = parts.findLastIndex(([name]) => order.indexOf(name) < order.indexOf(key));
    parts.splice(behind + 1, 0, [key, value === null ? null : `${key}: ${value}`]);
  }
  return parts.some(([, text]) => text === null) ? null : `{${parts.map(([, text]) => text).join(", ")}}`;
}

const flowNew = (value) => (typeof value === "string" ? flowScalar(value) : flow(value));
