"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ltr } from "#ui/ltr.tsx";
import type { Entry } from "./types.ts";

const tags = {
  b: (chunks: ReactNode) => (
    <b className="font-semibold">
      <bdi>{chunks}</bdi>
    </b>
  ),
  id: (chunks: ReactNode) => <Ltr>{chunks}</Ltr>,
};

/** "who did what", with the verb's gender: "نورة حجزت معاينة VB-20418". */
export function HistorySentence({ entry }: { entry: Entry }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const who = {
    ...tags,
    name: entry.actor?.name ?? entry.agent?.name ?? words(`actor_${entry.actor_kind}`),
    gender: entry.actor?.gender ?? entry.agent?.gender ?? "other",
  };
  switch (entry.kind) {
    case "conversation":
      return t.rich(`did_${entry.type}_${entry.direction}`, who);
    case "booking":
      return t.rich("did_book", { ...who, reference: entry.reference });
    case "booking_decision":
      return t.rich(`did_${entry.decision}`, { ...who, reference: entry.reference });
    case "ticket":
      return t.rich("did_open_ticket", { ...who, reference: entry.reference });
    case "campaign_contact":
      return t.rich(`did_campaign_${entry.type}`, { ...tags, title: entry.title ?? "" });
    case "stage_change": {
      const to = words(`stage_${entry.to_stage}`);
      if (entry.from_stage === null) return t.rich("did_add", { ...who, to });
      return t.rich("did_move", { ...who, from: words(`stage_${entry.from_stage}`), to });
    }
    case "merge":
      return t.rich("did_merge", { ...who, title: entry.title ?? "" });
    case "note":
      return t.rich(entry.conversation_id ? "did_note_conversation" : "did_note", who);
  }
}
