import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { currentUser } from "#trpc/server.ts";
import { SettingsNav } from "./settings-nav.tsx";

/** What the settings' pages share: the title and the way between them. Signing in is asked for by the page, which knows its address. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  if (!(await currentUser())) return children;
  const t = await getTranslations("settings");
  return (
    <Words of={["settings"]}>
      <PageHeader title={t("title")} />
      <SettingsNav />
      {children}
    </Words>
  );
}
