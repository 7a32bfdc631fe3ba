"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { PropertyFields } from "./property-fields.tsx";
import type { Values } from "./values.ts";

type Props = {
  form: Form<Values>;
  currency: string;
  submit: string;
  /** Where "back" leads. */
  back: string;
  /** What is to be said above the fields. */
  notice?: ReactNode;
};

/** The form of a listing as a page: what was typed is kept until it is saved, and leaving asks first. */
export function FormPage({ form, currency, submit, back, notice }: Props) {
  const ui = useTranslations("ui");
  return (
    <>
      <LeaveGuard dirty={form.isDirty} />
      <div className="min-h-0 flex-1 md:overflow-y-auto">
        <form {...form.props} className="grid max-w-180 grid-cols-[minmax(0,1fr)] gap-6 p-4 md:p-6">
          {notice ?? <FormProblem failure={form.failure} />}
          <PropertyFields form={form} currency={currency} />
        </form>
      </div>
      <footer className="sticky bottom-15 z-10 flex shrink-0 items-center gap-2 border-line border-t bg-surface px-4 py-3 md:static md:px-6">
        <LinkButton href={back}>{ui("cancel")}</LinkButton>
        <Button tone="primary" type="submit" form={form.id} busy={form.busy} className="ms-auto">
          {submit}
        </Button>
      </footer>
    </>
  );
}
