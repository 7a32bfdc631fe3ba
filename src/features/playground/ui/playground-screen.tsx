"use client";
import { Columns2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import { Segment } from "#ui/segment.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { ChatPane } from "./chat/chat-pane.tsx";
import { talkFrom } from "./chat/saved-talk.ts";
import type { Talk } from "./chat/talk.ts";
import { useChat } from "./chat/use-chat.ts";
import { playgroundParsers, type View } from "./filters.ts";
import { ModeBar } from "./mode-bar.tsx";
import type { Agents, Mode } from "./types.ts";
import { useCall } from "./voice/use-call.ts";
import { VoicePane } from "./voice/voice-pane.tsx";

const RestartDialog = dynamic(() => import("./restart-dialog.tsx").then((file) => file.RestartDialog));

/** Where staff talk to the company's agents as a customer would: by voice, in writing, or with both side by side. */
export function PlaygroundScreen() {
  const t = useTranslations("playground");
  const [{ view, mode, chat }, set] = useQueryStates(playgroundParsers);
  const agents = api.playground.agents.useQuery({});
  // The chat that the address names when the page is opened; what begins later is known here already.
  const [opened] = useState(chat);
  const saved = api.conversations.one.useQuery(
    { id: opened ?? "" },
    { enabled: opened !== null, staleTime: 0, retry: false },
  );
  const broken = api.playground.broken.useQuery(
    { conversation_id: opened ?? "" },
    { enabled: opened !== null, staleTime: 0, retry: false },
  );
  const isReading = opened !== null && (saved.isPending || broken.isPending);
  const views = (names: readonly View[]) =>
    names.map((value) => ({ value, label: t(`view_${value}`), ...(value === "both" && { icon: Columns2 }) }));
  return (
    <div className="flex min-h-0 flex-1 flex-col max-md:h-[calc(100dvh-76px)] max-md:flex-none">
      <PageHeader title={t("title")} live={false}>
        <Segment
          label={t("views")}
          value={view}
          onChange={(view) => void set({ view })}
          className="max-tab:hidden"
          options={views(["voice", "chat", "both"])}
        />
        <Segment
          label={t("views")}
          value={view === "voice" ? "voice" : "chat"}
          onChange={(view) => void set({ view })}
          className="tab:hidden"
          options={views(["voice", "chat"])}
        />
      </PageHeader>
      {agents.data && !isReading ? (
        <Panes
          agents={agents.data}
          held={saved.data ? talkFrom(saved.data, broken.data?.broken ?? null) : null}
          view={view}
          mode={mode}
          onMode={(mode) => void set({ mode })}
          onTalk={(chat) => void set({ chat })}
        />
      ) : agents.isError ? (
        <ErrorPanel
          request_id={failureOf(agents.error).request_id}
          onRetry={() => void agents.refetch()}
          busy={agents.isRefetching}
        />
      ) : (
        <div className="grid flex-1 content-start gap-3 p-6">
          <Skeleton className="h-9 w-72" />
          <Skeleton className="h-12 w-96 max-w-full" />
        </div>
      )}
    </div>
  );
}

type PanesProps = {
  agents: Agents;
  held: Talk | null;
  view: View;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onTalk: (id: string | null) => void;
};

function Panes({ agents, held, view, mode: chosen, onMode, onTalk }: PanesProps) {
  const chat = useChat(chosen, held, onTalk);
  const control = useCall(chosen, agents.voice.greeting);
  const t = useTranslations("playground");
  const isTyped = chat.draft.trim() !== "" || control.draft.trim() !== "";
  const [asked, setAsked] = useState<Mode | null>(null);
  const isRunning = chat.isRunning || control.isRunning;
  // A running talk stays what it began as, whatever the address says since.
  const mode = (chat.isRunning ? chat.talk.mode : control.isRunning ? control.call.permit?.mode : null) ?? chosen;
  return (
    <>
      <ModeBar mode={mode} onChange={(next) => (isRunning ? setAsked(next) : onMode(next))} />
      <div className="flex min-h-0 flex-1">
        <VoicePane
          agent={agents.voice}
          control={control}
          className={view === "voice" ? "flex-1" : view === "both" ? "flex-1 max-tab:hidden" : "hidden"}
        />
        <ChatPane
          agent={agents.chat}
          chat={chat}
          className={view === "voice" ? "hidden" : view === "both" ? "flex-1 border-line tab:border-s" : "flex-1"}
        />
      </div>
      <LeaveGuard
        dirty={isTyped || control.isRunning || control.call.hasUnsaved}
        words={
          control.isRunning
            ? {
                title: t("leave_call_title"),
                body: t("leave_call_body", { typed: isTyped ? "yes" : "no" }),
                leave: t("leave_call"),
                stay: t("stay_in_call"),
              }
            : undefined
        }
      />
      {asked ? (
        <RestartDialog
          to={asked}
          onClose={() => setAsked(null)}
          onRestart={() => {
            if (chat.isRunning) chat.startAfresh();
            if (control.isRunning) control.end();
            onMode(asked);
            setAsked(null);
          }}
        />
      ) : null}
    </>
  );
}
