import { createTRPCClient, httpBatchStreamLink } from "@trpc/client";
import type { AppRouter } from "#server/root.ts";

/** For answers that come word by word: each call travels alone and its result is an async iterable. A client of its own,
 *  because what reads a stream would weigh on every page's first load, and only the playground streams.
 *  Errors are not watched here: whoever uses it tells of an ended session himself. */
export const streaming = createTRPCClient<AppRouter>({
  links: [httpBatchStreamLink({ url: "/api/trpc", maxItems: 1 })],
});
