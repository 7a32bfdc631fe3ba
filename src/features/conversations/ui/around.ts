const lead = 28;

type Ranges = readonly (readonly [number, number])[];

/** A text from a few words before the first marked place, so that the place is seen in a narrow line; the spans move with it. */
export function around(text: string, ranges: Ranges): { text: string; ranges: [number, number][] } {
  const first = ranges[0]?.[0] ?? 0;
  const space = first > lead ? text.indexOf(" ", first - lead) : -1;
  const cut = space >= 0 && space < first ? space + 1 : 0;
  const shift = cut === 0 ? 0 : cut - 1;
  return {
    text: cut === 0 ? text : `…${text.slice(cut)}`,
    ranges: ranges.map(([start, end]) => [start - shift, end - shift]),
  };
}
