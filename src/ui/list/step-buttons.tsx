"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { IconButton } from "../icon-button.tsx";
import type { useSteps } from "./use-steps.ts";

type Props = { steps: ReturnType<typeof useSteps>; total: number; onClose?: () => void };

/** Where the open record stands in its list, and the way to its neighbours and out. */
export function StepButtons({ steps, total, onClose }: Props) {
  const t = useTranslations("lists");
  const ui = useTranslations("ui");
  const format = useFormat();
  return (
    <span className="ms-auto flex shrink-0 items-center gap-0.5">
      {steps.at ? (
        <span className="me-1.5 text-12 text-muted max-md:hidden">
          {t("position", { at: format.number(steps.at), of: format.number(total) })}
        </span>
      ) : null}
      <IconButton
        label={t("before")}
        icon={ChevronUp}
        keys="↑"
        disabled={!steps.before}
        onClick={() => steps.before?.()}
      />
      <IconButton
        label={t("after")}
        icon={ChevronDown}
        keys="↓"
        disabled={!steps.after}
        onClick={() => steps.after?.()}
      />
      {onClose ? <IconButton label={ui("close")} icon={X} keys="Esc" onClick={onClose} /> : null}
    </span>
  );
}
