"use client";
import { useEffect, useRef, useSyncExternalStore } from "react";

const typing = "input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]";

export type Shortcut = { key: string; label: string };
const listed = new Set<Shortcut>();
const watchers = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let isOn = true;

/** A single key for a page-wide act. Works on an Arabic layout (falls back to the physical key when the letter is
 *  not Latin), never while someone types, and never with a modifier. Pass null to switch it off.
 *  @param label what it does, in words: with it the key is listed in the sheet of shortcuts */
export function useShortcut(key: string, act: (() => void) | null, label?: string): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const on = act !== null;
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (!isOn && key.length === 1) return;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (pressedKey(event) !== key) return;
      // Space presses the button that has the focus.
      if (key === "space" && event.target instanceof Element && event.target.closest("button, a, summary")) return;
      event.preventDefault();
      latest.current?.();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [key, on]);
  useEffect(() => {
    if (!on || !label) return;
    const entry = { key, label };
    change(() => listed.add(entry));
    return () => change(() => listed.delete(entry));
  }, [key, on, label]);
}

/** The keys that act on this page right now. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => snapshot,
    () => snapshot,
  );
}

/** Single keys can be switched off: some people's software types them (WCAG 2.1.4). */
export function useShortcutsSwitch(on: boolean): void {
  useEffect(() => {
    isOn = on;
  }, [on]);
}

function change(act: () => void): void {
  act();
  snapshot = [...listed];
  for (const watcher of watchers) watcher();
}

/** What was pressed, by the letter where it is Latin, else by the place of the key. */
export function pressedKey(event: KeyboardEvent): string {
  if (event.key.length > 1 || /^[\x21-\x7e]$/.test(event.key)) return event.key.toLowerCase();
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return event.code.replace(/^Key/, "").toLowerCase();
}
