import type { ReactNode } from "react";

/** A part of a panel, parted from the next by a hairline. */
export function Section({ title, last = false, children }: { title?: ReactNode; last?: boolean; children: ReactNode }) {
  return (
    <section className={`px-5 py-4 ${last ? "" : "border-line border-b"}`}>
      {title ? <h3 className="mb-2 font-medium text-12 text-muted">{title}</h3> : null}
      {children}
    </section>
  );
}

/** Names and values in two columns; holds `Fact`s. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13">{children}</dl>;
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="whitespace-nowrap text-muted">{name}</dt>
      <dd className="min-w-0 font-medium">{children}</dd>
    </>
  );
}
