// Control of decisions: show only the points of one state or topic. The choice stands in the address.
const form = document.getElementById("kontrolle");
const status = document.getElementById("kontrollstand");
const points = [...document.querySelectorAll(".kontrolle li[data-stand]")];
const sections = [...document.querySelectorAll(".kontrolle")];
const all = status.textContent;
const { stand, thema } = form.elements;

function show() {
  let shown = 0;
  for (const point of points) {
    const { stand: state, thema: topics } = point.dataset;
    point.hidden = Boolean(
      (stand.value && state !== stand.value) || (thema.value && !topics.split(" ").includes(thema.value)),
    );
    shown += !point.hidden;
  }
  for (const section of sections) section.hidden = !section.querySelector("li[data-stand]:not([hidden])");
  status.textContent = stand.value || thema.value ? `${shown} von ${points.length} Punkten auf dieser Seite` : all;
}

function fromAddress() {
  const chosen = new URLSearchParams(location.search);
  for (const field of [stand, thema]) {
    field.value = chosen.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  show();
}

form.addEventListener("change", () => {
  const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, "", `?${chosen}`.replace(/\?$/, location.pathname));
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", fromAddress);
form.hidden = false;
fromAddress();
