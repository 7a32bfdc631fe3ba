"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { roles } from "#drizzle/values.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { atMost, first, required } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { Select } from "#ui/select.tsx";
import { MadeKeyDialog } from "./made-key-dialog.tsx";
import type { CreatedApiKey } from "./types.ts";

const terms = ["30", "90", "365", "never"] as const;
type Values = { name: string; role: (typeof roles)[number]; term: (typeof terms)[number] };
const usual: Values = { name: "", role: "agent", term: "90" };
const day_ms = 86_400_000;

/** Makes a key, then shows it: the one time it can be read. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("settings");
  const role = useTranslations("roles");
  const [made, setMade] = useState<CreatedApiKey | null>(null);
  const create = useAct(api.apiKeys.create, { parts: ["apiKeys"], refused: () => "quiet" });
  const form = useForm(usual, {
    check: ({ name }) => ({ name: first(required(name), atMost(name, 80)) }),
    send: async ({ name, role, term }) => {
      const expires_at = term === "never" ? null : new Date(Date.now() + Number(term) * day_ms).toISOString();
      setMade(await create.ask({ name, role, expires_at }));
    },
  });
  if (made) return <MadeKeyDialog made={made} onClose={onClose} />;
  return (
    <FormDialog form={form} title={t("keys_new")} submit={t("key_make")} onClose={onClose}>
      <FormField form={form} name="name" label={t("key_name")} help={t("key_name_help")}>
        {(slots, value, set) => (
          <Input {...slots} autoComplete="off" value={value} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
      <FormField form={form} name="role" label={t("key_role")} help={t(`role_help_${form.values.role}`)}>
        {(slots, value, set) => (
          <Select
            {...slots}
            label={t("key_role")}
            value={value}
            onChange={(next) => set(roles.find((one) => one === next) ?? value)}
            options={roles.map((one) => ({ value: one, label: role(one) }))}
          />
        )}
      </FormField>
      <FormField form={form} name="term" label={t("key_expiry")}>
        {(slots, value, set) => (
          <Select
            {...slots}
            label={t("key_expiry")}
            value={value}
            onChange={(next) => set(terms.find((one) => one === next) ?? value)}
            options={terms.map((term) => ({ value: term, label: t(`expiry_${term}`) }))}
          />
        )}
      </FormField>
    </FormDialog>
  );
}
