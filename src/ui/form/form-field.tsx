"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "../field.tsx";
import type { Form } from "./use-form.ts";
import { useProblemWords } from "./words.ts";

type Slots = Parameters<ComponentProps<typeof Field>["children"]>[0];
type Props<Values extends Record<string, unknown>, Name extends keyof Values & string> = {
  form: Form<Values>;
  name: Name;
  label: ReactNode;
  help?: ReactNode;
  optional?: boolean;
  /** Words for codes that only this field knows: { same_password: t("same") }. */
  words?: Readonly<Record<string, ReactNode>>;
  children: (slots: Slots, value: Values[Name], set: (value: Values[Name]) => void) => ReactNode;
};

/** One field of a form: its label, its control, and what is wrong with it. */
export function FormField<Values extends Record<string, unknown>, Name extends keyof Values & string>({
  form,
  name,
  label,
  help,
  optional = false,
  words,
  children,
}: Props<Values, Name>) {
  const t = useTranslations("forms");
  const known = useProblemWords();
  const problem = form.problems[name];
  return (
    <div data-field={name}>
      <Field
        label={label}
        help={help}
        error={problem ? (words?.[problem] ?? known(problem)) : null}
        trailing={optional ? <span className="text-12 text-muted">{t("optional")}</span> : null}
      >
        {(slots) => children(slots, form.values[name], (value) => form.set(name, value))}
      </Field>
    </div>
  );
}
