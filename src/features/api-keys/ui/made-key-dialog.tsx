"use client";
import { useTranslations } from "next-intl";
import { SecretDialog } from "#ui/secret-dialog.tsx";
import type { CreatedApiKey } from "./types.ts";

/** The key, this once, and how it is sent. */
export function MadeKeyDialog({ made: { api_key, key }, onClose }: { made: CreatedApiKey; onClose: () => void }) {
  const t = useTranslations("settings");
  return (
    <SecretDialog
      secret={key}
      title={t.rich("key_made_title", { name: api_key.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      onClose={onClose}
      words={{
        warning: t("key_made_warning"),
        copy: t("key_copy"),
        copied: t("key_copied"),
        copy_failed: t("key_copy_failed"),
        kept: t("key_kept"),
        close_title: t("key_close_title"),
        close_body: t("key_close_body"),
        close: t("key_close"),
        back: t("key_back"),
      }}
    >
      <p className="mt-4 text-13 text-ink-2">{t("key_made_use")}</p>
      <pre
        dir="ltr"
        className="mt-1.5 whitespace-pre-wrap break-all rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-12 text-ink-2"
      >
        {`curl -H "Authorization: Bearer ${api_key.prefix}…" \\\n  ${window.location.origin}/api/customers`}
      </pre>
    </SecretDialog>
  );
}
