import { dayAndClock, instantAt } from "#i18n/zoned.ts";
import { atMost, first, required } from "#ui/form/checks.ts";
import type { Problems } from "#ui/form/use-form.ts";
import type { Ticket } from "./types.ts";

export type DueMode = "auto" | "own" | "none";

/** A ticket as the fields of a form hold it. */
export type TicketValues = {
  subject: string;
  description: string;
  category: Ticket["category"];
  priority: Ticket["priority"];
  /** "auto" leaves the time to the priority. */
  due_mode: DueMode;
  due_day: string;
  due_time: string;
};

/** The facts of a ticket that can be edited. */
export type Facts = Pick<Ticket, "subject" | "description" | "category" | "priority" | "due_at">;
export const fact_names = ["subject", "description", "category", "priority", "due_at"] as const;

export function valuesOf({ subject, description, category, priority, due_at }: Facts, zone: string): TicketValues {
  const due = due_at ? dayAndClock(due_at, zone) : { day: "", clock: "" };
  return {
    subject,
    description: description ?? "",
    category,
    priority,
    due_mode: due_at ? "own" : "none",
    due_day: due.day,
    due_time: due.clock,
  };
}

/** The instant that the fields say; null for none, undefined where the priority decides. */
export function dueOf({ due_mode, due_day, due_time }: TicketValues, zone: string): string | null | undefined {
  if (due_mode === "auto") return undefined;
  return due_mode === "none" ? null : instantAt(due_day, due_time, zone);
}

export function checkTicket({ subject, due_mode, due_day, due_time }: TicketValues): Problems<TicketValues> {
  const own = due_mode === "own";
  return {
    subject: first(required(subject), atMost(subject.trim(), 200)),
    due_day: own && !/^\d{4}-\d{2}-\d{2}$/.test(due_day) ? "date" : null,
    due_time: own && !/^\d{2}:\d{2}$/.test(due_time) ? "time" : null,
  };
}
