// The star on the page of a record: puts it on the own list and takes it off again. Stores nothing before that.
import { load, read, root, seen, write } from "./merkliste.js";

const button = document.querySelector("[data-folgen]");
const status = button.closest(".folgeleiste").querySelector("[role=status]");
const name = button.dataset.folgen;

function say(text, withLink) {
  status.textContent = text;
  if (!withLink) return;
  const link = document.createElement("a");
  link.href = new URL("folgen/", root);
  link.textContent = "Zu Ihrer Liste";
  status.append(" ", link);
}

function show() {
  const follows = name in read().liste;
  button.setAttribute("aria-pressed", follows);
  return follows;
}

async function follow() {
  const now = await load(name);
  const list = read();
  const isFirst = !Object.keys(list.liste).length;
  if (isFirst) list.gesehen = new Date().toISOString();
  list.liste[name] = seen(now);
  if (!write(list)) return say("Ihr Browser erlaubt dieser Seite nicht, sich etwas zu merken.");
  show();
  say(isFirst ? "Gemerkt. Ihre Liste steht nur im Speicher dieses Browsers. Niemand sonst kann sie lesen, und Sie können sie jederzeit löschen." : "Gemerkt, nur in diesem Browser.", true);
}

button.addEventListener("click", async () => {
  if (!show()) {
    try {
      await follow();
    } catch {
      say("Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.");
    }
    return;
  }
  const list = read();
  delete list.liste[name];
  write(list);
  show();
  say("Sie folgen diesem Eintrag nicht mehr.");
});

button.hidden = false;
if (show()) say("Sie folgen diesem Eintrag.", true);
