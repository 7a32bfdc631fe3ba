"use client";
import { useTranslations } from "next-intl";
import { ticket_categories, ticket_priorities, ticket_statuses } from "#drizzle/values.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import type { TicketEvent } from "./types.ts";

/** A step of the history as a sentence: "أسندت لمى التذكرة إلى فهد". */
export function useEventWords(): (event: TicketEvent) => string {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  const format = useFormat();
  const priority = (value: string | null) => {
    const known = ticket_priorities.find((one) => one === value);
    return known ? words(`priority_${known}`) : "";
  };
  const category = (value: string | null) => {
    const known = ticket_categories.find((one) => one === value);
    return known ? words(`category_${known}`) : "";
  };

  return ({ kind, actor, actor_kind, from_value, to_value, to_user }) => {
    const who = {
      name: actor ? isolate(actor.name) : t(`actor_${actor_kind}`),
      gender: actor?.gender ?? "male",
    };
    switch (kind) {
      case "created":
        return t("did_created", who);
      case "assigned":
        if (!to_user) return t("did_unassigned", who);
        return to_user.id === actor?.id
          ? t("did_taken", who)
          : t("did_assigned", { ...who, to: isolate(to_user.name) });
      case "status_changed":
        return t(`did_status_${ticket_statuses.find((one) => one === to_value) ?? "open"}`, who);
      case "priority_changed":
        return t("did_priority", { ...who, from: priority(from_value), to: priority(to_value) });
      case "category_changed":
        return t("did_category", { ...who, from: category(from_value), to: category(to_value) });
      case "due_changed":
        if (to_value === null) return t("did_due_none", who);
        if (actor_kind === "system") return t("did_due_itself", { to: format.dayTime(to_value) });
        return t("did_due", { ...who, to: format.dayTime(to_value) });
      case "edited":
        if (to_value === null) return t("did_description", who);
        return t("did_subject", { ...who, from: isolate(from_value ?? ""), to: isolate(to_value) });
      case "commented":
        return t("did_commented", who);
      case "resolved":
        return t("did_resolved", who);
      case "reopened":
        return t("did_reopened", who);
    }
  };
}
