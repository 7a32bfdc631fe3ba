"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import type { Failure } from "#trpc/failure.ts";
import { useAct } from "#trpc/use-act.ts";
import type { Role, User } from "./types.ts";

/** What an admin does to a colleague's account. */
export function useUserActs() {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const refused = ({ reason }: Failure) => {
    if (reason === "last_admin") return { title: t("last_admin"), description: t("last_admin_help") };
    return reason === "yourself" ? { title: t("not_yourself") } : null;
  };
  const update = useAct(api.users.update, {
    parts: ["users", "staff"],
    show: ({ id, role }) => ({ id, change: role ? { role } : {} }),
    done: (user, input) =>
      input.role && input.name === undefined
        ? t("role_saved", { name: isolate(user.name), role: roles(user.role) })
        : t("user_saved", { name: isolate(user.name) }),
    refused: (failure, { name }) => refused(failure) ?? (name === undefined ? null : "quiet"),
  });
  const deactivate = useAct(api.users.deactivate, {
    parts: ["users", "staff"],
    done: (user) => t("deactivated", { name: isolate(user.name) }),
    undo: (user) => () => reactivate.run({ id: user.id, version: user.version }),
    refused,
  });
  const reactivate = useAct(api.users.reactivate, {
    parts: ["users", "staff"],
    done: (user) => t("reactivated", { name: isolate(user.name) }),
  });
  const reset = useAct(api.users.resetPassword, {
    parts: ["users"],
    done: (user) => t("reset_done", { name: isolate(user.name) }),
    refused: () => "quiet",
  });
  return {
    update,
    reset,
    giveRole: ({ id, version }: User, role: Role) => update.run({ id, version, role }),
    deactivate: ({ id, version }: User) => deactivate.run({ id, version }),
    reactivate: ({ id, version }: User) => reactivate.run({ id, version }),
    isBusy: ({ id }: User) => [update, deactivate, reactivate].some((act) => act.isBusyFor(id)),
  };
}

export type UserActs = ReturnType<typeof useUserActs>;
