"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { Combobox } from "#ui/form/combobox.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { PickerProps } from "./picker.ts";

/** Finds a customer by name, however it is spelled, or by any part of the number. */
export function CustomerPicker({ value, onChange, ...slots }: PickerProps) {
  const t = useTranslations("forms");
  const format = useFormat();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const { data, isFetching } = api.customers.list.useQuery(
    { limit: 20, ...(q && { q }) },
    { placeholderData: (previous) => previous },
  );
  return (
    <Combobox
      {...slots}
      label={t("customer")}
      hint={t("customer_search")}
      value={value}
      onChange={onChange}
      onType={setWords}
      busy={isFetching}
      options={(data?.customers ?? []).map(({ id, name, phone }) => ({
        id,
        text: name,
        content: (
          <>
            <PersonMark name={name} size="sm" />
            <span className="min-w-0">
              <bdi className="block">{name}</bdi>
              <small className="text-12 text-muted">
                <Ltr>{format.phone(phone)}</Ltr>
              </small>
            </span>
          </>
        ),
      }))}
    />
  );
}
