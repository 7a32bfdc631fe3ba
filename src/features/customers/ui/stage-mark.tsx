"use client";
import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#ui/cx.ts";
import { steps } from "./stages.ts";
import type { Stage } from "./types.ts";

/** A stage as a word, and how far along the pipeline it is as a row of cells. */
export function StageMark({ stage }: { stage: Stage }) {
  const t = useTranslations("words");
  const at = steps.indexOf(stage);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      {at < 0 ? (
        <Ban size={14} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden />
      ) : (
        <span aria-hidden className="flex shrink-0 gap-px">
          {steps.map((step, index) => (
            <i
              key={step}
              className={cx(
                "h-3 w-1 first:rounded-s-[2px] last:rounded-e-[2px]",
                index > at ? "bg-paused-soft" : stage === "won" ? "bg-approved" : "bg-chart-1",
              )}
            />
          ))}
        </span>
      )}
      <span className={at < 0 ? "text-muted" : ""}>{t(`stage_${stage}`)}</span>
    </span>
  );
}
