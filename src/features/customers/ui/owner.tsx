"use client";
import { useTranslations } from "next-intl";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Customer } from "./types.ts";

/** The colleague in charge. */
export function Owner({ owner }: Pick<Customer, "owner">) {
  const t = useTranslations("forms");
  if (!owner) return <span className="text-muted">{t("nobody")}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <PersonMark name={owner.name} kind="staff" size="sm" />
      <CutText>{owner.name}</CutText>
    </span>
  );
}
