"use client";
import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useMe } from "#trpc/me.tsx";
import { Filter } from "#ui/list/filter.tsx";

type Props = {
  /** "المسؤول" */
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  /** Offers "nobody" too, told as "none". */
  nobody?: boolean;
  className?: string;
};

/** Whose records; the person who looks comes first. */
export function StaffFilter({ nobody = false, ...props }: Props) {
  const t = useTranslations("forms");
  const me = useMe();
  const { data } = api.staff.list.useQuery({}, { staleTime: 300_000 });
  const colleagues = (data?.staff ?? []).filter(({ id }) => id !== me.id);
  return (
    <Filter
      {...props}
      icon={UserRound}
      options={[
        { value: me.id, label: t("me") },
        ...colleagues.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> })),
        ...(nobody ? [{ value: "none", label: t("nobody") }] : []),
      ]}
    />
  );
}
