"use client";
import { PhoneOff } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { useMay } from "#trpc/me.tsx";
import { Button } from "#ui/button.tsx";
import type { Customer, Facts } from "./types.ts";

const UnbarDialog = dynamic(() => import("./unbar-dialog.tsx").then((part) => part.UnbarDialog));

type Props = { customer: Customer; barred: NonNullable<Facts["barred"]> };

/** That no campaign calls this customer, why, and since when; for who may, the way back. */
export function BarredNotice({ customer, barred: { reason, created_by, created_at } }: Props) {
  const t = useTranslations("customers");
  const format = useFormat();
  const may = useMay("campaigns.write");
  const [asks, setAsks] = useState(false);
  const when = format.day(created_at, { weekday: false, year: true });
  const why = reason === "asked_in_conversation" ? t("barred_asked") : reason && isolate(reason);
  return (
    <div className="grid gap-2 rounded-control bg-rejected-soft px-3 py-2.5 text-13 text-rejected">
      <div className="flex items-start gap-2.5">
        <PhoneOff size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <p className="font-semibold">{t("barred")}</p>
          <p>{why ? t("barred_why", { reason: why }) : t("barred_listed")}</p>
          <p className="text-12">
            {created_by ? t("barred_by", { name: isolate(created_by.name), when }) : t("barred_by_system", { when })}
          </p>
        </div>
      </div>
      {may ? (
        <Button size="sm" onClick={() => setAsks(true)} className="justify-self-start text-ink">
          {t("unbar")}
        </Button>
      ) : null}
      {asks ? <UnbarDialog customer={customer} onClose={() => setAsks(false)} /> : null}
    </div>
  );
}
