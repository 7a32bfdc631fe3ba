"use client";
import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { useMay } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { AskedAbout } from "./asked-about.tsx";
import { MoveMenu } from "./move-menu.tsx";
import { Owner } from "./owner.tsx";
import { StageMark } from "./stage-mark.tsx";
import type { Customer, Listed } from "./types.ts";
import type { Move } from "./use-move.ts";

export function useCustomerLead(): (customer: Customer) => Lead {
  const format = useFormat();
  return ({ name, phone }) => ({
    mark: <PersonMark name={name} />,
    title: name,
    under: <Ltr>{format.phone(phone)}</Ltr>,
  });
}

export function useCustomerColumns(onMove: Move): readonly Column<Listed>[] {
  const t = useTranslations("customers");
  const format = useFormat();
  const ago = useAgo();
  const writes = useMay("customers.write");
  return [
    {
      id: "stage",
      head: t("col_stage"),
      width: "w-46",
      card: "end",
      cell: (customer) => (
        <span className="flex items-center gap-1">
          <StageMark stage={customer.stage} />
          {writes ? (
            <span className="opacity-0 transition-opacity duration-120 group-focus-within:opacity-100 group-hover:opacity-100 has-[[data-state=open]]:opacity-100 pointer-coarse:opacity-100 max-md:hidden">
              <MoveMenu
                customer={customer}
                onMove={onMove}
                trigger={
                  <IconButton label={t("move_of", { name: isolate(customer.name) })} icon={ArrowLeftRight} size="sm" />
                }
              />
            </span>
          ) : null}
        </span>
      ),
    },
    { id: "owner", head: t("col_owner"), cell: ({ owner }) => <Owner owner={owner} />, width: "w-44", from: "2xl" },
    {
      id: "contact",
      head: t("col_contact"),
      width: "w-36",
      from: "4xl",
      card: "line",
      cell: ({ last_contact_at }) =>
        last_contact_at ? (
          <span className="text-ink-2">
            <span className="text-muted md:hidden">{t("col_contact")} </span>
            {ago(last_contact_at)}
          </span>
        ) : (
          <span className="text-muted">{t("no_contact")}</span>
        ),
    },
    {
      id: "asked",
      head: t("asked_about"),
      cell: ({ asked_about }) => <AskedAbout listing={asked_about} />,
      from: "5xl",
    },
    {
      id: "came",
      head: t("col_came"),
      width: "w-34",
      from: "4xl",
      cell: ({ created_at }) => (
        <span className="text-ink-2">{format.day(created_at, { weekday: false, year: true })}</span>
      ),
    },
  ];
}
