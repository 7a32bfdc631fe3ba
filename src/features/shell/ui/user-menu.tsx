"use client";
import { ChevronsUpDown, CircleUserRound, LogOut, Monitor, Moon, Settings2, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { asTheme } from "#i18n/cookies.ts";
import { asLocale, default_locale } from "#i18n/direction.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { useGo } from "#ui/form/leaving.ts";
import { Menu, MenuChoice, MenuItem, MenuLine } from "#ui/menu.tsx";
import { usePreferences } from "./use-preferences.ts";
import { useSignOut } from "./use-sign-out.ts";

export function UserMenu() {
  const t = useTranslations("nav");
  const role = useTranslations("roles");
  const me = useMe();
  const go = useGo();
  const { signOut } = useSignOut();
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2.5 rounded-control p-1.5 text-start transition-colors duration-120 hover:bg-line/55 data-[state=open]:bg-line/55 lg:p-2"
        >
          <PersonMark name={me.name} kind="staff" />
          <span className="min-w-0 flex-1 max-lg:sr-only">
            <b className="block text-13">
              <CutText>{me.name}</CutText>
            </b>
            <small className="cut block text-12 text-muted">{role(me.role)}</small>
          </span>
          <ChevronsUpDown size={14} strokeWidth={1.75} className="shrink-0 text-muted max-lg:hidden" aria-hidden />
          <span className="sr-only">{t("account")}</span>
        </button>
      }
    >
      <MenuItem icon={CircleUserRound} onSelect={() => go("/profile")}>
        {t("profile")}
      </MenuItem>
      <MenuItem icon={Settings2} onSelect={() => go("/settings")}>
        {t("settings")}
      </MenuItem>
      <MenuLine />
      <PreferenceChoices />
      <MenuLine />
      <MenuItem icon={LogOut} flip tone="danger" onSelect={signOut}>
        {t("sign_out")}
      </MenuItem>
    </Menu>
  );
}

function PreferenceChoices() {
  const t = useTranslations("ui");
  const { locale } = useFormat();
  const { theme, setTheme, setLocale } = usePreferences();
  return (
    <>
      <MenuChoice
        label={t("language")}
        value={locale}
        onChange={(value) => setLocale(asLocale(value) ?? default_locale)}
        options={[
          { value: "ar", label: t("arabic") },
          { value: "en", label: t("english") },
        ]}
      />
      <MenuChoice
        label={t("theme")}
        value={theme}
        onChange={(value) => setTheme(asTheme(value))}
        options={[
          { value: "system", label: t("theme_system"), icon: Monitor },
          { value: "light", label: t("theme_light"), icon: Sun },
          { value: "dark", label: t("theme_dark"), icon: Moon },
        ]}
      />
    </>
  );
}
