import type { AnyTRPCProcedure } from "@trpc/server";
import * as z from "zod";
import type { Meta } from "#server/procedures.ts";
import { appRouter } from "#server/root.ts";

/** What a procedure says of itself. */
export interface Described extends Meta {
  type: "query" | "mutation";
  input: z.ZodType;
}

/** Reads a procedure's shapes from the router; nothing of them is changed. Throws when the path names no procedure,
 *  or one without an input. */
export function describeProcedure(path: string): Described {
  const procedure = byPath(path);
  if (!procedure || procedure._def.type === "subscription") throw new Error(`There is no procedure ${path}.`);
  const { type, inputs, meta } = procedure._def;
  const parsers: readonly unknown[] = inputs;
  const input = parsers.find((parser) => parser instanceof z.ZodType);
  // Without one tRPC never looks at what was sent, and an unknown field would pass.
  if (!input) throw new Error(`The procedure ${path} checks no input.`);
  return { ...asMeta(meta), type, input };
}

/** Guarantee: tRPC keys `_def.procedures` by full path when it builds the router, though its type shows the nested record. */
function byPath(path: string): AnyTRPCProcedure | undefined {
  return (appRouter._def.procedures as Record<string, unknown>)[path] as AnyTRPCProcedure | undefined;
}

/** Guarantee: the router was built by server/procedures.ts, whose `.meta<Meta>()` types every `meta` it takes. */
function asMeta(meta: unknown): Meta {
  return meta as Meta;
}
