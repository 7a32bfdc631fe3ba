"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Theme } from "#i18n/cookies.ts";
import type { Locale } from "#i18n/direction.ts";
import { rememberLocale, rememberTheme } from "#i18n/preference-cookies.ts";
import { api } from "#trpc/api.ts";
import { useMe } from "#trpc/me.tsx";
import { notify } from "#ui/toast.tsx";

/** A person's own choices: at once on this device, and kept with the account for every other one. */
export function usePreferences() {
  const t = useTranslations("ui");
  const me = useMe();
  const router = useRouter();
  const [theme, setShownTheme] = useState<Theme>(me.theme);
  const [busy, start] = useTransition();
  const save = api.auth.updateMe.useMutation({ onError: () => notify.failed(t("preference_failed")) });
  const reprint = () => start(() => router.refresh());

  return {
    theme,
    digits: me.digits ?? me.company.digits,
    busy,
    setTheme: (next: Theme) => {
      rememberTheme(next);
      setShownTheme(next);
      save.mutate({ theme: next });
    },
    setLocale: (locale: Locale) => {
      rememberLocale(locale);
      save.mutate({ locale });
      reprint();
    },
    hijri: me.hijri,
    shortcuts: me.shortcuts,
    setHijri: (hijri: boolean) => save.mutate({ hijri }, { onSuccess: reprint }),
    setShortcuts: (shortcuts: boolean) => save.mutate({ shortcuts }, { onSuccess: reprint }),
    setDigits: (digits: "latn" | "arab") => save.mutate({ digits }, { onSuccess: reprint }),
  };
}
