import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { CampaignScreen } from "#features/campaigns/ui/campaign-screen.tsx";
import { recipientParsers } from "#features/campaigns/ui/filters.ts";
import { recipientsInput } from "#features/campaigns/ui/list-input.ts";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, orNotFound } from "../../request-facts.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("title") };
}

const load = createLoader(recipientParsers);

export default async function CampaignPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const me = await requireUser(addressOf(`/campaigns/${id}`, asked));
  if (!roleMay(me.role, "campaigns.read")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    orNotFound(trpc.campaigns.one({ id })),
    trpc.campaigns.one.prefetch({ id }),
    trpc.campaigns.recipients.prefetchInfinite(recipientsInput(id, load(asked))),
  ]);
  return (
    <Words of={["campaigns"]}>
      <HydrateClient>
        <CampaignScreen id={id} />
      </HydrateClient>
    </Words>
  );
}
