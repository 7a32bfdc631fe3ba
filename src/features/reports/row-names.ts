import type { Locale } from "#i18n/direction.ts";
import type { Messages } from "#i18n/messages.ts";
import type { Column } from "./columns.ts";
import type { Grouping } from "./groupings.ts";

type ReportWord = keyof Messages["reports"];
interface NamedRow {
  key: string | null;
  name: string | null;
  name_en: string | null;
}
/** What a row is called, before it is put into words: a text of the company's own, a calendar day, or a word of the two
 *  namespaces `words` and `reports`. */
export type RowName =
  | { text: string }
  | { day: string }
  | { word: keyof Messages["words"] }
  | { report_word: ReportWord };

/** The labels of these groupings' keys are the domain's own: "outcome" and "booked" make `words.outcome_booked`. */
const labelled: Partial<Record<Grouping, string>> = {
  outcome: "outcome",
  stage: "stage",
  status: "booking",
  source: "actor",
  category: "category",
  priority: "priority",
  type: "campaign",
};

export function nameOfRow(by: Grouping, row: NamedRow, locale: Locale): RowName {
  if (row.key === null) return { report_word: `none_${by}` as ReportWord };
  if (by === "day") return { day: row.key };
  const label = labelled[by];
  // Guarantee: the keys come from the closed lists of drizzle/values.ts, each of which has a label.
  if (label) return { word: `${label}_${row.key}` as keyof Messages["words"] };
  return { text: (locale === "en" ? row.name_en : null) ?? row.name ?? row.key };
}

/** Guarantee of the casts: tests/unit/features/report-words.test.ts finds a word for every column and grouping. */
export const wordOfColumn = ({ key }: Pick<Column, "key">) => `column_${key}` as ReportWord;
export const wordOfGrouping = (by: Grouping) => `by_${by}` as ReportWord;
