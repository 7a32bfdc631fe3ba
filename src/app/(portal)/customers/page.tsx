import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { CustomersScreen } from "#features/customers/ui/customers-screen.tsx";
import { filterParsers } from "#features/customers/ui/filters.ts";
import { boardInput, countInput, listInput } from "#features/customers/ui/list-input.ts";
import { NewCustomerButton } from "#features/customers/ui/new-customer-button.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, formatFor } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

const load = createLoader(filterParsers);

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/customers", asked));
  if (!roleMay(me.role, "customers.read")) forbidden();
  const filters = load(asked);
  const clock = { format: await formatFor(me), now: Date.now() };
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    trpc.staff.list.prefetch({}),
    ...(filters.view === "board"
      ? [trpc.customers.board.prefetch(boardInput(filters, clock))]
      : [
          trpc.customers.list.prefetchInfinite(listInput(filters, clock)),
          trpc.customers.counts.prefetch(countInput(filters, clock)),
        ]),
  ]);
  const t = await getTranslations("customers");
  return (
    <Words of={["customers"]}>
      <HydrateClient>
        <PageHeader title={t("title")}>
          <NewCustomerButton />
        </PageHeader>
        <CustomersScreen />
      </HydrateClient>
    </Words>
  );
}
