"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { useFeedStatus } from "#trpc/live-provider.tsx";
import { LiveMark } from "#ui/live-mark.tsx";

/** Says whether the screen is live; when not, until when it was. */
export function LiveStatus() {
  const t = useTranslations("live");
  const format = useFormat();
  const { state, at } = useFeedStatus();
  const age = state === "offline" && at !== null ? t("last_update", { when: format.time(at) }) : null;
  return <LiveMark state={state} word={t(state)} age={age} />;
}
