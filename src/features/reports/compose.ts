import type { PeriodRange } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";
import { type Named, namesOf } from "./names.ts";
import type { AskedSpan } from "./schema.ts";
import { daysOf, windowOf } from "./window.ts";

export type Span = Pick<PeriodRange, "from" | "to">;
/** One group of rows that were counted together. */
export interface Part<Figures> {
  key: string | null;
  figures: Figures;
}
type Counted<Figures> = Part<Figures> & { is_total: boolean };

interface Recipe<By extends string, Figures> {
  /** Counts a window: a part for each key, and the total. */
  ask: (span: Span) => PromiseLike<Counted<Figures>[]>;
  /** The groupings whose rows are always all there, with their keys in order. Days always are. */
  ordered: Partial<Record<By, readonly string[]>>;
  /** The others come biggest first. */
  weight: (figures: Figures) => number;
  /** A row in which nothing was counted. */
  nothing: Figures;
}

/** A whole report: both windows counted, the rows named and in order. */
export async function compose<By extends string, Figures>(
  tx: Tx,
  asked: AskedSpan & { by: By },
  now: Date,
  { ask, ordered, weight, nothing }: Recipe<By, Figures>,
) {
  const { timezone } = tx.company;
  const { bucket: _, ...window } = windowOf(asked, timezone, now);
  const [found, earlier] = await Promise.all([
    ask(window),
    ask({ from: window.previous_from, to: window.previous_to }),
  ]);
  const parts = found.filter(({ is_total }) => !is_total);
  const names = await namesOf(tx, asked.by, parts);
  const keys = asked.by === "day" ? daysOf(window, timezone) : (ordered[asked.by] ?? []);
  const known = keys.map((key) => parts.find((part) => part.key === key) ?? { key, figures: nothing });
  // What has a key that nobody expected comes last, never lost.
  const others = parts
    .filter(({ key }) => key === null || !keys.includes(key))
    .sort((a, b) => weight(b.figures) - weight(a.figures) || (a.key ?? "").localeCompare(b.key ?? ""));
  return {
    ...{ company_id: tx.company_id, by: asked.by, ...window, timezone },
    rows: [...known, ...others].map(({ key, figures }) => ({ key, ...(names.get(key ?? "") ?? nameless), figures })),
    totals: totalOf(found),
    previous: totalOf(earlier),
  };
}

const nameless: Named = { name: null, name_en: null };

function totalOf<Figures>(found: readonly Counted<Figures>[]): Figures {
  const total = found.find(({ is_total }) => is_total);
  if (!total) throw new Error("A report without totals");
  return total.figures;
}
