"use client";
import { Banknote, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useEffect, useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";
import { cx } from "#ui/cx.ts";
import { Field } from "#ui/field.tsx";
import { readAmount } from "#ui/form/amount.ts";
import { Input } from "#ui/input.tsx";
import { popoverClass } from "#ui/popover-class.ts";
import { filterOff, filterOn } from "#ui/select-button.tsx";

type Props = { from: string; to: string; onType: (change: { from?: string; to?: string }) => void };

/** A span of prices in the company's currency, typed in any digits. */
export function PriceFilter({ from, to, onType }: Props) {
  const t = useTranslations("properties");
  const format = useFormat();
  const { currency } = useMe().company;
  const amount = (text: string) => format.money(text, currency);
  const isOn = from !== "" || to !== "";
  const words =
    from && to
      ? t("price_span", { from: format.number(Number(from)), to: amount(to) })
      : from
        ? t("price_from_of", { from: amount(from) })
        : to
          ? t("price_to_of", { to: amount(to) })
          : t("price");
  return (
    <Popover.Root>
      <Popover.Trigger
        className={cx(
          "touch inline-flex h-8 items-center gap-1.5 rounded-control border px-2.5 text-13 whitespace-nowrap transition-colors duration-120 ease-ui",
          isOn ? filterOn : filterOff,
        )}
      >
        <Banknote size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
        <span className="cut">{words}</span>
        <ChevronDown size={14} strokeWidth={1.75} className="ms-auto shrink-0 opacity-70" aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t("price")}
          className={popoverClass}
        >
          <div className="grid w-64 gap-3 p-3">
            <Amount label={t("price_from")} value={from} onType={(next) => onType({ from: next })} />
            <Amount label={t("price_to")} value={to} onType={(next) => onType({ to: next })} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Amount({ label, value, onType }: { label: string; value: string; onType: (value: string) => void }) {
  const forms = useTranslations("forms");
  const [text, setText] = useState(value);
  // Another address, such as by Back, is shown; what is only written differently stays as it was typed.
  useEffect(() => setText((typed) => ((readAmount(typed) ?? "") === value ? typed : value)), [value]);
  const isWrong = text.trim() !== "" && readAmount(text) === null;
  return (
    <Field label={label} error={isWrong ? forms("amount") : null}>
      {(slots) => (
        <Input
          {...slots}
          dir="ltr"
          inputMode="decimal"
          value={text}
          maxLength={24}
          onChange={(event) => {
            setText(event.target.value);
            const read = readAmount(event.target.value);
            if (read !== null || event.target.value.trim() === "") onType(read ?? "");
          }}
          className="text-start rtl:text-end"
        />
      )}
    </Field>
  );
}
