"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";

type Took = { duration_ms: number; prompt_tokens: number; completion_tokens: number; cost_usd_micros: number };

/** What a machine's answer took: seconds, tokens, money. */
export function AnswerFacts({ took }: { took: Took }) {
  const format = useFormat();
  return (
    <p className="text-12 text-muted">
      <bdi>{format.seconds(took.duration_ms)}</bdi> ·{" "}
      <Spent tokens={took.prompt_tokens + took.completion_tokens} cost_usd_micros={took.cost_usd_micros} />
    </p>
  );
}

/** Tokens and money, of an answer or of a whole talk. */
export function Spent({ tokens, cost_usd_micros }: { tokens: number; cost_usd_micros: number }) {
  const t = useTranslations("words");
  return (
    <>
      {t("tokens", { count: tokens })} · <Cost usd_micros={cost_usd_micros} />
    </>
  );
}

/** Money for machines, in US dollars. */
export function Cost({ usd_micros }: { usd_micros: number }) {
  const format = useFormat();
  return <bdi data-cost>{format.usd(usd_micros)}</bdi>;
}
