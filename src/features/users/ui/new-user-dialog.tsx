"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { first, required } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { checkPassword, PasswordField } from "./password-field.tsx";
import { PersonFields } from "./person-fields.tsx";
import { checkPerson, nobody, personInput } from "./user-values.ts";

const shape = (username: string) => (/^[a-z0-9._-]{3,64}$/.test(username.trim()) ? null : "username_shape");

export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("settings");
  const create = useAct(api.users.create, {
    parts: ["users", "staff"],
    done: (user) => t.rich("user_added", { name: user.name, bdi: (chunks) => <bdi>{chunks}</bdi> }),
    refused: () => "quiet",
  });
  const form = useForm(nobody, {
    check: (values) => ({
      ...checkPerson(values),
      username: first(required(values.username), shape(values.username)),
      password: checkPassword(values.password),
    }),
    reasons: { username_taken: "username" },
    send: async (values) => {
      const { username, role, password } = values;
      await create.ask({ ...personInput(values), username: username.trim(), role, password });
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t("users_new")} submit={t("user_add")} onClose={onClose}>
      <PersonFields form={form} own={false} />
      <FormField
        form={form}
        name="username"
        label={t("user_username")}
        help={t("user_username_help")}
        words={{
          username_shape: t("user_username_shape"),
          invalid_format: t("user_username_shape"),
          username_taken: t("user_username_taken"),
        }}
      >
        {(slots, value, set) => (
          <Input
            {...slots}
            dir="ltr"
            className="text-start rtl:text-end"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onChange={(event) => set(event.target.value.toLowerCase())}
          />
        )}
      </FormField>
      <PasswordField form={form} />
    </FormDialog>
  );
}
