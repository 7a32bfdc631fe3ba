"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button, ComboBox, I18nProvider, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "../cx.ts";
import { inputClass } from "../input.tsx";
import { popoverClass } from "../popover-class.ts";

export type ComboOption = { id: string; text: string; content: ReactNode };
type Props = {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  label: string;
  hint: string;
  /** What was chosen, and how it reads in the box. */
  value: { id: string; text: string } | null;
  onChange: (option: { id: string; text: string } | null) => void;
  /** Already found by `words`: nothing is filtered here. */
  options: readonly ComboOption[];
  onType: (words: string) => void;
  busy?: boolean;
};

/** Chooses one of many by typing. The search is the caller's, so Arabic is folded where it always is: in the database. */
export function Combobox({ label, hint, value, onChange, options, onType, busy = false, ...slots }: Props) {
  const t = useTranslations("forms");
  const { locale, digits } = useFormat();
  const [text, setText] = useState(value?.text ?? "");
  return (
    <I18nProvider locale={`${locale}-u-nu-${digits}`}>
      <ComboBox
        aria-label={label}
        allowsEmptyCollection
        menuTrigger="focus"
        items={options}
        inputValue={text}
        selectedKey={value?.id ?? null}
        onInputChange={(words) => {
          setText(words);
          if (words !== value?.text) onType(words);
          if (words === "") onChange(null);
        }}
        onSelectionChange={(key) => {
          const chosen = options.find((option) => option.id === key);
          if (!chosen) return setText(value?.text ?? "");
          setText(chosen.text);
          onChange({ id: chosen.id, text: chosen.text });
        }}
      >
        <span className={cx(inputClass, "h-9 pointer-coarse:h-11")}>
          <Input
            {...slots}
            dir="auto"
            placeholder={hint}
            className="h-full min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-[16px]"
          />
          <Button className="grid size-6 place-items-center text-muted" aria-label={label}>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </Button>
        </span>
        {/* Over a dialog, the page outside it takes no pointer; the choices stand outside it too. */}
        <Popover className={cx(popoverClass, "pointer-events-auto w-(--trigger-width) overflow-y-auto")} offset={6}>
          <ListBox
            className="max-h-72 outline-none"
            renderEmptyState={() => (
              <p className="px-2.5 py-3 text-13 text-muted">{t(busy ? "searching" : "nothing_found")}</p>
            )}
          >
            {(option: ComboOption) => (
              <ListBoxItem
                textValue={option.text}
                className="flex min-h-9 cursor-default items-center gap-2.5 rounded-chip px-2.5 py-1.5 text-13 outline-none data-focused:bg-hover data-selected:bg-selected pointer-coarse:min-h-11"
              >
                {option.content}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}
