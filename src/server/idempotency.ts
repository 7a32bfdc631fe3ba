import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { idempotency_keys } from "#drizzle/schema/deliveries.ts";
import { Conflict, invalid } from "../errors.ts";
import type { Tx } from "./tenant.ts";

/** Runs `work` once per caller (a person or a tool) and key. The key's row is written first, in the work's own transaction: a second request waits on
 *  it and then finds the first one's answer; a failed first leaves no row. Throws Conflict when the key came with another input. */
export async function answerOnce<T>(
  tx: Tx,
  call: { key: string | null; procedure: string; input: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const { key, procedure } = call;
  const user_id = tx.user_id ?? tx.api_key?.id;
  if (key === null || !user_id) return work();
  // An index entry has an end too.
  if (key.length > 200) throw invalid("idempotency_key", "too_big", "An Idempotency-Key has at most 200 characters.");
  const input_hash = createHash("sha256")
    .update(JSON.stringify(call.input ?? null))
    .digest("hex");
  const mine = and(
    eq(idempotency_keys.company_id, tx.company_id),
    eq(idempotency_keys.user_id, user_id),
    eq(idempotency_keys.key, key),
  );

  const claimed = await tx
    .insert(idempotency_keys)
    .values({ company_id: tx.company_id, user_id, key, procedure, input_hash })
    .onConflictDoNothing()
    .returning({ key: idempotency_keys.key });
  if (claimed.length === 0) {
    const [earlier] = await tx.select().from(idempotency_keys).where(mine);
    if (!earlier || earlier.procedure !== procedure || earlier.input_hash !== input_hash) {
      throw new Conflict("idempotency_key_reused", "This Idempotency-Key was used for another call.");
    }
    return asAnswer<T>(earlier.answer);
  }
  const answer = await work();
  await tx.update(idempotency_keys).set({ answer }).where(mine);
  return answer;
}

/** Guarantee: the row was written by this same function for this same procedure and input, from a T that is plain JSON. */
function asAnswer<T>(answer: unknown): T {
  return answer as T;
}
