"use client";
import { useTranslations } from "next-intl";
import { CustomerPicker } from "#features/shell/ui/pickers/customer-picker.tsx";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { required } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import type { Property } from "./types.ts";

type Values = { customer: { id: string; text: string } | null };

/** Writes down that a customer asked about the listing. */
export function InquiryDialog({ property, onClose }: { property: Property; onClose: () => void }) {
  const t = useTranslations("properties");
  const forms = useTranslations("forms");
  const title = usePropertyTitle();
  const add = useAct(api.properties.addInquiry, {
    parts: ["properties", "customers"],
    done: ({ inquirers }) => t("inquiry_toast", { name: isolate(inquirers[0]?.customer.name ?? "") }),
    refused: () => "quiet",
  });
  const form = useForm<Values>(
    { customer: null },
    {
      check: ({ customer }) => ({ customer: required(customer) }),
      rename: { customer_id: "customer" },
      send: async ({ customer }) => {
        if (!customer) return;
        await add.ask({ property_id: property.id, customer_id: customer.id });
        onClose();
      },
    },
  );
  return (
    <FormDialog
      form={form}
      title={t("inquiry_title")}
      description={<bdi>{title(property)}</bdi>}
      submit={t("add_inquiry")}
      onClose={onClose}
    >
      <FormField form={form} name="customer" label={forms("customer")} help={t("inquiry_help")}>
        {(slots, value, set) => <CustomerPicker {...slots} value={value} onChange={set} />}
      </FormField>
    </FormDialog>
  );
}
