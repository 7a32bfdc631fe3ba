import type { Procedure } from "./use-act.ts";

type Keyed = { trpc: { context: { idempotency_key: string } } };

/** A create under a key of its own: when its answer was lost and it is sent again, the first row is answered instead of a
 *  second one made. Give it to `useAct` in place of the procedure.
 *  @param key one for each opening of a form: `useState(newKey)` */
export function once<Input, Output>(procedure: Procedure<Input, Output, Keyed>, key: string): Procedure<Input, Output> {
  return {
    useMutation: (callbacks) => procedure.useMutation({ ...callbacks, trpc: { context: { idempotency_key: key } } }),
  };
}

/** Not randomUUID: that one is missing where the portal is opened over plain HTTP in an office. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}
