"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Bar, Series } from "#ui/stacked-bars.tsx";
import { Table, Th } from "#ui/table.tsx";

const cell = "h-9 border-line border-b px-4 text-end";

/** A region that scrolls must be within reach of the keyboard. */
const reachable = { tabIndex: 0 };

/** The chart's numbers, newest first. */
export function ChartTable({
  bars,
  series,
  caption,
}: {
  bars: readonly Bar[];
  series: readonly Series[];
  caption: string;
}) {
  const t = useTranslations("dashboard");
  return (
    <section
      aria-label={caption}
      {...reachable}
      className="max-h-57 overflow-y-auto border-line border-t -outline-offset-2"
    >
      <Table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <Th narrow>{t("time")}</Th>
            {series.map(({ key, label }) => (
              <Th key={key} narrow end>
                {label}
              </Th>
            ))}
            <Th narrow end>
              {t("total")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {[...bars].reverse().map((bar) => (
            <tr key={bar.key}>
              <th scope="row" className="h-9 border-line border-b px-4 text-start font-normal">
                {bar.name}
              </th>
              {series.map(({ key }, at) => (
                <td key={key} className={cell}>
                  <Figure value={bar.values[at] ?? 0} href={bar.hrefs?.[at]} />
                </td>
              ))}
              <td className={`${cell} font-medium`}>
                <Figure value={bar.values.reduce((sum, value) => sum + value, 0)} href={bar.href} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** A number that opens what it counts; nothing stands behind a zero. */
function Figure({ value, href }: { value: number; href: string | undefined }) {
  const format = useFormat();
  const figure = <Ltr>{format.number(value)}</Ltr>;
  if (!href || value === 0) return figure;
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 min-w-6 items-center justify-end underline decoration-line-strong underline-offset-4 hover:decoration-current"
    >
      {figure}
    </Link>
  );
}
