"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Kbd } from "#ui/kbd.tsx";
import { openPalette } from "./palette-host.tsx";

/** The way into the palette for those who do not know its keys. */
export function PaletteButton() {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-label={t("palette")}
      title={t("palette")}
      className="mb-2 flex h-9 w-full items-center gap-2.5 rounded-control border border-line-strong bg-surface px-2.5 text-13 text-muted transition-colors duration-120 hover:bg-hover max-lg:justify-center max-lg:px-0 pointer-coarse:h-11"
    >
      <Search size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="max-lg:hidden">{t("palette_short")}</span>
      <span className="ms-auto max-lg:hidden">
        <Kbd>Ctrl K</Kbd>
      </span>
    </button>
  );
}
