"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Barred } from "./types.ts";

type Props = { number: Barred; onClose: () => void /** It is off the list. */; onDone: () => void };

export function UnbarDialog({ number: { phone }, onClose, onDone }: Props) {
  const t = useTranslations("calling");
  const ui = useTranslations("ui");
  const format = useFormat();
  const back = useRef<HTMLButtonElement>(null);
  const remove = useAct(api.doNotCall.remove, {
    parts: ["doNotCall", "customers"],
    done: () => t("unbarred", { phone: isolateLtr(format.phone(phone)) }),
    refused: ({ code }) => (code === "NOT_FOUND" ? { title: t("unbar_gone") } : null),
  });
  return (
    <Dialog
      open
      first={back}
      onOpenChange={(open) => !open && onClose()}
      title={t.rich("unbar_title", { phone: format.phone(phone), bdi: (chunks) => <Ltr>{chunks}</Ltr> })}
      actions={
        <>
          <Button ref={back} onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button
            tone="loss"
            busy={remove.isBusy}
            onClick={() => {
              // The page is told either way; a failure stands in its notice.
              remove.ask({ phone }).then(onDone, onClose);
            }}
          >
            {t("unbar_submit")}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">{t("unbar_body")}</p>
    </Dialog>
  );
}
