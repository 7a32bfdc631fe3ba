"use client";
import { FileText, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Spent } from "#features/shell/ui/answer-facts.tsx";
import { useMay } from "#trpc/me.tsx";
import type { Talk } from "./talk.ts";

const linkClass =
  "inline-flex min-h-6 min-w-0 items-center gap-1.5 rounded-chip font-medium text-accent-text hover:underline hover:underline-offset-4 pointer-coarse:min-h-11";

/** Where the talk is kept, whose it is, and what it has cost; nothing before it begins. */
export function TalkStrip({ talk: { id, customer, totals } }: { talk: Talk }) {
  const t = useTranslations("playground");
  const mayOpen = useMay("customers.read");
  if (id === null) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 border-line border-b bg-sunken px-4 py-1.5 text-12 md:px-5">
      <Link href={`/conversations/${id}`} className={linkClass}>
        <FileText size={13} strokeWidth={1.75} className="shrink-0" aria-hidden />
        {t("open_saved")}
      </Link>
      {customer ? (
        mayOpen ? (
          <Link href={`/customers/${customer.id}`} className={linkClass}>
            <UserRound size={13} strokeWidth={1.75} className="shrink-0" aria-hidden />
            <bdi className="cut">{customer.name}</bdi>
          </Link>
        ) : (
          <span className="inline-flex min-w-0 items-center gap-1.5">
            <UserRound size={13} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden />
            <bdi className="cut">{customer.name}</bdi>
          </span>
        )
      ) : null}
      {totals ? (
        <span className="ms-auto text-muted">
          {t("totals")}{" "}
          <span className="text-ink-2">
            <Spent tokens={totals.prompt_tokens + totals.completion_tokens} cost_usd_micros={totals.cost_usd_micros} />
          </span>
        </span>
      ) : null}
    </div>
  );
}
