"use client";
import { BellOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { NotificationRow } from "./notification-row.tsx";
import { useMarkRead } from "./use-mark-read.ts";

/** The newest few, as the bell opens them. `onLeave` closes what they stand in. */
export function BellList({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const t = useTranslations("notifications");
  const asked = api.notifications.list.useQuery({ limit: 8 });
  const { markRead, markAll, isMarkingAll } = useMarkRead();
  const rows = asked.data?.notifications ?? [];
  return (
    <>
      <header className="flex min-h-12 items-center gap-2 border-line border-b px-4 py-2">
        <h2 className="font-semibold text-14">{t("title")}</h2>
        {unread > 0 ? (
          <Button size="sm" tone="ghost" className="ms-auto" busy={isMarkingAll} onClick={markAll}>
            {t("mark_all")}
          </Button>
        ) : null}
      </header>
      <div className="max-h-[min(26rem,60dvh)] overflow-y-auto">
        {asked.isPending ? (
          <div aria-hidden className="grid animate-late gap-3 p-4">
            <Skeleton className="h-14" />
            <Skeleton className="h-14" />
            <Skeleton className="h-14" />
          </div>
        ) : asked.isError && rows.length === 0 ? (
          <ErrorPanel
            request_id={failureOf(asked.error).request_id}
            onRetry={() => void asked.refetch()}
            busy={asked.isRefetching}
          />
        ) : rows.length === 0 ? (
          <Empty icon={BellOff} title={t("none")}>
            {t("none_help")}
          </Empty>
        ) : (
          <ul aria-label={t("list")}>
            {rows.map((row) => (
              <NotificationRow
                key={row.id}
                notification={row}
                onMark={() => markRead(row)}
                onOpen={() => {
                  markRead(row);
                  onLeave();
                }}
              />
            ))}
          </ul>
        )}
      </div>
      <footer className="border-line border-t p-1.5">
        <Link
          href="/notifications"
          onClick={onLeave}
          className="flex h-9 items-center justify-center rounded-control font-medium text-13 text-accent-text hover:bg-hover pointer-coarse:h-11"
        >
          {t("all")}
        </Link>
      </footer>
    </>
  );
}
