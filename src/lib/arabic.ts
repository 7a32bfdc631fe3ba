import { latinDigits } from "./digits.ts";

const marksAndInvisibles =
  /[\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g;

const letters = new Map(
  Object.entries({
    أ: "ا",
    إ: "ا",
    آ: "ا",
    ٱ: "ا",
    ؤ: "و",
    ئ: "ي",
    ى: "ي",
    ی: "ي",
    ې: "ي",
    ے: "ي",
    ۓ: "ي",
    ة: "ه",
    ۀ: "ه",
    ہ: "ه",
    ۂ: "ه",
    ۃ: "ه",
    ھ: "ه",
    ە: "ه",
    ک: "ك",
    ڪ: "ك",
  }),
);
const foldedLetters = new RegExp(`[${[...letters.keys()].join("")}]`, "g");

const whitespace = /[\t-\r \u0085\u1680\u2028\u2029]+/g;

/** The match key of a text: spellings that people treat as one word give one key. For comparing only, never for showing.
 *  `app.fold_arabic` in SQL gives the same bytes; both read tests/unit/vectors/arabic.json. Applying it twice changes nothing. */
export function foldArabic(text: string): string {
  // Normalised twice: a letter and its accent can meet only after case or an invisible between them is gone.
  const composed = text.normalize("NFKC").toLowerCase().replace(marksAndInvisibles, "").normalize("NFKC");
  const folded = latinDigits(composed.replace(foldedLetters, (letter) => letters.get(letter) ?? letter));
  return ` ${folded.replace(whitespace, " ")}`.replaceAll(" عبد ال", " عبدال").replace(/^ +| +$/g, "");
}

/** `foldArabic` without spaces: عبد الله and عبدالله, نورة بنت فهد and نورةبنت فهد share it. SQL twin: `app.name_key`. */
export function nameKey(text: string): string {
  return foldArabic(text).replaceAll(" ", "");
}
