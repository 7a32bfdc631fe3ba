"use client";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useFormat } from "#i18n/format-context.tsx";
import { useMay } from "#trpc/me.tsx";
import { Count } from "#ui/count.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { useNow } from "#ui/now.tsx";
import { LinkTabs } from "#ui/tabs.tsx";
import { history_subjects } from "../subjects.ts";
import { customerParsers } from "./customer-filters.ts";
import { HistoryItem } from "./history-item.tsx";
import { customerHref } from "./hrefs.ts";
import { NoteBox } from "./note-box.tsx";
import { TimelineSkeleton } from "./timeline-skeleton.tsx";
import type { Entry, Facts, Subject } from "./types.ts";
import { useHistoryPages } from "./use-history-pages.ts";

/** Older days are told with their year. */
const year_ms = 300 * 86_400_000;

/** Everything that happened between us and the customer, newest first, by day. */
export function Timeline({ id, counts }: { id: string; counts: Facts["counts"] | undefined }) {
  const t = useTranslations("customers");
  const format = useFormat();
  const [{ show }, set] = useQueryStates(customerParsers, { history: "replace" });
  const list = useHistoryPages(id, show);
  const entries = list.data?.pages.flatMap((page) => page.history) ?? [];
  const writes = useMay("customers.write");
  const tab = (subject: Subject | null) => ({
    value: subject ?? "all",
    label: t(subject ? `show_${subject}` : "all"),
    href: `${customerHref(id)}${subject ? `?show=${subject}` : ""}`,
    count: subject && counts ? <Count tone="filled">{format.number(counts[subject] ?? 0)}</Count> : null,
  });
  const offered = history_subjects.filter((subject) => counts?.[subject] || subject === show);
  return (
    <section
      aria-label={t("timeline")}
      className="flex min-h-0 min-w-0 flex-col max-md:border-line max-md:border-t md:[grid-column:2] md:[grid-row:1/span_2] lg:[grid-row:1]"
    >
      <LinkTabs
        label={t("timeline_tabs")}
        value={show ?? "all"}
        onChange={(value) => void set({ show: history_subjects.find((subject) => subject === value) ?? null })}
        tabs={[tab(null), ...offered.map(tab)]}
      />
      <div className="min-h-0 flex-1 pb-6 lg:overflow-y-auto">
        {writes ? <NoteBox id={id} /> : null}
        <ListFrame
          pages={list}
          count={entries.length}
          skeleton={<TimelineSkeleton />}
          empty={<Empty icon={History} title={t("nothing_yet")} />}
        >
          <Days entries={entries} />
        </ListFrame>
      </div>
    </section>
  );
}

function Days({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations("customers");
  const format = useFormat();
  const now = useNow();
  const days = Map.groupBy(entries, ({ at }) => format.startOfDay(at));
  const name = (day: number) => {
    const words = format.day(day, { year: now - day > year_ms });
    return format.sameDay(day, now) ? t("today", { day: words }) : words;
  };
  return (
    <div className="px-4 pt-1 md:px-5">
      {[...days].map(([day, of]) => (
        <section key={day}>
          <h3 className="flex items-center gap-2.5 pt-3 pb-1.5 font-medium text-12 text-muted after:h-px after:flex-1 after:bg-line">
            {name(day)}
          </h3>
          <ol>
            {of.map((entry, at) => (
              <HistoryItem key={`${entry.kind} ${entry.id}`} entry={entry} isLast={at === of.length - 1} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
