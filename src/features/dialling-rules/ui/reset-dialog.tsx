"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { CountryRule } from "./types.ts";
import { useRuleWords } from "./use-rule-words.ts";

type Props = { rule: CountryRule; onClose: () => void; onReset: () => void };

/** What goes when a country gets back to the usual limits. */
export function ResetDialog({ rule, onClose, onReset }: Props) {
  const t = useTranslations("calling");
  const ui = useTranslations("ui");
  const words = useRuleWords();
  const back = useRef<HTMLButtonElement>(null);
  const country = words.country(rule);
  const reset = useAct(api.diallingRules.reset, {
    parts: ["diallingRules"],
    done: () => t("reset_done", { country }),
    refused: ({ reason }) =>
      reason === "stale" ? { title: t("reset_stale"), description: t("reset_stale_help") } : null,
  });
  return (
    <Dialog
      open
      first={back}
      onOpenChange={(open) => !open && onClose()}
      title={t("reset_title", { country })}
      actions={
        <>
          <Button ref={back} onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button
            tone="loss"
            busy={reset.isBusy}
            onClick={() => {
              // The page is told either way; a failure stands in its notice.
              reset.ask({ country: rule.country, version: rule.version }).then(onReset, onClose);
            }}
          >
            {t("reset_submit")}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">{t("reset_body")}</p>
      <p className="mt-2 text-13 text-muted">{t("usual", { limits: words.whole(rule, rule.usual) })}</p>
    </Dialog>
  );
}
