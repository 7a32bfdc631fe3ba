import type { Locale } from "#i18n/direction.ts";
import { messagesOf } from "#i18n/messages.ts";
import { type Cell, toCsv } from "#lib/csv.ts";
import { type Column, columnsOf, figureOf } from "./columns.ts";
import type { ReportName } from "./groupings.ts";
import { nameOfRow, wordOfColumn, wordOfGrouping } from "./row-names.ts";
import type { Report, ReportFile } from "./schema.ts";
import { daysOf } from "./window.ts";

/** A report as it stands on the screen, as a file: the same rows and columns, then the totals. Days are "2026-11-22", lengths
 *  whole seconds and shares fractions of one, in Latin digits: what a spreadsheet can go on counting with. */
export function fileOf(name: ReportName, report: Report, locale: Locale): ReportFile {
  const messages = messagesOf(locale);
  const columns = columnsOf(name, report.by);
  const days = daysOf(report, report.timezone);
  const title = (row: Report["rows"][number]): string => {
    const found = nameOfRow(report.by, row, locale);
    if ("text" in found) return found.text;
    if ("day" in found) return found.day;
    return "word" in found ? messages.words[found.word] : messages.reports[found.report_word];
  };
  return {
    file_name: `${name}-${report.by}-${days[0]}-${days.at(-1)}.csv`,
    csv: toCsv([
      [messages.reports[wordOfGrouping(report.by)], ...columns.map((column) => headOf(column, messages.reports))],
      ...report.rows.map((row) => [title(row), ...columns.map((column) => cellOf(column, row.figures))]),
      [messages.reports.total, ...columns.map((column) => cellOf(column, report.totals))],
    ]),
  };
}

function headOf(column: Column, words: ReturnType<typeof messagesOf>["reports"]): string {
  const head = words[wordOfColumn(column)];
  return column.kind === "seconds" ? `${head} (${words.in_seconds})` : head;
}

function cellOf(column: Column, figures: Readonly<Record<string, number | null>>): Cell {
  const value = figureOf(column, figures);
  return value === null || column.kind !== "share" ? value : Math.round(value * 10_000) / 10_000;
}
