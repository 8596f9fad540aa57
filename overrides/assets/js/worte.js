// Words of the glossary: links that show what they mean on hover, focus and tap. Escape and a click
// elsewhere close an explanation, its place beside the word is CSS: both are the browser's doing.
const PLACED = CSS.supports("position-area", "block-end");
let shown = [];
let touched = false;
let waiting;

function soon(action, delay) {
  clearTimeout(waiting);
  waiting = setTimeout(action, delay);
}

function hide() {
  const [word, text] = shown;
  // What the pointer rests on or the keyboard has chosen stays.
  if (text && !text.matches(":hover") && !word.matches(":hover, :focus-visible")) text.hidePopover();
}

for (const word of document.querySelectorAll(".wort")) {
  const text = document.getElementById(word.getAttribute("aria-describedby")).closest("[popover]");
  if (!text.showPopover) break;
  const show = () => {
    shown = [word, text];
    if (!text.matches(":popover-open")) text.showPopover({ source: word });
  };
  word.addEventListener("focus", () => word.matches(":focus-visible") && show());
  word.addEventListener("blur", ({ relatedTarget }) => text.contains(relatedTarget) || hide());
  for (const part of [word, text]) {
    part.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType === "mouse" && PLACED) soon(show, 150);
    });
    part.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse") soon(hide, 300);
    });
  }
  // A finger cannot hover: a tap explains, and the explanation holds the link.
  word.addEventListener("click", (event) => {
    if (!touched) return;
    event.preventDefault();
    show();
  });
}
addEventListener("pointerdown", ({ pointerType }) => (touched = pointerType !== "mouse"), true);
addEventListener("keydown", () => (touched = false), true);
