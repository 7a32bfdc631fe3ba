"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CustomerPicker } from "#features/shell/ui/pickers/customer-picker.tsx";
import type { PickerProps } from "#features/shell/ui/pickers/picker.ts";
import { StaffPicker } from "#features/shell/ui/pickers/staff-picker.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { roleMay } from "#trpc/may.ts";
import { useAct } from "#trpc/use-act.ts";
import { Field } from "#ui/field.tsx";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { useNow } from "#ui/now.tsx";
import { TicketFields } from "./ticket-fields.tsx";
import { checkTicket, dueOf, type TicketValues } from "./ticket-values.ts";
import { useTicketHours } from "./use-due.ts";

const empty: TicketValues = {
  subject: "",
  description: "",
  category: "maintenance",
  priority: "medium",
  due_mode: "auto",
  due_day: "",
  due_time: "",
};

type Props = { onClose: () => void; onMade: (id: string) => void };

/** A new ticket. The time by which it should be solved is shown before it is saved. */
export function CreateDialog({ onClose, onMade }: Props) {
  const t = useTranslations("tickets");
  const { time_zone } = useFormat();
  const [customer, setCustomer] = useState<PickerProps["value"]>(null);
  const [assignee_id, setAssignee] = useState<string | null>(null);
  const create = useAct(api.tickets.create, {
    parts: ["tickets", "live"],
    done: ({ reference }) => t("created_toast", { reference: isolateLtr(reference) }),
    refused: () => "quiet",
  });
  const form = useForm<TicketValues>(empty, {
    check: checkTicket,
    send: async (values) => {
      const due_at = dueOf(values, time_zone);
      const { id } = await create.ask({
        subject: values.subject,
        description: values.description.trim() || null,
        category: values.category,
        priority: values.priority,
        customer_id: customer?.id ?? null,
        assignee_id,
        ...(due_at !== undefined && { due_at }),
      });
      onClose();
      onMade(id);
    },
    rename: { due_at: "due_day" },
  });
  return (
    <FormDialog form={form} title={t("new")} submit={t("create")} onClose={onClose} wide>
      <TicketFields form={form} modes={["auto", "own", "none"]} due_help={<DueByPriority values={form.values} />}>
        <div className="grid gap-4 md:grid-cols-2">
          <Field label={t("customer")}>
            {(slots) => <CustomerPicker {...slots} value={customer} onChange={setCustomer} />}
          </Field>
          <Field label={t("assign_to")}>
            {({ id }) => (
              <StaffPicker
                id={id}
                label={t("assign_to")}
                value={assignee_id}
                onChange={setAssignee}
                optional
                only={mayWork}
              />
            )}
          </Field>
        </div>
      </TicketFields>
    </FormDialog>
  );
}

const mayWork = ({ role }: { role: Parameters<typeof roleMay>[0] }) => roleMay(role, "tickets.read");

function DueByPriority({ values: { due_mode, priority } }: { values: TicketValues }) {
  const t = useTranslations("tickets");
  const format = useFormat();
  const hours = useTicketHours();
  const now = useNow();
  if (due_mode !== "auto" || !hours) return null;
  const count = hours.ticket_hours[priority];
  const when = format.dayTime(hours.clock.add(new Date(now).toISOString(), count));
  return t("due_by_priority", { when, hours: t("due_hours", { count }) });
}
