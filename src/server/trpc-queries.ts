import type { IncomingMessage } from "node:http";
import { type AnyProcedure, callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Context } from "./context.ts";
import { appRouter } from "./root.ts";

export interface AskedQueries {
  paths: readonly string[];
  inputs: readonly unknown[];
  isBatch: boolean;
}

// Typed as a tree, kept as a flat record: "bookings.list" -> procedure.
const queries = new Set(
  Object.entries<unknown>(appRouter._def.procedures).flatMap(([path, procedure]) => {
    const { type }: AnyProcedure["_def"] = Object(procedure)._def;
    return type === "query" ? [path] : [];
  }),
);

/** The queries of a GET in tRPC's own wire format; null for whatever else comes, which tRPC's adapter answers or refuses:
 *  subscriptions, streamed batches, unknown paths, broken input, too many at once. */
export function queriesAsked(
  req: IncomingMessage,
  path: string,
  search: URLSearchParams,
  most: number,
): AskedQueries | null {
  if (req.method !== "GET" || req.headers["trpc-accept"] !== undefined) return null;
  const isBatch = search.get("batch") === "1";
  const paths = isBatch ? path.split(",") : [path];
  if (paths.length > most || !paths.every((one) => queries.has(one))) return null;
  const input = parsed(search.get("input"));
  if (input === broken) return null;
  if (!isBatch) return { paths, inputs: [input], isBatch };
  const record: Record<string, unknown> = Object(input);
  return { paths, inputs: paths.map((_, at) => record[at]), isBatch };
}

/** Status and body for them. The same ladder runs as everywhere; only tRPC's detour over a fetch Response and a stream is
 *  left out, which took longer than the query itself. */
export async function answerQueries(
  { paths, inputs, isBatch }: AskedQueries,
  ctx: Context,
): Promise<[status: number, body: unknown]> {
  const answers = await Promise.all(paths.map((path, at) => answerOne(path, inputs[at], ctx, at)));
  const [first, ...others] = answers;
  if (!isBatch || !first) return [first?.status ?? 200, first?.body];
  const isMixed = others.some(({ status }) => status !== first.status);
  return [isMixed ? 207 : first.status, answers.map(({ body }) => body)];
}

async function answerOne(path: string, input: unknown, ctx: Context, batchIndex: number) {
  const call = { path, ctx, type: "query" as const };
  try {
    const getRawInput = async () => input;
    const data: unknown = await callTRPCProcedure({
      ...call,
      router: appRouter,
      getRawInput,
      signal: undefined,
      batchIndex,
    });
    return { status: 200, body: { result: { data } } };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const shape = getTRPCErrorShape({ ...call, config: appRouter._def._config, error, input });
    return { status: getHTTPStatusCodeFromError(error), body: { error: shape } };
  }
}

const broken = Symbol("broken");

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return broken; // tRPC's adapter words this one.
  }
}
