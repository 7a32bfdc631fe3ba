"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CustomerPicker } from "#features/shell/ui/pickers/customer-picker.tsx";
import { PropertyPicker } from "#features/shell/ui/pickers/property-picker.tsx";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { newKey, once } from "#trpc/once.ts";
import { useAct } from "#trpc/use-act.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { TextArea } from "#ui/input.tsx";
import { TimeFields } from "./time-fields.tsx";
import type { Booking } from "./types.ts";
import { useTimeCheck } from "./use-time-check.ts";
import { useViewingForm } from "./use-viewing-form.ts";

type Props = {
  /** "2026-11-24": the day to begin with. */
  day: string;
  onClose: () => void;
  onMade: (booking: Booking) => void;
};

/** A viewing that staff arrange themselves: pending like any other, at a time whose clashes are seen while it is chosen. */
export function NewBookingDialog({ day, onClose, onMade }: Props) {
  const t = useTranslations("bookings");
  const [key] = useState(newKey);
  const create = useAct(once(api.bookings.create, key), {
    parts: ["bookings", "stats"],
    done: ({ customer }) => t("made_toast", { name: isolate(customer.name) }),
    refused: () => "quiet",
  });
  const form = useViewingForm(
    { customer: null, property: null, day, clock: "", minutes: "45", staff_id: null, notes: "" },
    {
      blocked: () => null,
      send: async ({ customer, property, staff_id, notes }, times) => {
        if (!customer || !property) return;
        const made = await create.ask({
          customer_id: customer.id,
          property_id: property.id,
          staff_id,
          ...times,
          notes: notes.trim() || null,
        });
        onClose();
        onMade(made);
      },
    },
  );
  const check = useTimeCheck(form.values);
  return (
    <FormDialog form={form} wide title={t("new")} submit={t("new_confirm")} onClose={onClose}>
      <FormField form={form} name="customer" label={t("col_customer")}>
        {(slots, value, set) => <CustomerPicker {...slots} value={value} onChange={set} />}
      </FormField>
      <FormField form={form} name="property" label={t("col_property")}>
        {(slots, value, set) => <PropertyPicker {...slots} value={value} onChange={set} />}
      </FormField>
      <TimeFields form={form} check={check} />
      <FormField form={form} name="notes" label={t("notes_field")} optional>
        {(slots, value, set) => (
          <TextArea {...slots} value={value} maxLength={2000} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
    </FormDialog>
  );
}
