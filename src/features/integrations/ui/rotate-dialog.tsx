"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";

type Props = { busy: boolean; onClose: () => void; onRotate: () => void };

/** What a new secret costs, before the old one ends. */
export function RotateDialog({ busy, onClose, onRotate }: Props) {
  const t = useTranslations("settings");
  const ui = useTranslations("ui");
  const back = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      first={back}
      onOpenChange={(open) => !open && onClose()}
      title={t("link_rotate_title")}
      actions={
        <>
          <Button ref={back} onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button tone="loss" busy={busy} onClick={onRotate}>
            {t("link_rotate")}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">{t("link_rotate_body")}</p>
    </Dialog>
  );
}
