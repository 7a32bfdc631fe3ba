import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";

/** One line for each answered request: no query, no body, no name and no address, since those may be personal. */
export function logRequest(log: Logger, request_id: string, req: IncomingMessage, res: ServerResponse): void {
  const started = performance.now();
  res.once("close", () => {
    const path = req.url?.split("?")[0] ?? "";
    const line = {
      request_id,
      method: req.method,
      path,
      status: res.statusCode,
      ms: Math.round(performance.now() - started),
      ...(res.writableFinished ? {} : { was_cut: true }),
    };
    if (path.startsWith("/_next/")) log.debug(line, "request");
    else log.info(line, "request");
  });
}
