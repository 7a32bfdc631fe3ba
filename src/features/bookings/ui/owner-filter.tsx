"use client";
import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useMe } from "#trpc/me.tsx";
import { Select } from "#ui/select.tsx";
import type { useFilters } from "./use-filters.ts";

const anyone = "anyone";

/** Whose viewings; the person who looks comes first. */
export function OwnerFilter({ state: { filters, set } }: { state: ReturnType<typeof useFilters> }) {
  const t = useTranslations("bookings");
  const me = useMe();
  const { data } = api.staff.list.useQuery({}, { staleTime: 300_000 });
  const colleagues = (data?.staff ?? []).filter(({ id }) => id !== me.id);
  return (
    <Select
      look="filter"
      label={t("owner")}
      icon={UserRound}
      on={filters.owner !== null}
      value={filters.owner ?? anyone}
      onChange={(value) => set({ owner: value === anyone ? null : value })}
      className="max-md:flex-1"
      options={[
        { value: anyone, label: t("owner_anyone") },
        { value: me.id, label: t("owner_me") },
        ...colleagues.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> })),
      ]}
    />
  );
}
