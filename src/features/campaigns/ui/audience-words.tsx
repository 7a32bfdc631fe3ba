"use client";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { Fact, Facts } from "#ui/facts.tsx";
import type { Audience } from "./types.ts";

/** The conditions of an audience in words, each with its name; everybody when there are none. */
export function AudienceWords({ audience }: { audience: Audience }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const format = useFormat();
  const title = usePropertyTitle();
  const { stages, owner_id, created_from, created_to, last_contact_before, property_id, district } = audience;
  const staff = api.staff.list.useQuery({}, { enabled: Boolean(owner_id) && owner_id !== "none", staleTime: 300_000 });
  const property = api.properties.one.useQuery({ id: property_id ?? "" }, { enabled: Boolean(property_id) });
  const owner = staff.data?.staff.find(({ id }) => id === owner_id)?.name;
  const day = (value: string) => format.day(`${value}T12:00:00.000Z`, { weekday: false, year: true });
  const facts = [
    stages && [t("aud_stages"), stages.map((stage) => words(`stage_${stage}`)).join(t("joint"))],
    owner_id && [t("aud_owner"), owner_id === "none" ? t("aud_unowned") : (owner ?? "…")],
    (created_from || created_to) && [
      t("aud_created"),
      [
        created_from ? t("aud_from", { day: day(created_from) }) : null,
        created_to ? t("aud_to", { day: day(created_to) }) : null,
      ]
        .filter(Boolean)
        .join(" "),
    ],
    last_contact_before && [t("aud_contact"), t("aud_contact_before", { day: day(last_contact_before) })],
    property_id && [t("aud_property"), property.data ? title(property.data) : "…"],
    district && [t("aud_district"), isolate(district)],
  ].filter((fact): fact is [string, string] => Array.isArray(fact));
  if (facts.length === 0) return <p className="text-13">{t("aud_everybody")}</p>;
  return (
    <Facts>
      {facts.map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
    </Facts>
  );
}
