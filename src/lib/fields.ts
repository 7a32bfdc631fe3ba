import * as z from "zod";
import { latinDigits } from "./digits.ts";
import { currencies } from "./money.ts";

// Field types that several nouns share. Each call makes a schema of its own: none is shared between two procedures.

/** A line people type: trimmed, not empty, at most `max` characters. NUL is refused: Postgres cannot store it. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !text.includes("\0"), "Contains a character that cannot be stored");

/** Longer text; may be empty. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes("\0"), "Contains a character that cannot be stored");

export const id = () => z.uuid();

/** An instant with its offset, answered in UTC with milliseconds; 1970 to 2199, since a typo is likelier than anything else. */
export const instant = () =>
  z.iso
    .datetime({ offset: true })
    .refine((text) => Date.parse(text) >= 0 && Date.parse(text) < Date.UTC(2200, 0), "Out of range")
    .transform((text) => new Date(text).toISOString());

/** An instant as we answer it. */
export const instantOut = () => z.iso.datetime();

/** A calendar date, "2026-11-22". */
export const day = () => z.iso.date().refine((text) => text >= "1900-01-01" && text < "2200-01-01", "Out of range");

/** A clock time, "09:00"; both digit sets. */
export const clock = () => clockLike(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The same as an end: the day's own is "24:00". */
export const closingClock = () => clockLike(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

const clockLike = (shape: RegExp) =>
  z
    .string()
    .trim()
    .transform((text) => latinDigits(text).padStart(5, "0"))
    .pipe(z.string().regex(shape, { error: "A time of day, such as 09:00", abort: true }));

export const currency = () => z.enum(currencies);

/** A decimal without sign, below a trillion; both digit sets. Its decimals are checked against the currency by the command. */
export const amount = () =>
  z
    .string()
    .trim()
    .max(24)
    .transform(latinDigits)
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,3})?$/, "A price is a decimal number without a sign"));

export const limit = () => z.int().min(1).max(100).default(50);
export const cursor = () => z.string().min(1).max(1024).nullish();
