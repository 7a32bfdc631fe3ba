"use client";
import { lazy, Suspense } from "react";
import { useSignedOut } from "#trpc/signed-out.ts";

const SignInQuestion = lazy(() => import("./sign-in-question.tsx").then((part) => ({ default: part.SignInQuestion })));

/** The session ended while the page was open. */
export function SignInAgain() {
  return useSignedOut() ? (
    <Suspense>
      <SignInQuestion />
    </Suspense>
  ) : null;
}
