import { VendorError, type VendorFault } from "../ports.ts";
import { FailureBody, FailureDetail } from "./wire.ts";

/** What an answer that is no success means. The code in the body says more than the status: an empty account is told by 401
 *  like a wrong key, and a key without the right to do something likewise. */
export async function failureOf(answer: Response, now = Date.now()): Promise<VendorError> {
  const code = codeIn(await answer.text().catch(() => ""));
  return new VendorError("elevenlabs", faultOf(answer.status, code), {
    status: answer.status,
    ...retryAfter(answer.headers.get("retry-after"), now),
  });
}

function faultOf(status: number, code: string | null): VendorFault {
  if (code === "quota_exceeded") return "quota";
  if (status === 401) return "unauthorized";
  if (status === 402) return "no_credit";
  if (status === 404 || code?.endsWith("_not_found")) return "not_found";
  if (status === 408) return "timeout";
  if (status === 429) return "rate_limited";
  if (status === 425 || status >= 500) return "unavailable";
  return "refused";
}

function codeIn(body: string): string | null {
  try {
    const { detail } = FailureBody.parse(JSON.parse(body));
    const { status, code } = FailureDetail.parse(detail);
    return status ?? code ?? null;
  } catch {
    return null; // `detail` is a sentence, a list of wrong fields, or a proxy's page: the status alone decides.
  }
}

/** Seconds or a date, as HTTP allows. */
function retryAfter(header: string | null, now: number): { retry_after_seconds?: number } {
  if (header === null) return {};
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? { retry_after_seconds: Math.max(0, Math.ceil(seconds)) } : {};
}
