"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { TimeField } from "#ui/form/time-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { Switch } from "#ui/switch.tsx";
import { HolidayFields } from "./holiday-fields.tsx";
import { isWider } from "./limits.ts";
import { limitsOf, type Values } from "./rule-values.ts";
import type { CountryRule } from "./types.ts";
import { useRuleWords } from "./use-rule-words.ts";

/** Each limit, with what is usual in the country beside it. */
export function RuleFields({ form, rule }: { form: Form<Values>; rule: CountryRule }) {
  const t = useTranslations("calling");
  const words = useRuleWords();
  const format = useFormat();
  const { usual } = rule;
  const usualValue = (value: string) => t("usual_value", { value });
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <FormField form={form} name="from_time" label={t("from")} help={usualValue(words.clock(usual.from_time))}>
          {(slots, value, set) => <TimeField {...slots} value={value} onChange={set} />}
        </FormField>
        <FormField
          form={form}
          name="to_time"
          label={t("to")}
          help={t("to_help", { value: words.clock(usual.to_time) })}
          words={{ ends_before_start: t("to_order") }}
        >
          {(slots, value, set) => <TimeField {...slots} value={value} onChange={set} />}
        </FormField>
        {(["per_day", "per_week"] as const).map((span) => (
          <FormField
            key={span}
            form={form}
            name={`unanswered_${span}`}
            label={t(span)}
            help={usualValue(format.number(usual[`unanswered_${span}`]))}
            words={{ range: t(`${span}_range`) }}
          >
            {(slots, value, set) => (
              <Input
                {...slots}
                dir="ltr"
                inputMode="numeric"
                autoComplete="off"
                className="text-start rtl:text-end"
                value={value}
                onChange={(event) => set(event.target.value)}
              />
            )}
          </FormField>
        ))}
      </div>
      <div className="flex items-center gap-3">
        <Switch
          label={t("weekend")}
          checked={form.values.on_weekend}
          onChange={(on_weekend) => form.set("on_weekend", on_weekend)}
        />
        <div aria-hidden>
          <p className="font-medium text-13">{t("weekend")}</p>
          <p className="text-12 text-muted">{words.weekend(rule)}</p>
        </div>
      </div>
      <HolidayFields form={form} />
      {isWider(limitsOf(form.values), usual) ? (
        <p
          role="status"
          className="flex items-start gap-2.5 rounded-control bg-pending-soft px-3 py-2.5 text-13 text-pending"
        >
          <TriangleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
          {t("laxer")}
        </p>
      ) : null}
    </>
  );
}
