import type { ReactNode } from "react";
import { LiveStatus } from "./live-status.tsx";

/** 60 px: title and live mark at start, actions at end. */
export function PageHeader({ title, live = true, children }: { title: string; live?: boolean; children?: ReactNode }) {
  return (
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-3 border-line border-b bg-surface px-4 md:static md:h-15 md:px-6">
      <h1 className="cut font-semibold text-17">{title}</h1>
      {live ? <LiveStatus /> : null}
      {children ? <div className="ms-auto flex items-center gap-2">{children}</div> : null}
    </header>
  );
}
