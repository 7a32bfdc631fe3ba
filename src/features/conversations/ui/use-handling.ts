"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import type { Failure } from "#trpc/failure.ts";
import { useMe } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";

/** Handing over and taking over. When a colleague was first, who has it now is said and shown. */
export function useHandling() {
  const t = useTranslations("conversations");
  const me = useMe();
  const refused = ({ code, current }: Failure) => {
    if (code !== "CONFLICT") return null;
    const name = receiverOf(current);
    return { title: t("changed"), ...(name && { description: t("now_with", { name: isolate(name) }) }) };
  };
  const handOver = useAct(api.conversations.handOver, {
    parts: ["conversations"],
    done: ({ handed_over_to }) => t("handed_toast", { name: isolate(handed_over_to?.name ?? "") }),
    refused: (failure) => (failure.code === "CONFLICT" ? refused(failure) : "quiet"),
  });
  const takeOver = useAct(api.conversations.takeOver, {
    parts: ["conversations"],
    show: ({ id }) => ({
      id,
      change: { handed_over_to: { id: me.id, name: me.name }, handed_over_at: new Date().toISOString() },
    }),
    done: () => t("taken_toast"),
    refused,
  });
  return { handOver, takeOver };
}

export type Handling = ReturnType<typeof useHandling>;

function receiverOf(value: unknown): string | null {
  const receiver: unknown = Reflect.get(Object(value), "handed_over_to");
  const name: unknown = Reflect.get(Object(receiver), "name");
  return typeof name === "string" ? name : null;
}
