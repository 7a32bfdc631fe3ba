"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { MachineMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { AudienceWords } from "../audience-words.tsx";
import type { ComposeStep } from "./parsers.ts";
import { ReachPanel } from "./reach-panel.tsx";
import type { Compose } from "./use-compose.ts";
import { audienceOf, startOf } from "./values.ts";

/** Everything once more, each part with the way back to it. */
export function ReviewStep({ compose }: { compose: Compose }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const format = useFormat();
  const { values } = compose.form;
  const at = startOf(values, format.time_zone);
  const part = (step: ComposeStep, content: ReactNode) => (
    <section className="grid gap-2 border-line border-t px-4 py-3.5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-medium text-13 text-muted">{t(`step_${step}`)}</h2>
        <Button
          size="sm"
          tone="ghost"
          aria-label={t("change_of", { part: t(`step_${step}`) })}
          onClick={() => void compose.go(step)}
        >
          {t("change")}
        </Button>
      </div>
      {content}
    </section>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="max-w-180 self-start overflow-hidden rounded-card border border-line">
        <div className="flex items-center gap-3 px-4 py-3.5">
          <MachineMark kind={values.type} />
          <div className="min-w-0">
            <p dir="auto" className="font-semibold text-17">
              {values.name}
            </p>
            <p className="text-13 text-muted">{words(`campaign_${values.type}`)}</p>
          </div>
        </div>
        {part("audience", <AudienceWords audience={audienceOf(values)} />)}
        {part(
          "script",
          values.script.trim() ? (
            <p dir="auto" className="whitespace-pre-line text-15">
              {values.script}
            </p>
          ) : (
            <p className="flex items-center gap-2 text-13 text-pending">
              <TriangleAlert size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
              {t("review_script_missing")}
            </p>
          ),
        )}
        {part(
          "schedule",
          <p className="font-medium text-14">{at ? t("starts_at", { at: format.dayTime(at) }) : t("starts_now")}</p>,
        )}
      </div>
      <ReachPanel audience={audienceOf(values)} />
    </div>
  );
}
