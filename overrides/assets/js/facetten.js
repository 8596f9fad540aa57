// By what results can be narrowed and put in order (hooks/portal/search/facetfile.py). Loaded when somebody does.
import { get, unpack } from "./woerter.js";

let table;

const idOf = ({ id }) => id.replace(/^.*_/, "");

/** The place of each page by day, and for each filter the places under each value. */
async function load() {
  const { ids, filter } = JSON.parse(await unpack(await get(new URL("../pagefind/alle.facetten", import.meta.url))));
  const values = Object.entries(filter).map(([name, steps]) => [
    name,
    Object.entries(steps).map(([value, distances]) => {
      let place = 0;
      return [value, new Set(distances.map((distance) => (place += distance)))];
    }),
  ]);
  return { ids, places: new Map(ids.map((id, place) => [id, place])), values: new Map(values) };
}

async function facets() {
  table ??= load();
  try {
    return await table;
  } catch (error) {
    table = undefined;
    throw error;
  }
}

const has = (values, name, value, place) => values.get(name).some(([each, places]) => each === value && places.has(place));

/** Results that have all values: `{ Art: "Beschlüsse", Jahr: "2022" }`. */
export async function narrowed(results, filters) {
  const wanted = Object.entries(filters);
  if (!wanted.length) return results;
  const { places, values } = await facets();
  return results.filter((result) => wanted.every(([name, value]) => has(values, name, value, places.get(idOf(result)))));
}

/** How many results each value of each filter would leave; of one that is in use, what its other values would. */
export async function amounts(results, filters) {
  const { places, values } = await facets();
  const counted = [...values].map(async ([name, found]) => {
    const { [name]: own, ...others } = filters;
    const left = (await narrowed(results, others)).map((result) => places.get(idOf(result)));
    return [name, Object.fromEntries(found.map(([value, at]) => [value, left.filter((place) => at.has(place)).length]))];
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** Results by day; those without one last. */
export async function newestFirst(results) {
  const { places } = await facets();
  return [...results].sort((a, b) => places.get(idOf(a)) - places.get(idOf(b)));
}
