"use client";
import { UserRound, UserRoundMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { api } from "#trpc/api.ts";
import { roleMay } from "#trpc/may.ts";
import { useMe } from "#trpc/me.tsx";
import { Menu, MenuItem, MenuLine } from "#ui/menu.tsx";
import type { Pressable } from "#ui/pressable.ts";
import type { Colleague } from "./use-ticket-acts.ts";

type Props = {
  trigger: ReactElement<Pressable>;
  /** Whose it is now, who is left out; null offers nobody's place to no one. */
  owner_id?: string | null;
  onAssign: (to: Colleague | null) => void;
  side?: "top" | "bottom";
  align?: "start" | "end";
};

/** Colleagues who may work on tickets; the person who asks comes first. */
export function AssignMenu({ trigger, owner_id = null, onAssign, side = "bottom", align = "end" }: Props) {
  const t = useTranslations("tickets");
  const me = useMe();
  const { data } = api.staff.list.useQuery({}, { staleTime: 300_000 });
  const others = (data?.staff ?? []).filter(
    ({ id, role }) => id !== me.id && id !== owner_id && roleMay(role, "tickets.read"),
  );
  return (
    <Menu trigger={trigger} side={side} align={align}>
      {owner_id === me.id ? null : (
        <MenuItem icon={UserRound} onSelect={() => onAssign(me)}>
          {t("assign_me")}
        </MenuItem>
      )}
      {others.map(({ id, name }) => (
        <MenuItem key={id} icon={UserRound} onSelect={() => onAssign({ id, name })}>
          <bdi>{name}</bdi>
        </MenuItem>
      ))}
      {owner_id ? (
        <>
          <MenuLine />
          <MenuItem icon={UserRoundMinus} onSelect={() => onAssign(null)}>
            {t("assign_none")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
