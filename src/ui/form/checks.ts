import { latinDigits } from "#lib/digits.ts";
import type { Problem } from "./use-form.ts";

// What can be said of a field before the server is asked. Each answers the code of its words, or null.

export const required = (value: unknown): Problem =>
  value === null || value === undefined || (typeof value === "string" && value.trim() === "") ? "required" : null;

export const atMost = (text: string, max: number): Problem => (text.length > max ? "too_long" : null);

/** Any digit set, spaces, dashes and a plus at either end; the server knows the numbering plans. */
export const phone = (text: string): Problem =>
  required(text) ?? (/^\+?[\d\s().-]{7,20}\+?$/.test(latinDigits(text).trim()) ? null : "phone");

export const email = (text: string): Problem =>
  text.trim() === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? null : "email";

/** The first that is wrong. */
export const first = (...problems: Problem[]): Problem => problems.find((problem) => problem) ?? null;
