"use client";
import { Database, FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#ui/cx.ts";
import { Segment } from "#ui/segment.tsx";
import type { Mode } from "./types.ts";

/** Whether what happens here is real, always in sight, and what that means in words. */
export function ModeBar({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }) {
  const t = useTranslations("playground");
  return (
    <div
      className={cx(
        "flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b px-4 py-2 md:flex-nowrap md:px-6",
        mode === "trial" ? "bg-pending-soft" : "bg-sunken",
      )}
    >
      <Segment
        label={t("mode")}
        value={mode}
        onChange={onChange}
        className="max-md:flex max-md:w-full max-md:[&>*]:flex-1"
        options={[
          { value: "real", label: t("mode_real"), icon: Database },
          { value: "trial", label: t("mode_trial"), icon: FlaskConical },
        ]}
      />
      <p
        aria-live="polite"
        className={cx("min-w-0 text-12 md:text-13", mode === "trial" ? "text-pending" : "text-ink-2")}
      >
        {t(`${mode}_means`)}
      </p>
    </div>
  );
}
