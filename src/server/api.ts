import type { IncomingMessage, ServerResponse } from "node:http";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { AgentServices } from "#agents/ports.ts";
import { agentToolAsked, answerAgentTool } from "#rest/agent-tools.ts";
import { handleRest } from "#rest/handler.ts";
import { answerRecording, recordingAsked } from "#rest/recording.ts";
import { answerWebhook, webhookAsked } from "#rest/webhooks.ts";
import { createContext, type Services } from "./context.ts";
import { callDoor } from "./doors.ts";
import { type EdgeRefusal, longest_body, refusedAtTheEdge, tooLarge } from "./edges.ts";
import { logFailure } from "./log.ts";
import { publishToPages } from "./pages.ts";
import type { Recordings } from "./recordings.ts";
import { requestFacts } from "./request-facts.ts";
import { appRouter } from "./root.ts";
import { openServices } from "./services.ts";
import { answerQueries, queriesAsked } from "./trpc-queries.ts";

export interface Api {
  /** Answers any request below /api/. Never rejects. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Ends streams' sources and the database connections. */
  stop(): Promise<void>;
  services: Services;
}

const most_procedures = 20;

/** The API of one process: tRPC, the HTTP contract beside it, and a health check, over one pool. */
export function createApi(options: {
  databaseUrl: string;
  poolSize?: number;
  recordings?: Recordings;
  agents?: AgentServices;
}): Api {
  const services = openServices(options);
  const { recordings } = services;
  publishToPages(services);

  return {
    services,
    stop: () => services.stop(),
    async handle(req, res) {
      try {
        const url = new URL(req.url ?? "/", "http://portal");
        // Machines carry a signature or a secret of their own; the edge is for browsers.
        const hook_id = webhookAsked(url.pathname);
        if (hook_id !== null) return await answerWebhook(req, res, hook_id, services);
        const tool = agentToolAsked(url.pathname);
        if (tool !== null) return await answerAgentTool(req, res, tool, services);
        const refusal = refusedAtTheEdge(req);
        if (refusal) return refuse(req, res, refusal);
        if (url.pathname.startsWith("/api/trpc/")) return await answerTrpc(req, res, url);
        if (url.pathname === "/api/health") return await answerHealth(res);
        const id = recordingAsked(url.pathname);
        if (id !== null) {
          const ctx = createContext(services, requestFacts(req, res));
          return await answerRecording(req, res, { id, query: url.searchParams, ctx, recordings });
        }
        await answerRest(req, res, url);
      } catch (cause) {
        logFailure(cause, { request_id: res.getHeader("x-request-id"), path: req.url?.split("?")[0] });
        if (!res.headersSent) send(res, 500, errorBody(res, "INTERNAL", "Something went wrong on our side."));
        else res.destroy();
      }
    },
  };

  async function answerTrpc(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    res.setHeader("Cache-Control", "no-store");
    const path = url.pathname.slice("/api/trpc/".length);
    const asked = queriesAsked(req, path, url.searchParams, most_procedures);
    if (req.headers["trpc-accept"] === "application/jsonl") keepFlowing(res);
    if (asked) return send(res, ...(await answerQueries(asked, createContext(services, requestFacts(req, res)))));
    await nodeHTTPRequestHandler({
      router: appRouter,
      req,
      res,
      path,
      maxBatchSize: most_procedures,
      maxBodySize: longest_body,
      createContext: () => createContext(services, requestFacts(req, res)),
    });
  }

  async function answerRest(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const body = await readJson(req);
    if ("refusal" in body) return refuse(req, res, body.refusal);
    const answer = await handleRest({
      method: req.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      body: body.value,
      ctx: createContext(services, requestFacts(req, res)),
    });
    for (const [name, value] of Object.entries(answer.headers)) res.setHeader(name, value);
    send(res, answer.status, answer.body);
  }

  async function answerHealth(res: ServerResponse): Promise<void> {
    try {
      await callDoor(services.pool, "select 1", []);
      send(res, 200, { ok: true });
    } catch {
      send(res, 503, { ok: false }); // The cause is in the log of whoever's request failed; a probe learns only that.
    }
  }
}

/** Lines leave as they are made: no proxy may gather, compress or keep them. */
function keepFlowing(res: ServerResponse): void {
  res.setHeader("Cache-Control", "no-store, no-transform");
  res.setHeader("X-Accel-Buffering", "no");
  res.socket?.setNoDelay(true);
}

async function readJson(req: IncomingMessage): Promise<{ value: unknown } | { refusal: EdgeRefusal }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > longest_body) return { refusal: tooLarge };
    chunks.push(chunk);
  }
  if (size === 0) return { value: undefined };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return { value: JSON.parse(text) };
  } catch {
    return { refusal: { status: 400, code: "INVALID", message: "The body is not valid JSON in UTF-8." } };
  }
}

function refuse(req: IncomingMessage, res: ServerResponse, refusal: EdgeRefusal): void {
  // What is still on its way is not read: the connection ends with the answer.
  if (refusal.status === 413) res.setHeader("Connection", "close");
  send(res, refusal.status, errorBody(res, refusal.code, refusal.message));
  req.resume();
}

const errorBody = (res: ServerResponse, code: string, message: string) => ({
  error: { code, message, request_id: res.getHeader("x-request-id") ?? null },
});

function send(res: ServerResponse, status: number, body: unknown): void {
  res.statusCode = status;
  res.setHeader("Cache-Control", "no-store");
  if (typeof body === "string" || body === null) return void res.end(body ?? undefined);
  res.setHeader("Content-Type", "application/json; charset=utf-8");
  res.end(JSON.stringify(body));
}
