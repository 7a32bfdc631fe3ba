"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useMay } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { Section } from "#ui/facts.tsx";
import { SummaryMade } from "./summary-made.tsx";
import type { Conversation } from "./types.ts";

const reasons = ["in_progress", "nothing_said", "unreadable"] as const;

/** What the conversation came to, who wrote that and when, the versions before, and the way to another one. */
export function SummarySection({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("conversations");
  const { id, status, summary } = conversation;
  const versions = api.conversations.summaries.useQuery({ id }).data?.summaries ?? [];
  const [newest, ...earlier] = versions;
  const mayAsk = useMay("conversations.summarise") && status !== "in_progress";
  const again = useAct(api.conversations.summarise, {
    parts: ["conversations"],
    done: ({ summaries }) => t("summarised", { version: summaries[0]?.version ?? 1 }),
    refused: ({ code, reason }) => {
      const known = reasons.find((one) => one === reason);
      const away = code === "SERVICE_UNAVAILABLE" || code === "TOO_MANY_REQUESTS";
      if (!known && !away) return null;
      return { title: t(`summarise_${known ?? "unavailable"}`), ...(summary && { description: t("summarise_kept") }) };
    },
  });
  return (
    <Section title={t("summary")}>
      {summary ? (
        <>
          <p dir="auto" className="text-14 leading-[1.75] [overflow-wrap:anywhere]">
            {summary}
          </p>
          <SummaryMade conversation={conversation} version={newest} />
        </>
      ) : (
        <p className="text-13 text-muted">{t(status === "in_progress" ? "summary_later" : "no_summary")}</p>
      )}
      {mayAsk ? (
        <Button size="sm" icon={RefreshCw} busy={again.isBusy} className="mt-3" onClick={() => again.run({ id })}>
          {t(summary ? "summarise_again" : "summarise")}
        </Button>
      ) : null}
      {earlier.length > 0 ? (
        <details className="mt-3 text-13">
          <summary className="w-fit cursor-pointer rounded-chip text-ink-2 hover:text-ink pointer-coarse:py-2.5">
            {t("summary_earlier", { count: earlier.length })}
          </summary>
          <ul className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-s ps-3">
            {earlier.map((version) => (
              <li key={version.id}>
                <p dir="auto" className="leading-[1.7] text-ink-2 [overflow-wrap:anywhere]">
                  {version.summary}
                </p>
                <SummaryMade conversation={conversation} version={version} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}
