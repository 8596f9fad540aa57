// Elements of the page, made in one line each.

/** An element with attributes; `true` sets an empty one, `false` and null leave it out, `on…` listens. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...content.flat().filter((each) => each !== null && each !== undefined && each !== ""));
  return made;
}

export const button = (words, onclick, attributes = {}) => element("button", { type: "button", class: "leise", onclick, ...attributes }, words);

let isPressed = false;
addEventListener("pointerdown", () => (isPressed = true), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isPressed = false), true);

/** Does what moves the page only when nobody is about to click: what lay under the pointer would be gone. */
export function whenReleased(action) {
  if (!isPressed) return action();
  addEventListener("pointerup", () => setTimeout(action), { once: true });
}
