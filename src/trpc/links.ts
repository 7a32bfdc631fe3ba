import { httpBatchLink, httpSubscriptionLink, type Operation, splitLink } from "@trpc/client";
import type { AppRouter } from "#server/root.ts";

const url = "/api/trpc";

/** Queries of one tick travel together, as many as the server takes in a batch and an address may hold. */
export function createLinks() {
  return [
    splitLink<AppRouter>({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url }),
      false: httpBatchLink({ url, maxItems: 20, maxURLLength: 2000, headers: ({ opList }) => keyOf(opList) }),
    }),
  ];
}

/** A create that travels alone carries its key (see `once`), so that sending it again makes no second row. */
function keyOf(operations: readonly Operation[]): Record<string, string> {
  const key = operations.length === 1 ? operations[0]?.context.idempotency_key : undefined;
  return typeof key === "string" ? { "idempotency-key": key } : {};
}
