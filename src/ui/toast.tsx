"use client";
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";
import type { Direction } from "#i18n/direction.ts";
import { type Extra, noticeCount, putNotice, watchNotices } from "./notices.ts";

/** Short news about what this person just did. Errors stay until they are closed. */
export const notify = {
  done: (title: ReactNode, extra: Extra = {}) => putNotice({ kind: "done", title, extra }),
  news: (title: ReactNode, extra: Extra = {}) => putNotice({ kind: "news", title, extra }),
  failed: (title: ReactNode, extra: Extra = {}) => putNotice({ kind: "failed", title, extra }),
};

// What shows them comes with the first one; until it is there they wait.
const Toaster = lazy(() => import("./toaster.tsx").then((part) => ({ default: part.Toaster })));

/** The place of the notices; stands once, around every page. */
export function Notices({ dir }: { dir: Direction }) {
  const count = useSyncExternalStore(watchNotices, noticeCount, () => 0);
  return count > 0 ? (
    <Suspense>
      <Toaster dir={dir} count={count} />
    </Suspense>
  ) : null;
}
