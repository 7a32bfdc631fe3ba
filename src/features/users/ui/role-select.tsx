"use client";
import { useTranslations } from "next-intl";
import { roles } from "#drizzle/values.ts";
import { isolate } from "#i18n/isolate.ts";
import { useMe } from "#trpc/me.tsx";
import { Select } from "#ui/select.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";

/** A colleague's role, changed at once. Nobody changes his own: he would be signed out by it. */
export function RoleSelect({ user, acts }: { user: User; acts: UserActs }) {
  const t = useTranslations("settings");
  const words = useTranslations("roles");
  const me = useMe();
  if (user.id === me.id || !user.is_active) return <span className="text-ink-2">{words(user.role)}</span>;
  return (
    <Select
      label={t("role_of", { name: isolate(user.name) })}
      look="filter"
      className="border-solid"
      value={user.role}
      onChange={(next) => {
        const role = roles.find((one) => one === next);
        if (role && role !== user.role) acts.giveRole(user, role);
      }}
      options={roles.map((role) => ({ value: role, label: words(role) }))}
    />
  );
}
