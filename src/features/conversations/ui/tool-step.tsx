"use client";
import { useTranslations } from "next-intl";
import { Fact, Facts } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Marked } from "#ui/marked.tsx";
import { RawValue, StepChip } from "#ui/step-chip.tsx";
import type { Line } from "./types.ts";

type Props = {
  line: Line;
  /** When it was, as the transcript writes it. */
  time: string;
  ranges: readonly (readonly [number, number])[];
  isOpen: boolean;
  onToggle: () => void;
};

/** A machine's step as it was kept, which opens to the facts. */
export function ToolStep({ line, time, ranges, isOpen, onToggle }: Props) {
  const t = useTranslations("conversations");
  const { tool, text } = line;
  const ok = tool?.ok ?? true;
  return (
    <StepChip
      state={ok ? "done" : "failed"}
      name={tool?.name ?? null}
      text={<Marked text={text} ranges={ranges} />}
      duration_ms={tool?.duration_ms ?? null}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <Facts>
        <Fact name={t("step_result")}>{t(ok ? "step_ok" : "step_failed")}</Fact>
        <Fact name={t("step_at")}>
          <Ltr>{time}</Ltr>
        </Fact>
      </Facts>
      <div className="mt-2">
        <RawValue name={t("step_arguments")} value={tool?.arguments} />
        <RawValue name={t("step_answer")} value={tool?.result} />
      </div>
    </StepChip>
  );
}
