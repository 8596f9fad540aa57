// What can be taken along from the own list: feeds as OPML, all appointments as one calendar, the list as a link.
import { root } from "./merkliste.js";

const AT_ONCE = 6;

/** An action for each item, a few at a time; the results in the same order. */
export async function each(items, action) {
  const results = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    results.push(...await Promise.all(items.slice(start, start + AT_ONCE).map(action)));
  }
  return results;
}

export function save(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function opml(records, title) {
  const xml = document.implementation.createDocument(null, "opml");
  const add = (parent, name, attributes = {}, text = "") => {
    const element = xml.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  xml.documentElement.setAttribute("version", "2.0");
  add(add(xml.documentElement, "head"), "title", {}, title);
  const body = add(xml.documentElement, "body");
  for (const { titel, feed, url } of records) {
    add(body, "outline", { type: "rss", text: titel, title: titel, xmlUrl: new URL(feed, root), htmlUrl: new URL(url, root) });
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml)}\n`;
}

const unfolded = (text) => text.replace(/\r\n[ \t]/g, "");

/** The events of all calendars, each once; empty where there is none. */
export async function calendar(records, title) {
  const texts = await each(records.filter(({ kalender }) => kalender), async ({ kalender }) => {
    const answer = await fetch(new URL(kalender, root), { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  });
  const events = new Map();
  for (const text of texts) {
    for (const [event] of text.matchAll(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g)) {
      events.set(/^UID:(.*)$/m.exec(unfolded(event))[1].trim(), event);
    }
  }
  if (!events.size) return "";
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Transparenzportal//Folgen//DE", "CALSCALE:GREGORIAN", `NAME:${title}`, `X-WR-CALNAME:${title}`, ""];
  return `${head.join("\r\n")}${[...events.values()].join("")}END:VCALENDAR\r\n`;
}

/** Behind the #, which browsers keep to themselves. */
export const link = (names) => new URL(`folgen/#liste=${names.join(",")}`, root).href;

export const linked = (hash) => (hash.startsWith("#liste=") ? decodeURIComponent(hash.slice(7)).split(",") : []);
