"use client";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Select } from "../select.tsx";

type Props<Value extends string> = {
  /** "الحالة": its name, shown while nothing is chosen. */
  label: string;
  icon?: LucideIcon;
  value: Value | null;
  onChange: (value: Value | null) => void;
  options: readonly { value: Value; label: ReactNode }[];
  className?: string;
};

/** One filter of a list: dashed while it narrows nothing, petrol when it does; the first choice switches it off. */
export function Filter<Value extends string>({ label, icon, value, onChange, options, className }: Props<Value>) {
  const t = useTranslations("lists");
  return (
    <Select
      look="filter"
      label={label}
      {...(icon && { icon })}
      on={value !== null}
      value={value ?? "any"}
      onChange={(next) => onChange(options.find((option) => option.value === next)?.value ?? null)}
      {...(className && { className })}
      options={[{ value: "any", label: <>{value === null ? label : t("any")}</> }, ...options]}
    />
  );
}
