type Props = { values: readonly number[]; className?: string };

const width = 74;
const height = 26;
const inset = 4;

/** The shape of the last days, without axes. Time runs with the reading direction; the dot is the newest. */
export function Spark({ values, className = "" }: Props) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, at) => ({
    x: inset + (at * (width - 2 * inset)) / (values.length - 1),
    y: height - 3 - ((value - low) / span) * (height - 7),
  }));
  const last = points[points.length - 1];
  const line = points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className={`flip h-6.5 w-18.5 shrink-0 text-accent ${className}`}
    >
      <path d={`${line}V${height}H${inset}Z`} fill="currentColor" opacity={0.07} />
      <path d={line} fill="none" stroke="currentColor" strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round" />
      {last ? <circle cx={last.x} cy={last.y} r={2.6} fill="currentColor" /> : null}
    </svg>
  );
}
