"use client";
import { keepPreviousData } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { api } from "#trpc/api.ts";
import { roleMay } from "#trpc/may.ts";
import { useMe } from "#trpc/me.tsx";
import type { ReportName } from "../groupings.ts";
import { filterParsers } from "./filters.ts";
import { inputsOf, offeredTo } from "./inputs.ts";

/** The address, and the one report it names. Only that one is asked for; the others wait for their tab. */
export function useReport() {
  const { role } = useMe();
  const [filters, set] = useQueryStates(filterParsers, { history: "replace", shallow: true });
  const offered = offeredTo((permission) => roleMay(role, permission));
  const name: ReportName = offered.find((one) => one === filters.report) ?? offered[0] ?? "calls";
  const inputs = inputsOf(filters);
  const when = (report: ReportName) => ({ enabled: name === report, placeholderData: keepPreviousData });
  const queries = {
    calls: api.reports.calls.useQuery(inputs.calls, when("calls")),
    funnel: api.reports.funnel.useQuery(inputs.funnel, when("funnel")),
    bookings: api.reports.bookings.useQuery(inputs.bookings, when("bookings")),
    campaigns: api.reports.campaigns.useQuery(inputs.campaigns, when("campaigns")),
    tickets: api.reports.tickets.useQuery(inputs.tickets, when("tickets")),
  };
  return { name, offered, filters, set, by: inputs[name].by, query: queries[name] };
}

export type ReportState = ReturnType<typeof useReport>;
export type ReportData = NonNullable<ReportState["query"]["data"]>;
