"use client";
import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#ui/chip.tsx";
import { Tip } from "#ui/tooltip.tsx";

/** Says of a talk of the playground that it was a trial, and what that means. */
export function TrialMark() {
  const t = useTranslations("conversations");
  const words = useTranslations("words");
  return (
    <Tip text={t("trial_help")}>
      <span className="shrink-0">
        <Chip tone="pending" icon={FlaskConical}>
          {words("mode_trial")}
        </Chip>
      </span>
    </Tip>
  );
}
