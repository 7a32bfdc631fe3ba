"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { Ltr } from "#ui/ltr.tsx";
import { history_subjects } from "../subjects.ts";
import type { Customer } from "./types.ts";

/** What comes over with the record that goes, and that its number still leads here. */
export function MovingAlong({ gone }: { gone: Customer }) {
  const t = useTranslations("customers");
  const format = useFormat();
  const { data } = api.customers.facts.useQuery({ id: gone.id });
  const counted = history_subjects.flatMap((subject) => {
    const count = data?.counts[subject] ?? 0;
    return count > 0 && subject !== "stages" ? [t(`count_${subject}`, { count })] : [];
  });
  return (
    <p className="min-w-60 flex-1 text-13 text-ink-2">
      {counted.length > 0 ? t("moving_along", { what: counted.join(t("joint")) }) : data ? t("moving_nothing") : null}{" "}
      {t.rich("number_stays", { phone: format.phone(gone.phone), bdi: (chunks) => <Ltr>{chunks}</Ltr> })}
    </p>
  );
}
