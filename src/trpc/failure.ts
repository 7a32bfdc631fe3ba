import { TRPCClientError } from "@trpc/client";

/** What a refused or failed call says of itself. `code` is the API's own, or "OFFLINE" when no answer came.
 *  `current` is the row as it is now (only on CONFLICT), in the shape of the procedure's output. */
export type Failure = {
  code: string;
  reason?: string | undefined;
  request_id?: string | undefined;
  retry_after_seconds?: number | undefined;
  current?: unknown;
  /** The wrong fields, on BAD_REQUEST. */
  issues?: readonly { path: string; code: string }[];
};

export function failureOf(error: unknown): Failure {
  const data: unknown = error instanceof TRPCClientError ? error.data : undefined;
  if (typeof data !== "object" || data === null) return { code: "OFFLINE" };
  const read = (name: string): unknown => Reflect.get(data, name);
  const text = (name: string) => {
    const value = read(name);
    return typeof value === "string" ? value : undefined;
  };
  const wait = read("retry_after_seconds");
  return {
    code: text("code") ?? "OFFLINE",
    reason: text("reason"),
    request_id: text("request_id"),
    retry_after_seconds: typeof wait === "number" ? wait : undefined,
    current: read("current"),
    issues: issuesOf(read("issues")),
  };
}

function issuesOf(value: unknown): { path: string; code: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((issue: unknown) => {
    if (typeof issue !== "object" || issue === null || !("path" in issue) || !("code" in issue)) return [];
    return [{ path: String(issue.path), code: String(issue.code) }];
  });
}

/** Worth sending again by itself: nothing was decided, the server or the line was away. */
export function isPassing(error: unknown): boolean {
  return ["OFFLINE", "SERVICE_UNAVAILABLE", "TIMEOUT", "BAD_GATEWAY", "GATEWAY_TIMEOUT"].includes(
    failureOf(error).code,
  );
}
