import type { Language } from "./talk.ts";
import { sayTime } from "./times.ts";

/** What customer_history answered, as short lines: what was said last, then bookings, then tickets. Takes what it finds and
 *  leaves out what it does not know how to say. */
export function readHistory(result: Record<string, unknown>, offset: string, language: Language): string[] {
  const lines: string[] = [];
  for (const talk of rows(result.talks).slice(0, 1)) {
    const summary = text(talk.summary);
    if (summary) lines.push(summary);
  }
  for (const booking of rows(result.bookings).slice(0, 2)) {
    const when = text(booking.starts_at);
    const what =
      text(booking.property_title) ?? text(booking.title) ?? text(booking.property) ?? text(booking.reference);
    const spoken = when === null || Number.isNaN(Date.parse(when)) ? "" : sayTime(when, offset, language);
    if (what || spoken)
      lines.push(
        `${language === "ar" ? "معاينة" : "Viewing"}: ${[what, spoken].filter(Boolean).join(language === "ar" ? "، " : ", ")}`,
      );
  }
  for (const ticket of rows(result.tickets).slice(0, 2)) {
    const subject = text(ticket.subject);
    const reference = text(ticket.reference) ?? text(ticket.number);
    if (subject)
      lines.push(`${language === "ar" ? "تذكرة" : "Ticket"} ${reference ?? ""}: ${subject}`.replace(" :", ":"));
  }
  return lines;
}

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : null);

function rows(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null);
}
