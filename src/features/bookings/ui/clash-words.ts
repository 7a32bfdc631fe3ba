"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import type { Clash } from "./types.ts";

/** What is in the way, by name: "الوقت محجوز: فهد الدوسري في معاينة سارة الشمري، من 5:30 م إلى 6:15 م". */
export function useClashWords() {
  const t = useTranslations("bookings");
  const format = useFormat();
  return ({ staff, same_staff, customer_name, starts_at, ends_at, status }: Clash): string => {
    const named = {
      staff: isolate(staff?.name ?? ""),
      customer: isolate(customer_name),
      from: unbroken(format.time(starts_at)),
      to: unbroken(format.time(ends_at)),
    };
    if (status === "pending") return t("clash_pending", named);
    return t(same_staff ? "clash_staff" : "clash_property", named);
  };
}

/** The viewing that a refusal names as being in the way; null when it names none. */
export function clashOf(current: unknown): Clash | null {
  if (typeof current !== "object" || current === null || !("clash" in current)) return null;
  const { clash } = current;
  return isClash(clash) ? clash : null;
}

/** The server sends nothing else under this name; this tells it from a version of it that is older than the page. */
function isClash(value: unknown): value is Clash {
  return typeof value === "object" && value !== null && "customer_name" in value && "same_staff" in value;
}

/** "7:00 م" does not leave its half of the day on the next line. */
const unbroken = (time: string) => time.replace(" ", "\u00a0");
