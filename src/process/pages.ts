import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";

export interface Pages {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/** Next, ready to answer: from .next, or compiling as it goes when `dev`. */
export async function openPages(dev: boolean, port: number): Promise<Pages> {
  // Imported late: it reads NODE_ENV when first evaluated.
  const { default: next } = await import("next");
  const app = next({ dev, dir: fileURLToPath(new URL("../../", import.meta.url)), hostname: "localhost", port });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (req, res) => handle(req, res), close: () => app.close() };
}
