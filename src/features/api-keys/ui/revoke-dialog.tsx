"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { LossDialog } from "#ui/loss-dialog.tsx";
import type { ApiKey } from "./types.ts";

export function RevokeDialog({ api_key: { id, name }, onClose }: { api_key: ApiKey; onClose: () => void }) {
  const t = useTranslations("settings");
  const revoke = useAct(api.apiKeys.revoke, {
    parts: ["apiKeys"],
    done: (key) => t("revoked_toast", { name: isolate(key.name) }),
    refused: ({ reason }) => (reason === "already_revoked" ? { title: t("revoke_late") } : null),
  });
  return (
    <LossDialog
      title={t.rich("revoke_title", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      submit={t("revoke_submit")}
      busy={revoke.isBusy}
      // The page is told either way; a failure stands in its notice.
      onSubmit={() => void revoke.ask({ id }).then(onClose, onClose)}
      onClose={onClose}
    >
      {t("revoke_body")}
    </LossDialog>
  );
}
