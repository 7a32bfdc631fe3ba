import { latinDigits } from "#lib/digits.ts";

/** A clock as people type it ("17:30", "1730", "5:30 م", "٥:٣٠ مساءً", "5 pm") as "17:30"; null when it is none. */
export function readClock(text: string): string | null {
  const plain = latinDigits(text).trim().toLowerCase();
  const parts = /^(\d{1,2})[:.٫]?(\d{2})?\s*(am|pm|a|p|ص|م|صباح\S*|مساء\S*)?$/.exec(plain);
  const [, hour, minute = "00", half] = parts ?? [];
  if (hour === undefined) return null;
  const late = half?.startsWith("p") || half?.startsWith("م");
  const value = half === undefined ? Number(hour) : (Number(hour) % 12) + (late ? 12 : 0);
  if (value > 23 || Number(minute) > 59 || (half !== undefined && Number(hour) > 12)) return null;
  return `${String(value).padStart(2, "0")}:${minute}`;
}

/** A day as people type it ("24/11/2026", "24-11", "٢٤/١١/٢٠٢٦", "2026-11-24") as "2026-11-24"; null when there is none such.
 *  @param year for a day typed without one */
export function readDay(text: string, year: number): string | null {
  const plain = latinDigits(text).trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  const local = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/.exec(plain);
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3] ?? year, local[2], local[1]] : [];
  if (!y || !m || !d) return null;
  const day = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const made = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(day) ? day : null;
}
