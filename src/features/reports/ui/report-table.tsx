"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "#ui/cx.ts";
import { Ltr } from "#ui/ltr.tsx";
import { type Column, columnsOf, figureOf } from "../columns.ts";
import type { ReportName } from "../groupings.ts";
import { wordOfColumn, wordOfGrouping } from "../row-names.ts";
import { behindRow, endsOf } from "./behind.ts";
import type { Filters } from "./filters.ts";
import type { ReportData } from "./use-report.ts";
import { useFigure, useRowName } from "./use-words.ts";

const cell = "h-10 border-line border-b px-3 whitespace-nowrap last:pe-4 print:h-7 print:px-1.5";
const first_cell = "sticky start-0 ps-4 text-start print:static print:ps-0";
const head = "h-9 border-line border-b bg-sunken px-3 font-medium text-12 text-muted last:pe-4 print:px-1.5";
/** A region that scrolls must be within reach of the keyboard. */
const reachable = { tabIndex: 0 };

type Props = { name: ReportName; report: ReportData; filters: Filters; running_head: string };

/** The report's rows and their totals. On paper its head, with whose report it is, stands on every page. */
export function ReportTable({ name, report, filters, running_head }: Props) {
  const t = useTranslations("reports");
  const nameOf = useRowName();
  const columns = columnsOf(name, report.by);
  const ends = endsOf(report, filters);
  return (
    <section
      aria-label={t("table")}
      {...reachable}
      className="overflow-x-auto rounded-card border border-line -outline-offset-2 print:overflow-visible print:rounded-none print:border-0"
    >
      <table className="w-full border-collapse text-13 print:text-[8.5pt]">
        <caption className="sr-only">{running_head}</caption>
        <thead>
          <tr className="hidden print:table-row">
            <th
              scope="colgroup"
              colSpan={columns.length + 1}
              className="pb-2 text-start font-normal text-12 text-muted"
            >
              {running_head}
            </th>
          </tr>
          <tr>
            <th scope="col" className={cx(head, first_cell, "whitespace-nowrap")}>
              {t(wordOfGrouping(report.by))}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cx(head, "text-end whitespace-nowrap print:whitespace-normal")}
              >
                {t(wordOfColumn(column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => {
            const href = behindRow(name, report, ends, row.key);
            const counts = Object.values(row.figures).some((value) => value !== null && value > 0);
            return (
              <tr key={row.key ?? "none"} className="hover:bg-hover print:break-inside-avoid">
                <th scope="row" className={cx(cell, first_cell, "bg-surface font-normal")}>
                  {href && counts ? (
                    <Link
                      href={href}
                      prefetch={false}
                      className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:decoration-current print:no-underline"
                    >
                      <bdi>{nameOf(report.by, row)}</bdi>
                    </Link>
                  ) : (
                    <bdi>{nameOf(report.by, row)}</bdi>
                  )}
                </th>
                <Cells columns={columns} figures={row.figures} className={cx(cell, "text-end")} />
              </tr>
            );
          })}
        </tbody>
        <tfoot className="font-semibold [&_tr>*]:border-b-0">
          <tr className="bg-sunken">
            <th scope="row" className={cx(cell, first_cell, "bg-sunken font-semibold")}>
              {t("total")}
            </th>
            <Cells columns={columns} figures={report.totals} className={cx(cell, "text-end")} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

type CellsProps = { columns: readonly Column[]; figures: Readonly<Record<string, number | null>>; className: string };

function Cells({ columns, figures, className }: CellsProps) {
  const figure = useFigure();
  return columns.map((column) => {
    const value = figureOf(column, figures);
    const shown = figure(column.kind, value);
    return (
      <td key={column.key} className={cx(className, (value === null || value === 0) && "text-muted")}>
        {column.kind === "seconds" ? <bdi>{shown}</bdi> : <Ltr>{shown}</Ltr>}
      </td>
    );
  });
}
