"use client";
import { Direction, Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import type { Direction as Dir } from "#i18n/direction.ts";
import { NowProvider } from "./now.tsx";
import { Toaster } from "./toast.tsx";

/** What every signed-in page needs around it: direction for the primitives, one hint at a time, notices, the clock. */
export function UiProviders({ dir, now, children }: { dir: Dir; now: string; children: ReactNode }) {
  return (
    <Direction.Provider dir={dir}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        <NowProvider at={now}>{children}</NowProvider>
        <Toaster dir={dir} />
      </Tooltip.Provider>
    </Direction.Provider>
  );
}
