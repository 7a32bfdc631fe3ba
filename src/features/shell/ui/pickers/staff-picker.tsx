"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import type { Role } from "#trpc/may.ts";
import { useMe } from "#trpc/me.tsx";
import { Select } from "#ui/select.tsx";

const nobody = "nobody";

type Props = {
  id?: string;
  label: string;
  /** users.id, or null for nobody. */
  value: string | null;
  onChange: (id: string | null) => void;
  /** Whether nobody may be chosen. */
  optional?: boolean;
  /** Leaves out some, such as those whose role may not do the work. */
  only?: (colleague: { id: string; role: Role }) => boolean;
};

/** Chooses a colleague; the person who chooses comes first. */
export function StaffPicker({ id, label, value, onChange, optional = false, only }: Props) {
  const t = useTranslations("forms");
  const me = useMe();
  const { data } = api.staff.list.useQuery({}, { staleTime: 300_000 });
  const all = (data?.staff ?? []).filter((colleague) => only?.(colleague) ?? true);
  const mine = all.filter((colleague) => colleague.id === me.id);
  const others = all.filter((colleague) => colleague.id !== me.id);
  return (
    <Select
      {...(id && { id })}
      label={label}
      value={value ?? (optional ? nobody : "")}
      onChange={(next) => onChange(next === nobody ? null : next)}
      className="w-full"
      options={[
        ...(optional ? [{ value: nobody, label: t("nobody") }] : []),
        ...mine.map((colleague) => ({ value: colleague.id, label: t("me") })),
        ...others.map((colleague) => ({ value: colleague.id, label: <bdi>{colleague.name}</bdi> })),
      ]}
    />
  );
}
