"use client";
import { useEffect, useRef } from "react";

const typing = "input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]";

/** A single key for a page-wide act. Works on an Arabic layout (falls back to the physical key when the letter is
 *  not Latin), never while someone types, and never with a modifier. Pass null to switch it off. */
export function useShortcut(key: string, act: (() => void) | null): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const on = act !== null;
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (pressedKey(event) !== key) return;
      event.preventDefault();
      latest.current?.();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [key, on]);
}

function pressedKey(event: KeyboardEvent): string {
  if (event.key.length > 1 || /^[\x21-\x7e]$/.test(event.key)) return event.key.toLowerCase();
  return event.code.replace(/^Key/, "").toLowerCase();
}
