"use client";
import { CircleStop, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { useAgentName } from "../agent-name.ts";
import { Composer } from "../composer.tsx";
import { Flow } from "../flow.tsx";
import { GatheredFacts } from "../gathered.tsx";
import { PaneHead } from "../pane-head.tsx";
import type { Agent } from "../types.ts";
import { ChatItems } from "./chat-items.tsx";
import { QuickReplies } from "./quick-replies.tsx";
import { TalkStrip } from "./talk-strip.tsx";
import { UnsentNote } from "./unsent-note.tsx";
import type { Chat } from "./use-chat.ts";

type Props = { agent: Agent; chat: Chat; className: string };

/** A talk with the company's chat agent, as a customer would have it. */
export function ChatPane({ agent, chat, className }: Props) {
  const t = useTranslations("playground");
  const name = useAgentName(agent);
  const { talk, draft } = chat;
  const last = talk.items.findLast((item) => item.kind === "answer");
  const spoken = talk.answering === null && last?.kind === "answer" ? t("said_by", { who: name, text: last.text }) : "";
  const steps = talk.items.flatMap((item) => (item.kind === "steps" ? item.steps : []));
  return (
    <section aria-label={t("chat_pane")} className={`flex min-h-0 min-w-0 flex-col ${className}`}>
      <PaneHead kind="chat" agent={agent}>
        {chat.isRunning ? <IconButton label={t("end_talk")} icon={CircleStop} size="md" onClick={chat.end} /> : null}
        {talk.items.length > 0 ? (
          <>
            <Button icon={RotateCcw} onClick={chat.startAfresh} className="max-md:hidden">
              {t("new_talk")}
            </Button>
            <IconButton
              label={t("new_talk")}
              icon={RotateCcw}
              size="md"
              onClick={chat.startAfresh}
              className="md:hidden"
            />
          </>
        ) : null}
      </PaneHead>
      <TalkStrip talk={talk} />
      <Flow label={t("chat_pane")} grown={talk} spoken={spoken}>
        <ChatItems agent={agent} chat={chat} />
      </Flow>
      <GatheredFacts agent={agent} steps={steps} />
      {talk.is_ended ? (
        <footer className="flex min-h-16.5 shrink-0 flex-wrap items-center gap-3 border-line border-t px-4 py-3 md:px-5">
          <p className="min-w-40 flex-1 text-13 text-muted">{t("ended")}</p>
          <Button tone="primary" icon={RotateCcw} onClick={chat.startAfresh}>
            {t("new_talk")}
          </Button>
        </footer>
      ) : (
        <>
          <QuickReplies isNew={talk.items.length === 0} onSay={chat.send} disabled={talk.answering !== null} />
          <footer className="shrink-0 border-line border-t px-4 py-3 md:px-5">
            <UnsentNote unsent={chat.unsent} onResend={() => chat.send(draft)} />
            <Composer
              label={t("message_label")}
              hint={t("hint")}
              value={draft}
              onType={chat.setDraft}
              onSend={() => chat.send(draft)}
              isBusy={talk.answering !== null}
            />
          </footer>
        </>
      )}
    </section>
  );
}
