"use client";
import { api } from "#trpc/api.ts";

/** Ends the session and leaves nothing of it on the screen: a whole load, not a route change. */
export function useSignOut() {
  const signOut = api.auth.signOut.useMutation({ onSettled: () => window.location.assign("/login?why=out") });
  return { busy: signOut.isPending || signOut.isSuccess, signOut: () => signOut.mutate({}) };
}
