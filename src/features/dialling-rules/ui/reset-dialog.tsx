"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { LossDialog } from "#ui/loss-dialog.tsx";
import type { CountryRule } from "./types.ts";
import { useRuleWords } from "./use-rule-words.ts";

type Props = { rule: CountryRule; onClose: () => void; onReset: () => void };

/** What goes when a country gets back to the usual limits. */
export function ResetDialog({ rule, onClose, onReset }: Props) {
  const t = useTranslations("calling");
  const words = useRuleWords();
  const country = words.country(rule);
  const reset = useAct(api.diallingRules.reset, {
    parts: ["diallingRules"],
    done: () => t("reset_done", { country }),
    refused: ({ reason }) =>
      reason === "stale" ? { title: t("reset_stale"), description: t("reset_stale_help") } : null,
  });
  return (
    <LossDialog
      title={t("reset_title", { country })}
      submit={t("reset_submit")}
      busy={reset.isBusy}
      // The page is told either way; a failure stands in its notice.
      onSubmit={() => void reset.ask({ country: rule.country, version: rule.version }).then(onReset, onClose)}
      onClose={onClose}
    >
      <p className="text-14 text-ink-2">{t("reset_body")}</p>
      <p className="mt-2 text-13 text-muted">{t("usual", { limits: words.whole(rule, rule.usual) })}</p>
    </LossDialog>
  );
}
