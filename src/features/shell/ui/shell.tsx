import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar.tsx";
import { OfflineKeeper } from "./offline-keeper.tsx";
import { PaletteHost } from "./palette/palette-host.tsx";
import { ShortcutsSwitch } from "./shortcuts-switch.tsx";
import { Sidebar } from "./sidebar.tsx";
import { SignInAgain } from "./sign-in-again.tsx";

/** Sidebar on the sand, content as one bordered sheet. From 768 px up the sheet is as tall as the window and its parts scroll. */
export async function Shell({ children }: { children: ReactNode }) {
  const t = await getTranslations("ui");
  return (
    <>
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded-control bg-accent px-3.5 py-2 font-semibold text-on-accent focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[64px_minmax(0,1fr)] lg:grid-cols-[var(--sidebar)_minmax(0,1fr)]">
        <Sidebar />
        <main
          id="content"
          tabIndex={-1}
          className="flex min-w-0 flex-col bg-surface pb-19 outline-none md:my-2 md:me-2 md:h-[calc(100dvh-16px)] md:overflow-hidden md:rounded-sheet md:border md:border-line md:pb-0 md:shadow-sheet"
        >
          {children}
        </main>
      </div>
      <BottomBar />
      <PaletteHost />
      <ShortcutsSwitch />
      <SignInAgain />
      <OfflineKeeper />
    </>
  );
}
