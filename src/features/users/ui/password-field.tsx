"use client";
import { WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { required } from "#ui/form/checks.ts";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form, Problem } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import type { UserValues } from "./user-values.ts";

export const checkPassword = (password: string): Problem =>
  required(password) ?? (password.length < 10 ? "password_short" : null);

// Without what is taken for something else when it is read out or copied by hand.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of four letters, about 79 bits. */
function makePassword(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(16));
  const word = [...numbers].map((number) => letters[number % letters.length]).join("");
  return word.replace(/(.{4})(?!$)/g, "$1-");
}

/** A password for somebody else: readable, for it is handed over. */
export function PasswordField({ form }: { form: Form<UserValues> }) {
  const t = useTranslations("settings");
  return (
    <FormField
      form={form}
      name="password"
      label={t("user_password")}
      help={t("user_password_help")}
      words={{ password_short: t("password_short"), too_small: t("password_short") }}
    >
      {(slots, value, set) => (
        <span className="flex gap-2">
          <Input
            {...slots}
            dir="ltr"
            className="text-start rtl:text-end"
            boxClass="flex-1"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            value={value}
            onChange={(event) => set(event.target.value)}
          />
          <Button icon={WandSparkles} onClick={() => set(makePassword())}>
            {t("password_make")}
          </Button>
        </span>
      )}
    </FormField>
  );
}
