// The page „Folgen“: what changed since the last visit, and what to do with the own list.
import { changes, load, names, onChange, read, root, seen, write } from "./merkliste.js";
import { calendar, each, link, linked, opml, save } from "./mitnehmen.js";

const part = (id) => document.getElementById(id);
const TITLE = "Transparenzportal, meine Auswahl";
const status = part("folgenstand");
const own = part("eigenes");
const words = (number, one, many) => (number === 1 ? `1 ${one}` : `${number.toLocaleString("de-DE")} ${many}`);
let records = new Map();

function element(name, text = "", properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

function button(text, label, action) {
  const found = element("button", text, { type: "button", className: "leise" });
  found.setAttribute("aria-label", label);
  found.addEventListener("click", action);
  return found;
}

const anchor = (text, url) => element("a", text, { href: new URL(url, root) });

function row(title, url, small, text) {
  const item = element("li");
  const heading = element("h3");
  heading.append(anchor(title, url));
  const told = element("div");
  told.append(heading, element("p", small, { className: "klein" }), element("p", text));
  item.append(told);
  return item;
}

/** Everything once, whoever it belongs to; newest first, what has no day of its own before that. */
function collect(list) {
  const found = new Map();
  for (const [name, known] of Object.entries(list.liste)) {
    const now = records.get(name);
    if (!now) continue;
    const { news, fields } = changes(now, known);
    for (const each of news) {
      const others = found.get(each.id)?.weil ?? [];
      found.set(each.id, { ...each, weil: [...others, now.titel] });
    }
    if (fields.length) {
      found.set(name, { titel: now.titel, url: `${now.url}#aenderungen`, tag: "9", wann: "", art: "Eintrag", neu: false, text: `Geändert: ${fields.join(", ")}.`, weil: [now.titel] });
    }
  }
  return [...found.values()].sort((a, b) => (a.tag < b.tag ? 1 : a.tag > b.tag ? -1 : 0));
}

function show() {
  const list = read();
  const followed = Object.entries(list.liste);
  part("leer").hidden = followed.length > 0;
  own.hidden = !followed.length;
  if (!followed.length) return;
  const news = collect(list);
  part("neues").replaceChildren(...news.map(({ titel, url, wann, art, neu, text, weil }) =>
    row(titel, url, [wann, art, neu ? "neu" : "geändert", `Sie folgen: ${weil.join(", ")}`].filter(Boolean).join(" · "), text)));
  part("gesehen").hidden = !news.length;
  part("nichtsneues").hidden = news.length > 0;
  part("zuletzt").textContent = list.gesehen
    ? `Zuletzt angesehen: ${new Date(list.gesehen).toLocaleDateString("de-DE", { dateStyle: "long" })}` : "";
  part("liste").replaceChildren(...followed.map(([name, { titel, art, url }]) => {
    const item = element("li");
    const text = element("span");
    text.append(anchor(titel, url), " ", element("span", records.get(name) === null ? `${art}, gibt es nicht mehr` : art, { className: "klein" }));
    item.append(text, button("Nicht mehr folgen", `Nicht mehr folgen: ${titel}`, () => unfollow(name, titel)));
    return item;
  }));
  const count = words(news.length, "Änderung", "Änderungen");
  return news.length ? `${count} seit dem letzten Mal.` : "Nichts Neues seit dem letzten Mal.";
}

function unfollow(name, title) {
  const list = read();
  delete list.liste[name];
  write(list);
  show();
  status.textContent = `Sie folgen „${title}“ nicht mehr.`;
  status.focus();
}

/** Fetch what is followed; a record that was renamed is known by its new name from now on. */
async function refresh() {
  const list = read();
  const followed = Object.keys(list.liste);
  if (!followed.length) return show();
  status.textContent = "Neues wird geladen …";
  try {
    const found = await each(followed, load);
    records = new Map();
    followed.forEach((name, index) => {
      const now = found[index];
      if (now && now.id !== name) {
        list.liste[now.id] ??= list.liste[name];
        delete list.liste[name];
      }
      records.set(now?.id ?? name, now);
    });
    if (followed.some((name) => !(name in list.liste))) write(list);
    status.textContent = show();
  } catch {
    status.textContent = "Neues ließ sich nicht laden. Bitte versuchen Sie es später noch einmal.";
    show();
  }
}

/** The link from another device: nothing is taken over before somebody says so. */
async function offerImport() {
  const wanted = names(linked(location.hash));
  part("uebernehmen").hidden = !wanted.length;
  if (!wanted.length) return;
  let found = [];
  try {
    found = (await each(wanted, load)).filter(Boolean);
  } catch {
    status.textContent = "Die Liste aus dem Link ließ sich nicht laden. Bitte laden Sie die Seite neu.";
  }
  const missing = wanted.length - found.length;
  part("mitgebracht").replaceChildren(...found.map(({ titel, art }) => element("li", `${titel} (${art})`)));
  part("fehlend").textContent = missing ? `${words(missing, "Eintrag", "Einträge")} aus dem Link gibt es nicht.` : "";
  part("ja").hidden = !found.length;
  part("uebernehmen").focus();
  part("ja").onclick = () => {
    const list = read();
    list.gesehen ||= new Date().toISOString();
    for (const now of found) list.liste[now.id] ??= seen(now);
    endImport(write(list) ? `Übernommen: ${words(found.length, "Eintrag", "Einträge")}. Die Liste steht jetzt auch in diesem Browser.` : "Ihr Browser erlaubt dieser Seite nicht, sich etwas zu merken.");
  };
  part("nein").onclick = () => endImport("Nichts übernommen.");
}

async function endImport(text) {
  history.replaceState(null, "", location.pathname);
  part("uebernehmen").hidden = true;
  await refresh();
  status.textContent = text;
  status.focus();
}

const here = () => [...records.values()].filter(Boolean);

part("gesehen").addEventListener("click", () => {
  const list = read();
  for (const now of here()) if (now.id in list.liste) list.liste[now.id] = seen(now);
  list.gesehen = new Date().toISOString();
  write(list);
  show();
  status.textContent = "Alles ist als gesehen markiert.";
  status.focus();
});

part("opml").addEventListener("click", () => {
  save(opml(here(), TITLE), "folgen.opml", "text/x-opml");
  status.textContent = `${words(here().length, "Feed", "Feeds")} in der Datei folgen.opml.`;
});

part("termine").addEventListener("click", async () => {
  try {
    const text = await calendar(here(), TITLE);
    if (text) save(text, "folgen.ics", "text/calendar");
    status.textContent = text ? "Alle Termine stehen in der Datei folgen.ics." : "Zu Ihrer Auswahl gibt es noch keinen Termin.";
  } catch {
    status.textContent = "Die Termine ließen sich nicht laden. Bitte versuchen Sie es später noch einmal.";
  }
});

part("link").addEventListener("click", () => {
  const field = part("adresse");
  field.value = link(Object.keys(read().liste));
  part("linkfeld").hidden = false;
  field.focus();
  field.select();
  status.textContent = "Öffnen Sie diesen Link auf dem anderen Gerät.";
});

part("loeschen").addEventListener("click", () => {
  write({ v: 1, gesehen: "", liste: {} });
  part("linkfeld").hidden = true;
  show();
  status.textContent = "Gelöscht. In diesem Browser ist nichts mehr gespeichert.";
  status.focus();
});

part("merkliste").hidden = false;
onChange(refresh);
addEventListener("hashchange", offerImport);
await refresh();
await offerImport();
