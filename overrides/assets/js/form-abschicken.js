// The way to the platform where the files are: its page for a new file with everything filled in, or its editor and the text to paste.
import { element } from "./form-dom.js";

/**
 * How long an address may be. GitHub answers above 8,192 signs with an error, and who is not signed in is led to
 * a page whose address repeats ours, with every % written as %25: up to five thirds as long.
 */
export const LONGEST = 4800;

/** Where a new file is made: its address, and whether the text fits in. */
export function newFile(hosting, path, text) {
  const named = `${hosting.new}?${hosting.name}=${encodeURIComponent(path)}`;
  const full = `${named}&${hosting.text}=${encodeURIComponent(text)}`;
  return full.length <= LONGEST ? { url: full, isFilled: hosting.fills } : { url: named, isFilled: false };
}

/** How hosts write the address of a branch, and what stands there instead when a file is edited or made. */
const BRANCHES = [["/-/tree/", "/-/edit/", "/-/new/"], ["/src/branch/", "/_edit/", "/_new/"], ["/tree/", "/edit/", "/new/"]];

/** The same hosting for the branch of a proposal that was begun before; null where the address is none of a branch there. */
export function onBranch(hosting, address) {
  const { host } = new URL(hosting.new);
  const clean = address.trim().replace(/[?#].*$/, "").replace(/\/$/, "");
  const [step, edit, made] = BRANCHES.find(([each]) => clean.includes(each)) ?? [];
  if (!step || !clean.startsWith(`https://${host}/`)) return null;
  return { ...hosting, edit: clean.replace(step, edit), new: clean.replace(step, made) };
}

export const existingFile = (hosting, path) => ({ url: `${hosting.edit}/${path.split("/").map(encodeURIComponent).join("/")}`, isFilled: false });

/**
 * Puts a text on the clipboard, at once: browsers allow it only while the page has the focus, which the window that
 * opens next takes away. `writeText` would be too late, so this is the old way, which every browser has.
 */
export function copy(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "weg";
  field.setAttribute("aria-hidden", "true");
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    before?.focus();
  }
}

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What to do in the window that has opened. */
export function explain({ url, isFilled }, isCopied, path, isThere) {
  const steps = [];
  if (isFilled) steps.push("Im neuen Fenster ist alles schon eingetragen. Melden Sie sich dort an, wenn Sie danach gefragt werden.");
  else {
    steps.push(isCopied ? "Der Text der Datei liegt jetzt in der Zwischenablage." : "Bitte kopieren Sie zuerst den Text der Datei, mit dem Knopf „Text kopieren“.");
    steps.push("Melden Sie sich im neuen Fenster an, wenn Sie danach gefragt werden.");
    steps.push(isThere ? "Klicken Sie dort in den Text, markieren Sie alles (Strg+A, am Mac Cmd+A) und fügen Sie den neuen Text ein (Strg+V, am Mac Cmd+V)." : `Prüfen Sie den Namen der Datei: ${path}. Klicken Sie in das große Textfeld. Ist es leer, fügen Sie den Text ein (Strg+V, am Mac Cmd+V).`);
  }
  if (isThere) steps.push("Die Plattform zeigt, was sich ändert. Es dürfen nur Ihre Zeilen sein; sonst hat inzwischen jemand anders die Datei geändert.");
  steps.push("Schreiben Sie in einem Satz dazu, was sich ändert und woher Sie es wissen. Schicken Sie den Vorschlag dann ab.");
  const box = document.getElementById("weiter");
  box.hidden = false;
  document.getElementById("schritte").replaceChildren(...steps.map((step) => element("li", {}, step)));
  document.getElementById("fenster").href = url;
  box.focus();
}
