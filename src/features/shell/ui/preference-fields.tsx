"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { Segment } from "#ui/segment.tsx";
import { usePreferences } from "./use-preferences.ts";

/** Language, theme and digits, each changed at once. */
export function PreferenceFields() {
  const t = useTranslations("ui");
  const { locale } = useFormat();
  const { theme, digits, setTheme, setLocale, setDigits } = usePreferences();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
      <PreferenceRow label={t("language")}>
        <Segment
          label={t("language")}
          value={locale}
          onChange={setLocale}
          options={[
            { value: "ar", label: t("arabic") },
            { value: "en", label: t("english") },
          ]}
        />
      </PreferenceRow>
      <PreferenceRow label={t("theme")}>
        <Segment
          label={t("theme")}
          value={theme}
          onChange={setTheme}
          options={[
            { value: "system", label: t("theme_system"), icon: Monitor },
            { value: "light", label: t("theme_light"), icon: Sun },
            { value: "dark", label: t("theme_dark"), icon: Moon },
          ]}
        />
      </PreferenceRow>
      <PreferenceRow label={t("digits")}>
        <Segment
          label={t("digits")}
          value={digits}
          onChange={setDigits}
          options={[
            { value: "latn", label: t("digits_latn") },
            { value: "arab", label: t("digits_arab") },
          ]}
        />
      </PreferenceRow>
    </div>
  );
}

/** One choice: what it is at start, its control at end. */
export function PreferenceRow({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <span className="min-w-50 flex-1 text-13 text-ink-2">
        {label}
        {help ? <small className="block text-12 text-muted">{help}</small> : null}
      </span>
      {children}
    </div>
  );
}
