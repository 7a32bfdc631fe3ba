"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { RecipientStatusChip, useReason } from "./recipient-status.tsx";
import type { Recipient } from "./types.ts";

export function useRecipientLead(): (recipient: Recipient) => Lead {
  const format = useFormat();
  return ({ customer, phone }) => ({
    mark: <PersonMark name={customer?.name ?? "؟"} />,
    title: customer ? customer.name : <Ltr>{format.phone(phone)}</Ltr>,
    under: customer ? <Ltr>{format.phone(phone)}</Ltr> : null,
  });
}

export function useRecipientColumns(): readonly Column<Recipient>[] {
  const t = useTranslations("campaigns");
  const format = useFormat();
  const ago = useAgo();
  const reasonOf = useReason();
  const tries = ({ attempts, last_attempt_at, next_attempt_at, reason, conversation_id }: Recipient) => (
    <span className="grid gap-0.5">
      <span>
        {attempts > 0 ? t("attempts", { count: attempts }) : null}
        {last_attempt_at ? <span className="text-muted"> · {ago(last_attempt_at)}</span> : null}
      </span>
      {reason ? (
        <small className="block text-12 text-muted">
          <CutText>{reasonOf(reason)}</CutText>
        </small>
      ) : null}
      {next_attempt_at ? (
        <small className="cut text-12 text-muted">
          {t("next_attempt", { at: format.dayTime(next_attempt_at, { weekday: false }) })}
        </small>
      ) : null}
      {conversation_id ? (
        <Link
          href={`/conversations/${conversation_id}`}
          prefetch={false}
          className="relative z-[1] w-fit rounded-[4px] text-12 text-accent-text hover:underline hover:underline-offset-4 pointer-coarse:py-3"
        >
          {t("open_conversation")}
        </Link>
      ) : null}
    </span>
  );
  return [
    { id: "tries", head: t("col_tries"), cell: tries, card: "line" },
    {
      id: "outcome",
      head: t("outcome"),
      width: "w-42",
      card: "end",
      cell: ({ status }) => <RecipientStatusChip status={status} />,
    },
  ];
}
