"use client";
import { api } from "#trpc/api.ts";
import { leaveBy } from "#ui/form/leaving.ts";

/** Ends the session and leaves nothing of it on the screen: a whole load, not a route change. What is unsaved is asked about
 *  while there still is a session to save it in. */
export function useSignOut() {
  const signOut = api.auth.signOut.useMutation({ onSettled: () => window.location.assign("/login?why=out") });
  return { busy: signOut.isPending || signOut.isSuccess, signOut: () => leaveBy(() => signOut.mutate({})) };
}
