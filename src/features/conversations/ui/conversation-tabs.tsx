"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Count } from "#ui/count.tsx";
import { LinkTabs } from "#ui/tabs.tsx";
import type { Filters } from "./filters.ts";
import { conversationsHref } from "./hrefs.ts";
import type { ConversationCounts } from "./types.ts";
import type { ConversationFilters } from "./use-conversation-filters.ts";

const tabs = {
  all: { status: null, handed: null },
  in_progress: { status: "in_progress", handed: null },
  handed_to_me: { status: null, handed: "me" },
  ended: { status: "ended", handed: null },
  failed: { status: "failed", handed: null },
} as const satisfies Record<string, Pick<Filters, "status" | "handed">>;
type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as TabName[];

/** Which tab the filters stand for, and so which count is the whole list's. */
export function tabOf({ status, handed }: Pick<Filters, "status" | "handed">): TabName {
  return handed ? "handed_to_me" : (status ?? "all");
}

export function ConversationTabs({
  state,
  counts,
}: {
  state: ConversationFilters;
  counts: ConversationCounts | undefined;
}) {
  const t = useTranslations("conversations");
  const format = useFormat();
  const { filters, set } = state;
  return (
    <LinkTabs
      label={t("tabs")}
      value={tabOf(filters)}
      onChange={(value) => {
        const name = names.find((one) => one === value);
        if (name) set(tabs[name]);
      }}
      tabs={names.map((name) => {
        const count = counts?.[name];
        return {
          value: name,
          label: t(`tab_${name}`),
          href: conversationsHref({ ...filters, ...tabs[name] }),
          count: count === undefined ? null : <Count tone="filled">{format.number(count)}</Count>,
        };
      })}
    />
  );
}
