"use client";
import { useTranslations } from "next-intl";
import { useMe } from "#trpc/me.tsx";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Ltr } from "#ui/ltr.tsx";
import { PersonFields } from "./person-fields.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";
import { checkPerson, personInput, valuesOf } from "./user-values.ts";

type Props = { user: User; acts: UserActs; onClose: () => void };

export function EditUserDialog({ user, acts, onClose }: Props) {
  const t = useTranslations("settings");
  const own = useMe().id === user.id;
  const form = useForm(valuesOf(user), {
    check: checkPerson,
    send: async (values) => {
      const role = values.role === user.role ? {} : { role: values.role };
      await acts.update.ask({ id: user.id, version: user.version, ...personInput(values), ...role });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={<bdi>{user.name}</bdi>}
      description={<Ltr>{user.username}</Ltr>}
      submit={t("save")}
      onClose={onClose}
    >
      <PersonFields form={form} own={own} />
    </FormDialog>
  );
}
