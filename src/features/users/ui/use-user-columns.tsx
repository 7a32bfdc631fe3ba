"use client";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { useMe } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { StatusChip } from "#ui/chip.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { useNow } from "#ui/now.tsx";
import { RoleSelect } from "./role-select.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";
import { type Ask, UserMenu } from "./user-menu.tsx";

const online_ms = 120_000;

export function useUserLead(): (user: User) => Lead {
  const t = useTranslations("settings");
  const me = useMe();
  return ({ id, name, username }) => ({
    mark: <PersonMark name={name} kind="staff" />,
    title:
      id === me.id ? (
        <>
          {name} <small className="font-normal text-12 text-muted">({t("you")})</small>
        </>
      ) : (
        name
      ),
    under: <Ltr>{username}</Ltr>,
  });
}

export function useUserColumns({ acts, ask }: { acts: UserActs; ask: Ask }): readonly Column<User>[] {
  const t = useTranslations("settings");
  const ago = useAgo();
  const now = useNow();
  const seen = ({ last_seen_at }: User) => {
    if (!last_seen_at) return <span className="text-muted">{t("seen_never")}</span>;
    return now - Date.parse(last_seen_at) < online_ms ? (
      <span className="text-approved">{t("seen_online")}</span>
    ) : (
      <span className="text-ink-2">{ago(last_seen_at)}</span>
    );
  };
  return [
    { id: "role", head: t("col_role"), width: "w-52", cell: (user) => <RoleSelect user={user} acts={acts} /> },
    { id: "seen", head: t("col_seen"), width: "w-36", from: "2xl", cell: seen },
    {
      id: "state",
      head: t("col_state"),
      width: "w-28",
      from: "2xl",
      card: "end",
      cell: ({ is_active }) => (
        <StatusChip status={is_active ? "approved" : "paused"}>
          {t(is_active ? "state_active" : "state_inactive")}
        </StatusChip>
      ),
    },
    {
      id: "acts",
      head: <span className="sr-only">{t("col_acts")}</span>,
      width: "w-18",
      end: true,
      cell: (user) => <UserMenu user={user} acts={acts} ask={ask} />,
    },
  ];
}
