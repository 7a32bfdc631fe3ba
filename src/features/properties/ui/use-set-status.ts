"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import type { Property, PropertyStatus } from "./types.ts";

/** Changes a listing's state at once. */
export function useSetStatus() {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const act = useAct(api.properties.update, {
    parts: ["properties", "bookings"],
    show: ({ id, status }) => ({ id, change: { status } }),
    done: ({ status }) => t("status_toast", { status: words(`property_${status}`) }),
  });
  return {
    set: ({ id, version }: Property, status: PropertyStatus) => act.run({ id, version, status }),
    isBusy: act.isBusy,
  };
}
