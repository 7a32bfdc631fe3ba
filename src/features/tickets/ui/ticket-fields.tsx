"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ticket_categories, ticket_priorities } from "#drizzle/values.ts";
import { DateField } from "#ui/form/date-field.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { TimeField } from "#ui/form/time-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input, TextArea } from "#ui/input.tsx";
import { Segment } from "#ui/segment.tsx";
import { Select } from "#ui/select.tsx";
import type { DueMode, TicketValues } from "./ticket-values.ts";

type Props = {
  form: Form<TicketValues>;
  /** Who may set the time: a new ticket leaves it to the priority unless told otherwise. */
  modes: readonly DueMode[];
  /** Said below the choice of a time. */
  due_help: ReactNode;
  /** Stands between what it is about and how urgent it is. */
  children?: ReactNode;
};

/** What a ticket says of itself. */
export function TicketFields({ form, modes, due_help, children }: Props) {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  return (
    <>
      <FormField form={form} name="subject" label={t("subject")}>
        {(slots, value, set) => (
          <Input
            {...slots}
            value={value}
            maxLength={200}
            placeholder={t("subject_hint")}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
      {children}
      <div className="grid gap-4 md:grid-cols-[10rem_minmax(0,1fr)]">
        <FormField form={form} name="category" label={t("category")}>
          {({ id }, value, set) => (
            <Select
              id={id}
              label={t("category")}
              value={value}
              onChange={(next) => set(ticket_categories.find((one) => one === next) ?? "other")}
              options={ticket_categories.map((one) => ({ value: one, label: words(`category_${one}`) }))}
              className="w-full"
            />
          )}
        </FormField>
        <FormField form={form} name="priority" label={t("priority")}>
          {(_, value, set) => (
            <Segment
              label={t("priority")}
              value={value}
              onChange={set}
              options={ticket_priorities.map((one) => ({ value: one, label: words(`priority_${one}`) }))}
              className="w-full [&>*]:flex-1 [&>*]:px-1.5"
            />
          )}
        </FormField>
      </div>
      <FormField form={form} name="description" label={t("description")} optional>
        {(slots, value, set) => (
          <TextArea {...slots} rows={4} value={value} maxLength={5000} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <FormField form={form} name="due_mode" label={t("due")} help={due_help}>
          {(_, value, set) => (
            <Segment
              label={t("due")}
              value={value}
              onChange={set}
              options={modes.map((mode) => ({ value: mode, label: t(`due_mode_${mode}`) }))}
              className="w-full [&>*]:flex-1 [&>*]:px-1.5"
            />
          )}
        </FormField>
        {form.values.due_mode === "own" ? (
          <div className="grid grid-cols-2 gap-4">
            <FormField form={form} name="due_day" label={t("due_day")}>
              {(slots, value, set) => <DateField {...slots} value={value} onChange={set} />}
            </FormField>
            <FormField form={form} name="due_time" label={t("due_time")}>
              {(slots, value, set) => <TimeField {...slots} value={value} onChange={set} />}
            </FormField>
          </div>
        ) : null}
      </div>
    </>
  );
}
