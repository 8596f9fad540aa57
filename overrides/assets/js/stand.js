// Nobody may have rebuilt the site for months: says so when the visitor's clock is far past the day of the data.
const line = document.getElementById("veraltet");
const days = Math.floor((Date.now() - Date.parse(line.dataset.stand)) / 864e5);
if (days > 90) {
  line.firstElementChild.textContent = days;
  line.hidden = false;
}
