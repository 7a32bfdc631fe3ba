"use client";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { useRef, useState } from "react";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { Button } from "#ui/button.tsx";
import { cx } from "#ui/cx.ts";
import { Dialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { TextArea } from "#ui/input.tsx";
import type { Booking } from "./types.ts";

const ready = {
  reject: ["unavailable", "no_staff", "outside_hours", "incomplete"],
  cancel: ["customer_withdrew", "customer_absent", "listing_withdrawn", "staff_prevented"],
} as const;
const longest = 500;

type Props = {
  act: keyof typeof ready;
  booking: Booking;
  onClose: () => void;
  onAnswer: (reason: string) => void;
};

/** Asks why: four ready reasons and room for words. A rejection needs one; the customer's history shows it. */
export function ReasonDialog({ act, booking, onClose, onAnswer }: Props) {
  const t = useTranslations("bookings");
  const ui = useTranslations("ui");
  const format = useFormat();
  const title = usePropertyTitle();
  const [choice, setChoice] = useState("");
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);

  const choices = ready[act];
  const chosen = choices.find((key) => key === choice);
  const reason = [chosen ? t(`reason_${chosen}`) : "", words.trim()]
    .filter(Boolean)
    .join(t("reason_joint"))
    .slice(0, longest);
  const isMissing = act === "reject" && !reason;
  const submit = () => {
    setAsked(true);
    if (isMissing) return box.current?.focus();
    onAnswer(reason);
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      first={first}
      title={t(`${act}_title`)}
      description={
        <>
          <bdi>{booking.customer.name}</bdi> · {title(booking.property)} · {format.dayTime(booking.starts_at)}
        </>
      }
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button tone="loss" onClick={submit}>
            {t(`${act}_confirm`)}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <RadioGroup.Root aria-label={t(`${act}_why`)} value={choice} onValueChange={setChoice} className="grid gap-2">
          {choices.map((key, at) => (
            <RadioGroup.Item
              key={key}
              ref={at === 0 ? first : null}
              value={key}
              className={cx(
                "group flex min-h-10 items-center gap-2.5 rounded-control border px-3 text-start text-14 transition-colors duration-120 pointer-coarse:min-h-11",
                choice === key ? "border-accent bg-accent-soft text-accent-text" : "border-line-strong hover:bg-hover",
              )}
            >
              <span className="grid size-4 shrink-0 place-items-center rounded-full border border-line-control bg-raised group-data-[state=checked]:border-accent">
                <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
              </span>
              {t(`reason_${key}`)}
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
        <Field label={t("reason_words")} help={t(`${act}_help`)} error={asked && isMissing ? t("reject_need") : null}>
          {(slots) => (
            <TextArea
              {...slots}
              ref={box}
              value={words}
              maxLength={300}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
