"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { atMost, phone as isPhone } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";

/** Lists a number. One that is listed already stays as it was written first. */
export function BarDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("calling");
  const format = useFormat();
  const add = useAct(api.doNotCall.add, {
    parts: ["doNotCall", "customers"],
    done: ({ phone }) => t("barred_added", { phone: isolateLtr(format.phone(phone)) }),
    refused: () => "quiet",
  });
  const form = useForm(
    { phone: "", reason: "" },
    {
      check: ({ phone, reason }) => ({ phone: isPhone(phone), reason: atMost(reason.trim(), 200) }),
      send: async ({ phone, reason }) => {
        await add.ask({ phone, ...(reason.trim() && { reason: reason.trim() }) });
        onClose();
      },
    },
  );
  return (
    <FormDialog form={form} title={t("barred_add_title")} submit={t("barred_submit")} onClose={onClose}>
      <FormField form={form} name="phone" label={t("barred_phone")} help={t("barred_phone_help")}>
        {(slots, value, set) => (
          <Input
            {...slots}
            dir="ltr"
            type="tel"
            maxLength={40}
            autoComplete="off"
            className="text-start rtl:text-end"
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="reason" label={t("barred_reason")} help={t("barred_reason_help")} optional>
        {(slots, value, set) => (
          <Input {...slots} autoComplete="off" value={value} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
    </FormDialog>
  );
}
