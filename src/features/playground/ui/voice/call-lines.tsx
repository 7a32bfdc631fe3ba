"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { textDirection } from "#i18n/text-direction.ts";
import { cx } from "#ui/cx.ts";
import { Ltr } from "#ui/ltr.tsx";
import { useAgentName } from "../agent-name.ts";
import { Steps } from "../steps.tsx";
import type { Agent } from "../types.ts";
import type { Entry } from "./call-state.ts";

/** What is said in a call, with who and when, and what the machine did between. */
export function CallLines({ agent, entries }: { agent: Agent; entries: readonly Entry[] }) {
  const t = useTranslations("playground");
  const format = useFormat();
  const name = useAgentName(agent);
  return entries.map((entry) =>
    entry.kind === "steps" ? (
      <li key={entry.id}>
        <Steps steps={entry.steps} />
      </li>
    ) : (
      <li key={entry.id} className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-2.5">
        <span className="text-12 text-muted leading-[2.1]">
          <Ltr>{format.duration(entry.at_ms / 1000)}</Ltr>
        </span>
        <div className="min-w-0">
          <p
            className={cx(
              "text-12",
              entry.speaker === "agent" ? "font-semibold text-agent-text" : "font-medium text-ink-2",
            )}
          >
            {entry.speaker === "agent" ? <bdi>{name}</bdi> : t("you")}
          </p>
          <p dir={textDirection(entry.text)} className="w-fit max-w-full text-15 [overflow-wrap:anywhere]">
            {entry.text}
          </p>
        </div>
      </li>
    ),
  );
}
