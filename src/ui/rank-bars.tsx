import Link from "next/link";
import { Ltr } from "./ltr.tsx";
import type { Series } from "./stacked-bars.tsx";

/** One bar lying along the line: its name, a value per series in order, and the whole as it is printed. */
export type RankBar = {
  key: string;
  name: string;
  values: readonly number[];
  figure: string;
  href?: string | undefined;
};

/** Bars beside their names, from inline-start: for what has no order in time. The longest one sets the scale. */
export function RankBars({ series, bars }: { series: readonly Series[]; bars: readonly RankBar[] }) {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const most = Math.max(1, ...bars.map((bar) => sum(bar.values)));
  return (
    <ol className="grid px-2 pb-3 text-13">
      {bars.map((bar) => (
        <li
          key={bar.key}
          className="relative grid grid-cols-[minmax(0,8rem)_minmax(0,1fr)_3rem] md:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_3.5rem] items-center gap-3 rounded-chip px-2 py-1.25 leading-snug has-[a:hover]:bg-hover"
        >
          {bar.href ? (
            <Link href={bar.href} prefetch={false} className="cut after:absolute after:inset-0 after:rounded-chip">
              <bdi>{bar.name}</bdi>
            </Link>
          ) : (
            <span className="cut">
              <bdi>{bar.name}</bdi>
            </span>
          )}
          <span aria-hidden className="flex h-5 gap-px overflow-hidden rounded-[5px] bg-sunken">
            {series.map(({ key, color }, at) =>
              bar.values[at] ? (
                <span
                  key={key}
                  className="min-w-px transition-[inline-size] duration-260 ease-ui"
                  style={{ inlineSize: `${(bar.values[at] / most) * 100}%`, background: color }}
                />
              ) : null,
            )}
          </span>
          <b className="text-end font-semibold">
            <Ltr>{bar.figure}</Ltr>
          </b>
        </li>
      ))}
    </ol>
  );
}
