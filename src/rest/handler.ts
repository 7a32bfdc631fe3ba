import { callTRPCProcedure } from "@trpc/server";
import type { Context } from "#server/context.ts";
import { appRouter } from "#server/root.ts";
import { json, type RestAnswer } from "./answer.ts";
import { errorAnswer } from "./errors.ts";
import { assembleInput } from "./input.ts";
import { matchRoute, methodNotAllowed } from "./match.ts";
import { pages } from "./pages.ts";
import { describeProcedure } from "./schemas.ts";
import { envelope, successStatus } from "./success.ts";

export interface RestRequest {
  method: string;
  /** "/api/bookings/…", without the query. */
  path: string;
  query: URLSearchParams;
  /** Parsed JSON; undefined when the request had no body. */
  body: unknown;
  ctx: Context;
}

/** Answers one call of the HTTP contract; never throws. Sign-in, permission, transaction and masking are the procedure's own.
 *  The input is put together only when the procedure asks for it, which is after both: whoever may not do a thing is told 401
 *  or 403, whatever he sent. */
export async function handleRest(request: RestRequest): Promise<RestAnswer> {
  const answer = await answerRest(request).catch((failure: unknown) => errorAnswer(failure, request.ctx.request_id));
  return request.method === "HEAD" ? { ...answer, body: null } : answer;
}

async function answerRest({ method, path, query, body, ctx }: RestRequest): Promise<RestAnswer> {
  const page = pages.get(path);
  if (page) {
    if (method !== "GET" && method !== "HEAD") throw methodNotAllowed(["GET", "HEAD"]);
    return page(ctx.request_id);
  }
  const { route, values } = matchRoute(method, path);
  const { type, input } = describeProcedure(route.procedure);
  const output: unknown = await callTRPCProcedure({
    router: appRouter,
    path: route.procedure,
    type,
    ctx,
    getRawInput: async () => {
      const me = await ctx.session();
      return assembleInput(route, input, { path: values, query, body }, me?.company_id ?? null);
    },
    signal: undefined,
    batchIndex: 0,
  });
  return json(successStatus(route, output), ctx.request_id, envelope(route, output));
}
