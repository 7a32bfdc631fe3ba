"use client";
import { CalendarClock, Check, Play } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { compose_steps } from "./parsers.ts";
import type { Compose } from "./use-compose.ts";

const StepDialog = dynamic(() => import("../step-dialog.tsx").then((part) => part.StepDialog));

/** The ways on: back, save and leave, next; at the end the act itself. Above the bar of phones. */
export function ComposeFoot({ compose }: { compose: Compose }) {
  const t = useTranslations("campaigns");
  const [asks, setAsks] = useState(false);
  const { step, form, draft, go, finish, leave, isFinishing } = compose;
  const at = compose_steps.indexOf(step);
  const [before, after] = [compose_steps[at - 1], compose_steps[at + 1]];
  const isLater = form.values.when === "later";
  const last = isLater
    ? { icon: CalendarClock, words: t("schedule_confirm"), act: () => void finish() }
    : { icon: Play, words: t("start_now"), act: () => setAsks(true) };
  return (
    <footer className="sticky bottom-15 z-10 flex shrink-0 flex-wrap items-center gap-2 border-line border-t bg-surface px-4 py-3 md:static md:px-6">
      {before ? <Button onClick={() => void go(before)}>{t("previous")}</Button> : null}
      <p role="status" className="flex items-center gap-1.5 text-12 text-muted max-md:sr-only">
        {draft && !form.isDirty ? (
          <>
            <Check size={14} strokeWidth={2} aria-hidden />
            {t("draft_saved")}
          </>
        ) : null}
      </p>
      <Button tone="ghost" className="ms-auto" onClick={() => void leave()}>
        {t("save_draft")}
      </Button>
      {after ? (
        <Button tone="primary" type="submit" form={form.id} busy={form.busy}>
          {t("next")}
        </Button>
      ) : (
        <Button tone="primary" icon={last.icon} busy={isFinishing || form.busy} onClick={last.act}>
          {last.words}
        </Button>
      )}
      {asks && draft ? (
        <StepDialog step="start" campaign={draft} onClose={() => setAsks(false)} onConfirm={() => void finish()} />
      ) : null}
    </footer>
  );
}
