"use client";
import { useTranslations } from "next-intl";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { checkPassword, PasswordField } from "./password-field.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";
import { valuesOf } from "./user-values.ts";

type Props = { user: User; acts: UserActs; onClose: () => void };

export function ResetPasswordDialog({ user, acts, onClose }: Props) {
  const t = useTranslations("settings");
  const form = useForm(valuesOf(user), {
    check: ({ password }) => ({ password: checkPassword(password) }),
    send: async ({ password }) => {
      await acts.reset.ask({ id: user.id, password });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t.rich("reset_title", { name: user.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      description={t("reset_help")}
      submit={t("reset_submit")}
      onClose={onClose}
    >
      <PasswordField form={form} />
    </FormDialog>
  );
}
