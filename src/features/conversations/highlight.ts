import { foldArabic } from "#lib/arabic.ts";

/** One character of the match key and the span of the original text that it stands for. */
interface Origin {
  char: string;
  start: number;
  end: number;
}

// What normalising or folding can join to the character before it: marks, invisibles, and the letters of other scripts that
// compose without being marks. Pieces cut in front of anything else fold one by one as they fold together.
const piece = /.[\p{M}\p{Cf}\u0640\u1160-\u11ff\ud7b0-\ud7ff\uff9e-\uffdc]*/gsu;
const anchor = "0";

/** Where `words` stand in `text`, as half-open spans in UTF-16 units of `text`, in order and without overlap; spellings count as
 *  in search. `words` arrives folded by `foldArabic`. No span when the words are not there. Pure. */
export function highlight(text: string, words: string): [number, number][] {
  if (words === "" || !foldArabic(text).includes(words)) return [];
  const key = withOrigins(text);
  const folded = key.map(({ char }) => char).join("");
  const spans: [number, number][] = [];
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + words.length)) {
    const [first, last] = [key[at], key[at + words.length - 1]];
    if (first && last && first.start >= (spans.at(-1)?.[1] ?? 0)) spans.push([first.start, last.end]);
  }
  return spans;
}

/** `foldArabic(text)`, unit by unit, each with where it came from. */
function withOrigins(text: string): Origin[] {
  const origins: Origin[] = [];
  for (const { 0: cut, index } of text.matchAll(piece)) {
    const span = { start: index, end: index + cut.length };
    for (const char of foldedPiece(cut).split("")) {
      const before = origins.at(-1);
      if (char === " " && before?.char === " ") before.end = span.end;
      else origins.push({ char, ...span });
    }
  }
  while (origins[0]?.char === " ") origins.shift();
  while (origins.at(-1)?.char === " ") origins.pop();
  return joined(origins);
}

/** A piece folded as inside a text: between anchors, or its own spaces would be trimmed. */
const foldedPiece = (cut: string) => foldArabic(`${anchor}${cut}${anchor}`).slice(anchor.length, -anchor.length);

/** عبد ال is one word in the key: the space after عبد at a word's beginning goes. */
function joined(origins: Origin[]): Origin[] {
  const folded = ` ${origins.map(({ char }) => char).join("")}`;
  const gone = new Set([...folded.matchAll(/ عبد(?= ال)/g)].map(({ index }) => index + 3));
  return origins.filter((_origin, index) => !gone.has(index));
}
