// Numbers, dates, amounts and votes in a query, each as the one word that the index has for all spellings.
// The same rules as hooks/portal/search/figures.py; tests/search holds both to one list of examples.
const MONTHS = ["januar|jan", "februar|feb", "märz|maerz|mrz|mär", "april|apr", "mai", "juni|jun", "juli|jul", "august|aug",
  "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez"];
const COUNTED = "eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf";
const SCALES = { tsd: 3, tausend: 3, mio: 6, million: 6, millionen: 6, mrd: 9, milliarde: 9, milliarden: 9 };
const longestFirst = (words) => words.sort((a, b) => b.length - a.length).join("|");
const name = longestFirst(MONTHS.flatMap((names) => names.split("|")));
const year = "(?:18|19|20|21)\\d\\d";
const FIGURE = new RegExp(`(?<![\\p{L}\\d_.,/])(?:${[
  `(?<iso>${year}-\\d\\d(?:-\\d\\d)?)(?![\\p{L}\\d_-])`,
  `(?<day>\\d{1,2})\\.\\s?(?:(?<month>\\d{1,2})\\.|(?<name>${name})\\.?)\\s?(?<year>${year}|\\d\\d(?![\\d/]|[.,]\\d))`,
  `(?:(?<months>\\d{1,2})[./]|(?<names>${name})\\.?\\s)\\s?(?<years>${year})(?![\\d/])`,
  "\\p{L}{1,2}[\\s./_-]?(?<lettered>(?:20)?\\d\\d\\s?[/_-]\\s?\\d{4})(?![\\d/])",
  `(?:\\p{L}{1,3})?[\\s.-]?(?<paper>(?:\\d{4}|\\d\\d)\\s?/\\s?\\d{2,5}(?:/\\d{1,2})?)(?![\\d/])`,
  `(?<yes>\\d{1,3})\\s?(?::|zu|gegen|(?:ja|dafür|ja-?stimmen|stimmen\\sdafür)(?!\\p{L})[\\s,;:]*(?:und|gegen|bei)?)\\s*(?<no>\\d{1,3})(?![\\d/]|[.,]\\d)`,
  `(?<number>\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,4})?|\\d+(?:,\\d{1,4})?)(?:\\s?(?<scale>${longestFirst(Object.keys(SCALES))})(?!\\p{L}))?`,
].join("|")})(?<unit>\\.?\\s?(?:euro|eur|€)(?!\\p{L}))?`, "giu");
const IN_WORDS = new RegExp(`(?<!\\p{L})(?:${COUNTED})(?=\\s(?:${longestFirst(Object.keys(SCALES))})(?!\\p{L}))`, "giu");
const GLUED_NUMBER = /(?<![\p{L}\d])\p{L}{1,3}(\d{5,})(?!\d)/gu;

const two = (number) => String(number).padStart(2, "0");

function monthOf(number, word) {
  return word ? MONTHS.findIndex((names) => names.split("|").includes(word.toLowerCase())) + 1 : Number(number);
}

/** Words of the index, the likelier first; empty for what is found as it stands. */
function amount(text, scale) {
  const [whole, fraction = ""] = text.replaceAll(".", "").split(",");
  const places = SCALES[scale?.toLowerCase()] ?? 0;
  const digits = (whole + fraction.padEnd(places, "0")).replace(/^0+(?=\d)/, "");
  const decimals = Math.max(0, fraction.length - places);
  const integer = decimals ? digits.slice(0, -decimals) || "0" : digits;
  const rest = decimals ? digits.padStart(decimals + 1, "0").slice(-decimals).replace(/0+$/, "") : "";
  const isPlain = !rest && (Number(integer) < 1000 || (Number(integer) >= 1800 && Number(integer) < 2200));
  return isPlain ? "" : `z${integer}${rest && `k${rest}`}q`;
}

function words({ iso, day, month, name: word, year: of, months, names, years, lettered, paper, yes, no, number, scale }) {
  if (iso) return [`${iso.length > 7 ? "d" : "m"}${iso.replaceAll("-", "")}`];
  if (day) return [`d${of.length > 2 ? of : 2000 + Number(of)}${two(monthOf(month, word))}${two(day)}`];
  if (years) return [`m${years}${two(monthOf(months, names))}`];
  if (lettered ?? paper) return [(lettered ?? paper).replace(/\D/g, "")];
  if (yes) return [`v${Number(yes)}x${Number(no)}q`];
  return [amount(number, scale), ...(scale ? [] : [number.replace(/\D/g, "")])].filter(Boolean);
}

/** The figures of a query, each as typed and as words of the index, and what is left of the query. */
export function figures(query) {
  const found = [];
  const digits = query.replace(/[\u00a0\u202f]/g, " ").replace(GLUED_NUMBER, "$1")
    .replace(IN_WORDS, (word) => COUNTED.split("|").indexOf(word.toLowerCase()) + 1);
  const rest = digits.replace(FIGURE, (typed, ...more) => {
    found.push({ typed: typed.trim(), words: words(more.at(-1)) });
    return " ";
  });
  return { found, rest };
}
