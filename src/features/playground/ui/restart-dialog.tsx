"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { Mode } from "./types.ts";

type Props = { to: Mode; onRestart: () => void; onClose: () => void };

/** A talk is real or a trial as a whole: another mode is another talk. */
export function RestartDialog({ to, onRestart, onClose }: Props) {
  const t = useTranslations("playground");
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      first={stay}
      onOpenChange={(open) => !open && onClose()}
      title={t("restart_title")}
      actions={
        <>
          <Button ref={stay} onClick={onClose}>
            {t("carry_on")}
          </Button>
          <Button tone="primary" onClick={onRestart}>
            {t("restart")}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">{t(`restart_to_${to}`)}</p>
    </Dialog>
  );
}
