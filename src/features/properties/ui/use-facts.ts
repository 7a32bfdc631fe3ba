"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import type { Property } from "./types.ts";

/** "3 غرف، 148 م²": what is known of a listing's size. */
export function useSize(): (property: Property) => string {
  const t = useTranslations("properties");
  const format = useFormat();
  return ({ bedrooms, area_sqm }) =>
    [
      bedrooms === null ? null : t("rooms", { count: bedrooms }),
      area_sqm === null ? null : t("area_value", { area: isolateLtr(format.number(area_sqm)) }),
    ]
      .filter(Boolean)
      .join(t("joint"));
}

/** The price with its period, where it is a rent. */
export function usePrice(): (property: Property) => string {
  const t = useTranslations("properties");
  const format = useFormat();
  return ({ price, currency, purpose }) => {
    const amount = format.money(price, currency);
    return purpose === "rent" ? t("a_year", { amount }) : amount;
  };
}
