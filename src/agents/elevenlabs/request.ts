import { setTimeout as pause } from "node:timers/promises";
import { VendorError } from "../ports.ts";
import { failureOf } from "./failure.ts";
import { parseJson } from "./json.ts";

export interface Account {
  api_key: string;
  /** "https://api.elevenlabs.io" or the simulator's. */
  base_url: string;
}

const read_ms = 10_000;
const longest_wait_seconds = 3;

/** GET, asked a second time after 429 and 5xx when the vendor lets us wait no longer than three seconds.
 *  Throws VendorError for everything that is no 2xx. */
export async function get(account: Account, path: string, timeout_ms = read_ms): Promise<Response> {
  try {
    return await send(account, path, { method: "GET" }, timeout_ms);
  } catch (failure) {
    if (!(failure instanceof VendorError) || !mayAskAgain(failure)) throw failure;
    await pause((failure.retry_after_seconds ?? 0.3) * 1000);
    return send(account, path, { method: "GET" }, timeout_ms);
  }
}

/** POST, sent once whatever happens: there is no idempotency key, and a repeated call is a second call.
 *  Throws VendorError; after `timeout`, `cut` and `unavailable` nobody knows whether it was done. */
export function postOnce(account: Account, path: string, body: unknown, timeout_ms: number): Promise<Response> {
  return send(account, path, { method: "POST", body: JSON.stringify(body) }, timeout_ms);
}

/** The body as JSON. Throws VendorError("cut") when it breaks off and ("invalid_answer") when it is none. */
export async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text().catch((cause: unknown) => {
    throw new VendorError("elevenlabs", isTimeout(cause) ? "timeout" : "cut", { cause });
  });
  try {
    return parseJson(text);
  } catch {
    throw new VendorError("elevenlabs", "invalid_answer", { status: answer.status });
  }
}

async function send({ api_key, base_url }: Account, path: string, init: RequestInit, timeout_ms: number) {
  let answer: Response;
  try {
    answer = await fetch(base_url.replace(/\/$/, "") + path, {
      ...init,
      headers: { "xi-api-key": api_key, ...(init.body !== undefined && { "Content-Type": "application/json" }) },
      redirect: "error",
      signal: AbortSignal.timeout(timeout_ms),
    });
  } catch (cause) {
    throw new VendorError("elevenlabs", isTimeout(cause) ? "timeout" : "unavailable", { cause });
  }
  if (!answer.ok) throw await failureOf(answer);
  return answer;
}

const isTimeout = (cause: unknown) => cause instanceof Error && cause.name === "TimeoutError";

function mayAskAgain({ status, retry_after_seconds }: VendorError): boolean {
  if (status !== 429 && (status === null || status < 500)) return false;
  return (retry_after_seconds ?? 0) <= longest_wait_seconds;
}
