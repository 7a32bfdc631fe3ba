import { httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { AppRouter } from "#server/root.ts";

const url = "/api/trpc";

/** Queries of one tick travel together, as many as the server takes in a batch and an address may hold. */
export function createLinks() {
  return [
    splitLink<AppRouter>({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url }),
      false: httpBatchLink({ url, maxItems: 20, maxURLLength: 2000 }),
    }),
  ];
}
