"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { failureOf } from "#trpc/failure.ts";
import { Button } from "../button.tsx";
import { ErrorPanel } from "../error-panel.tsx";

type Props = { error: unknown; onRetry: () => void; onClose: () => void; title: ReactNode; children: ReactNode };

/** In the place of a record that could not be shown: gone (the words are given), or to be tried again. */
export function LostRecord({ error, onRetry, onClose, title, children }: Props) {
  const t = useTranslations("ui");
  const { code, request_id } = failureOf(error);
  if (code !== "NOT_FOUND" && code !== "BAD_REQUEST") return <ErrorPanel request_id={request_id} onRetry={onRetry} />;
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-1 p-8 text-center">
      <p className="font-semibold">{title}</p>
      <p className="text-13 text-muted">{children}</p>
      <Button onClick={onClose} className="mt-3">
        {t("close")}
      </Button>
    </div>
  );
}
