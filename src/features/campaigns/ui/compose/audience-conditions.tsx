"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { customer_stages } from "#drizzle/values.ts";
import { api } from "#trpc/api.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { DateField } from "#ui/form/date-field.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { Select } from "#ui/select.tsx";
import type { Values } from "./values.ts";

const PropertyPicker = dynamic(() =>
  import("#features/shell/ui/pickers/property-picker.tsx").then((part) => part.PropertyPicker),
);
const anyone = "anyone";

/** Each condition narrows the audience; one left empty asks nothing. */
export function AudienceConditions({ form }: { form: Form<Values> }) {
  const t = useTranslations("campaigns");
  const { data } = api.staff.list.useQuery({}, { staleTime: 300_000 });
  return (
    <section aria-labelledby="who" className="grid grid-cols-[minmax(0,1fr)] gap-4 border-line border-t pt-5">
      <div>
        <h2 id="who" className="font-semibold text-14">
          {t("who")}
        </h2>
        <p className="text-13 text-muted">{t("who_help")}</p>
      </div>
      <Stages form={form} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
        <FormField form={form} name="owner_id" label={t("aud_owner")} optional>
          {(slots, value, set) => (
            <Select
              id={slots.id}
              label={t("aud_owner")}
              value={value || anyone}
              onChange={(next) => set(next === anyone ? "" : next)}
              className="w-full"
              options={[
                { value: anyone, label: t("aud_anyone") },
                { value: "none", label: t("aud_unowned") },
                ...(data?.staff ?? []).map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> })),
              ]}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="last_contact_before"
          label={t("last_contact_before")}
          help={t("last_contact_help")}
          optional
        >
          {(slots, value, set) => <DateField {...slots} value={value} onChange={set} />}
        </FormField>
        <FormField form={form} name="created_from" label={t("created_from")} optional>
          {(slots, value, set) => <DateField {...slots} value={value} onChange={set} />}
        </FormField>
        <FormField form={form} name="created_to" label={t("created_to")} optional>
          {(slots, value, set) => <DateField {...slots} value={value} onChange={set} />}
        </FormField>
        <FormField form={form} name="property" label={t("aud_property")} help={t("property_help")} optional>
          {(slots, value, set) => <PropertyPicker {...slots} value={value} onChange={set} />}
        </FormField>
        <FormField form={form} name="district" label={t("aud_district")} help={t("district_help")} optional>
          {(slots, value, set) => (
            <Input {...slots} value={value} maxLength={120} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
      </div>
    </section>
  );
}

function Stages({ form: { values, set } }: { form: Form<Values> }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const id = useId();
  const toggle = (stage: Values["stages"][number]) =>
    set(
      "stages",
      customer_stages.filter((one) => values.stages.includes(one) !== (one === stage)),
    );
  return (
    <fieldset data-field="stages">
      <legend className="mb-1.5 font-medium text-13">{t("aud_stages")}</legend>
      <div className="grid grid-cols-2 gap-x-4 md:grid-cols-4">
        {customer_stages.map((stage) => (
          <label
            key={stage}
            htmlFor={`${id}-${stage}`}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 text-13 pointer-coarse:min-h-11"
          >
            <Checkbox
              id={`${id}-${stage}`}
              label={words(`stage_${stage}`)}
              checked={values.stages.includes(stage)}
              onChange={() => toggle(stage)}
            />
            {words(`stage_${stage}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
