import { MapPinOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/button.tsx";
import { Logo } from "#ui/logo.tsx";
import { NoticePage } from "#ui/notice-page.tsx";

export default async function NotFound() {
  const t = await getTranslations("not_found");
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-5">
      <Logo />
      <NoticePage
        icon={MapPinOff}
        title={t("title")}
        action={
          <LinkButton href="/" tone="primary">
            {t("home")}
          </LinkButton>
        }
      >
        {t("body")}
      </NoticePage>
    </main>
  );
}
