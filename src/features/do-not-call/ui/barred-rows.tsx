"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate, isolateLtr } from "#i18n/isolate.ts";
import { Button } from "#ui/button.tsx";
import { focusRow } from "#ui/list/split-view.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Barred } from "./types.ts";

const UnbarDialog = dynamic(() => import("./unbar-dialog.tsx").then((part) => part.UnbarDialog));

export function BarredRows({ numbers }: { numbers: readonly Barred[] }) {
  const t = useTranslations("calling");
  const [removing, setRemoving] = useState<Barred | null>(null);
  const close = () => setRemoving(null);
  // The row goes, and the keyboard to the one beside it.
  const leave = () => {
    const at = numbers.findIndex(({ phone }) => phone === removing?.phone);
    close();
    focusRow((numbers[at + 1] ?? numbers[at - 1])?.phone ?? null);
  };
  return (
    <>
      <ul aria-label={t("barred_list")} className="border-line border-t">
        {numbers.map((number) => (
          <BarredRow key={number.phone} number={number} onRemove={() => setRemoving(number)} />
        ))}
      </ul>
      {removing ? <UnbarDialog number={removing} onClose={close} onDone={leave} /> : null}
    </>
  );
}

/** A number, why it is here, and who listed it when. */
function BarredRow({ number, onRemove }: { number: Barred; onRemove: () => void }) {
  const t = useTranslations("calling");
  const format = useFormat();
  const { phone, reason, created_by, created_at } = number;
  const when = format.day(created_at, { weekday: false, year: true });
  return (
    <li className="grid min-h-14.5 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 text-13 last:border-b-0 md:grid-cols-[11rem_minmax(0,1fr)_auto]">
      <p className="font-semibold text-14">
        <Ltr>{format.phone(phone)}</Ltr>
      </p>
      <div className="min-w-0 max-md:order-last max-md:col-span-2">
        {reason === null ? (
          <p className="text-muted">{t("barred_no_reason")}</p>
        ) : (
          // It stands at the page's start, and reads in its own direction.
          <p className="flex">
            <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
              {reason === "asked_in_conversation" ? t("barred_asked") : reason}
            </span>
          </p>
        )}
        <p className="text-12 text-muted">
          {created_by ? t("barred_by", { name: isolate(created_by.name), when }) : t("barred_by_system", { when })}
        </p>
      </div>
      <Button
        size="sm"
        tone="danger"
        data-row={phone}
        onClick={onRemove}
        aria-label={t("barred_remove_of", { phone: isolateLtr(format.phone(phone)) })}
      >
        {t("barred_remove")}
      </Button>
    </li>
  );
}
