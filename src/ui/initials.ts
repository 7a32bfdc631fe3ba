const zero_width_non_joiner = "\u200c";
const titles = new Set(["د.", "م.", "أ.", "dr.", "eng.", "mr.", "mrs.", "ms."]);

/** Two letters for a round picture: first name and family name without its article, kept from joining.
 *  "عبدالعزيز القحطاني" gives "ع‌ق", "James Whitfield" gives "JW". */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => !titles.has(word.toLowerCase()));
  const first = words[0];
  if (!first) return "؟";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letter = (word: string) => {
    const bare = word.replace(/^ال(?=\p{L}{2})/u, "").replace(/^(al|el|as|ad|an|ar)[-\s](?=\p{L})/iu, "");
    return [...bare][0]?.toUpperCase() ?? "";
  };
  return last ? `${[...first][0]?.toUpperCase() ?? ""}${zero_width_non_joiner}${letter(last)}` : letter(first);
}
