import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "#ui/language-switch.tsx";
import { Logo } from "#ui/logo.tsx";
import { ThemeSwitch } from "#ui/theme-switch.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SignInScene } from "./sign-in-scene.tsx";

export async function SignInPage({ next, why }: { next: string; why: "ended" | "out" | null }) {
  const t = await getTranslations("login");
  const meta = await getTranslations("meta");
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
      <main id="content" className="flex flex-col px-5 pt-5 pb-8 md:px-10">
        <header className="flex items-center gap-2.5">
          <Logo />
          <b className="text-14">{meta("product")}</b>
          <div className="ms-auto flex items-center gap-1">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </header>
        <div className="m-auto w-full max-w-92 py-10">
          <h1 className="font-semibold text-26">{t("hello")}</h1>
          <p className="mt-1 mb-7 text-14 text-muted">{t("lead")}</p>
          <SignInForm next={next} why={why} />
        </div>
        <p className="mx-auto max-w-92 text-center text-12 text-muted">{t("forgot")}</p>
      </main>
      <SignInScene />
    </div>
  );
}
