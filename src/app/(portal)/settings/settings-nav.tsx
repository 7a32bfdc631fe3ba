"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { roleMay } from "#trpc/may.ts";
import { useMe } from "#trpc/me.tsx";
import { useGo } from "#ui/form/leaving.ts";
import { LinkTabs } from "#ui/tabs.tsx";
import { sections } from "./sections.ts";

export function SettingsNav() {
  const t = useTranslations("settings");
  const { role } = useMe();
  const go = useGo();
  const path = usePathname();
  const open = sections.filter(({ permission }) => roleMay(role, permission));
  if (open.length < 2) return null;
  return (
    <LinkTabs
      label={t("nav_label")}
      value={path}
      onChange={go}
      tabs={open.map(({ href, words }) => ({ value: href, href, label: t(words) }))}
    />
  );
}
