"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAgo } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { MachineMark } from "#ui/avatar.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Conversation, SummaryVersion } from "./types.ts";

type Props = { conversation: Conversation; version: SummaryVersion | undefined };

/** Who wrote a summary, which version it is, when, and who asked for it. */
export function SummaryMade({ conversation: { type, agent_name }, version }: Props) {
  const t = useTranslations("conversations");
  const format = useFormat();
  const ago = useAgo();
  const tags = {
    bdi: (chunks: ReactNode) => <bdi>{chunks}</bdi>,
  };
  const by = !version
    ? agent_name
      ? t.rich("written_by", { name: agent_name, ...tags })
      : t("written_by_agent")
    : version.prompt_version > 0
      ? t.rich("summary_by", { model: version.model, bdi: (chunks) => <Ltr>{chunks}</Ltr> })
      : version.model === "unknown"
        ? t("summary_kept")
        : t.rich("summary_sent", { model: version.model, bdi: (chunks) => <Ltr>{chunks}</Ltr> });
  return (
    <p className="mt-2 flex items-start gap-2 text-12 text-muted">
      <MachineMark kind={type} size="sm" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {by}
        {version ? (
          <>
            {" · "}
            {t("summary_version", { version: format.number(version.version) })}
            {" · "}
            <time dateTime={version.created_at} title={format.dayTime(version.created_at, { year: true })}>
              {ago(version.created_at)}
            </time>
            {version.created_by ? (
              <>
                {" · "}
                {t.rich("summary_asked", { name: version.created_by.name, ...tags })}
              </>
            ) : null}
          </>
        ) : null}
      </span>
    </p>
  );
}
