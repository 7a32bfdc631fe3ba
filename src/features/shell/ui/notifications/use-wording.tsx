"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { Ltr } from "#ui/ltr.tsx";
import type { Notification } from "./types.ts";

type Wording = { title: ReactNode; under: string | null };

/** What a notification says: who or what it is about, and the little that helps to decide whether to open it. */
export function useWording(): (notification: Notification) => Wording {
  const t = useTranslations("notifications");
  const priority = useTranslations("words");
  const format = useFormat();
  const tags = {
    b: (chunks: ReactNode) => <bdi className="font-semibold">{chunks}</bdi>,
    ltr: (chunks: ReactNode) => <Ltr className="font-semibold">{chunks}</Ltr>,
  };
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(" · ") || null;

  return ({ kind, params }) => {
    const text = (name: string) => {
      const value = params[name];
      return value === null || value === undefined ? null : String(value);
    };
    const name = text("customer_name") ?? t("a_customer");
    const starts_at = text("starts_at");
    const viewing = join(starts_at && format.dayTime(starts_at), isolated(text("property_title")));
    switch (kind) {
      case "booking_pending":
        return { title: t.rich("booking_pending", { name, ...tags }), under: viewing };
      case "booking_decided": {
        const status = text("status");
        const words =
          status === "approved" || status === "rejected" ? (`booking_${status}` as const) : "booking_decided";
        return { title: t.rich(words, { name, ...tags }), under: viewing };
      }
      case "ticket_assigned": {
        const urgency = text("priority");
        const known = urgency === "urgent" || urgency === "high" ? priority(`priority_${urgency}`) : null;
        return {
          title: t.rich("ticket_assigned", { reference: text("reference") ?? "", ...tags }),
          under: join(isolated(text("subject")), known),
        };
      }
      case "handed_over": {
        const agent = text("agent_name");
        return {
          title: t.rich("handed_over", { name, ...tags }),
          under: agent && t("handed_over_by", { agent: isolate(agent) }),
        };
      }
      case "campaign_paused":
        return {
          title: t.rich("campaign_paused", { name: text("name") ?? "", ...tags }),
          under: isolated(text("reason")),
        };
      case "webhook_failing":
        return { title: t("webhook_failing"), under: isolated(text("url")) };
    }
  };
}

const isolated = (text: string | null) => text && isolate(text);
