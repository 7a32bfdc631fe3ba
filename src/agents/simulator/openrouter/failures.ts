import type { Exchange } from "../exchange.ts";
import { sendJson } from "../exchange.ts";
import type { Fault } from "../faults.ts";

const messages: Readonly<Record<number, readonly [type: string, message: string]>> = {
  400: ["invalid_request", "The request is not valid"],
  401: ["authentication", "Missing Authentication header"],
  402: ["payment_required", "Insufficient credits. Add more using https://openrouter.ai/settings/credits"],
  403: ["permission_denied", "Request blocked by a guardrail"],
  404: ["not_found", "No endpoints found for this model"],
  408: ["timeout", "The request timed out"],
  429: ["rate_limit_exceeded", "Rate limit exceeded"],
  500: ["server", "Internal Server Error"],
  502: ["provider_unavailable", "Provider returned an invalid answer"],
  503: ["provider_unavailable", "No provider is available"],
  504: ["timeout", "The provider timed out"],
  524: ["timeout", "Edge timeout"],
  529: ["provider_overloaded", "Provider is overloaded"],
};

/** OpenRouter's error body: `{error: {code, message, metadata: {error_type}}}`. */
export function errorBody(code: number, said?: string): { error: Record<string, unknown> } {
  const [error_type, message] = messages[code] ?? ["unmapped", "Something went wrong"];
  return { error: { code, message: said ?? message, metadata: { error_type } } };
}

/** Answers a request that fails before any word. True: it is answered, or never will be. */
export function failAtOnce({ res }: Exchange, fault: Fault): boolean {
  if (fault.kind === "hang") return true;
  if (fault.kind === "error_body") {
    sendJson(res, 200, errorBody(502));
    return true;
  }
  if (fault.kind !== "status") return false;
  const headers: Record<string, string> = {};
  if (fault.retry_after !== undefined) headers["Retry-After"] = String(fault.retry_after);
  if (fault.status === 429) headers["X-RateLimit-Remaining"] = "0";
  sendJson(res, fault.status, errorBody(fault.status), headers);
  return true;
}

/** A model that its maker has shut down. */
export function deprecated(model: string): { error: Record<string, unknown> } {
  const { error } = errorBody(404, `The model ${model} is no longer available`);
  const availability = {
    code: "model_deprecated",
    retryable: false,
    requested_models: [model],
    fallback_models: ["~openai/gpt-mini-latest"],
    docs_url: "https://openrouter.ai/docs",
  };
  return { error: { ...error, availability } };
}
