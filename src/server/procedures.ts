import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod";
import { Conflict, DomainError, Forbidden, Invalid, Limited, Unauthorized } from "../errors.ts";
import type { Context } from "./context.ts";
import { asRefusal } from "./database-errors.ts";
import { answerOnce } from "./idempotency.ts";
import { claimsOf } from "./identity.ts";
import { zodIssues } from "./issues.ts";
import { logFailure } from "./log.ts";
import { allows, type Permission } from "./permissions.ts";
import { type Claims, inTenant, type Tx } from "./tenant.ts";

/** What every procedure says of itself; the tests and the OpenAPI document read it from the router. */
export interface Meta {
  /** "public" and "signed_in" are the two rungs below a permission. */
  access: Permission | "public" | "signed_in";
  output?: z.ZodType;
  /** A create call: a repeat with the same Idempotency-Key gets the first answer. */
  idempotent?: boolean;
}

const trpcCodes = {
  INVALID: "BAD_REQUEST",
  UNAUTHORIZED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const;

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
    errorFormatter({ shape, error, ctx }) {
      const cause = error.cause;
      const masked = error.code === "INTERNAL_SERVER_ERROR";
      const issues = masked ? undefined : issuesOf(cause);
      return {
        code: shape.code,
        message: masked ? "Something went wrong on our side." : issues ? "The input is not valid." : shape.message,
        data: {
          code: error.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          request_id: ctx?.request_id ?? null,
          ...(issues && { issues }),
          ...(cause instanceof Conflict && { reason: cause.reason, current: cause.current }),
          ...(cause instanceof Limited && { retry_after_seconds: cause.retry_after_seconds }),
        },
      };
    },
  });

function issuesOf(cause: unknown) {
  if (cause instanceof Invalid) return cause.issues;
  return cause instanceof z.ZodError ? zodIssues(cause) : undefined;
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns what our own code threw into what the client is told; anything unexpected is logged with its cause and masked. */
const refusals = t.middleware(async ({ next, ctx, path, type }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = asRefusal(result.error.cause ?? result.error);
  if (cause instanceof DomainError) throw new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  if (result.error.code === "INTERNAL_SERVER_ERROR") logFailure(cause, { request_id: ctx.request_id, path, type });
  return result;
});

const anyone = t.procedure.use(refusals);

/** No session asked for. */
export const open = anyone.meta({ access: "public" });

/** Any member of staff, whatever the role. */
export const signedIn = anyone.meta({ access: "signed_in" }).use(async ({ ctx, next }) => {
  const me = await ctx.session();
  if (!me) throw new Unauthorized();
  return next({ ctx: { me } });
});

interface Shape<Input extends z.ZodType, Output extends z.ZodType> {
  input: Input;
  output: Output;
}
type Work<Input extends z.ZodType, Output extends z.ZodType> = (
  tx: Tx,
  input: z.output<Input>,
) => Promise<z.input<Output>>;

/** The rungs above a permission. Each takes the shape and one call; the input is checked before a connection is taken, the
 *  output inside the transaction, so that an answer the contract forbids is rolled back instead of half given. */
export function may(permission: Permission) {
  const allowed = anyone.meta({ access: permission }).use(async ({ ctx, next }) => {
    const me = await ctx.session();
    if (!me) throw new Unauthorized();
    if (!allows(me.role, permission)) throw new Forbidden();
    return next({ ctx: { me, claims: claimsOf(me, ctx.request_id) } });
  });

  return {
    /** A query in a read-only transaction. */
    read: <I extends z.ZodType, O extends z.ZodType>({ input, output }: Shape<I, O>, work: Work<I, O>) =>
      allowed
        .meta({ access: permission, output })
        .input(input)
        .query(({ ctx, input }) =>
          within(ctx, "read", async (tx) => output.parse(await work(tx, input as z.output<I>)) as z.output<O>),
        ),

    /** A mutation in one read-write transaction. */
    write: <I extends z.ZodType, O extends z.ZodType>({ input, output }: Shape<I, O>, work: Work<I, O>) =>
      allowed
        .meta({ access: permission, output })
        .input(input)
        .mutation(({ ctx, input }) =>
          within(ctx, "write", async (tx) => output.parse(await work(tx, input as z.output<I>)) as z.output<O>),
        ),

    /** A mutation that makes a row: repeated with the same Idempotency-Key it answers again instead of making another. */
    create: <I extends z.ZodType, O extends z.ZodType>({ input, output }: Shape<I, O>, work: Work<I, O>) =>
      allowed
        .meta({ access: permission, output, idempotent: true })
        .input(input)
        .mutation(({ ctx, input, path }) =>
          within(ctx, "write", (tx) =>
            answerOnce(
              tx,
              { key: ctx.idempotency_key, procedure: path, input },
              async () => output.parse(await work(tx, input as z.output<I>)) as z.output<O>,
            ),
          ),
        ),

    /** For what has no transaction of its own, such as a subscription. */
    procedure: allowed,
  };
}

function within<T>(
  ctx: Context & { claims: Claims },
  mode: "read" | "write",
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return ctx.connections.run(() => inTenant(ctx.services.pool, ctx.claims, mode, work));
}
