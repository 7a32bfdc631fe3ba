"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { LossDialog } from "#ui/loss-dialog.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Barred } from "./types.ts";

type Props = { number: Barred; onClose: () => void /** It is off the list. */; onDone: () => void };

export function UnbarDialog({ number: { phone }, onClose, onDone }: Props) {
  const t = useTranslations("calling");
  const format = useFormat();
  const remove = useAct(api.doNotCall.remove, {
    parts: ["doNotCall", "customers"],
    done: () => t("unbarred", { phone: isolateLtr(format.phone(phone)) }),
    refused: ({ code }) => (code === "NOT_FOUND" ? { title: t("unbar_gone") } : null),
  });
  return (
    <LossDialog
      title={t.rich("unbar_title", { phone: format.phone(phone), bdi: (chunks) => <Ltr>{chunks}</Ltr> })}
      submit={t("unbar_submit")}
      busy={remove.isBusy}
      // The page is told either way; a failure stands in its notice.
      onSubmit={() => void remove.ask({ phone }).then(onDone, onClose)}
      onClose={onClose}
    >
      {t("unbar_body")}
    </LossDialog>
  );
}
