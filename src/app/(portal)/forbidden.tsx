import { DoorClosed } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { homeOf } from "#features/shell/ui/home.ts";
import { isolate } from "#i18n/isolate.ts";
import { currentUser } from "#trpc/server.ts";
import { LinkButton } from "#ui/button.tsx";
import { NoticePage } from "#ui/notice-page.tsx";

export default async function Forbidden() {
  const t = await getTranslations("forbidden");
  const role = await getTranslations("roles");
  const me = await currentUser();
  if (!me) return null;
  return (
    <NoticePage
      icon={DoorClosed}
      title={t("title")}
      action={
        <LinkButton href={homeOf(me.role)} tone="primary">
          {t("home")}
        </LinkButton>
      }
    >
      {t("body", { company: isolate(me.company_name), role: role(me.role) })}
    </NoticePage>
  );
}
