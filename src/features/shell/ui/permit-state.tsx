"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useNow } from "#ui/now.tsx";

type Permit = { permit_number: string | null; permit_expires_on: string | null };

/** The advert licence: its number, and whether it still holds today. */
export function PermitState({ property }: { property: Permit }) {
  const t = useTranslations("words");
  const format = useFormat();
  const now = useNow();
  const { permit_number, permit_expires_on } = property;
  if (!permit_number) return <span className="text-rejected">{t("permit_missing")}</span>;
  // A date without a clock: it holds to the end of that day. Noon UTC keeps the day in every zone we serve.
  const end = permit_expires_on ? Date.parse(`${permit_expires_on}T12:00:00.000Z`) : null;
  const expired = end !== null && format.startOfDay(end, 1) <= now;
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5">
      <Ltr>{permit_number}</Ltr>
      <span className={`text-12 ${expired ? "text-rejected" : "text-approved"}`}>
        {t(expired ? "permit_expired" : "permit_valid")}
        {end === null ? "" : ` · ${format.day(end, { weekday: false, year: true })}`}
      </span>
    </span>
  );
}
