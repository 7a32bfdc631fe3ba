"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";

export function DeactivateDialog({ user, acts, onClose }: { user: User; acts: UserActs; onClose: () => void }) {
  const t = useTranslations("settings");
  const ui = useTranslations("ui");
  const back = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      first={back}
      onOpenChange={(open) => !open && onClose()}
      title={t.rich("deactivate_title", { name: user.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      actions={
        <>
          <Button ref={back} onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button
            tone="loss"
            onClick={() => {
              acts.deactivate(user);
              onClose();
            }}
          >
            {t("deactivate_submit")}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">{t("deactivate_body")}</p>
    </Dialog>
  );
}
