import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { RulesBlock } from "#features/dialling-rules/ui/rules-block.tsx";
import { BarredBlock } from "#features/do-not-call/ui/barred-block.tsx";
import { filterParsers, listInput } from "#features/do-not-call/ui/list-input.ts";
import { TalkRulesBlock } from "#features/summaries/ui/talk-rules-block.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf } from "../../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("nav_calling") };
}

const load = createLoader(filterParsers);

/** Whoever runs campaigns keeps the list of numbers; the rules are an admin's. */
export default async function CallingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/settings/calling", asked));
  if (!roleMay(me.role, "campaigns.write")) forbidden();
  const rules = roleMay(me.role, "company.manage");
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    trpc.doNotCall.list.prefetchInfinite(listInput(load(asked))),
    ...(rules ? [trpc.diallingRules.list.prefetch({}), trpc.talkRules.list.prefetch({})] : []),
  ]);
  return (
    <Words of={["calling"]}>
      <HydrateClient>
        <div className="min-h-0 flex-1 md:overflow-y-auto">
          <div className="mx-auto grid max-w-180 grid-cols-[minmax(0,1fr)] gap-4 px-4 py-6 md:px-6">
            {rules ? <RulesBlock /> : null}
            <BarredBlock />
            {rules ? <TalkRulesBlock /> : null}
          </div>
        </div>
      </HydrateClient>
    </Words>
  );
}
