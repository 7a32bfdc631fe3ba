"use client";
import { Merge, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useFormat } from "#i18n/format-context.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { customerParsers } from "./customer-filters.ts";
import { customerHref } from "./hrefs.ts";
import type { Customer, Facts } from "./types.ts";

/** Says where a merged record went: above the kept customer for whoever came by the old address, and above the old
 *  record itself for whoever had it open while a colleague merged it. */
export function MergedNotice({ customer, facts }: { customer: Customer; facts: Facts | undefined }) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  const format = useFormat();
  const [{ merged }, set] = useQueryStates(customerParsers, { history: "replace" });
  const old = facts?.merged.find(({ id }) => id === merged);
  const into = customer.merged_into;
  if (!into && !old) return null;
  return (
    <p
      role="status"
      className="flex animate-rise items-center gap-2.5 border-line border-b bg-open-soft px-4 py-2 text-13 text-open md:px-6"
    >
      <Merge size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-0 flex-1">
        {into
          ? t.rich("went_into", {
              name: into.name,
              link: (chunks) => (
                <a href={customerHref(into.id)} className="font-semibold underline underline-offset-4">
                  <bdi>{chunks}</bdi>
                </a>
              ),
            })
          : t.rich("came_from", {
              name: old?.name ?? "",
              phone: format.phone(old?.phone ?? ""),
              b: (chunks) => <bdi className="font-semibold">{chunks}</bdi>,
              bdi: (chunks) => <Ltr>{chunks}</Ltr>,
            })}
      </span>
      {into ? null : <IconButton label={ui("close")} icon={X} onClick={() => void set({ merged: null })} />}
    </p>
  );
}
