"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import { FormProblem } from "./form-problem.tsx";
import { LeaveGuard, LeaveQuestion } from "./leave-guard.tsx";
import type { Form } from "./use-form.ts";

type Props<Values extends Record<string, unknown>> = {
  form: Form<Values>;
  /** Says the act: "عميل جديد". */
  title: ReactNode;
  description?: ReactNode;
  /** Names what the button does: "أضف العميل". */
  submit: ReactNode;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
};

/** A form over the page. Closing it with something typed asks first. */
export function FormDialog<Values extends Record<string, unknown>>(props: Props<Values>) {
  const { form, title, description, submit, onClose, wide, children } = props;
  const t = useTranslations("ui");
  const [asks, setAsks] = useState(false);
  const close = () => (form.isDirty && !form.busy ? setAsks(true) : onClose());
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && close()}
        first={firstField(form.id)}
        title={title}
        {...(description ? { description } : {})}
        {...(wide ? { wide } : {})}
        actions={
          <>
            <Button onClick={close}>{t("cancel")}</Button>
            <Button tone="primary" type="submit" form={form.id} busy={form.busy}>
              {submit}
            </Button>
          </>
        }
      >
        <form {...form.props} className="grid grid-cols-[minmax(0,1fr)] gap-4 pb-1">
          <FormProblem failure={form.failure} />
          {children}
        </form>
      </Dialog>
      <LeaveGuard overlay dirty={form.isDirty} />
      {asks ? <LeaveQuestion onStay={() => setAsks(false)} onLeave={onClose} /> : null}
    </>
  );
}

/** Typing begins at once; a box that would open its list over the form is left alone. */
const firstField = (id: string) => ({
  get current() {
    const field = document.getElementById(id)?.querySelector<HTMLElement>("input, textarea, select, button");
    return field?.getAttribute("role") === "combobox" ? null : (field ?? null);
  },
});
