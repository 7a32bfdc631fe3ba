import { inject } from "vitest";

/** Address of the portal that the stories of this worker have to themselves, without a slash at its end. */
export function portalUrl(): string {
  const url = inject("portals")[Number(process.env.VITEST_POOL_ID) - 1];
  if (url === undefined) throw new Error("There is no portal for this worker.");
  return url;
}
