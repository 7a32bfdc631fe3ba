"use client";
import { useTranslations } from "next-intl";
import { SecretDialog } from "#ui/secret-dialog.tsx";

/** The secret of the tools, this once. */
export function MadeSecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations("settings");
  return (
    <SecretDialog
      secret={secret}
      title={t("link_secret_title")}
      onClose={onClose}
      words={{
        warning: t("key_made_warning"),
        copy: t("link_secret_copy"),
        copied: t("link_secret_copied"),
        copy_failed: t("key_copy_failed"),
        kept: t("key_kept"),
        close_title: t("link_secret_close_title"),
        close_body: t("link_secret_close_body"),
        close: t("key_close"),
        back: t("link_secret_back"),
      }}
    />
  );
}
