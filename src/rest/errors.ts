import { TRPCError } from "@trpc/server";
import * as z from "zod";
import { asRefusal } from "#server/database-errors.ts";
import { zodIssues } from "#server/issues.ts";
import { logFailure } from "#server/log.ts";
import { Conflict, DomainError, Invalid, type Issue, Limited } from "../errors.ts";
import { json, type RestAnswer } from "./answer.ts";

/** A path or a method that no call of the contract has: known before any procedure is asked. */
export class PathRefusal extends Error {
  readonly code: "NOT_FOUND" | "METHOD_NOT_ALLOWED";
  readonly headers: Record<string, string>;
  constructor(code: PathRefusal["code"], message: string, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}

/** Every code the contract answers with, and its HTTP status. */
export const statuses = {
  INVALID: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const satisfies Record<DomainError["code"], number> & Record<string, number>;

/** The body of every refusal. */
export interface ErrorBody {
  error: {
    code: keyof typeof statuses;
    message: string;
    request_id: string;
    issues?: readonly Issue[];
    reason?: string;
    current?: unknown;
  };
}

/** Any failure as the contract words it; what is not one of our own refusals is logged and masked.
 *  Takes what a procedure threw (a TRPCError around a DomainError or a ZodError) and what the path's look-up throws. */
export function errorAnswer(failure: unknown, request_id: string): RestAnswer {
  if (failure instanceof PathRefusal) return refuse(request_id, failure.code, failure.message, {}, failure.headers);
  const cause = failure instanceof TRPCError ? (failure.cause ?? failure) : failure;

  if (failure instanceof TRPCError && failure.code === "BAD_REQUEST" && cause instanceof z.ZodError) {
    return refuse(request_id, "INVALID", invalidInput, { issues: zodIssues(cause) });
  }
  const known = asRefusal(cause);
  if (known instanceof DomainError) {
    return refuse(
      request_id,
      known.code,
      known instanceof Invalid ? invalidInput : known.message,
      details(known),
      headers(known),
    );
  }
  // A procedure has logged its own already.
  if (!(failure instanceof TRPCError)) logFailure(failure, { request_id });
  return refuse(request_id, "INTERNAL", "Something went wrong on our side.");
}

const invalidInput = "The input is not valid.";

function details(refusal: DomainError): Partial<ErrorBody["error"]> {
  if (refusal instanceof Invalid) return { issues: refusal.issues };
  if (refusal instanceof Conflict) return { reason: refusal.reason, current: refusal.current };
  return {};
}

function headers(refusal: DomainError): Record<string, string> {
  if (refusal instanceof Limited) return { "Retry-After": String(Math.max(1, Math.ceil(refusal.retry_after_seconds))) };
  if (refusal.code === "UNAVAILABLE") return { "Retry-After": "1" };
  if (refusal.code === "UNAUTHORIZED") return { "WWW-Authenticate": "Bearer" };
  return {};
}

function refuse(
  request_id: string,
  code: keyof typeof statuses,
  message: string,
  more: Partial<ErrorBody["error"]> = {},
  headers: Record<string, string> = {},
): RestAnswer {
  const body: ErrorBody = { error: { code, message, request_id, ...more } };
  return json(statuses[code], request_id, body, headers);
}
