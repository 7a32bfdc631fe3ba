import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { failureOf, isPassing } from "./failure.ts";

/** The browser's and the server's cache of answers. The live feed marks answers stale, so they may be kept long. */
export function createQueryClient(onSignedOut?: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (failureOf(error).code === "UNAUTHORIZED") onSignedOut?.();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (attempt) => Math.min(4000, 600 * 2 ** attempt),
      },
      mutations: { retry: false },
    },
  });
}
