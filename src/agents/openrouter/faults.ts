import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import * as z from "zod";
import { VendorError, type VendorFault } from "../ports.ts";

const by_status: Record<number, VendorFault> = {
  401: "unauthorized",
  402: "no_credit",
  403: "refused",
  404: "not_found",
  408: "timeout",
  429: "rate_limited",
  504: "timeout",
  524: "timeout",
};

// Stable words of error.metadata.error_type; a mid-stream error has them where no status is left to look at.
const by_type: Record<string, VendorFault> = {
  authentication: "unauthorized",
  payment_required: "no_credit",
  rate_limit_exceeded: "rate_limited",
  not_found: "not_found",
  timeout: "timeout",
  permission_denied: "refused",
  content_policy_violation: "refused",
  refusal: "refused",
  invalid_prompt: "refused",
};

const gone = new Set(["model_not_found", "model_deprecated", "no_endpoints", "free_variant_ended"]);

/** What stands under `error` in a body or an event. Availability answers carry `http_status` and no numeric code. */
const Told = z.object({
  code: z.union([z.number(), z.string()]).nullish(),
  http_status: z.number().nullish(),
  error_type: z.string().nullish(),
  metadata: z.object({ error_type: z.string().nullish() }).nullish(),
  availability: z.object({ code: z.string().nullish(), retry_after: z.number().nullish() }).nullish(),
});

/** The fault in what the vendor said under `error`, and with which status. Its words are dropped: they may quote a customer. */
export function faultTold(error: unknown, status: number | null = null): { fault: VendorFault; status: number | null } {
  const told = Told.safeParse(error).data;
  const code = typeof told?.code === "number" ? told.code : Number(told?.code ?? Number.NaN);
  const meant = status ?? told?.http_status ?? (Number.isInteger(code) ? code : null);
  const type = told?.metadata?.error_type ?? told?.error_type ?? "";
  if (gone.has(told?.availability?.code ?? "")) return { fault: "not_found", status: meant };
  const fault = by_type[type] ?? (meant === null ? undefined : by_status[meant]);
  if (fault) return { fault, status: meant };
  return { fault: meant !== null && meant >= 400 && meant < 500 ? "refused" : "unavailable", status: meant };
}

/** Whatever the SDK threw, as a fault of ours. `has_begun`: the answer was on its way, so that a lost connection is a cut. */
export function asVendorError(cause: unknown, has_begun: boolean): VendorError {
  if (cause instanceof VendorError) return cause;
  if (cause instanceof APIConnectionTimeoutError) return new VendorError("openrouter", "timeout", { cause });
  if (cause instanceof APIConnectionError) {
    return new VendorError("openrouter", has_begun ? "cut" : "unavailable", { cause });
  }
  if (cause instanceof APIError) {
    // In the middle of a stream the headers are those of the 200 that began it.
    const { fault, status } = faultTold(cause.error, cause.status ?? null);
    const wait = cause.status === undefined ? null : secondsOf(cause.headers?.get("retry-after"));
    return new VendorError("openrouter", fault, {
      ...(status !== null && { status }),
      ...(wait !== null && { retry_after_seconds: wait }),
      cause,
    });
  }
  // A frame that is no JSON, or a body that ended inside one.
  return new VendorError("openrouter", has_begun ? "cut" : "invalid_answer", { cause });
}

/** "20", or a date. */
function secondsOf(header: string | null | undefined): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
