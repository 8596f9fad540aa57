// What the form holds: one state for each field, part and item, each knowing where in the file it came from.
// Nothing here touches the page.
let count = 0;

// Places in a file, as hooks/portal/editing/places.py gives them.
export const isScalar = (node) => Array.isArray(node);
export const start = (node) => (isScalar(node) ? node[0] : node.s);
export const end = (node) => (isScalar(node) ? node[1] : node.e);
const valueOf = (node, text) => node[2] ?? text.slice(node[0], node[1]);

/** The state of a field: a value, a list of states, or a group of states by key. Without a node it is empty. */
export function create(field, node, source) {
  const made = { id: `f${(count += 1)}`, field, node };
  if (field.kind === "list") return list(made, source);
  if (field.kind === "group") return group(made, source);
  const initial = node ? valueOf(node, source.text).trim() : "";
  return { ...made, sort: "value", text: initial, initial };
}

function list(made, source) {
  const { field, node } = made;
  const isUnknown = Boolean(node && field.unknown && isScalar(node) && valueOf(node, source.text) === "unbekannt");
  let nodes = [];
  if (node && !isUnknown) nodes = node.l ? node.l.map(([, each]) => each) : [node];
  const items = nodes.map((each) => create(itemOf(field, source), each, source));
  return { ...made, sort: "list", items, initialItems: [...items], isUnknown, wasUnknown: isUnknown };
}

/** An item is described like a field, with the name of the list for its label. */
const itemOf = (field, source) => ({ ...field.item, key: field.key, label: source.parts[field.item.part]?.item || field.label, help: field.item.kind === "group" ? "" : field.help, example: field.example, inList: true });

export const newItem = (state, source) => create(itemOf(state.field, source), undefined, source);

function group(made, source) {
  const { node } = made;
  const part = source.parts[made.field.part];
  const found = new Map(node?.m?.map(([key, , each]) => [key, each]));
  if (node && isScalar(node)) found.set(part.shorthand, node);
  const fields = Object.fromEntries(part.fields.map((field) => [field.key, create(field, found.get(field.key), source)]));
  return { ...made, sort: "group", part, fields };
}

/** The state of a whole record: its fields and its prose. */
export function record(form, file, node) {
  const source = { text: file?.text ?? "", parts: { ...form.parts, "": { item: "", fields: form.fields } } };
  const fields = create({ kind: "group", part: "", key: "", label: "" }, node, source);
  const [, start, end] = file?.prose ?? [0, 0, 0];
  const initial = source.text.slice(start, end);
  return { source, fields, prose: { text: initial, initial } };
}

export const children = (state) => (state.sort === "list" ? state.items : state.sort === "group" ? Object.values(state.fields) : []);

export function* everyValue(state) {
  if (state.sort === "value") yield state;
  for (const child of children(state)) yield* everyValue(child);
}

export function isFilled(state) {
  if (state.sort === "value") return state.text.trim() !== "";
  return Boolean(state.isUnknown) || children(state).some(isFilled);
}

export function isChanged(state) {
  if (state.sort === "value") return state.text.trim() !== state.initial;
  if (state.sort === "list") {
    const { items, initialItems } = state;
    if (state.isUnknown !== state.wasUnknown || items.length !== initialItems.length || items.some((item, number) => item !== initialItems[number])) return true;
  }
  return children(state).some(isChanged);
}

/** The items of a list that go into the file: those that hold something, and those that were there and are as they were. */
export const written = ({ items, initialItems }) => items.filter((each) => isFilled(each) || (initialItems.includes(each) && !isChanged(each)));

/** The value as it goes into a file; undefined where there is none. */
export function plain(state) {
  if (state.sort === "value") return state.text.trim() || undefined;
  if (state.sort === "list") {
    if (state.isUnknown) return "unbekannt";
    const values = state.items.map(plain).filter((value) => value !== undefined);
    if (values.length === 1 && state.field.bare && typeof values[0] === "string" && state.field.item.kind !== "group") return values[0];
    return values.length ? values : undefined;
  }
  const entries = Object.entries(state.fields).map(([key, each]) => [key, plain(each)]).filter(([, value]) => value !== undefined);
  const { shorthand } = state.part;
  if (entries.length === 1 && entries[0][0] === shorthand && (!state.node || isScalar(state.node))) return entries[0][1];
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/** What a person has filled in, to be kept as a draft; `refill` is its reverse. */
export function kept(state) {
  if (state.sort === "value") return state.text;
  if (state.sort === "list") return { u: state.isUnknown, l: state.items.map((item) => [state.initialItems.indexOf(item), kept(item)]) };
  return Object.fromEntries(Object.entries(state.fields).filter(([, each]) => isFilled(each) || isChanged(each)).map(([key, each]) => [key, kept(each)]));
}

export function refill(state, draft, source) {
  if (state.sort === "value") state.text = draft;
  else if (state.sort === "list") {
    state.isUnknown = draft.u;
    state.items = draft.l.map(([number, each]) => {
      const item = state.initialItems[number] ?? newItem(state, source);
      refill(item, each, source);
      return item;
    });
  } else {
    for (const [key, each] of Object.entries(state.fields)) {
      if (key in draft) refill(each, draft[key], source);
      else if (each.sort === "value") each.text = "";
      else if (each.sort === "list") Object.assign(each, { items: [], isUnknown: false });
      else refill(each, {}, source);
    }
  }
}
