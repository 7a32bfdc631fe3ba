import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";

/** The company in the page's language. */
export function useCompanyName(): string {
  const { company } = useMe();
  return useFormat().locale === "en" ? company.name_en : company.name;
}

/** Its city. The stored one is in Arabic; in English the time zone names it ("Asia/Riyadh"). */
export function useCompanyPlace(): string {
  const { company } = useMe();
  const { locale } = useFormat();
  return locale === "en" ? (company.timezone.split("/").at(-1)?.replaceAll("_", " ") ?? company.city) : company.city;
}
