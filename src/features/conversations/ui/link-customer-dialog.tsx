"use client";
import { useTranslations } from "next-intl";
import { CustomerPicker } from "#features/shell/ui/pickers/customer-picker.tsx";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { required } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import type { Conversation } from "./types.ts";

type Values = { customer: { id: string; text: string } | null };
const nobody: Values = { customer: null };

/** Says with whom a conversation was that nobody recognised. */
export function LinkCustomerDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useTranslations("conversations");
  const { id, version } = conversation;
  const link = useAct(api.conversations.linkCustomer, {
    parts: ["conversations", "customers"],
    done: ({ customer_name }) => t("linked_toast", { name: isolate(customer_name ?? "") }),
    refused: ({ code }) => (code === "CONFLICT" ? null : "quiet"),
  });
  const form = useForm(nobody, {
    check: ({ customer }) => ({ customer: required(customer) }),
    send: async ({ customer }) => {
      if (customer) await link.ask({ id, version, customer_id: customer.id });
      onClose();
    },
    rename: { customer_id: "customer" },
  });
  return (
    <FormDialog
      form={form}
      title={t("link_title")}
      description={t("link_help")}
      submit={t("link_confirm")}
      onClose={onClose}
    >
      <FormField form={form} name="customer" label={t("customer")}>
        {(slots, value, set) => <CustomerPicker {...slots} value={value} onChange={set} />}
      </FormField>
    </FormDialog>
  );
}
