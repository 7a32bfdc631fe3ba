"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "./api.ts";
import { createLinks } from "./links.ts";
import { createQueryClient } from "./query-client.ts";
import { tellSignedOut } from "./signed-out.ts";

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(() =>
    createQueryClient(typeof window === "undefined" ? undefined : () => tellSignedOut()),
  );
  const [client] = useState(() => api.createClient({ links: createLinks() }));
  return (
    <api.Provider client={client} queryClient={queries}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </api.Provider>
  );
}
