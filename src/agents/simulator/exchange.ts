import type { IncomingMessage, ServerResponse } from "node:http";

/** One request to the simulator, its body read. `body` is {} where there is none or it is no JSON object. */
export interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  method: string;
  /** Below /simulator. */
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

/** A request as it arrived, for tests that count. Credentials are left out. */
export interface LoggedRequest {
  at: number;
  method: string;
  path: string;
  body: Record<string, unknown>;
  headers: Record<string, string>;
}

const longest_body = 8 * 1024 * 1024;

/** Reads a request to its end. Throws RangeError when it is longer than 8 MB. */
export async function readExchange(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > longest_body) throw new RangeError("too long");
    chunks.push(chunk);
  }
  return {
    req,
    res,
    method: req.method ?? "GET",
    path,
    query,
    body: asObject(parse(Buffer.concat(chunks).toString())),
  };
}

/** A JSON object, or {} for everything else. */
export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Parsed JSON; undefined for what is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Whoever sent it is answered as if nothing had been said.
  }
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (res.destroyed) return;
  res.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers });
  res.end(JSON.stringify(body));
}

export function logged({ req, method, path, body }: Exchange, at: number): LoggedRequest {
  const kept = ["http-referer", "x-title", "x-openrouter-title", "user-agent", "x-stainless-retry-count"];
  const headers = Object.fromEntries(
    kept.flatMap((name) => (req.headers[name] ? [[name, String(req.headers[name])]] : [])),
  );
  return { at, method, path, body, headers };
}
