"use client";
import { type ComponentProps, lazy, Suspense } from "react";
import type { Crash as CrashPage } from "#ui/crash.tsx";

// Only the sign-in page stands under this one: it stays small, and what cannot be loaded here ends in global-error.tsx.
const Crash = lazy(() => import("#ui/crash.tsx").then((part) => ({ default: part.Crash })));

export default function RootError(props: ComponentProps<typeof CrashPage>) {
  return (
    <Suspense>
      <Crash {...props} />
    </Suspense>
  );
}
