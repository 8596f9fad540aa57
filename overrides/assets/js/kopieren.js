// A button beside each text that is worth copying. Without JavaScript the text can be selected by hand.
for (const box of document.querySelectorAll("[data-kopieren]")) {
  const field = box.querySelector("textarea");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Kopieren";
  button.setAttribute("aria-label", `Kopieren: ${box.querySelector("label").textContent}`);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Kopiert";
    } catch {
      field.select();
      status.textContent = "Bitte mit Strg+C kopieren";
    }
  });
  box.append(button, status);
}
