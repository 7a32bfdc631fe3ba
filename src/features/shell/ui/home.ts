import { roleMay } from "#trpc/may.ts";
import type { Me } from "#trpc/me.tsx";
import { pages } from "./pages.ts";

/** The first page a role may open; everyone has a profile. */
export function homeOf(role: Me["role"]): string {
  return pages.find((page) => page.permissions.some((permission) => roleMay(role, permission)))?.href ?? "/profile";
}
