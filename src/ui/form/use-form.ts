"use client";
import { type FormEvent, useId, useRef, useState } from "react";
import { type Failure, failureOf } from "#trpc/failure.ts";

/** A wrong field by the code of its words in `forms`; null when it is right. */
export type Problem = string | null;
export type Problems<Values> = Partial<Record<keyof Values & string, Problem>>;

type Options<Values> = {
  /** What can be seen to be wrong before the server is asked; it says the rest. Order is the order of the fields. */
  check?: (values: Values) => Problems<Values>;
  /** Sends it. What it throws is told in the form: wrong fields at their place, everything else above. */
  send: (values: Values) => Promise<unknown>;
  /** Fields of the answer's issues that have another name here: { "customer.phone": "phone" }. */
  rename?: Record<string, keyof Values & string>;
  /** Refusals, by their reason, that one field is to blame for: { username_taken: "username" }. */
  reasons?: Record<string, keyof Values & string>;
};

/** The one way a form works: nothing typed is ever lost, every wrong field is named at its place and the first one gets
 *  the focus; a refusal of the server lands in the same places as our own. */
export function useForm<Values extends Record<string, unknown>>(
  initial: Values,
  { check, send, rename, reasons }: Options<Values>,
) {
  const id = useId();
  const [values, setValues] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [problems, setProblems] = useState<Problems<Values>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const show = (found: Problems<Values>): boolean => {
    const wrong = Object.entries(found).filter(([, problem]) => problem);
    setProblems(found);
    const first = wrong[0]?.[0];
    // After the words are there, so that a screen reader says both.
    if (first)
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, select, button)`)
          ?.focus(),
      );
    return wrong.length > 0;
  };
  const refuse = (refusal: Failure) => {
    const reason = refusal.reason ?? "";
    const blamed = reasons?.[reason];
    const fields = (refusal.issues ?? []).map(({ path, code }) => {
      const [field = path] = path.split(".");
      return [rename?.[path] ?? rename?.[field] ?? field, code] as const;
    });
    if (blamed) fields.push([blamed, reason]);
    const known = fields.filter(([name]) => name in values);
    show(Object.fromEntries(known) as Problems<Values>);
    setFailure(known.length > 0 ? null : refusal);
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    event?.stopPropagation();
    if (busy) return false;
    setFailure(null);
    if (show(check?.(values) ?? {})) return false;
    setBusy(true);
    try {
      await send(values);
      setSaved(values);
      return true;
    } catch (error) {
      refuse(failureOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    id,
    values,
    problems,
    failure,
    busy,
    isDirty: JSON.stringify(values) !== JSON.stringify(saved),
    set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
      setValues((held) => ({ ...held, [name]: value }));
      setProblems((held) => ({ ...held, [name]: null }));
    },
    /** Begins anew, from these values. */
    reset: (next: Values = saved) => {
      setValues(next);
      setSaved(next);
      setProblems({});
      setFailure(null);
    },
    submit,
    /** For the `<form>`; its buttons may stand elsewhere and name it by `form={form.id}`. */
    props: { id, ref: form, onSubmit: (event: FormEvent) => void submit(event), noValidate: true },
  };
}

export type Form<Values extends Record<string, unknown>> = ReturnType<typeof useForm<Values>>;
