"use client";
import { FileText, MessagesSquare } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { cx } from "#ui/cx.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Segment } from "#ui/segment.tsx";
import { ConversationFacts } from "./conversation-facts.tsx";
import { ConversationActs, ConversationHead } from "./conversation-head.tsx";
import { conversationHref } from "./hrefs.ts";
import { Said } from "./said.tsx";
import { useConversationFilters } from "./use-conversation-filters.ts";
import { useHandling } from "./use-handling.ts";
import { useNeighbours } from "./use-neighbours.ts";

const HandOverDialog = dynamic(() => import("./hand-over-dialog.tsx").then((file) => file.HandOverDialog));
const LinkCustomerDialog = dynamic(() => import("./link-customer-dialog.tsx").then((file) => file.LinkCustomerDialog));

const live_ms = 5_000;

/** One conversation: what was said, and beside it what is known of it. Below 1180 px the two take turns. */
export function ConversationScreen({ id }: { id: string }) {
  const t = useTranslations("conversations");
  const router = useRouter();
  const state = useConversationFilters();
  // The feed tells of the conversation, not of its lines.
  const one = api.conversations.one.useQuery(
    { id },
    { refetchInterval: ({ state }) => (state.data?.status === "in_progress" ? live_ms : false) },
  );
  const neighbours = useNeighbours(state, id, (next) => router.replace(conversationHref(next, state.filters)));
  const handling = useHandling();
  const [view, setView] = useState<"said" | "facts">("said");
  const [asks, setAsks] = useState<"hand_over" | "link" | null>(null);
  const conversation = one.data;

  if (!conversation) {
    return one.isError ? (
      <ErrorPanel
        request_id={failureOf(one.error).request_id}
        onRetry={() => void one.refetch()}
        busy={one.isRefetching}
      />
    ) : (
      <div className="min-h-60 flex-1" />
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col max-md:h-[calc(100dvh-76px)] max-md:flex-none">
      <ConversationHead
        conversation={conversation}
        filters={state.filters}
        neighbours={neighbours}
        onHandOver={() => setAsks("hand_over")}
      />
      <div className="shrink-0 border-line border-b px-4 py-1.5 md:px-6 md:py-2 lg:hidden">
        <Segment
          label={t("views")}
          value={view}
          onChange={setView}
          className="max-md:flex max-md:[&>*]:flex-1"
          options={[
            { value: "said", label: t("transcript"), icon: MessagesSquare },
            { value: "facts", label: t("about"), icon: FileText },
          ]}
        />
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_372px]">
        <Said
          key={id}
          conversation={conversation}
          find={state.filters.q}
          className={view === "said" ? "" : "max-lg:hidden"}
        />
        <aside
          aria-labelledby="about"
          className={cx("min-h-0 overflow-y-auto border-line lg:border-s", view === "facts" ? "" : "max-lg:hidden")}
        >
          <h2 id="about" className="sr-only">
            {t("about")}
          </h2>
          <ConversationFacts key={id} conversation={conversation} handling={handling} onLink={() => setAsks("link")} />
        </aside>
      </div>
      <ConversationActs neighbours={neighbours} onHandOver={() => setAsks("hand_over")} />
      {asks === "hand_over" ? (
        <HandOverDialog conversation={conversation} handling={handling} onClose={() => setAsks(null)} />
      ) : null}
      {asks === "link" ? <LinkCustomerDialog conversation={conversation} onClose={() => setAsks(null)} /> : null}
    </div>
  );
}
