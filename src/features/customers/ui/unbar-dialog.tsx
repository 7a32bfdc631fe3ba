"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { Customer } from "./types.ts";

/** Takes the customer's number off the do-not-call list, asked first: campaigns may call again. */
export function UnbarDialog({ customer: { name, phone }, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  const back = useRef<HTMLButtonElement>(null);
  const remove = useAct(api.doNotCall.remove, {
    parts: ["customers", "doNotCall"],
    done: () => t("unbar_done", { name: isolate(name) }),
  });
  return (
    <Dialog
      open
      first={back}
      onOpenChange={(open) => !open && onClose()}
      title={t.rich("unbar_title", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
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
              remove.ask({ phone }).then(onClose, onClose);
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
