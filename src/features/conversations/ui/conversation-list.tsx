"use client";
import { MessagesSquare, Radio, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordList } from "#ui/list/record-list.tsx";
import { conversationHref } from "./hrefs.ts";
import { searchedFor } from "./list-input.ts";
import type { Found } from "./types.ts";
import { useConversationColumns, useConversationLead, useWho } from "./use-conversation-columns.tsx";
import type { ConversationFilters } from "./use-conversation-filters.ts";
import type { useConversationPages } from "./use-conversation-pages.ts";

type Props = { list: ReturnType<typeof useConversationPages>; rows: readonly Found[]; state: ConversationFilters };

export function ConversationList({ list, rows, state }: Props) {
  const t = useTranslations("conversations");
  const columns = useConversationColumns();
  const lead = useConversationLead();
  const who = useWho();
  return (
    <ListFrame
      pages={list}
      count={rows.length}
      skeleton={<ListSkeleton />}
      empty={<NoConversations state={state} />}
      end={t("end_of_list", { count: rows.length })}
    >
      <RecordList
        label={t("list")}
        rows={rows}
        head={t("col_who")}
        lead={lead}
        leadWidth="room-2xl:w-[27%]"
        columns={columns}
        href={(row) => conversationHref(row.id, state.filters)}
        name={who}
        fresh={useFreshIds("conversations")}
      />
    </ListFrame>
  );
}

function NoConversations({ state }: { state: ConversationFilters }) {
  const t = useTranslations("conversations");
  const { filters } = state;
  const words = searchedFor(filters.q);
  if (!state.isNarrowed)
    return (
      <Empty icon={MessagesSquare} title={t("none_yet")}>
        {t("none_yet_help")}
      </Empty>
    );
  if (!words && filters.status === "in_progress")
    return (
      <Empty icon={Radio} title={t("none_live")}>
        {t("none_live_help")}
      </Empty>
    );
  if (!words && filters.handed)
    return (
      <Empty icon={UserCheck} title={t("none_mine")}>
        {t("none_mine_help")}
      </Empty>
    );
  return <NoMatch words={words} onClear={state.clear} help={t("no_match_help")} />;
}
