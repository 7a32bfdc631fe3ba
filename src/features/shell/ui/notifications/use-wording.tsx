"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { usePauseReason } from "../words.ts";
import type { Notification } from "./types.ts";
import { wordingOf } from "./wording.ts";

type Shown = { title: ReactNode; under: string | null };

/** What a notification says: who or what it is about, and the little that helps to decide whether to open it. */
export function useWording(): (notification: Notification) => Shown {
  const t = useTranslations("notifications");
  const words = useTranslations("words");
  const format = useFormat();
  const reasonOf = usePauseReason();
  const tags = {
    b: (chunks: ReactNode) => <bdi className="font-semibold">{chunks}</bdi>,
    ltr: (chunks: ReactNode) => <Ltr className="font-semibold">{chunks}</Ltr>,
  };
  const speech = {
    a_customer: t("a_customer"),
    handed_over_by: (agent: string) => t("handed_over_by", { agent }),
    priority: (priority: "urgent" | "high") => words(`priority_${priority}`),
    pause_reason: reasonOf,
    format,
  };
  return (notification) => {
    const { title, under } = wordingOf(notification, speech);
    const { key, ...values } = { name: "", reference: "", ...title };
    return { title: t.rich(key, { ...values, ...tags }), under };
  };
}
