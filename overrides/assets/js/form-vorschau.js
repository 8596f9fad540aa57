// Which lines of a text are new, compared with the text it was: the longest common sequence of lines stays.

/** Lines of the new text, each with whether it is new, and how many are new or gone. */
export function changedLines(before, after) {
  const old = before.split("\n");
  const now = after.replace(/\n$/, "").split("\n");
  if (old.at(-1) === "") old.pop();
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const stays = common(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const lines = now.map((words, number) => ({ words, isNew: number >= head && number < now.length - tail && !stays.has(number - head) }));
  const fresh = lines.filter(({ isNew }) => isNew).length;
  return { lines, amount: Math.max(fresh, old.length - head - tail - stays.size) };
}

/** The numbers of the lines of `now` that are also in `old`, in the same order. */
function common(old, now) {
  const best = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = now.length - 1; b >= 0; b -= 1) best[a][b] = old[a] === now[b] ? best[a + 1][b + 1] + 1 : Math.max(best[a + 1][b], best[a][b + 1]);
  }
  const found = new Set();
  for (let a = 0, b = 0; a < old.length && b < now.length;) {
    if (old[a] === now[b]) {
      found.add(b);
      a += 1;
      b += 1;
    } else if (best[a + 1][b] >= best[a][b + 1]) a += 1;
    else b += 1;
  }
  return found;
}
