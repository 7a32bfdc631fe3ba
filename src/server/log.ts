import pino from "pino";
import { env } from "../env.ts";

/** Lines of JSON on stdout. Nothing personal: no bodies, no queries, no names; an error's message only, since drizzle puts the
 *  statement's values into the outer one. */
export const log = pino({ level: env.LOG_LEVEL, base: null });

/** An unexpected failure with the request id that the client was given. */
export function logFailure(error: unknown, about: Record<string, unknown>): void {
  log.error({ ...about, failure: innermost(error) }, "request failed");
}

function innermost(error: unknown): { name: string; message: string; code?: unknown; stack?: string } {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  if (!(at instanceof Error)) return { name: "Unknown", message: String(at) };
  return {
    name: at.name,
    message: at.message,
    ...("code" in at && { code: at.code }),
    ...(at.stack && { stack: at.stack }),
  };
}
