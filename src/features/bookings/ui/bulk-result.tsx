"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { useClashWords } from "./clash-words.ts";
import { useDecision } from "./decision.ts";
import type { ApprovedBookings } from "./types.ts";

type Failed = ApprovedBookings["failed"][number];

/** "تم اعتماد 3، وتعذّر اثنان", and below it each that was not approved with its reason. */
export function BulkResult({ result, onClose }: { result: ApprovedBookings; onClose: () => void }) {
  const t = useTranslations("bookings");
  const ui = useTranslations("ui");
  const format = useFormat();
  const reasonOf = useReason();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("bulk_partly", { done: result.done.length, failed: result.failed.length })}
      actions={<Button onClick={onClose}>{ui("close")}</Button>}
    >
      <ul className="grid">
        {result.failed.map((failed) => (
          <li key={failed.id} className="border-line border-b py-2.5 text-13 last:border-b-0">
            {failed.booking ? (
              <p className="flex items-baseline justify-between gap-3">
                <bdi className="font-semibold text-14">{failed.booking.customer.name}</bdi>
                <span className="shrink-0 text-12 text-muted">{format.dayTime(failed.booking.starts_at)}</span>
              </p>
            ) : null}
            <p className="text-rejected">{reasonOf(failed)}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function useReason() {
  const t = useTranslations("bookings");
  const clashWords = useClashWords();
  const decision = useDecision();
  return ({ reason, booking, clash }: Failed): string => {
    if (clash) return clashWords(clash);
    if (reason === "not_found") return t("gone");
    if (reason === "already_decided") return (booking && decision(booking)) ?? t("conflict");
    return t(reason, { name: isolate(booking?.staff?.name ?? "") });
  };
}
