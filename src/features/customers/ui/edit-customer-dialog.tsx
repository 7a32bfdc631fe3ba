"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { asSent, CustomerFields, type CustomerValues, checkCustomer, valuesOf } from "./customer-fields.tsx";
import type { Customer } from "./types.ts";

type Props = { customer: Customer; onClose: () => void };

/** Changes what is known of a customer. Only what was changed here is sent, so that of a colleague's change meanwhile
 *  nothing else is lost; what both changed is shown beside what was typed, and the next press means it. */
export function EditCustomerDialog({ customer, onClose }: Props) {
  const t = useTranslations("customers");
  const [opened] = useState(customer);
  const [isWarned, setWarned] = useState(false);
  const update = useAct(api.customers.update, {
    parts: ["customers"],
    done: ({ name }) => t("saved", { name: isolate(name) }),
    refused: ({ reason }) => {
      if (reason === "stale") setWarned(true);
      return "quiet";
    },
  });
  const before = valuesOf(opened);
  const form = useForm(before, {
    check: checkCustomer,
    send: async (values) => {
      const changes = changed(asSent(before), asSent(values));
      const version = isWarned ? customer.version : opened.version;
      if (Object.keys(changes).length > 0) await update.ask({ id: customer.id, version, ...changes });
      onClose();
    },
    reasons: { phone_taken: "phone" },
  });
  return (
    <FormDialog form={form} title={t("edit")} submit={t("save")} onClose={onClose}>
      <CustomerFields form={form} id={customer.id} theirs={changed(before, valuesOf(customer))} />
    </FormDialog>
  );
}

function changed<Values extends Partial<Record<keyof CustomerValues, string | null>>>(
  before: Values,
  after: Values,
): Partial<Values> {
  const partial: Partial<Values> = { ...after };
  for (const name of Object.keys(after) as (keyof Values)[]) if (after[name] === before[name]) delete partial[name];
  return partial;
}
