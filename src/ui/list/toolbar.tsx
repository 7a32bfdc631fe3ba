import type { ReactNode } from "react";

/** Search and filters above a list; what changes the view stands at the end. */
export function Toolbar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <search className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-3 md:px-6">
      {children}
      {end ? <div className="ms-auto flex items-center gap-2">{end}</div> : null}
    </search>
  );
}
