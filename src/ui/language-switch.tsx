"use client";
import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import type { Locale } from "#i18n/direction.ts";
import { rememberLocale } from "#i18n/preference-cookies.ts";
import { Button } from "./button.tsx";

/** Names the other language in its own words; the page is printed anew in place, with address and typed text kept. */
export function LanguageSwitch() {
  const other: Locale = useLocale().startsWith("ar") ? "en" : "ar";
  const t = useTranslations("ui");
  const router = useRouter();
  const [busy, start] = useTransition();
  const change = () => {
    rememberLocale(other);
    start(() => router.refresh());
  };
  return (
    <Button tone="ghost" size="sm" icon={Languages} busy={busy} onClick={change} lang={other}>
      {other === "ar" ? t("arabic") : t("english")}
    </Button>
  );
}
