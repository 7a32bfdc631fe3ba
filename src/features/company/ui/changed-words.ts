"use client";
import { useTranslations } from "next-intl";

const words = {
  name: "company_name",
  name_en: "company_name_en",
  locale: "company_locale",
  timezone: "company_timezone",
  currency: "company_currency",
  week_start: "company_week_start",
  weekend: "hours_weekend",
  working_hours: "hours_hours",
  ticket_hours: "ticket_hours",
} as const;
const known: Record<string, (typeof words)[keyof typeof words] | undefined> = words;

/** Fields of the settings by their names on the page, in one line. */
export function useChangedWords(): (fields: readonly string[]) => string {
  const t = useTranslations("settings");
  const ui = useTranslations("ui");
  return (fields) =>
    fields.map((field) => (field === "digits" ? ui("digits") : t(known[field] ?? "title"))).join(t("comma"));
}
