"use client";
import { CloudOff, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Ltr } from "./ltr.tsx";

type Props = {
  title?: ReactNode;
  children?: ReactNode;
  request_id?: string | undefined;
  onRetry?: () => void;
  busy?: boolean;
};

/** One failed block; the rest of the page lives. The request number is what support asks for. */
export function ErrorPanel({ title, children, request_id, onRetry, busy = false }: Props) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="grid animate-fade justify-items-center gap-1 px-6 py-10 text-center">
      <CloudOff size={40} strokeWidth={1.2} className="mb-3 text-muted" aria-hidden />
      <p className="font-semibold text-14">{title ?? t("load_failed")}</p>
      <p className="max-w-90 text-13 text-muted">{children ?? t("load_failed_help")}</p>
      {onRetry ? (
        <Button icon={RotateCw} busy={busy} onClick={onRetry} className="mt-4">
          {t("retry")}
        </Button>
      ) : null}
      {request_id ? (
        <p className="mt-3 text-12 text-muted">
          {t("request_number")} <Ltr className="select-all">{request_id}</Ltr>
        </p>
      ) : null}
    </div>
  );
}
