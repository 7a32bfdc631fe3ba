"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { Combobox } from "#ui/form/combobox.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { usePropertyTitle } from "../words.ts";
import type { PickerProps } from "./picker.ts";

/** Finds a listing by title, district or reference. */
export function PropertyPicker({ value, onChange, ...slots }: PickerProps) {
  const t = useTranslations("forms");
  const format = useFormat();
  const title = usePropertyTitle();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const { data, isFetching } = api.properties.list.useQuery(
    { limit: 20, ...(q && { q }) },
    { placeholderData: (previous) => previous },
  );
  return (
    <Combobox
      {...slots}
      label={t("property")}
      hint={t("property_search")}
      value={value}
      onChange={onChange}
      onType={setWords}
      busy={isFetching}
      options={(data?.properties ?? []).map((property) => ({
        id: property.id,
        text: title(property),
        content: (
          <>
            <PlanGlyph kind={property.kind} />
            <span className="min-w-0">
              <span dir="auto" className="block">
                {title(property)}
              </span>
              <small className="text-12 text-muted">
                <Ltr>{property.reference}</Ltr> · {format.money(property.price, property.currency)}
              </small>
            </span>
          </>
        ),
      }))}
    />
  );
}
