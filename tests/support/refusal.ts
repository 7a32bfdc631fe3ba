import { TRPCError } from "@trpc/server";
import * as z from "zod";
import { zodIssues } from "#server/issues.ts";
import { Conflict, Invalid } from "#src/errors.ts";

/** What a client is told of a refusal: its code, the wrong fields, the conflict's reason and current row.
 *  Rethrows what is no refusal, so that a test cannot take a crash for one. */
export function refusalOf(error: unknown) {
  if (!(error instanceof TRPCError)) throw error;
  const { cause } = error;
  return {
    code: error.code,
    ...(cause instanceof Invalid && { issues: cause.issues }),
    ...(cause instanceof z.ZodError && { issues: zodIssues(cause) }),
    ...(cause instanceof Conflict && { reason: cause.reason, current: cause.current }),
  };
}
