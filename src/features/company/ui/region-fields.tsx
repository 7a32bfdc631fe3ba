"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { createFormat } from "#i18n/format.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { currencies } from "#lib/money.ts";
import { isTimezone, timezones } from "#lib/time.ts";
import { Block } from "#ui/block.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useNow } from "#ui/now.tsx";
import { Segment } from "#ui/segment.tsx";
import { Select } from "#ui/select.tsx";
import type { Values } from "./values.ts";

export function RegionFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  const ui = useTranslations("ui");
  return (
    <Block title={t("company_region")}>
      <div className="grid gap-4 border-line border-t px-4 py-4 md:grid-cols-2">
        <FormField form={form} name="locale" label={t("company_locale")} help={t("company_locale_help")}>
          {(_, value, set) => (
            <span>
              <Segment
                label={t("company_locale")}
                value={value}
                onChange={set}
                options={[
                  { value: "ar", label: ui("arabic") },
                  { value: "en", label: ui("english") },
                ]}
              />
            </span>
          )}
        </FormField>
        <FormField form={form} name="digits" label={ui("digits")} help={t("company_digits_help")}>
          {(_, value, set) => (
            <span>
              <Segment
                label={ui("digits")}
                value={value}
                onChange={set}
                options={[
                  { value: "latn", label: ui("digits_latn") },
                  { value: "arab", label: ui("digits_arab") },
                ]}
              />
            </span>
          )}
        </FormField>
        <TimezoneField form={form} />
        <FormField form={form} name="currency" label={t("company_currency")} help={t("company_currency_help")}>
          {({ id }, value, set) => (
            <Select
              id={id}
              label={t("company_currency")}
              className="w-full"
              value={value}
              onChange={(next) => set(currencies.find((code) => code === next) ?? value)}
              options={currencies.map((code) => ({
                value: code,
                label: (
                  <>
                    {t(`currency_${code}`)} <Ltr className="text-muted">{code}</Ltr>
                  </>
                ),
              }))}
            />
          )}
        </FormField>
      </div>
    </Block>
  );
}

function TimezoneField({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  const { locale, digits } = useFormat();
  const now = useNow();
  // Browser and server know different lists: it is made when it is first needed, not printed.
  const [zones, setZones] = useState<readonly string[]>([]);
  const { timezone } = form.values;
  const time = isTimezone(timezone) ? createFormat({ locale, digits, time_zone: timezone }).time(now) : null;
  return (
    <FormField
      form={form}
      name="timezone"
      label={t("company_timezone")}
      help={time ? t("company_timezone_help", { time }) : null}
      words={{ unknown_timezone: t("company_timezone_unknown") }}
    >
      {(slots, value, set) => (
        <>
          <Input
            {...slots}
            dir="ltr"
            list="timezones"
            className="text-start rtl:text-end"
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onFocus={() => setZones(timezones())}
            onChange={(event) => set(event.target.value)}
          />
          <datalist id="timezones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
