"use client";
import { Ellipsis, KeyRound, Pencil, UserCheck, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { useMe } from "#trpc/me.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#ui/menu.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";
import type { Asked } from "./user-dialogs.tsx";

export type Ask = (act: Exclude<Asked["act"], "new">, user: User) => void;

export function UserMenu({ user, acts, ask }: { user: User; acts: UserActs; ask: Ask }) {
  const t = useTranslations("settings");
  const me = useMe();
  return (
    <Menu
      trigger={
        <IconButton label={t("acts_for", { name: isolate(user.name) })} icon={Ellipsis} busy={acts.isBusy(user)} />
      }
    >
      <MenuItem icon={Pencil} onSelect={() => ask("edit", user)}>
        {t("user_edit")}
      </MenuItem>
      {user.id === me.id ? null : (
        <>
          <MenuItem icon={KeyRound} onSelect={() => ask("reset", user)}>
            {t("user_reset")}
          </MenuItem>
          <MenuLine />
          {user.is_active ? (
            <MenuItem icon={UserX} tone="danger" onSelect={() => ask("deactivate", user)}>
              {t("user_deactivate")}
            </MenuItem>
          ) : (
            <MenuItem icon={UserCheck} onSelect={() => acts.reactivate(user)}>
              {t("user_reactivate")}
            </MenuItem>
          )}
        </>
      )}
    </Menu>
  );
}
