"use client";
import { MessageCircleQuestion } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActorMark } from "#features/shell/ui/actor-mark.tsx";
import { useAgo } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Block } from "#ui/block.tsx";
import { Count } from "#ui/count.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Inquirer } from "./types.ts";
import { useInquirerPages } from "./use-property-pages.ts";

/** Which customers asked about the listing, whoever asked last first. */
export function InquirerList({ id, total }: { id: string; total: number | undefined }) {
  const t = useTranslations("properties");
  const format = useFormat();
  const list = useInquirerPages(id);
  const rows = list.data?.pages.flatMap((page) => page.inquirers) ?? [];
  return (
    <Block title={t("inquirers")} mark={total ? <Count tone="filled">{format.number(total)}</Count> : null}>
      <ListFrame
        pages={list}
        count={rows.length}
        skeleton={<ListSkeleton />}
        empty={
          <Empty icon={MessageCircleQuestion} title={t("inquirers_none")}>
            {t("inquirers_none_help")}
          </Empty>
        }
        end={null}
      >
        <ul aria-label={t("inquirers")}>
          {rows.map((inquirer) => (
            <InquirerLine key={inquirer.customer.id} inquirer={inquirer} />
          ))}
        </ul>
      </ListFrame>
    </Block>
  );
}

const link =
  "inline-flex min-h-6 items-center rounded-[4px] text-12 text-accent-text hover:underline hover:underline-offset-4 pointer-coarse:min-h-11";

function InquirerLine({ inquirer }: { inquirer: Inquirer }) {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const format = useFormat();
  const ago = useAgo();
  const { customer, asked_at, times, source, conversation_id, booking } = inquirer;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 gap-y-2 border-line border-t px-4 py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,190px)_170px]">
      <span className="flex min-w-0 items-center gap-2.5">
        <PersonMark name={customer.name} />
        <span className="min-w-0">
          <Link
            href={`/customers/${customer.id}`}
            prefetch={false}
            className="block rounded-[4px] font-semibold text-14 hover:underline hover:underline-offset-4"
          >
            <CutText>{customer.name}</CutText>
          </Link>
          <small className="block text-12 text-muted">
            <Ltr>{format.phone(customer.phone)}</Ltr> · {words(`stage_${customer.stage}`)}
          </small>
        </span>
      </span>
      <span className="flex min-w-0 items-center gap-2.5 text-13">
        <ActorMark actor={source} size="sm" name={words(`actor_${source}`)} />
        <span className="min-w-0">
          <span className="block">{t(booking ? "asked_viewing" : "asked", { count: times })}</span>
          <small className="block text-12 text-muted">
            {words(`actor_${source}`)} · {ago(asked_at)}
          </small>
        </span>
      </span>
      <span className="flex flex-wrap gap-x-3 empty:hidden md:justify-end">
        {booking ? (
          <Link href={`/bookings?booking=${booking.id}&when=all`} prefetch={false} className={link}>
            <Ltr>{booking.reference}</Ltr>
          </Link>
        ) : null}
        {conversation_id ? (
          <Link href={`/conversations/${conversation_id}`} prefetch={false} className={link}>
            {t("open_conversation")}
          </Link>
        ) : null}
      </span>
    </li>
  );
}
