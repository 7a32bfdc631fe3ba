const markClass =
  "bg-transparent text-inherit shadow-[inset_0_-.4em_color-mix(in_oklab,var(--chart-3)_42%,transparent)]";

type Props = { text: string; ranges?: readonly (readonly [number, number])[] | undefined };

/** A text with some of its places underlined in saffron; `ranges` are half-open, in order, in UTF-16 units. */
export function Marked({ text, ranges = [] }: Props) {
  const ends = [0, ...ranges.map(([, end]) => end)];
  return (
    <>
      {ranges.map(([start, end], at) => (
        <span key={start}>
          {text.slice(ends[at], start)}
          <mark className={markClass}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
