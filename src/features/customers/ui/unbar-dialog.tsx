"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { LossDialog } from "#ui/loss-dialog.tsx";
import type { Customer } from "./types.ts";

/** Takes the customer's number off the do-not-call list, asked first: campaigns may call again. */
export function UnbarDialog({ customer: { name, phone }, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations("customers");
  const remove = useAct(api.doNotCall.remove, {
    parts: ["customers", "doNotCall"],
    done: () => t("unbar_done", { name: isolate(name) }),
  });
  return (
    <LossDialog
      title={t.rich("unbar_title", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      submit={t("unbar_submit")}
      busy={remove.isBusy}
      // The page is told either way; a failure stands in its notice.
      onSubmit={() => void remove.ask({ phone }).then(onClose, onClose)}
      onClose={onClose}
    >
      {t("unbar_body")}
    </LossDialog>
  );
}
