"use client";
import { useMe } from "#trpc/me.tsx";
import { useShortcutsSwitch } from "#ui/use-shortcut.ts";

/** Obeys the person's choice about single keys. */
export function ShortcutsSwitch() {
  useShortcutsSwitch(useMe().shortcuts);
  return null;
}
