import { describe, expect, it } from "vitest";
import {
  actor_kinds,
  booking_statuses,
  campaign_types,
  conversation_outcomes,
  customer_stages,
  ticket_categories,
  ticket_priorities,
} from "#drizzle/values.ts";
import { columnsOf } from "#features/reports/columns.ts";
import { type Grouping, groupings, report_names } from "#features/reports/groupings.ts";
import { nameOfRow, wordOfColumn, wordOfGrouping } from "#features/reports/row-names.ts";
import { chart_parts } from "#features/reports/ui/chart-series.ts";
import { headlinesOf } from "#features/reports/ui/summary.ts";
import { messagesOf } from "#i18n/messages.ts";

const words: Record<string, string> = messagesOf("ar").reports;
const domain: Record<string, string> = messagesOf("ar").words;

describe("every report has words", () => {
  it.each(report_names)("%s: for its groupings, columns, chart and totals", (report) => {
    for (const by of groupings[report]) {
      expect(words[wordOfGrouping(by)], by).toBeTruthy();
      for (const column of columnsOf(report, by)) expect(words[wordOfColumn(column)], column.key).toBeTruthy();
    }
    for (const { label } of chart_parts[report]) expect(words[wordOfColumn({ key: label })], label).toBeTruthy();
    expect(headlinesOf(report)).toHaveLength(5);
  });

  const closed: [Grouping, readonly string[]][] = [
    ["outcome", conversation_outcomes],
    ["stage", customer_stages],
    ["status", booking_statuses],
    ["source", actor_kinds],
    ["category", ticket_categories],
    ["priority", ticket_priorities],
    ["type", campaign_types],
  ];
  it.each(closed)("for each row by %s", (by, keys) => {
    for (const key of keys) {
      const name = nameOfRow(by, { key, name: null, name_en: null }, "ar");
      expect("word" in name && domain[name.word], key).toBeTruthy();
    }
  });

  it("for the row of those that have no outcome, agent or member of staff", () => {
    for (const by of ["outcome", "agent", "staff"] as const) {
      const name = nameOfRow(by, { key: null, name: null, name_en: null }, "ar");
      expect("report_word" in name && words[name.report_word], by).toBeTruthy();
    }
  });
});
