"use client";
import { useTranslations } from "next-intl";
import type { Messages } from "#i18n/messages.ts";

/** Codes of our checks and of the server's issues, by the words they are told in. */
const words_of: Record<string, keyof Messages["forms"] | undefined> = {
  required: "required",
  too_long: "too_long",
  too_short: "too_short",
  phone: "phone",
  invalid_phone: "phone",
  email: "email",
  number: "number",
  amount: "amount",
  invalid_amount: "amount",
  too_small: "too_small",
  too_big: "too_big",
  date: "date",
  time: "time",
  past: "past",
  in_the_past: "past",
  order: "order",
  taken: "taken",
  unknown: "unknown",
};

/** What is wrong with a field, in the page's language. */
export function useProblemWords(): (code: string) => string {
  const t = useTranslations("forms");
  return (code) => t(words_of[code] ?? "invalid");
}
