"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cx } from "#ui/cx.ts";
import { useGo } from "#ui/form/leaving.ts";
import { Kbd } from "#ui/kbd.tsx";
import { Spinner } from "#ui/spinner.tsx";
import type { Entry } from "./entries.ts";
import { forgetTypedAhead, typedAhead } from "./typed-ahead.ts";
import { useGroups } from "./use-groups.tsx";

/** Everything one can go to or do, by typing a part of it. The focus stays in the box; ↑ ↓ move the choice. */
export function Palette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const t = useTranslations("shell");
  const goTo = useGo();
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(typedAhead);
  useEffect(forgetTypedAhead, []);
  const [at, setAt] = useState(0);
  const { groups, busy } = useGroups(words, onShortcuts);
  const entries = groups.flatMap((group) => group.entries);
  const chosen = entries[Math.min(at, entries.length - 1)];

  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    if (entry.id !== "shortcuts") onClose();
    entry.act?.();
    if (entry.href) goTo(entry.href);
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      const next = (Math.min(at, entries.length - 1) + by + entries.length) % Math.max(1, entries.length);
      setAt(next);
      box.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(chosen);
    }
  };

  let count = -1;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // Radix would select what is there, and the next key would replace it.
            event.preventDefault();
            input.current?.focus();
            input.current?.setSelectionRange(words.length, words.length);
          }}
          onCloseAutoFocus={(event) => document.activeElement !== document.body && event.preventDefault()}
          className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[min(560px,85dvh)] max-w-160 animate-dialog flex-col overflow-hidden rounded-sheet border border-line bg-raised shadow-raised outline-none md:top-[12vh]"
        >
          <Dialog.Title className="sr-only">{t("palette")}</Dialog.Title>
          <div className="flex items-center gap-3 border-line border-b px-4">
            {busy ? (
              <Spinner size={16} />
            ) : (
              <Search size={16} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden />
            )}
            <input
              ref={input}
              role="combobox"
              aria-expanded
              aria-controls={list}
              aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
              aria-label={t("palette")}
              placeholder={t("palette_hint")}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                setAt(0);
              }}
              onKeyDown={press}
              className="h-13 min-w-0 flex-1 bg-transparent text-15 outline-none pointer-coarse:text-[16px]"
            />
            <Kbd>Esc</Kbd>
          </div>
          <div
            ref={box}
            id={list}
            role="listbox"
            aria-label={t("palette")}
            className="min-h-0 flex-1 overflow-y-auto p-2"
          >
            {groups.map((group) => (
              <fieldset key={group.id} aria-label={group.label}>
                <p aria-hidden className="px-2.5 pt-2 pb-1 font-medium text-12 text-muted">
                  {group.label}
                </p>
                {group.entries.map((entry) => {
                  count += 1;
                  return (
                    <Line
                      key={entry.id}
                      id={`${list}-${entry.id}`}
                      at={count}
                      entry={entry}
                      chosen={entry === chosen}
                      onGo={go}
                      onPoint={setAt}
                    />
                  );
                })}
              </fieldset>
            ))}
            {entries.length === 0 ? (
              <p className="px-2.5 py-6 text-center text-13 text-muted">{t("palette_none")}</p>
            ) : null}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type LineProps = {
  id: string;
  at: number;
  entry: Entry;
  chosen: boolean;
  onGo: (entry: Entry) => void;
  onPoint: (at: number) => void;
};

function Line({ id, at, entry, chosen, onGo, onPoint }: LineProps) {
  const Icon = entry.icon;
  return (
    <div
      id={id}
      data-at={at}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onClick={() => onGo(entry)}
      onKeyDown={() => undefined}
      onPointerMove={() => onPoint(at)}
      className={cx(
        "flex min-h-10 cursor-default items-center gap-3 rounded-chip px-2.5 text-14 pointer-coarse:min-h-11",
        chosen && "bg-selected",
      )}
    >
      {entry.mark}
      {Icon ? <Icon size={16} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden /> : null}
      <span className="min-w-0 flex-1">{entry.content}</span>
      {entry.keys ? <Kbd>{entry.keys}</Kbd> : null}
    </div>
  );
}
