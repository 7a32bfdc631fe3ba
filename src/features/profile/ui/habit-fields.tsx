"use client";
import { useTranslations } from "next-intl";
import { PreferenceRow } from "#features/shell/ui/preference-fields.tsx";
import { usePreferences } from "#features/shell/ui/use-preferences.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { useNow } from "#ui/now.tsx";
import { Switch } from "#ui/switch.tsx";

/** Hijri dates and single keys, on or off at once. */
export function HabitFields() {
  const t = useTranslations("profile");
  const format = useFormat();
  const now = useNow();
  const { hijri, shortcuts, setHijri, setShortcuts } = usePreferences();
  return (
    <>
      <PreferenceRow label={t("hijri")} help={t("hijri_help", { example: format.hijri(now) })}>
        <Switch label={t("hijri")} checked={hijri} onChange={setHijri} />
      </PreferenceRow>
      <PreferenceRow label={t("shortcuts")} help={t("shortcuts_help")}>
        <Switch label={t("shortcuts")} checked={shortcuts} onChange={setShortcuts} />
      </PreferenceRow>
    </>
  );
}
