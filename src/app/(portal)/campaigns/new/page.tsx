import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { ComposeScreen } from "#features/campaigns/ui/compose/compose-screen.tsx";
import { composeParsers } from "#features/campaigns/ui/compose/parsers.ts";
import { audienceOf, valuesOf } from "#features/campaigns/ui/compose/values.ts";
import { campaignHref } from "#features/campaigns/ui/hrefs.ts";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, orNotFound } from "../../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("compose_new") };
}

const load = createLoader(composeParsers);

export default async function ComposePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/campaigns/new", asked));
  if (!roleMay(me.role, "campaigns.write")) forbidden();
  const { draft: id } = load(asked);
  const { trpc, HydrateClient } = await serverApi();
  const draft = id ? await orNotFound(trpc.campaigns.one({ id })) : null;
  if (draft && draft.status !== "draft") redirect(campaignHref(draft.id));
  const listing = draft?.audience.property_id;
  const [property] = await Promise.all([
    listing ? trpc.properties.one({ id: listing }) : null,
    trpc.staff.list.prefetch({}),
    trpc.campaigns.audience.prefetch(audienceOf(valuesOf(draft, "", me.company.timezone))),
  ]);
  return (
    <Words of={["campaigns"]}>
      <HydrateClient>
        <ComposeScreen draft={draft} property={property} />
      </HydrateClient>
    </Words>
  );
}
