"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { forgetTypedAhead, TypedAhead } from "./typed-ahead.ts";

const Palette = dynamic(() => import("./palette.tsx").then((part) => part.Palette), {
  ssr: false,
  loading: TypedAhead,
});
const ShortcutSheet = dynamic(() => import("./shortcut-sheet.tsx").then((part) => part.ShortcutSheet), { ssr: false });

const openers = new Set<() => void>();

/** Opens the palette from a button. */
export function openPalette(): void {
  for (const open of openers) open();
}

/** Ctrl or Cmd with K, by the place of the key, so that it works on every layout; `?` lists the keys of the page. */
export function PaletteHost() {
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  useEffect(() => {
    const show = () => setOpen("palette");
    const press = (event: KeyboardEvent) => {
      if (event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        forgetTypedAhead();
        setOpen((shown) => (shown === "palette" ? null : "palette"));
      } else if ((event.key === "?" || event.key === "؟") && !isTyping(event.target)) {
        event.preventDefault();
        setOpen("shortcuts");
      }
    };
    openers.add(show);
    document.addEventListener("keydown", press);
    return () => {
      openers.delete(show);
      document.removeEventListener("keydown", press);
    };
  }, []);
  const close = () => setOpen(null);
  return open === "palette" ? (
    <Palette onClose={close} onShortcuts={() => setOpen("shortcuts")} />
  ) : open === "shortcuts" ? (
    <ShortcutSheet onClose={close} />
  ) : null;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null;
