import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** One line that people wrote, cut where it runs out of room. It stands at the page's start, yet reads and loses its
 *  end in its own direction: an Arabic name in an English list keeps its first word. */
export function CutText({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span className={cx("flex min-w-0", className)}>
      <span dir="auto" className="cut min-w-0">
        {children}
      </span>
    </span>
  );
}
