"use client";
import { UserPlus, Users } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { RecordList } from "#ui/list/record-list.tsx";
import { focusRow } from "#ui/list/split-view.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { Segment } from "#ui/segment.tsx";
import { filterParsers, listInput, usersHref } from "./filters.ts";
import { useUserActs } from "./use-user-acts.ts";
import { useUserColumns, useUserLead } from "./use-user-columns.tsx";
import { useUserPages } from "./use-user-pages.ts";
import { UserCardFoot } from "./user-card-foot.tsx";
import type { Asked } from "./user-dialogs.tsx";
import type { Ask } from "./user-menu.tsx";

const UserDialogs = dynamic(() => import("./user-dialogs.tsx").then((part) => part.UserDialogs));

/** Who may sign in, and as what. */
export function UsersScreen() {
  const t = useTranslations("settings");
  const { filters, set, show } = useListState(filterParsers, ["user"]);
  const list = useUserPages(listInput(filters));
  const rows = list.data?.pages.flatMap((page) => page.users) ?? [];
  const acts = useUserActs();
  const [asked, setAsked] = useState<Asked | null>(null);
  const edited = rows.find(({ id }) => id === filters.user);
  const ask: Ask = (act, user) => (act === "edit" ? show({ user: user.id }) : setAsked({ act, user }));
  const close = () => {
    const opener = filters.user ?? asked?.user?.id ?? null;
    setAsked(null);
    if (filters.user) show({ user: null });
    focusRow(opener);
  };
  const columns = useUserColumns({ acts, ask });
  const lead = useUserLead();
  const open = edited ? { act: "edit" as const, user: edited } : asked;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Toolbar
        end={
          <Button tone="primary" icon={UserPlus} onClick={() => setAsked({ act: "new" })}>
            {t("users_new")}
          </Button>
        }
      >
        <Segment
          label={t("users_state")}
          value={filters.state}
          onChange={(state) => set({ state })}
          options={[
            { value: "active", label: t("users_active") },
            { value: "inactive", label: t("users_inactive") },
          ]}
        />
      </Toolbar>
      <ListFrame
        pages={list}
        count={rows.length}
        skeleton={<ListSkeleton />}
        empty={
          <Empty icon={Users} title={t("users_none")}>
            {t("users_none_help")}
          </Empty>
        }
      >
        <RecordList
          label={t("users_list")}
          rows={rows}
          head={t("col_user")}
          lead={lead}
          columns={columns}
          href={(user) => usersHref({ ...filters, user: user.id })}
          name={(user) => user.name}
          onOpen={(user) => show({ user })}
          open={filters.user}
          foot={(user) => <UserCardFoot user={user} acts={acts} ask={ask} />}
        />
      </ListFrame>
      {open ? <UserDialogs asked={open} acts={acts} onClose={close} /> : null}
    </div>
  );
}
