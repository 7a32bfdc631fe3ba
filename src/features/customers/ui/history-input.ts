import type { Inputs } from "#trpc/api.ts";
import type { Subject } from "./types.ts";

/** The timeline as it is asked for, by the page and by the browser alike. */
export function historyInput(id: string, subject: Subject | null): Inputs["customers"]["history"] {
  return { id, ...(subject && { subject }), limit: 25 };
}
