import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { DirIcon } from "./dir-icon.tsx";

type Props = {
  title: ReactNode;
  mark?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
  className?: string;
  as?: "h2" | "h3";
};

/** A bordered region of a page with its heading; hairlines inside, no shadow, no card in a card. */
export function Block({ title, mark, end, children, className, as: Heading = "h2" }: Props) {
  return (
    <section className={cx("min-w-0 overflow-hidden rounded-card border border-line bg-surface", className)}>
      <header className="flex min-h-12 flex-wrap items-center gap-2 px-4 py-2">
        <Heading className="font-semibold text-14">{title}</Heading>
        {mark}
        {end ? <div className="ms-auto flex items-center gap-2">{end}</div> : null}
      </header>
      {children}
    </section>
  );
}

export function BlockLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="-me-1 inline-flex items-center gap-1 rounded-chip px-1 font-medium text-13 text-accent-text whitespace-nowrap hover:underline hover:underline-offset-4 pointer-coarse:min-h-11"
    >
      {children}
      <DirIcon to="forward" />
    </Link>
  );
}
