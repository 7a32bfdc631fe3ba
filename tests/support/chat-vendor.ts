import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { openAgents } from "#agents/open-agents.ts";
import { openRouterChat } from "#agents/openrouter/chat.ts";
import type { AgentServices } from "#agents/ports.ts";

/** What the far end was sent. */
export interface Asked {
  model: string;
  user?: string;
  messages: { role: string; content: string | null; tool_call_id?: string; tool_calls?: unknown[] }[];
  tools?: { function: { name: string; parameters: unknown } }[];
}

export type Script = (res: ServerResponse, asked: Asked) => void | Promise<void>;

/** A far end that speaks the chat vendor's protocol as the test scripts it, one script a request; beyond the last one the
 *  connection is closed. The portal asks it through the real SDK. */
export interface ChatVendor {
  agents: AgentServices;
  asked: Asked[];
  headers: IncomingMessage["headers"][];
  /** The next requests are answered so, in this order. */
  next(...scripts: Script[]): void;
  /** Forgets what was asked and what was still to be answered. */
  forget(): void;
  close(): Promise<void>;
}

export async function openChatVendor(options: { patience_ms?: number } = {}): Promise<ChatVendor> {
  const scripts: Script[] = [];
  const asked: Asked[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body: Asked = JSON.parse(Buffer.concat(chunks).toString());
    asked.push(body);
    headers.push(req.headers);
    const script = scripts.shift();
    if (!script) return void req.socket.destroy();
    await script(res, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The vendor has no port.");
  const chat = openRouterChat({
    api_key: "sk-or-test",
    base_url: `http://127.0.0.1:${address.port}/api/v1`,
    is_simulated: false,
    referer: "https://portal.example.com",
    ...options,
  });
  return {
    agents: { ...openAgents(), chat },
    asked,
    headers,
    next: (...more) => void scripts.push(...more),
    forget() {
      for (const list of [scripts, asked, headers]) list.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const model = "openai/gpt-6-luna";
const chunk = (choices: unknown[], more: object = {}) =>
  `data: ${JSON.stringify({ id: "gen-1", object: "chat.completion.chunk", created: 1, model, choices, ...more })}\n\n`;
const choice = (delta: object, finish_reason: string | null = null) => [{ index: 0, delta, finish_reason }];

/** Frames as the vendor writes them. */
export const frames = {
  comment: ": OPENROUTER PROCESSING\n\n",
  words: (text: string) => chunk(choice({ role: "assistant", content: text })),
  call: (index: number, piece: { id?: string; name?: string; arguments?: string }) => {
    const { id, ...fn } = piece;
    return chunk(choice({ tool_calls: [{ index, ...(id && { id, type: "function" }), function: fn }] }));
  },
  finish: (reason: string) => chunk(choice({ content: "" }, reason)),
  usage: (cost = 0.000123) =>
    chunk([], { usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120, cost } }),
  error: (error: object) => chunk([{ index: 0, delta: { content: "" }, finish_reason: "error" }], { error }),
  done: "data: [DONE]\n\n",
};

export const begin = (res: ServerResponse) => {
  res.writeHead(200, { "Content-Type": "text/event-stream", "X-Generation-Id": "gen-1" });
  res.flushHeaders();
};

/** A whole answer in words. */
export const says =
  (...words: string[]): Script =>
  (res) => {
    begin(res);
    res.write(frames.comment);
    for (const text of words) res.write(frames.words(text));
    res.end(frames.finish("stop") + frames.usage() + frames.done);
  };

/** An answer that asks for tools, each call's arguments in two pieces. */
export const calls =
  (...wanted: { id: string; name: string; arguments: unknown }[]): Script =>
  (res) => {
    begin(res);
    wanted.forEach(({ id, name, arguments: args }, index) => {
      const text = typeof args === "string" ? args : JSON.stringify(args);
      res.write(frames.call(index, { id, name, arguments: text.slice(0, 3) }));
      res.write(frames.call(index, { arguments: text.slice(3) }));
    });
    res.end(frames.finish("tool_calls") + frames.usage() + frames.done);
  };

export const refuses =
  (status: number, error: object, headers: Record<string, string> = {}): Script =>
  (res) => {
    res.writeHead(status, { "Content-Type": "application/json", ...headers });
    res.end(JSON.stringify({ error }));
  };
