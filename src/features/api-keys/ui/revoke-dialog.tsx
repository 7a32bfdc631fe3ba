"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { ApiKey } from "./types.ts";

export function RevokeDialog({ api_key: { id, name }, onClose }: { api_key: ApiKey; onClose: () => void }) {
  const t = useTranslations("settings");
  const ui = useTranslations("ui");
  const back = useRef<HTMLButtonElement>(null);
  const revoke = useAct(api.apiKeys.revoke, {
    parts: ["apiKeys"],
    done: (key) => t("revoked_toast", { name: isolate(key.name) }),
    refused: ({ reason }) => (reason === "already_revoked" ? { title: t("revoke_late") } : null),
  });
  return (
    <Dialog
      open
      first={back}
      onOpenChange={(open) => !open && onClose()}
      title={t.rich("revoke_title", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      actions={
        <>
          <Button ref={back} onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button
            tone="loss"
            busy={revoke.isBusy}
            onClick={() => {
              // The page is told either way; a failure stands in its notice.
              revoke.ask({ id }).then(onClose, onClose);
            }}
          >
            {t("revoke_submit")}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">{t("revoke_body")}</p>
    </Dialog>
  );
}
