// Dates as records write them, by the rules of hooks/portal/dates.py: what is wrong with one, in a German sentence.
const SINGLE = /^(\d{4})(?:-(?:Q([1-4])|(Frühjahr|Sommer|Herbst|Winter)|(\d{2})(?:-(\d{2}))?))?$/;
const GERMAN = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const LOOSE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;
const SEASONS = { Frühjahr: 3, Sommer: 6, Herbst: 9, Winter: 12 };
export const EXPECTED = "2022-06-14, 2021-06, 2021, 2022-Q3, 2022-Herbst, von/bis wie 2022-06/2023-12 oder 2024/..";

const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** Days as numbers that can be compared. */
const day = (year, month, date) => Date.UTC(year, month - 1, date);

/** The first and the last day that a date stands for, or the problem with it. */
function single(text) {
  const match = SINGLE.exec(text);
  if (!match) return { problem: `„${text}“ ist kein lesbares Datum.${suggestion(text)} So schreiben Sie es: ${EXPECTED}.` };
  const [year, quarter, , month, date] = match.slice(1).map(Number);
  const season = match[3];
  if (year < FIRST_YEAR || year > LAST_YEAR) return { problem: `Das Jahr ${year} liegt nicht zwischen ${FIRST_YEAR} und ${LAST_YEAR}.` };
  if (quarter) return span(year, quarter * 3 - 2, 3);
  if (season) return span(year, SEASONS[season], 3);
  if (!match[4]) return span(year, 1, 12);
  if (month < 1 || month > 12) return { problem: `Den Monat ${match[4]} gibt es nicht: 01 bis 12.` };
  if (!match[5]) return span(year, month, 1);
  if (date < 1 || date > lastDay(year, month)) return { problem: `Den Tag „${text}“ gibt es nicht: Dieser Monat hat die Tage 01 bis ${lastDay(year, month)}.` };
  return { first: day(year, month, date), last: day(year, month, date) };
}

const span = (year, month, months) => ({ first: day(year, month, 1), last: Date.UTC(year, month - 1 + months, 0) });

function suggestion(text) {
  const [, ...german] = GERMAN.exec(text) ?? [];
  const [, ...loose] = LOOSE.exec(text) ?? [];
  const [year, month, date] = (german.length ? german.reverse() : loose).map(Number);
  if (!year || month < 1 || month > 12 || date < 1 || date > lastDay(year, month)) return "";
  return ` Meinten Sie ${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}?`;
}

/** What is wrong with a date; nothing where it can be read. */
export function dateProblem(written) {
  const text = written.trim().normalize("NFC");
  if (!text.includes("/")) return single(text).problem ?? "";
  const [start, end] = [text.slice(0, text.indexOf("/")).trim(), text.slice(text.indexOf("/") + 1).trim()];
  if (!start || !end) return `Die Spanne „${text}“ hat kein${start ? "" : "en"} ${start ? "Ende" : "Anfang"}.`;
  const one = single(start);
  const two = end === ".." ? { last: Infinity } : single(end);
  if (one.problem || two.problem) return one.problem ?? two.problem;
  return two.last < one.first ? `Die Spanne „${text}“ endet, bevor sie beginnt. Bitte Anfang und Ende tauschen.` : "";
}
