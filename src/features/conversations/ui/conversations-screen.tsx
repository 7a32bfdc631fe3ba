"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationTabs } from "./conversation-tabs.tsx";
import { ConversationToolbar } from "./conversation-toolbar.tsx";
import { useConversationFilters } from "./use-conversation-filters.ts";
import { useConversationPages } from "./use-conversation-pages.ts";

/** Calls and chats, newest first, with their filters. */
export function ConversationsScreen() {
  const t = useTranslations("conversations");
  const state = useConversationFilters();
  const list = useConversationPages(state.list);
  const counts = api.conversations.counts.useQuery(state.count, { placeholderData: (previous) => previous });
  const rows = list.data?.pages.flatMap((page) => page.conversations) ?? [];
  return (
    <>
      <ConversationTabs state={state} counts={counts.data} />
      <section aria-label={t("list")} className="flex min-h-0 flex-1 flex-col">
        <ConversationToolbar state={state} customer_name={rows[0]?.customer_name ?? null} />
        <ConversationList list={list} rows={rows} state={state} />
      </section>
    </>
  );
}
