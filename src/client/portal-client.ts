import { createTRPCClient, httpBatchLink, type TRPCClient, TRPCClientError } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/root.ts";

/** What each procedure takes, by path: `RouterInputs["bookings"]["approve"]`. */
export type RouterInputs = inferRouterInputs<AppRouter>;
/** What each procedure answers, by path. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
/** A refusal as the portal words it. `data` holds code, issues, reason, current and request_id; null when no answer came. */
export type PortalError = TRPCClientError<AppRouter>;

export interface PortalClientOptions {
  /** The portal's address: "https://portal.example.com". */
  url: string;
  /** The session's token, or what asks for it before each request; null while nobody is signed in. */
  token: string | null | (() => string | null);
}

/** The portal's procedures for internal tools, typed by its router. Calls made in one tick travel together, at most 20.
 *  Every call rejects with PortalError. Subscriptions are the browser's and are not carried.
 *
 *  const portal = createPortalClient({ url, token });
 *  const { bookings } = await portal.bookings.list.query({ status: "pending" }); */
export function createPortalClient({ url, token }: PortalClientOptions): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: new URL("/api/trpc", url).href,
        maxItems: 20,
        // Some proxies refuse longer addresses; a longer batch is split.
        maxURLLength: 4000,
        headers() {
          const now = typeof token === "function" ? token() : token;
          return now === null ? {} : { Authorization: `Bearer ${now}` };
        },
      }),
    ],
  });
}

/** Whether a failure is the portal's refusal rather than a fault of the caller's own. */
export function isPortalError(failure: unknown): failure is PortalError {
  return failure instanceof TRPCClientError;
}
