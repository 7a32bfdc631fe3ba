import { createServer } from "node:http";
import type { AgentServices } from "#agents/ports.ts";
import { createApi } from "#server/api.ts";
import type { Recordings } from "#server/recordings.ts";
import { applySecurityHeaders } from "#server/security-headers.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { createWorld, type World } from "#tests/support/world.ts";

export interface Sending {
  token?: string;
  /** Sent as JSON, with its content type. */
  json?: unknown;
  /** Sent as it stands. */
  raw?: RequestInit["body"];
  headers?: Record<string, string>;
}

export interface Got {
  status: number;
  headers: Headers;
  text: string;
  /** The answer's JSON; {} when it is no object. */
  body: Record<string, unknown>;
  /** `body.error`, empty when there is none. */
  error: {
    code?: string;
    message?: string;
    issues?: { path: string; code: string }[];
    reason?: string;
    current?: unknown;
  };
}

export interface Portal {
  database: TestDatabase;
  world: World;
  origin: string;
  send(method: string, path: string, sending?: Sending): Promise<Got>;
  close(): Promise<void>;
}

/** The API as main.ts serves it, on a port of its own, over two companies. */
export async function openPortal(options: { recordings?: Recordings; agents?: AgentServices } = {}): Promise<Portal> {
  const database = await createDatabase();
  const world = await createWorld(database, { poolSize: 4 });
  const api = createApi({ databaseUrl: database.appUrl, poolSize: 6, ...options });
  const server = createServer((req, res) => {
    applySecurityHeaders(req, res, { dev: false, secure: false });
    void api.handle(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const origin = `http://127.0.0.1:${address.port}`;

  return {
    database,
    world,
    origin,
    async send(method, path, { token, json, raw, headers = {} } = {}) {
      const response = await fetch(origin + path, {
        method,
        headers: {
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...(json !== undefined && { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(raw !== undefined && { body: raw, duplex: "half" }),
      });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json") && text !== "";
      const body = Object(isJson ? JSON.parse(text) : {});
      return { status: response.status, headers: response.headers, text, body, error: body.error ?? {} };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await api.stop();
      await world.close();
      await database.drop();
    },
  };
}
