import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { AppRouter } from "#server/root.ts";
import { createQueryClient } from "./query-client.ts";

type Caller = ReturnType<AppRouter["createCaller"]>;
type Portal = { caller(headers: Headers): Promise<Caller> };

/** The API of this very process. Pages are bundled by Next into module copies of their own, so the one pool and the one
 *  router are handed over through the global symbol that `main.ts` fills, never imported. */
function portal(): Portal {
  const found: Portal | undefined = Reflect.get(globalThis, Symbol.for("portal.api"));
  if (!found)
    throw new Error("Pages are served by `npm start` or `npm run dev`: the API of this process is not there.");
  return found;
}

const getCaller = cache(async () => portal().caller(new Headers(await headers())));
const getQueryClient = cache(() => createQueryClient());

/** Procedures for a page that is being printed: `prefetch` them, then wrap the client part in `HydrateClient`.
 *  A failed prefetch is left out, and the browser asks again by itself. */
export const serverApi = cache(async () => createHydrationHelpers<AppRouter>(await getCaller(), getQueryClient));

/** Who asks, or null without a session. Throws what the API throws when it cannot be asked. */
export const currentUser = cache(async () => {
  try {
    return await (await getCaller()).auth.me();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "UNAUTHORIZED") return null;
    throw error;
  }
});

/** For the top of a page: the signed-in person, or on to the sign-in page and back here afterwards. */
export async function requireUser(here: string) {
  const me = await currentUser();
  if (me) return me;
  redirect(`/login?${new URLSearchParams({ next: here })}`);
}
