import { createHash } from "node:crypto";

/** By what the vendor may tell a company's traffic from another's, and nothing else: no name, no id of ours. */
export function opaqueUser(company_id: string): string {
  return createHash("sha256").update(`voice-agent-portal ${company_id}`).digest("hex").slice(0, 32);
}
