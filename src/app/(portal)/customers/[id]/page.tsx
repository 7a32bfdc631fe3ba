import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { customerParsers } from "#features/customers/ui/customer-filters.ts";
import { CustomerScreen } from "#features/customers/ui/customer-screen.tsx";
import { historyInput } from "#features/customers/ui/history-input.ts";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, orNotFound } from "../../request-facts.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("one") };
}

const load = createLoader(customerParsers);

export default async function CustomerPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const me = await requireUser(addressOf(`/customers/${id}`, asked));
  if (!roleMay(me.role, "customers.read")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  const [customer] = await Promise.all([
    orNotFound(trpc.customers.one({ id })),
    trpc.customers.one.prefetch({ id }),
    trpc.customers.facts.prefetch({ id }),
    trpc.customers.history.prefetchInfinite(historyInput(id, load(asked).show)),
    trpc.staff.list.prefetch({}),
  ]);
  // A number or a link of old: on to the customer it is now, who then says so.
  if (customer.merged_into) redirect(`/customers/${customer.merged_into.id}?merged=${id}`);
  return (
    <Words of={["customers"]}>
      <HydrateClient>
        <CustomerScreen id={id} />
      </HydrateClient>
    </Words>
  );
}
