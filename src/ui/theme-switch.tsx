"use client";
import { SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { rememberTheme } from "#i18n/preference-cookies.ts";
import { IconButton } from "./icon-button.tsx";

/** Turns what is seen now into its opposite. */
export function ThemeSwitch() {
  const t = useTranslations("ui");
  const flip = () => {
    const chosen = document.documentElement.dataset.theme;
    const dark = chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    rememberTheme(dark ? "light" : "dark");
  };
  return <IconButton label={t("theme")} icon={SunMoon} onClick={flip} />;
}
