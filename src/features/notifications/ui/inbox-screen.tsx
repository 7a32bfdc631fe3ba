"use client";
import { getQueryKey } from "@trpc/react-query";
import { BellOff, CheckCheck, Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { NotificationRow } from "#features/shell/ui/notifications/notification-row.tsx";
import { useMarkRead } from "#features/shell/ui/notifications/use-mark-read.ts";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { Segment } from "#ui/segment.tsx";
import { filterParsers, inboxInput } from "./inbox-input.ts";

/** Everything this person was told, newest first. */
export function InboxScreen() {
  const t = useTranslations("notifications");
  const { filters, set } = useListState(filterParsers, []);
  const { client } = api.useUtils();
  const input = inboxInput(filters);
  const list = usePages(getQueryKey(api.notifications.list, input, "infinite"), (cursor, signal) =>
    client.notifications.list.query({ ...input, cursor }, { signal }),
  );
  const { markRead, markAll, isMarkingAll } = useMarkRead();
  const rows = list.data?.pages.flatMap((page) => page.notifications) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;
  const narrowed = filters.show === "unread";
  return (
    <>
      <Toolbar
        end={
          <>
            {unread > 0 ? (
              <Button icon={CheckCheck} busy={isMarkingAll} onClick={markAll}>
                {t("mark_all")}
              </Button>
            ) : null}
            <LinkButton href="/settings/notifications" icon={Settings2} tone="ghost">
              {t("settings")}
            </LinkButton>
          </>
        }
      >
        <Segment
          label={t("show")}
          value={filters.show}
          onChange={(show) => set({ show })}
          options={[
            { value: "all", label: t("show_all") },
            { value: "unread", label: t("show_unread") },
          ]}
        />
      </Toolbar>
      <ListFrame
        pages={list}
        count={rows.length}
        skeleton={<ListSkeleton />}
        empty={
          <Empty icon={BellOff} title={t(narrowed ? "none_unread" : "none")}>
            {t(narrowed ? "none_unread_help" : "none_help")}
          </Empty>
        }
      >
        <ul aria-label={t("list")} className="border-line border-t md:[&>li]:px-6">
          {rows.map((row) => (
            <NotificationRow
              key={row.id}
              notification={row}
              onMark={() => markRead(row)}
              onOpen={() => markRead(row)}
            />
          ))}
        </ul>
      </ListFrame>
    </>
  );
}
