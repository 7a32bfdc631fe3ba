"use client";
import { ArrowUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { MachineMark } from "#ui/avatar.tsx";
import { Fact, Facts, Section } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { ConversationNotes } from "./conversation-notes.tsx";
import { HandedOver } from "./handed-over.tsx";
import { LinkedRecords } from "./linked-records.tsx";
import type { Conversation } from "./types.ts";
import type { Handling } from "./use-handling.ts";

type Props = { conversation: Conversation; handling: Handling; onLink: () => void };

/** What is known of a conversation beside its words. */
export function ConversationFacts({ conversation, handling, onLink }: Props) {
  const t = useTranslations("conversations");
  const words = useTranslations("words");
  const format = useFormat();
  const spoken = (code: string) => (code === "ar" || code === "en" ? t(`language_${code}`) : <Ltr>{code}</Ltr>);
  const { type, status, summary, next_step, agent_name, started_at, duration_seconds, sentiment, channel } =
    conversation;
  return (
    <>
      <Section title={t("summary")}>
        {summary ? (
          <>
            <p dir="auto" className="text-14 leading-[1.75] [overflow-wrap:anywhere]">
              {summary}
            </p>
            <p className="mt-2 flex items-center gap-2 text-12 text-muted">
              <MachineMark kind={type} size="sm" />
              {agent_name
                ? t.rich("written_by", { name: agent_name, bdi: (chunks) => <bdi>{chunks}</bdi> })
                : t("written_by_agent")}
            </p>
          </>
        ) : (
          <p className="text-13 text-muted">{t(status === "in_progress" ? "summary_later" : "no_summary")}</p>
        )}
      </Section>
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
          {sentiment ? <Fact name={t("sentiment")}>{words(`sentiment_${sentiment}`)}</Fact> : null}
        </Facts>
      </Section>
    </>
  );
}
