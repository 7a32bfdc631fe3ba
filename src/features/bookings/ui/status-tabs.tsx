"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Count } from "#ui/count.tsx";
import { LinkTabs } from "#ui/tabs.tsx";
import { statuses } from "./filters.ts";
import { bookingsHref } from "./hrefs.ts";
import type { BookingCounts } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";

export function StatusTabs({ state, counts }: { state: BookingFilters; counts: BookingCounts | undefined }) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const { filters, set } = state;
  const tab = (status: (typeof statuses)[number] | null) => {
    const count = counts?.[status ?? "all"];
    return {
      value: status ?? "all",
      label: t(`tab_${status ?? "all"}`),
      href: bookingsHref({ ...filters, status, booking: null }),
      count:
        count === undefined ? null : (
          <Count tone={status === "pending" && count > 0 ? "hot" : "filled"}>{format.number(count)}</Count>
        ),
    };
  };
  return (
    <LinkTabs
      label={t("tabs")}
      value={filters.status ?? "all"}
      onChange={(value) => set({ status: statuses.find((status) => status === value) ?? null })}
      tabs={[tab(null), ...statuses.map(tab)]}
    />
  );
}
