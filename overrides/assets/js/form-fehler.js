// What is not in order, on the page: at each field, and in a list at the top that leads to them.
import { element } from "./form-dom.js";

const $ = (id) => document.getElementById(id);

/** All problems at the top of the form, each with the way to its field. */
export function summarise(list) {
  const box = $("fehlerliste");
  box.hidden = !list.length;
  if (!list.length) return;
  $("fehlertitel").textContent = list.length === 1 ? "Eine Angabe stimmt noch nicht" : `${list.length} Angaben stimmen noch nicht`;
  $("fehler").replaceChildren(...list.map(({ id: target, label, message }) => element("li", {}, element("a", { href: `#${target}`, onclick: (event) => {
    event.preventDefault();
    reveal(target);
  } }, label), `: ${message}`)));
  box.focus();
}

/** Says at a field of the page itself what is wrong with it. */
export function mark(target, message) {
  $(`${target}-fehler`).textContent = message;
  $(`${target}-fehler`).hidden = !message;
  if (message) $(target).setAttribute("aria-invalid", "true");
  else $(target).removeAttribute("aria-invalid");
}

/** Where a state is, in the words of the form: the parts around it, then its own name. */
export function where(state) {
  const around = [];
  for (let part = $(state.id)?.closest("details.teil"); part; part = part.parentElement.closest("details.teil")) {
    if (part.id !== state.id) around.unshift(part.querySelector("summary").firstChild.textContent);
  }
  return [...around, state.field.label].join(", ");
}

/** Opens whatever hides a field, and goes there. */
function reveal(target) {
  const found = $(target);
  for (let part = found.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  const field = found.matches("input, select, textarea, fieldset") ? found : found.querySelector("summary, input");
  field.focus();
}
