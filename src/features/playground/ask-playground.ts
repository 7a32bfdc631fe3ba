import type { Context } from "#server/context.ts";
import { type Claims, inTenant } from "#server/tenant.ts";
import { readPlayground } from "./queries.ts";
import type { Playground } from "./schema.ts";

/** `readPlayground` for a request: who answers is the process's, not the company's. */
export function askPlayground(ctx: Context & { claims: Claims }): Promise<Playground> {
  const { pool, agents } = ctx.services;
  return ctx.connections.run(() => inTenant(pool, ctx.claims, "read", (tx) => readPlayground(tx, agents)));
}
