import type { AnyProcedure } from "@trpc/server";
import type * as z from "zod";
import type { Meta } from "#server/procedures.ts";
import { appRouter, type Caller } from "#server/root.ts";

export interface Procedure {
  path: string;
  type: "query" | "mutation" | "subscription";
  access: Meta["access"] | undefined;
  input: z.ZodType | undefined;
}

/** Every procedure there is, read from the router itself: a new one is covered without anyone remembering. */
export function allProcedures(): Procedure[] {
  // Typed as a tree, kept as a flat record: "bookings.list" -> procedure.
  const entries: [string, unknown][] = Object.entries(appRouter._def.procedures);
  return entries
    .map(([path, procedure]) => {
      const definition: AnyProcedure["_def"] = Object(procedure)._def;
      return { path, type: definition.type, access: metaOf(definition.meta).access, input: inputOf(definition) };
    })
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** Calls a procedure by its path; a subscription is asked for its first event and left. */
export async function call(caller: Caller, { path, type }: Procedure, input: unknown): Promise<unknown> {
  const procedure = path.split(".").reduce<unknown>((at, name) => Reflect.get(Object(at), name), caller);
  if (typeof procedure !== "function") throw new Error(`No procedure ${path}`);
  const answer: unknown = await procedure(input);
  if (type !== "subscription") return answer;
  const stream = Object(answer)[Symbol.asyncIterator]();
  const first = await stream.next();
  await stream.return?.();
  return first.value;
}

function metaOf(meta: unknown): Partial<Meta> {
  return Object(meta);
}

function inputOf(definition: object): z.ZodType | undefined {
  const inputs: unknown = Reflect.get(definition, "inputs");
  return Array.isArray(inputs) ? inputs[0] : undefined;
}
