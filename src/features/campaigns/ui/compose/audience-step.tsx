"use client";
import { useTranslations } from "next-intl";
import { MachineMark } from "#ui/avatar.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { Input } from "#ui/input.tsx";
import { AudienceConditions } from "./audience-conditions.tsx";
import { ChoiceCards } from "./choice-cards.tsx";
import { ReachPanel } from "./reach-panel.tsx";
import type { Compose } from "./use-compose.ts";
import { audienceOf } from "./values.ts";

export function AudienceStep({ compose: { form, draft } }: { compose: Compose }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="grid max-w-160 grid-cols-[minmax(0,1fr)] content-start gap-5">
        <FormField form={form} name="name" label={t("name")} help={t("name_help")}>
          {(slots, value, set) => (
            <Input {...slots} value={value} maxLength={200} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
        <ChoiceCards
          label={t("type")}
          value={form.values.type}
          onChange={(type) => form.set("type", type)}
          fixed={draft ? t("type_fixed") : null}
          options={(["voice", "chat"] as const).map((type) => ({
            value: type,
            title: words(`campaign_${type}`),
            help: t(`${type}_help`),
            mark: <MachineMark kind={type} />,
          }))}
        />
        <AudienceConditions form={form} />
      </div>
      <div className="lg:sticky lg:top-0 lg:self-start">
        <ReachPanel audience={audienceOf(form.values)} />
      </div>
    </div>
  );
}
