"use client";
import { MessagesSquare, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { recipient_statuses } from "#drizzle/values.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Block } from "#ui/block.tsx";
import { Empty } from "#ui/empty.tsx";
import { Filter } from "#ui/list/filter.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordList } from "#ui/list/record-list.tsx";
import { SearchBox } from "#ui/list/search-box.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { recipientParsers } from "./filters.ts";
import { campaignHref } from "./hrefs.ts";
import { recipientsInput } from "./list-input.ts";
import type { Campaign } from "./types.ts";
import { useRecipientPages } from "./use-campaign-pages.ts";
import { useRecipientColumns, useRecipientLead } from "./use-recipient-columns.tsx";

/** Whom the campaign reaches: filtered by what became of each, searched by name or number. */
export function RecipientList({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const { filters, set, type, clear, isNarrowed } = useListState(recipientParsers, []);
  const list = useRecipientPages(recipientsInput(campaign.id, filters));
  const rows = list.data?.pages.flatMap((page) => page.recipients) ?? [];
  return (
    <Block title={t("recipients")}>
      <Toolbar>
        <SearchBox
          label={t("recipients_search")}
          hint={t("recipients_hint")}
          value={filters.q}
          onType={(q) => type({ q })}
        />
        <Filter
          label={t("outcome")}
          icon={MessagesSquare}
          value={filters.recipients}
          onChange={(recipients) => set({ recipients })}
          options={recipient_statuses.map((value) => ({ value, label: words(`recipient_${value}`) }))}
        />
      </Toolbar>
      <ListFrame
        pages={list}
        count={rows.length}
        skeleton={<ListSkeleton />}
        empty={
          isNarrowed ? (
            <NoMatch words={filters.q} onClear={clear} />
          ) : (
            <Empty icon={UsersRound} title={t("recipients_none")}>
              {t("recipients_none_help")}
            </Empty>
          )
        }
        end={t("recipients_end", { count: rows.length })}
      >
        <RecordList
          label={t("recipients")}
          rows={rows}
          head={t("col_customer")}
          lead={useRecipientLead()}
          leadWidth="room-2xl:w-[34%]"
          columns={useRecipientColumns()}
          href={({ customer }) => (customer ? `/customers/${customer.id}` : campaignHref(campaign.id))}
          name={({ customer, phone }) => customer?.name ?? phone}
          fresh={useFreshIds("campaign_recipients")}
        />
      </ListFrame>
    </Block>
  );
}
