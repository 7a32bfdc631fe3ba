"use client";
import { useTranslations } from "next-intl";
import { LossDialog } from "#ui/loss-dialog.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";

export function DeactivateDialog({ user, acts, onClose }: { user: User; acts: UserActs; onClose: () => void }) {
  const t = useTranslations("settings");
  return (
    <LossDialog
      title={t.rich("deactivate_title", { name: user.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      submit={t("deactivate_submit")}
      onSubmit={() => {
        acts.deactivate(user);
        onClose();
      }}
      onClose={onClose}
    >
      {t("deactivate_body")}
    </LossDialog>
  );
}
