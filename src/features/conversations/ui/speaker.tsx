"use client";
import { useTranslations } from "next-intl";
import { MachineMark, PersonMark } from "#ui/avatar.tsx";
import type { Conversation, Line } from "./types.ts";
import { useWho } from "./use-conversation-columns.tsx";

type Speaker = Line["speaker"];

/** How each side of a conversation is called and drawn: a circle is a person, a lavender square a machine. */
export function useSpeakers(conversation: Conversation) {
  const t = useTranslations("conversations");
  const who = useWho();
  const { type, agent_name, handed_over_to, customer_name } = conversation;
  const name = (speaker: Speaker): string => {
    if (speaker === "customer") return customer_name ?? t("speaker_customer");
    if (speaker === "staff") return handed_over_to?.name ?? t("speaker_staff");
    return agent_name ?? t("speaker_agent");
  };
  return {
    name,
    mark: (speaker: Speaker, size: "sm" | "md" = "md") =>
      speaker === "customer" ? (
        <PersonMark name={who(conversation)} size={size} />
      ) : speaker === "staff" ? (
        <PersonMark name={name("staff")} kind="staff" size={size} />
      ) : (
        <MachineMark kind={type} size={size} />
      ),
  };
}

export type Speakers = ReturnType<typeof useSpeakers>;
