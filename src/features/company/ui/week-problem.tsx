"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type IsoDay, iso_days } from "./values.ts";

const kinds = { order: "hours_order", time: "hours_time" } as const;

/** What is wrong with the week: "order:3" and "time:3" name a day; whatever the server adds is of the hours. */
export function WeekProblem({ problem, name }: { problem: string | null | undefined; name: (iso: IsoDay) => string }) {
  const t = useTranslations("settings");
  if (!problem) return null;
  const [kind, day] = problem.split(":");
  const iso = iso_days.find((one) => String(one) === day);
  const words = iso && (kind === "order" || kind === "time") ? t(kinds[kind], { day: name(iso) }) : t("hours_none");
  return (
    <p role="alert" className="flex animate-rise items-start gap-1.5 px-4 pb-3 text-13 text-rejected">
      <CircleAlert size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
      {words}
    </p>
  );
}
