"use client";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { cx } from "./cx.ts";

export type Tab = { value: string; label: ReactNode; count?: ReactNode; href: string };
type Props = { label: string; value: string; onChange: (value: string) => void; tabs: readonly Tab[] };

/** Tabs that are links: they can be opened elsewhere and shared. The arrow towards inline-end means next. */
export function LinkTabs({ label, value, onChange, tabs }: Props) {
  const list = useRef<HTMLElement>(null);

  const open = (event: MouseEvent, tab: Tab) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onChange(tab.value);
  };
  // Where tabs scroll, the open one may lie outside.
  useEffect(() => {
    list.current?.querySelector(`[data-tab="${value}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [value]);
  const step = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (event.key !== forward && event.key !== backward) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[(at + (event.key === forward ? 1 : -1) + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus();
  };

  return (
    <nav
      ref={list}
      aria-label={label}
      onKeyDown={step}
      className="bare-scroll flex shrink-0 snap-x scroll-px-4 gap-5 overflow-x-auto border-line border-b px-4 md:px-6"
    >
      {tabs.map((tab) => (
        <a
          key={tab.value}
          href={tab.href}
          data-tab={tab.value}
          aria-current={tab.value === value ? "page" : undefined}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={(event) => open(event, tab)}
          className={cx(
            "-mb-px flex h-11 shrink-0 snap-start items-center gap-1.75 border-b-2 font-medium whitespace-nowrap -outline-offset-2 transition-colors duration-120",
            tab.value === value
              ? "border-accent font-semibold text-ink"
              : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {tab.label}
          {tab.count}
        </a>
      ))}
    </nav>
  );
}
