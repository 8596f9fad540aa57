// The keys that lead to the search, and the search that wakes when somebody gets there. Nothing of it is loaded before.

/** The field in the main part of a page before that of the header. */
const field = [...document.querySelectorAll("[data-suche]")].at(-1);
const choice = document.getElementById("tastenwahl");
const isTyping = ({ target }) => target.closest("input, textarea, select, [contenteditable]");

/** Who speaks to their computer or slips easily may switch the keys off (WCAG 2.1.4); remembered only then. */
function areOff() {
  try {
    return localStorage.getItem("tasten") === "aus";
  } catch {
    return false;
  }
}

addEventListener("keydown", (event) => {
  if (!field || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || !["/", "s"].includes(event.key) || areOff()) return;
  event.preventDefault();
  field.focus();
  field.select();
});
for (const each of document.querySelectorAll("[data-suche=vorschlaege]")) {
  each.addEventListener("focus", async () => {
    const before = each.value;
    const { wake } = await import("./suchfeld.js");
    wake(each, before);
  }, { once: true });
}
if (choice) {
  choice.checked = !areOff();
  choice.closest("p").hidden = false;
  choice.addEventListener("change", () => (choice.checked ? localStorage.removeItem("tasten") : localStorage.setItem("tasten", "aus")));
}
