"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { workingClock } from "#lib/working-hours.ts";
import { api } from "#trpc/api.ts";
import { useNow } from "#ui/now.tsx";
import { due_soon_hours } from "../due-soon.ts";
import { isUnsolved, type Ticket } from "./types.ts";

/** The company's rules of time, and the clock that they make; null for the moment before they are known. */
export function useTicketHours() {
  const { data } = api.tickets.hours.useQuery({}, { staleTime: 300_000 });
  return useMemo(() => data && { ...data, clock: workingClock(data.working_hours, data.timezone) }, [data]);
}

export type Due = { state: "late" | "soon" | "later" | "none" | "solved" | "solved_late"; words: string };

/** How much working time a ticket has left, or by how much it is late; of a solved one, whether it kept its time. */
export function useDue(): (ticket: Pick<Ticket, "status" | "due_at" | "resolved_at">) => Due {
  const t = useTranslations("tickets");
  const now = useNow();
  const clock = useTicketHours()?.clock;

  const amount = (minutes: number, kind: "left" | "late") => {
    const day = clock?.day_minutes ?? 540;
    if (minutes < 60) return t(`${kind}_minutes`, { count: minutes });
    if (minutes < day) return t(`${kind}_hours`, { count: Math.floor(minutes / 60) });
    return t(`${kind}_days`, { count: Math.floor(minutes / day) });
  };
  return (ticket) => {
    const { due_at, resolved_at, status } = ticket;
    if (!isUnsolved(ticket)) {
      if (!resolved_at) return { state: "solved", words: t(status === "closed" ? "put_away" : "solved_in_time") };
      const late = due_at !== null && resolved_at > due_at;
      return late ? { state: "solved_late", words: t("solved_late") } : { state: "solved", words: t("solved_in_time") };
    }
    if (due_at === null) return { state: "none", words: t("due_none") };
    if (!clock) return { state: "later", words: "" };
    const left = clock.minutesBetween(new Date(now).toISOString(), due_at);
    if (Date.parse(due_at) < now) return { state: "late", words: amount(-left, "late") };
    return { state: left <= due_soon_hours * 60 ? "soon" : "later", words: amount(left, "left") };
  };
}
