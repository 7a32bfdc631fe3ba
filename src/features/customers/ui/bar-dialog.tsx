"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { atMost } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import type { Customer } from "./types.ts";

/** Puts the customer's number on the do-not-call list. */
export function BarDialog({ customer: { name, phone }, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations("customers");
  const add = useAct(api.doNotCall.add, {
    parts: ["customers", "doNotCall"],
    done: () => t("bar_done", { name: isolate(name) }),
    refused: () => "quiet",
  });
  const form = useForm(
    { reason: "" },
    {
      check: ({ reason }) => ({ reason: atMost(reason.trim(), 200) }),
      send: async ({ reason }) => {
        await add.ask({ phone, ...(reason.trim() && { reason: reason.trim() }) });
        onClose();
      },
    },
  );
  return (
    <FormDialog
      form={form}
      title={t.rich("bar_title", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      description={t("bar_help")}
      submit={t("bar_submit")}
      onClose={onClose}
    >
      <FormField form={form} name="reason" label={t("bar_reason")} help={t("bar_reason_help")} optional>
        {(slots, value, set) => (
          <Input {...slots} autoComplete="off" value={value} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
    </FormDialog>
  );
}
