"use client";
import { ArrowUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Cost } from "#features/shell/ui/answer-facts.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { Fact, Facts, Section } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { ConversationNotes } from "./conversation-notes.tsx";
import { HandedOver } from "./handed-over.tsx";
import { LinkedRecords } from "./linked-records.tsx";
import { SummarySection } from "./summary-section.tsx";
import type { Conversation } from "./types.ts";
import type { Handling } from "./use-handling.ts";

type Props = { conversation: Conversation; handling: Handling; onLink: () => void };

/** What is known of a conversation beside its words. */
export function ConversationFacts({ conversation, handling, onLink }: Props) {
  const t = useTranslations("conversations");
  const words = useTranslations("words");
  const format = useFormat();
  const spoken = (code: string) => (code === "ar" || code === "en" ? t(`language_${code}`) : <Ltr>{code}</Ltr>);
  const { next_step, started_at, duration_seconds, sentiment, channel } = conversation;
  const { model, prompt_tokens, completion_tokens, cost_usd_micros } = conversation;
  return (
    <>
      <SummarySection conversation={conversation} />
      {next_step ? (
        <Section title={t("next_step")}>
          <p className="flex items-start gap-2.5">
            <ArrowUpRight size={16} strokeWidth={1.75} className="flip mt-1 shrink-0 text-accent-text" aria-hidden />
            <span dir="auto" className="min-w-0 flex-1 font-medium text-14 [overflow-wrap:anywhere]">
              {next_step}
            </span>
          </p>
        </Section>
      ) : null}
      <HandedOver conversation={conversation} handling={handling} />
      <LinkedRecords conversation={conversation} onLink={onLink} />
      <ConversationNotes conversation={conversation} />
      <Section title={t("details")} last>
        <Facts>
          <Fact name={t("started")}>{format.dayTime(started_at)}</Fact>
          {duration_seconds !== null ? (
            <Fact name={t("col_duration")}>
              <Ltr>{format.duration(duration_seconds)}</Ltr>
            </Fact>
          ) : null}
          <Fact name={t("lines")}>{format.number(conversation.message_count)}</Fact>
          <Fact name={t("channel")}>{words(`channel_${channel}`)}</Fact>
          {conversation.language ? <Fact name={t("language")}>{spoken(conversation.language)}</Fact> : null}
          {model ? (
            <Fact name={t("model")}>
              <Ltr className="[overflow-wrap:anywhere]">{model}</Ltr>
            </Fact>
          ) : null}
          {prompt_tokens !== null && completion_tokens !== null ? (
            <Fact name={t("tokens")}>{format.number(prompt_tokens + completion_tokens)}</Fact>
          ) : null}
          {cost_usd_micros !== null ? (
            <Fact name={t("cost")}>
              <Cost usd_micros={cost_usd_micros} />
            </Fact>
          ) : null}
          {sentiment ? <Fact name={t("sentiment")}>{words(`sentiment_${sentiment}`)}</Fact> : null}
        </Facts>
      </Section>
    </>
  );
}
