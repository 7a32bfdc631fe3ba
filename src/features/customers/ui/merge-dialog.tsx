"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CustomerPicker } from "#features/shell/ui/pickers/customer-picker.tsx";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { customerHref } from "./hrefs.ts";
import { LikelySame } from "./likely-same.tsx";
import { MergePreview } from "./merge-preview.tsx";
import type { Customer } from "./types.ts";

type Props = { customer: Customer; onClose: () => void };

/** Finds the second record of the same person, shows both beside each other, and makes one of them. */
export function MergeDialog({ customer, onClose }: Props) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [chosen, setChosen] = useState<{ id: string; text: string } | null>(null);
  const [keepsOther, setKeepsOther] = useState(false);
  const isItself = chosen?.id === customer.id;
  const { data: other } = api.customers.one.useQuery(
    { id: chosen?.id ?? "" },
    { enabled: chosen !== null && !isItself },
  );
  const [keep, gone] = keepsOther && other ? [other, customer] : [customer, other];
  const merge = useAct(api.customers.merge, {
    parts: ["customers", "conversations", "bookings", "stats"],
    done: ({ name }) => t("merged", { name: isolate(name) }),
    refused: ({ code, reason }) =>
      code === "CONFLICT" ? { title: t(reason === "merged" ? "merged_meanwhile" : "merge_stale") } : null,
  });

  const submit = async () => {
    if (!gone) return;
    const versions = { keep_version: keep.version, other_version: gone.version };
    try {
      await merge.ask({ keep_id: keep.id, other_id: gone.id, ...versions });
    } catch {
      return; // Said already; both records are on the screen as they are now.
    }
    onClose();
    if (keep.id !== customer.id) router.push(customerHref(keep.id));
  };

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("merge_title")}
      description={t("merge_help")}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button tone="loss" disabled={!gone} busy={merge.isBusy} onClick={() => void submit()}>
            {t("merge_confirm")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Field label={t("merge_other")} error={isItself ? t("merge_itself") : null}>
          {(slots) => <CustomerPicker key={chosen?.id} {...slots} value={chosen} onChange={setChosen} />}
        </Field>
        {gone ? (
          <MergePreview keep={keep} gone={gone} onSwap={() => setKeepsOther(!keepsOther)} />
        ) : (
          <LikelySame customer={customer} onChoose={({ id, name }) => setChosen({ id, text: name })} />
        )}
      </div>
    </Dialog>
  );
}
