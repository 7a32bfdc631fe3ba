import { type Exchange, sendJson } from "../exchange.ts";
import type { Fault } from "../faults.ts";

/** The vendor's errors: `{"detail": {"status", "message"}}`, and FastAPI's list for fields that are missing. */
export function sendError(
  exchange: Exchange,
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): void {
  sendJson(exchange.res, status, { detail: { status: code, message } }, headers);
}

export const sendNotFound = (exchange: Exchange, noun: string): void =>
  sendError(exchange, 404, `${noun}_not_found`, `The ${noun} was not found.`);

/** Whether the body has all of these, as texts; answers 422 when it has not. */
export function hasFields(exchange: Exchange, names: readonly string[]): boolean {
  const missing = names.filter((name) => typeof exchange.body[name] !== "string" || exchange.body[name] === "");
  if (missing.length === 0) return true;
  const detail = missing.map((name) => ({ loc: ["body", name], msg: "Field required", type: "missing" }));
  sendJson(exchange.res, 422, { detail });
  return false;
}

const codes: Readonly<Record<number, string>> = {
  401: "invalid_api_key",
  402: "quota_exceeded",
  403: "only_for_creator+",
  404: "not_found",
  409: "conflict",
  429: "too_many_concurrent_requests",
};

/** Answers a request by its fault; false where the fault says nothing about answers. */
export function failRequest(exchange: Exchange, fault: Fault): boolean {
  if (fault.kind === "hang") return true;
  if (fault.kind === "drop" || fault.kind === "cut") {
    exchange.res.destroy();
    return true;
  }
  if (fault.kind === "error_body") {
    sendJson(exchange.res, 200, { detail: { status: "internal_error", message: "Something went wrong." } });
    return true;
  }
  if (fault.kind !== "status") return false;
  const headers: Record<string, string> = {};
  if (fault.retry_after !== undefined) headers["Retry-After"] = String(fault.retry_after);
  sendError(exchange, fault.status, codes[fault.status] ?? "system_busy", "The simulator was told to fail.", headers);
  return true;
}
