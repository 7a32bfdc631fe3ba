"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { asSent, CustomerFields, type CustomerValues, checkCustomer } from "./customer-fields.tsx";
import { customerHref } from "./hrefs.ts";

const blank: CustomerValues = { name: "", phone: "", email: "", owner_id: null, notes: "" };

/** Adds a customer and opens their page. Whoever has the number already is offered instead. */
export function NewCustomerDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("customers");
  const router = useRouter();
  const create = useAct(api.customers.create, {
    parts: ["customers", "stats"],
    done: ({ name }) => t("created", { name: isolate(name) }),
    refused: () => "quiet",
  });
  const form = useForm(blank, {
    check: checkCustomer,
    send: async (values) => {
      const { id } = await create.ask(asSent(values));
      router.push(customerHref(id));
    },
    reasons: { phone_taken: "phone" },
  });
  return (
    <FormDialog form={form} title={t("new")} submit={t("create")} onClose={onClose}>
      <CustomerFields form={form} />
    </FormDialog>
  );
}
