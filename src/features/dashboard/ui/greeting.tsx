"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useMay, useMe } from "#trpc/me.tsx";
import { useNow } from "#ui/now.tsx";

/** Names the person and what waits for him; the date in both calendars, on the company's clock. */
export function Greeting() {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const now = useNow();
  const { name } = useMe();
  const decides = useMay("bookings.decide");
  const from = new Date(format.startOfDay(now)).toISOString();
  const { data } = api.bookings.counts.useQuery({ from }, { enabled: decides });
  const hello = t(isMorning(format.hourOf(now)) ? "morning" : "evening", { name: isolate(name.split(" ")[0] ?? name) });
  return (
    <div>
      <h2 className="font-semibold text-20">
        {hello}
        {decides && data ? t("joint") + t("waiting", { count: data.pending }) : ""}
      </h2>
      <p className="text-13 text-muted">
        {format.day(now, { year: true })} · {format.hijri(now)} · {t("clock_of", { city: cityOf(format.time_zone, t) })}
      </p>
    </div>
  );
}

/** Before dawn it is still last evening. */
const isMorning = (hour: number) => hour >= 4 && hour < 12;

function cityOf(zone: string, t: ReturnType<typeof useTranslations<"dashboard">>): string {
  if (zone === "Asia/Riyadh") return t("city_riyadh");
  if (zone === "Asia/Dubai") return t("city_dubai");
  return isolate(zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone);
}
