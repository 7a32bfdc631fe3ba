"use client";
import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import type { Form } from "./use-form.ts";

type Props<Values extends Record<string, unknown>> = {
  form: Form<Values>;
  /** "Unsaved changes". */
  words: ReactNode;
  save: ReactNode;
  discard: ReactNode;
  /** Why it could not be saved: it stands where the press was, however long the form. */
  children?: ReactNode;
};

/** The foot of a form that is a page: there as soon as something differs from what was saved, above the bar of phones. */
export function SaveBar<Values extends Record<string, unknown>>({
  form,
  words,
  save,
  discard,
  children,
}: Props<Values>) {
  if (!form.isDirty) return null;
  return (
    <div className="sticky bottom-19 z-10 animate-rise border-line border-t bg-raised md:bottom-0">
      <div className="mx-auto flex max-w-180 flex-wrap items-center gap-2 px-4 py-3 md:px-6">
        <div className="w-full empty:hidden">{children}</div>
        <p role="status" className="me-auto text-13 text-ink-2">
          {words}
        </p>
        <Button onClick={() => form.reset()} disabled={form.busy}>
          {discard}
        </Button>
        <Button tone="primary" type="submit" busy={form.busy}>
          {save}
        </Button>
      </div>
    </div>
  );
}
