"use client";
import { CalendarDays, CalendarRange, List, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMay } from "#trpc/me.tsx";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Segment } from "#ui/segment.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { dayOr } from "./calendar-days.ts";
import { type View, views } from "./filters.ts";
import { useBookingFilters } from "./use-booking-filters.ts";

const NewBookingDialog = dynamic(() => import("./new-booking-dialog.tsx").then((file) => file.NewBookingDialog), {
  ssr: false,
});

const icons = { list: List, week: CalendarRange, month: CalendarDays };

/** How the viewings are shown, and a new one. A phone has the list and the days of a week. */
export function BookingHeaderActs() {
  const t = useTranslations("bookings");
  const { filters, set, show, clock } = useBookingFilters();
  const mayWrite = useMay("bookings.write");
  const option = (view: View) => ({ value: view, label: t(`view_${view}`), icon: icons[view] });
  const begin = () => set({ new: filters.on ?? "today" });
  const choose = (view: View) => set({ view });
  useShortcut("c", mayWrite ? begin : null, t("new"));
  return (
    <>
      <Segment
        label={t("view")}
        value={filters.view}
        onChange={choose}
        options={views.map(option)}
        className="max-md:hidden"
      />
      <IconButton
        label={t(filters.view === "list" ? "show_days" : "show_list")}
        icon={filters.view === "list" ? CalendarDays : List}
        tone="default"
        size="md"
        onClick={() => choose(filters.view === "list" ? "week" : "list")}
        className="md:hidden"
      />
      {mayWrite ? (
        <Button tone="primary" icon={Plus} aria-label={t("new")} onClick={begin} className="max-md:size-11 max-md:px-0">
          <span className="max-md:sr-only">{t("new")}</span>
        </Button>
      ) : null}
      {mayWrite && filters.new ? (
        <NewBookingDialog
          day={dayOr(filters.new, clock.now, clock.format.time_zone)}
          onClose={() => set({ new: null })}
          onMade={({ id }) => show({ booking: id, new: null })}
        />
      ) : null}
    </>
  );
}
