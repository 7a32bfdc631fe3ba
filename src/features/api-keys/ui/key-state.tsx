"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { StatusChip } from "#ui/chip.tsx";
import { useNow } from "#ui/now.tsx";
import type { ApiKey } from "./types.ts";

/** What a key is good for at an instant (ms). */
export function stateOf({ revoked_at, expires_at }: ApiKey, now: number): "works" | "ended" | "revoked" {
  if (revoked_at) return "revoked";
  return expires_at && Date.parse(expires_at) <= now ? "ended" : "works";
}

export function KeyState({ api_key }: { api_key: ApiKey }) {
  const t = useTranslations("settings");
  const format = useFormat();
  const state = stateOf(api_key, useNow());
  const { revoked_at, expires_at } = api_key;
  const day = (at: string) => format.day(at, { weekday: false, year: true });
  if (state === "revoked" && revoked_at)
    return <StatusChip status="cancelled">{t("key_revoked", { when: day(revoked_at) })}</StatusChip>;
  if (!expires_at) return <StatusChip status="approved">{t("key_works")}</StatusChip>;
  return state === "ended" ? (
    <StatusChip status="cancelled">{t("key_ended", { when: day(expires_at) })}</StatusChip>
  ) : (
    <StatusChip status="approved">{t("key_ends", { when: day(expires_at) })}</StatusChip>
  );
}
