"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { axisTicks } from "./chart-scale.ts";
import { cx } from "./cx.ts";
import { Ltr } from "./ltr.tsx";

export type Series = { key: string; label: string; color: string };
/** One bar: its short name on the axis (null leaves it blank), its full name, a value per series in order.
 *  `now` puts the mark before it; `ahead` draws a dashed place for what has not happened. */
export type Bar = {
  key: string;
  tick: string | null;
  /** Left unnamed on narrow screens. */
  minor?: boolean;
  name: string;
  values: readonly number[];
  now?: boolean;
  ahead?: boolean;
  /** Opens the rows that the whole bar counts, and those of each series. */
  href?: string;
  hrefs?: readonly string[];
};
type Props = {
  label: string;
  series: readonly Series[];
  bars: readonly Bar[];
  now_label: string;
  total_label: string;
  number: (value: number) => string;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Stacked bars laid out by the browser, so that time runs with the reading direction and text stays sharp at any width.
 *  The arrow keys walk along the bars (a hidden range input, which knows the direction), Enter opens what one counts; the table
 *  twin beside it carries the same numbers and links. */
export function StackedBars({ label, series, bars, now_label, total_label, number }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const ticks = axisTicks(Math.max(0, ...bars.map((bar) => sum(bar.values))));
  const top = ticks[ticks.length - 1] ?? 1;
  const shown = at === null ? undefined : bars[at];
  const read = shown ?? bars[bars.length - 1];
  const router = useRouter();
  const openOnEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && read?.href) router.push(read.href);
  };

  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 px-4 pb-3">
      <div aria-hidden className="relative h-46 w-7 text-12 text-muted">
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute end-0 translate-y-1/2 leading-none"
            style={{ insetBlockEnd: `${(tick / top) * 100}%` }}
          >
            {number(tick)}
          </span>
        ))}
      </div>
      <fieldset
        aria-label={label}
        onPointerLeave={() => setAt(null)}
        className="relative h-46 rounded-chip outline-offset-4 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
      >
        <input
          type="range"
          min={0}
          max={bars.length - 1}
          value={at ?? bars.length - 1}
          aria-label={label}
          aria-valuetext={read ? `${read.name}: ${number(sum(read.values))}` : ""}
          onChange={(event) => setAt(Number(event.target.value))}
          onKeyDown={openOnEnter}
          onFocus={() => setAt((current) => current ?? bars.length - 1)}
          onBlur={() => setAt(null)}
          className="pointer-events-none absolute inset-0 opacity-0"
        />
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute inset-x-0 h-px bg-line"
            style={{ insetBlockEnd: `${(tick / top) * 100}%` }}
          />
        ))}
        <div className="absolute inset-0 flex">
          {bars.map((bar, index) => (
            <div
              key={bar.key}
              className={cx("relative flex min-w-0 flex-1 justify-center", at === index && "bg-hover/80")}
              onPointerEnter={() => setAt(index)}
            >
              {bar.href ? <PointerLink href={bar.href} className="absolute inset-0" /> : null}
              {bar.now ? <NowLine label={now_label} /> : null}
              <Stack bar={bar} series={series} top={top} dim={at !== null && at !== index} />
            </div>
          ))}
        </div>
        {shown && at !== null ? (
          <Reading
            bar={shown}
            series={series}
            total_label={total_label}
            number={number}
            share={(at + 0.5) / bars.length}
          />
        ) : null}
      </fieldset>
      <div aria-hidden className="col-start-2 mt-2 flex h-5 text-12 text-muted leading-5">
        {bars.map((bar, index) => (
          <span key={bar.key} className="relative min-w-0 flex-1">
            {bar.tick ? (
              <span
                className={cx(
                  "absolute inset-x-0 whitespace-nowrap",
                  // Of many narrow bars the last one's name would reach out of the chart.
                  bars.length > 20 && index === bars.length - 1 ? "justify-end" : "justify-center",
                  bar.minor ? "hidden md:flex" : "flex",
                )}
              >
                {bar.tick}
              </span>
            ) : null}
          </span>
        ))}
      </div>
    </div>
  );
}

/** For the mouse alone: the keyboard opens a bar by Enter, and a reader finds the same links, named, in the table twin. */
function PointerLink({ href, className }: { href: string; className: string }) {
  return <Link href={href} prefetch={false} tabIndex={-1} aria-hidden className={className} />;
}

function Stack({ bar, series, top, dim }: { bar: Bar; series: readonly Series[]; top: number; dim: boolean }) {
  if (bar.ahead) {
    return (
      <span className="absolute bottom-0 h-7.5 w-[58%] max-w-6 rounded-[4px] border border-line-strong border-dashed" />
    );
  }
  return (
    <span
      className={cx(
        "pointer-events-none relative flex h-full w-[62%] min-w-[3px] max-w-6 flex-col-reverse gap-px transition-opacity duration-120",
        dim && "opacity-55",
      )}
    >
      {series.map(({ key, color }, index) => {
        const value = bar.values[index] ?? 0;
        if (value === 0) return null;
        const last = bar.values.slice(index + 1).every((above) => above === 0);
        const href = bar.hrefs?.[index];
        return (
          <span
            key={key}
            className={cx("pointer-events-auto relative min-h-px w-full", last && "rounded-t-[4px]")}
            style={{ blockSize: `${(value / top) * 100}%`, background: color }}
          >
            {href ? <PointerLink href={href} className="absolute inset-0" /> : null}
          </span>
        );
      })}
    </span>
  );
}

function NowLine({ label }: { label: string }) {
  return (
    <span className="absolute inset-y-0 end-0 border-running border-e border-dashed">
      <span className="absolute start-full -top-1 ms-1.5 font-medium text-12 text-running whitespace-nowrap">
        {label}
      </span>
    </span>
  );
}

type ReadingProps = Pick<Props, "series" | "total_label" | "number"> & { bar: Bar; share: number };

function Reading({ bar, series, total_label, number, share }: ReadingProps) {
  const side =
    share > 0.5 ? { insetInlineEnd: `${(1 - share) * 100 + 3}%` } : { insetInlineStart: `${share * 100 + 3}%` };
  return (
    <div
      className="pointer-events-none absolute top-1 z-10 grid min-w-36 gap-1 rounded-control border border-line bg-raised px-3 py-2 text-12 shadow-raised"
      style={side}
    >
      <b className="font-semibold">{bar.name}</b>
      {series.map(({ key, label, color }, index) => (
        <span key={key} className="flex items-center gap-1.5 text-ink-2">
          <i className="size-2.5 rounded-[3px]" style={{ background: color }} />
          {label}
          <b className="ms-auto ps-3 font-medium text-ink">
            <Ltr>{number(bar.values[index] ?? 0)}</Ltr>
          </b>
        </span>
      ))}
      <span className="flex border-line border-t pt-1 text-muted">
        {total_label}
        <b className="ms-auto ps-3 font-medium text-ink">
          <Ltr>{number(sum(bar.values))}</Ltr>
        </b>
      </span>
    </div>
  );
}
