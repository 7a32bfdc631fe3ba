"use client";
import type { ReactNode } from "react";
import { useMay } from "#trpc/me.tsx";
import { CampaignsBlock } from "./campaigns-block.tsx";
import { ConversationsChart } from "./conversations-chart.tsx";
import { FunnelBlock } from "./funnel-block.tsx";
import { Greeting } from "./greeting.tsx";
import { Kpis } from "./kpis.tsx";
import { LiveCalls } from "./live-calls.tsx";
import { PeriodSwitch } from "./period-switch.tsx";
import { UrgentTickets } from "./urgent-tickets.tsx";

/** The day at a glance. `waiting` are the decisions, given by the page: they belong to the viewings. */
export function DashboardScreen({ waiting }: { waiting: ReactNode }) {
  const campaigns = useMay("campaigns.read");
  const tickets = useMay("tickets.read");
  return (
    <div className="min-h-0 flex-1 md:overflow-y-auto">
      <div className="mx-auto grid max-w-[1680px] grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-4 pb-6 md:px-6 md:pt-5">
        <Greeting />
        <div className="bare-scroll -mx-4 overflow-x-auto px-4 md:hidden">
          <PeriodSwitch />
        </div>
        <Kpis />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px] xl:grid-cols-[minmax(0,1fr)_400px]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {waiting}
            <ConversationsChart />
            {tickets ? <UrgentTickets /> : null}
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:max-lg:grid-cols-2 md:max-lg:items-start">
            <LiveCalls />
            {campaigns ? <CampaignsBlock /> : null}
            <FunnelBlock />
          </div>
        </div>
      </div>
    </div>
  );
}
