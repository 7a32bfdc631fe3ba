import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { BookingHeaderActs } from "#features/bookings/ui/booking-header-acts.tsx";
import { BookingsScreen } from "#features/bookings/ui/bookings-screen.tsx";
import { filterParsers } from "#features/bookings/ui/filters.ts";
import { calendarDays, calendarInput, countInput, listInput } from "#features/bookings/ui/list-input.ts";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, formatFor } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bookings"))("title") };
}

const load = createLoader(filterParsers);

export default async function BookingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/bookings", asked));
  if (!roleMay(me.role, "bookings.read")) forbidden();
  const filters = load(asked);
  const clock = { format: await formatFor(me), now: Date.now(), week_start: me.company.week_start };
  const days = calendarDays(filters, clock);
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    days
      ? trpc.bookings.calendar.prefetch(calendarInput(filters, days, clock))
      : trpc.bookings.list.prefetchInfinite(listInput(filters, clock)),
    trpc.bookings.counts.prefetch(countInput(filters, clock)),
    trpc.staff.list.prefetch({}),
    filters.booking && trpc.bookings.one.prefetch({ id: filters.booking }),
  ]);
  const t = await getTranslations("bookings");
  return (
    <Words of={["bookings"]}>
      <HydrateClient>
        <PageHeader title={t("title")}>
          <BookingHeaderActs />
        </PageHeader>
        <BookingsScreen />
      </HydrateClient>
    </Words>
  );
}
