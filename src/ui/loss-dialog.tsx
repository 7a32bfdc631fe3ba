"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = {
  title: ReactNode;
  /** Names what the button does: "أبطِل المفتاح". */
  submit: ReactNode;
  busy?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** What is lost, and what is not. */
  children: ReactNode;
};

/** Asks before something is taken away. The keyboard begins at the way back. */
export function LossDialog({ title, submit, busy = false, onSubmit, onClose, children }: Props) {
  const t = useTranslations("ui");
  const back = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      first={back}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <Button ref={back} onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button tone="loss" busy={busy} onClick={onSubmit}>
            {submit}
          </Button>
        </>
      }
    >
      {typeof children === "string" ? <p className="text-14 text-ink-2">{children}</p> : children}
    </Dialog>
  );
}
