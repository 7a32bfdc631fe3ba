"use client";
import { UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnswerFacts } from "#features/shell/ui/answer-facts.tsx";
import { CutMark } from "#features/shell/ui/cut-mark.tsx";
import { MachineMark } from "#ui/avatar.tsx";
import { Steps } from "../steps.tsx";
import type { Agent } from "../types.ts";
import { Bubble } from "./bubble.tsx";
import { FaultNote } from "./fault-note.tsx";
import type { Item } from "./talk.ts";
import type { Chat } from "./use-chat.ts";

/** The greeting, then what was said, done and went wrong. */
export function ChatItems({ agent, chat }: { agent: Agent; chat: Chat }) {
  const t = useTranslations("playground");
  const { talk } = chat;
  const last = talk.items.at(-1);
  const waits = talk.answering !== null && (last?.kind === "said" || last?.kind === "steps");
  const isLast = (item: Item) => item === last;
  return (
    <>
      <li>
        <Bubble side="agent" text={talk.greeting ?? agent.greeting} />
      </li>
      {talk.items.map((item) => (
        <li key={item.id}>
          {item.kind === "said" ? (
            <Bubble side="customer" text={item.text} />
          ) : item.kind === "answer" ? (
            <Bubble side="agent" text={item.text} isComing={item.state === "coming"}>
              {item.state === "cut" ? <CutMark /> : null}
              {item.took ? <AnswerFacts took={item.took} /> : null}
            </Bubble>
          ) : item.kind === "steps" ? (
            <Steps steps={item.steps} className="ms-8" />
          ) : (
            <FaultNote item={item} onRetry={talk.answering === null && isLast(item) ? () => chat.retry(item) : null} />
          )}
        </li>
      ))}
      {waits ? (
        <li className="flex items-center gap-2">
          <MachineMark kind="chat" size="sm" />
          <span className="flex items-center gap-1 rounded-[12px] rounded-ss-[4px] bg-agent-soft px-3.25 py-3">
            {[0, 1, 2].map((dot) => (
              <i
                key={dot}
                className="size-1.5 animate-think rounded-full bg-agent"
                style={{ animationDelay: `${dot * 160}ms` }}
              />
            ))}
            <span className="sr-only">{t("answering")}</span>
          </span>
        </li>
      ) : null}
      {talk.is_handed_over ? (
        <li className="flex items-center justify-center gap-2 py-1 text-13 text-open">
          <UserRoundCheck size={15} strokeWidth={1.75} aria-hidden />
          {t("handed_over")}
        </li>
      ) : null}
    </>
  );
}
