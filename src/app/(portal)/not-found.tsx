import { MapPinOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { homeOf } from "#features/shell/ui/home.ts";
import { currentUser } from "#trpc/server.ts";
import { LinkButton } from "#ui/button.tsx";
import { NoticePage } from "#ui/notice-page.tsx";

/** A record that is not there, or not this company's: the same answer, inside the portal. */
export default async function NotFound() {
  const t = await getTranslations("not_found");
  const me = await currentUser();
  return (
    <NoticePage
      icon={MapPinOff}
      title={t("title")}
      action={
        <LinkButton href={me ? homeOf(me.role) : "/"} tone="primary">
          {t("home")}
        </LinkButton>
      }
    >
      {t("body")}
    </NoticePage>
  );
}
