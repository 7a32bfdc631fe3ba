import type { ReactNode } from "react";

/** Phones, ids, mails, media times, percents: always left to right, whatever surrounds them. */
export function Ltr({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}
