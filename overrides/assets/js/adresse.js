// Beside each question a button that copies its address. Without JavaScript the link „Frage 3“ holds it.
for (const link of document.querySelectorAll(".anker a[href^='#']")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Link kopieren";
  button.setAttribute("aria-label", `Link kopieren: ${link.textContent}`);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      status.textContent = "Kopiert";
    } catch {
      location.hash = link.hash;
      status.textContent = "Der Link steht jetzt im Adressfeld";
    }
  });
  link.parentElement.append(button, status);
}
