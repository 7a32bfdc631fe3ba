import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { ConversationScreen } from "#features/conversations/ui/conversation-screen.tsx";
import { filterParsers } from "#features/conversations/ui/filters.ts";
import { countInput, listInput } from "#features/conversations/ui/list-input.ts";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, formatFor } from "../../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const load = createLoader(filterParsers);

export default async function ConversationPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const me = await requireUser(addressOf(`/conversations/${id}`, asked));
  if (!roleMay(me.role, "conversations.read")) forbidden();
  const filters = load(asked);
  const clock = { format: await formatFor(me), now: Date.now() };
  const { trpc, HydrateClient } = await serverApi();
  const [found] = await Promise.all([
    trpc.conversations.recording({ id }).catch(lost),
    trpc.conversations.one.prefetch({ id }),
    trpc.conversations.summaries.prefetch({ id }),
    trpc.conversations.list.prefetchInfinite(listInput(filters, clock)),
    trpc.conversations.counts.prefetch(countInput(filters, clock)),
  ]);
  if (found === "lost") notFound();
  return (
    <Words of={["conversations"]}>
      <HydrateClient>
        <ConversationScreen id={id} />
      </HydrateClient>
    </Words>
  );
}

/** Another company's, never there, or no id at all: one page for the three. Whatever else failed, the browser asks again. */
function lost(error: unknown): "lost" | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "NOT_FOUND" || code === "BAD_REQUEST" ? "lost" : null;
}
