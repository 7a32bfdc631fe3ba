"use client";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { Sheet } from "../dialog.tsx";
import { useWide } from "../use-wide.ts";

type Props = {
  /** Names of the two regions. */
  label: string;
  panelLabel: string;
  /** The open record, or null. */
  panel: ReactNode | null;
  onClose: () => void;
  children: ReactNode;
};

/** A list and, beside it where there is room, the record that is open; over it where there is not. */
export function SplitView({ label, panelLabel, panel, onClose, children }: Props) {
  const wide = useWide();
  return (
    <>
      <div
        className={cx(
          "grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)]",
          panel !== null && "lg:grid-cols-[minmax(0,1fr)_372px] xl:grid-cols-[minmax(0,1fr)_var(--panel)]",
        )}
      >
        <section
          aria-label={label}
          data-beside={panel === null ? undefined : ""}
          className="relative flex min-h-0 min-w-0 flex-col"
        >
          {children}
        </section>
        {panel && wide ? (
          <aside aria-label={panelLabel} className="hidden min-h-0 border-line border-s lg:flex">
            {panel}
          </aside>
        ) : null}
      </div>
      {panel && !wide ? (
        <Sheet open onOpenChange={(next) => !next && onClose()} label={panelLabel}>
          {panel}
        </Sheet>
      ) : null}
    </>
  );
}

/** Back to the row it was opened from, so that the keyboard goes on where it was. */
export function focusRow(id: string | null): void {
  requestAnimationFrame(() => {
    const rows = [...document.querySelectorAll<HTMLElement>(`[data-row="${id}"]`)];
    rows.find((row) => row.offsetParent !== null)?.focus();
  });
}
