"use client";
import { Direction } from "radix-ui";
import type { ReactNode } from "react";
import type { Direction as Dir } from "#i18n/direction.ts";
import { NowProvider } from "./now.tsx";
import { Notices } from "./toast.tsx";

/** What every signed-in page needs around it: direction for the primitives, one hint at a time, notices, the clock. */
export function UiProviders({ dir, now, children }: { dir: Dir; now: string; children: ReactNode }) {
  return (
    <Direction.Provider dir={dir}>
      <NowProvider at={now}>{children}</NowProvider>
      <Notices dir={dir} />
    </Direction.Provider>
  );
}
