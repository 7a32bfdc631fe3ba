"use client";
import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import type { FaultItem } from "./talk.ts";

type Props = { item: FaultItem /** Null while something else is being answered. */; onRetry: (() => void) | null };

/** Why an answer did not come or broke off, in its place, with the one way on. */
export function FaultNote({ item, onRetry }: Props) {
  const t = useTranslations("playground");
  const { fault, retry_after_seconds, can_retry } = item;
  return (
    <div
      role="alert"
      className="ms-8 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control bg-rejected-soft px-3 py-2 text-13 text-rejected"
    >
      <TriangleAlert size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-40 flex-1">
        {t(`fault_${fault}`)}
        {retry_after_seconds !== null ? ` ${t("wait", { seconds: retry_after_seconds })}` : null}
      </span>
      {can_retry ? (
        <Button icon={RotateCw} size="sm" disabled={onRetry === null} {...(onRetry && { onClick: onRetry })}>
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
