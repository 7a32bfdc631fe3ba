const heights = [6, 14, 9, 3, 7, 10, 11, 5, 3, 5, 14];
const bars = heights.map((_, at) => ({ key: `bar-${at}`, at }));

/** Sound as bars; they move only while there is sound. `seed` keeps two waves from looking alike. */
export function Wave({ seed = 0, playing = false }: { seed?: number; playing?: boolean }) {
  return (
    <span dir="ltr" aria-hidden className="flex h-4.5 items-center gap-0.5 text-agent">
      {bars.map(({ key, at }) => {
        const height = heights[(at + seed) % heights.length] ?? 6;
        return (
          <i
            key={key}
            className="w-[2.5px] rounded-[2px] bg-current"
            style={{
              blockSize: height,
              animation: playing
                ? `wave ${900 + ((at + seed) % 5) * 130}ms ease-in-out ${at * -170}ms infinite`
                : undefined,
            }}
          />
        );
      })}
    </span>
  );
}
