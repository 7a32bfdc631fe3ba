"use client";
import Link from "next/link";
import type { MouseEvent, ReactNode } from "react";

type Props = {
  id: string;
  href: string;
  onOpen?: ((id: string) => void) | undefined;
  className: string;
  children: ReactNode;
};

/** Opens a record: beside its list where there is room for it, else as a page. A press with Ctrl still opens a tab. */
export function RecordLink({ id, href, onOpen, className, children }: Props) {
  if (!onOpen) {
    return (
      <Link href={href} prefetch={false} data-row={id} className={className}>
        {children}
      </Link>
    );
  }
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(id);
  };
  return (
    <a href={href} data-row={id} onClick={press} className={className}>
      {children}
    </a>
  );
}
