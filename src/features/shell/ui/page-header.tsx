import Link from "next/link";
import type { ReactNode } from "react";
import { DirIcon } from "#ui/dir-icon.tsx";
import { LiveStatus } from "./live-status.tsx";
import { Bell } from "./notifications/bell.tsx";

type Props = {
  title: string;
  live?: boolean;
  /** The list a detail belongs to: a way back before the title. */
  back?: { href: string; label: string };
  /** What stands beside the title, such as a state. */
  mark?: ReactNode;
  children?: ReactNode;
};

/** 60 px: the way back, title and live mark at start, actions at end. */
export function PageHeader({ title, live = true, back, mark, children }: Props) {
  return (
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-3 border-line border-b bg-surface px-4 md:static md:h-15 md:px-6">
      {back ? (
        <Link
          href={back.href}
          aria-label={back.label}
          className="-ms-1.5 flex h-9 shrink-0 items-center gap-1.5 rounded-chip px-1.5 text-13 text-muted hover:bg-hover hover:text-ink pointer-coarse:h-11"
        >
          <span className="max-md:hidden">{back.label}</span>
          <DirIcon to="forward" className="max-md:hidden" />
          <DirIcon to="back" size={18} className="md:hidden" />
        </Link>
      ) : null}
      <h1 className="cut font-semibold text-17">{title}</h1>
      {mark}
      {live ? <LiveStatus /> : null}
      <div className="ms-auto flex items-center gap-2">
        {children}
        <Bell className="md:hidden" />
      </div>
    </header>
  );
}
