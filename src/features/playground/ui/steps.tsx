"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RawValue, StepChip } from "#ui/step-chip.tsx";
import type { Step } from "./types.ts";

/** What the machine did between two lines. */
export function Steps({ steps, className }: { steps: readonly Step[]; className?: string }) {
  return (
    <div className={`flex min-w-0 flex-wrap gap-1.5 ${className ?? ""}`}>
      {steps.map((step) => (
        <OneStep key={step.call_id} step={step} />
      ))}
    </div>
  );
}

function OneStep({ step }: { step: Step }) {
  const t = useTranslations("playground");
  const [isOpen, setOpen] = useState(false);
  const words = step.text || t(step.state === "running" ? "step_waits" : "step_no_words");
  return (
    <StepChip
      state={step.state}
      spoken={t(`step_${step.state}`)}
      name={step.name}
      text={words}
      duration_ms={step.state === "running" ? null : step.duration_ms}
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <RawValue name={t("step_arguments")} value={step.arguments} />
      <RawValue name={t("step_answer")} value={step.result} />
    </StepChip>
  );
}
