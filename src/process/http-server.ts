import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#lib/refusal.ts";

export type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** Takes a socket over, or leaves it alone: false. */
export type Upgrader = (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

export interface HttpServer {
  readonly port: number;
  /** Until this is called, every request is told to come back. */
  serve(handler: Handler): void;
  /** Asks this whenever a connection wants to become another protocol. What it leaves is for whoever else listens: Next has
   *  its development socket there. */
  onUpgrade(upgrader: Upgrader): void;
  /** Takes no new connection, ends event streams, and waits for what is being answered: at most `patience_ms`. */
  drain(patience_ms: number): Promise<void>;
}

/** Listens at once, so that a taken port is found before any slow work and stays ours meanwhile.
 *  Throws Refusal when it cannot listen there. */
export async function listen(port: number, host: string | undefined): Promise<HttpServer> {
  let handler: Handler = comeBack;
  let isDraining = false;
  const open = new Set<ServerResponse>();
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 72_000 },
    (req, res) => {
      open.add(res);
      res.once("close", () => open.delete(res));
      if (isDraining) res.setHeader("Connection", "close");
      handler(req, res);
    },
  );
  await bind(server, port, host);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    serve: (next) => {
      handler = next;
    },
    onUpgrade: (upgrader) => void server.on("upgrade", upgrader),
    drain: async (patience_ms) => {
      isDraining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const res of open) if (isEventStream(res)) endStream(res);
      const patience = new AbortController();
      await Promise.race([closed, pause(patience_ms, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
      server.closeAllConnections();
    },
  };
}

function bind(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Refusal(
        `Port ${port} is taken: stop what listens there, or choose another one with PORT=${port + 1}.`,
      );
    case "EACCES":
      return new Refusal(`This user may not listen on port ${port}: choose one above 1023 with PORT.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Refusal("HOST is no address of this machine: correct it, or leave it out to listen on all of them.");
    default:
      return error;
  }
}

function isEventStream(res: ServerResponse): boolean {
  // Headers given to writeHead() alone cannot be read back: there the request tells.
  const type = res.getHeader("content-type") ?? res.req.headers.accept;
  return String(type).startsWith("text/event-stream");
}

/** The writer behind the stream learns of it only now, and may have one more line on its way. */
function endStream(res: ServerResponse): void {
  res.on("error", () => undefined);
  res.end();
}

function comeBack(_: IncomingMessage, res: ServerResponse): void {
  res.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "2", "Cache-Control": "no-store" });
  res.end("The portal is starting. البوابة قيد التشغيل.\n");
}
