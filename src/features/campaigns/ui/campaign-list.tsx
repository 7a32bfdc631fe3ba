"use client";
import { Megaphone, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { useMay } from "#trpc/me.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordList } from "#ui/list/record-list.tsx";
import { campaignHref, draftHref } from "./hrefs.ts";
import { useCampaignColumns, useCampaignLead } from "./use-campaign-columns.tsx";
import type { CampaignFilters } from "./use-campaign-filters.ts";
import { useCampaignPages } from "./use-campaign-pages.ts";

export function CampaignList({ state }: { state: CampaignFilters }) {
  const t = useTranslations("campaigns");
  const list = useCampaignPages(state.list);
  const rows = list.data?.pages.flatMap((page) => page.campaigns) ?? [];
  const mayWrite = useMay("campaigns.write");
  return (
    <ListFrame
      pages={list}
      count={rows.length}
      skeleton={<ListSkeleton />}
      empty={
        state.isNarrowed ? (
          <NoMatch words={state.filters.q} onClear={state.clear} help={t("no_match_help")} />
        ) : (
          <Empty
            icon={Megaphone}
            title={t("none_yet")}
            action={
              mayWrite ? (
                <LinkButton tone="primary" icon={Plus} href="/campaigns/new">
                  {t("new")}
                </LinkButton>
              ) : null
            }
          >
            {t("none_yet_help")}
          </Empty>
        )
      }
      end={t("end_of_list", { count: rows.length })}
    >
      <RecordList
        label={t("list")}
        rows={rows}
        head={t("col_name")}
        lead={useCampaignLead()}
        leadWidth="room-2xl:w-[38%] room-4xl:w-[34%]"
        columns={useCampaignColumns()}
        href={({ id, status }) => (status === "draft" && mayWrite ? draftHref(id) : campaignHref(id))}
        name={({ name }) => name}
        fresh={useFreshIds("campaigns")}
      />
    </ListFrame>
  );
}
