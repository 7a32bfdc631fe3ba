"use client";
import { SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { rememberTheme } from "#i18n/preference-cookies.ts";
import { buttonClass } from "./button.tsx";

/** Turns what is seen now into its opposite. A plain title instead of a hint: the sign-in page stays small. */
export function ThemeSwitch() {
  const t = useTranslations("ui");
  const flip = () => {
    const chosen = document.documentElement.dataset.theme;
    const dark = chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    rememberTheme(dark ? "light" : "dark");
  };
  return (
    <button
      type="button"
      aria-label={t("theme")}
      title={t("theme")}
      onClick={flip}
      className={buttonClass({ tone: "ghost", size: "icon" }, "touch")}
    >
      <SunMoon size={15} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
