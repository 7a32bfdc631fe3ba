"use client";
import { useTranslations } from "next-intl";
import { LossDialog } from "#ui/loss-dialog.tsx";

type Props = { busy: boolean; onClose: () => void; onRotate: () => void };

/** What a new secret costs, before the old one ends. */
export function RotateDialog({ busy, onClose, onRotate }: Props) {
  const t = useTranslations("settings");
  return (
    <LossDialog
      title={t("link_rotate_title")}
      submit={t("link_rotate")}
      busy={busy}
      onSubmit={onRotate}
      onClose={onClose}
    >
      {t("link_rotate_body")}
    </LossDialog>
  );
}
