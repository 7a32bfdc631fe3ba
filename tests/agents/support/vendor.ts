import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { elevenLabsVoice } from "#agents/elevenlabs/voice.ts";
import { openAgents } from "#agents/open-agents.ts";
import type { AgentServices } from "#agents/ports.ts";

export const webhook_secret = "wsec_of_the_tests";
/** The agent that a company without one of its own has at this vendor, as the simulator names it. */
export const agentOf = (hook_id: string) => `agent_sim_${hook_id}`;

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, or as it stands when it is bytes. */
  body?: unknown;
}

export interface Vendor {
  agents: AgentServices;
  base_url: string;
  /** "GET /v1/convai/…" -> what is answered, one after the other; the last again and again. */
  replies: Map<string, Reply[]>;
  /** Every request, in order. */
  asked: { call: string; key: string | undefined; body: unknown }[];
  close(): Promise<void>;
}

/** The far end of the wire: answers ElevenLabs' paths with what a test lays out in the vendor's own JSON. */
export async function openVendor(): Promise<Vendor> {
  const replies: Vendor["replies"] = new Map();
  const asked: Vendor["asked"] = [];
  const server = createServer(async (req, res) => {
    const call = `${req.method} ${req.url?.split("?")[0]}`;
    asked.push({ call, key: req.headers["xi-api-key"]?.toString(), body: await jsonOf(req) });
    const queue = replies.get(call) ?? [];
    const reply = (queue.length > 1 ? queue.shift() : queue[0]) ?? {
      status: 404,
      body: { detail: { status: "document_not_found", message: "no" } },
    };
    res.writeHead(reply.status ?? 200, reply.headers);
    res.end(reply.body instanceof Uint8Array ? reply.body : JSON.stringify(reply.body ?? null));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const base_url = `http://127.0.0.1:${address.port}`;
  return {
    agents: {
      ...openAgents(),
      voice: elevenLabsVoice({ api_key: "key", base_url, is_simulated: true }),
      webhook_secrets: ["an older one", webhook_secret],
      defaultVoiceAgent: agentOf,
    },
    base_url,
    replies,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function jsonOf(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}

/** A body as the vendor signs it at `seconds`, unix time. */
export function signed(body: string | Buffer, seconds = Math.floor(Date.now() / 1000), secret = webhook_secret) {
  const hash = createHmac("sha256", secret).update(`${seconds}.`).update(body).digest("hex");
  return { "Content-Type": "application/json", "ElevenLabs-Signature": `t=${seconds},v0=${hash}` };
}

const started = 1_795_000_000;

/** A conversation in the vendor's own JSON: GET /v1/convai/conversations/{id} and `data` of its webhook. */
export function detailOf(conversation_id: string, agent_id: string, changes: Record<string, unknown> = {}) {
  return {
    agent_id,
    conversation_id,
    status: "done",
    metadata: {
      start_time_unix_secs: started,
      call_duration_secs: 95,
      cost: 296,
      cost_fiat: 0.0421,
      termination_reason: "end_call tool was called",
      main_language: "ar",
    },
    analysis: {
      call_successful: "success",
      transcript_summary: "Asked for a villa and booked a viewing.",
      data_collection_results: {
        budget: { data_collection_id: "budget", value: 2_400_000, rationale: "said so" },
        rooms: { data_collection_id: "rooms", value: null },
      },
    },
    has_audio: true,
    transcript: [
      { role: "agent", message: "السلام عليكم، معك نورة", time_in_call_secs: 0, conversation_turn_metrics: null },
      {
        role: "user",
        message: "أبغى فيلا في النرجس",
        time_in_call_secs: 4,
        conversation_turn_metrics: { convai_asr: { elapsed_time: 0.2 } },
      },
      {
        role: "agent",
        message: null,
        time_in_call_secs: 6,
        tool_calls: [
          {
            type: "client",
            request_id: "call_1",
            tool_name: "search_properties",
            params_as_json: '{"district":"النرجس"}',
          },
        ],
        tool_results: [
          {
            request_id: "call_1",
            tool_name: "search_properties",
            result_value: '{"found":2}',
            is_error: false,
            tool_latency_secs: 0.42,
          },
        ],
        conversation_turn_metrics: { metrics: { convai_llm: { elapsed_time: 0.9 } } },
      },
      { role: "agent", message: "عندي فيلتان هناك", time_in_call_secs: 9 },
    ],
    ...changes,
  };
}

export const transcription = (data: unknown, event_timestamp = started + 120) =>
  JSON.stringify({ type: "post_call_transcription", event_timestamp, data });

export const sound = Buffer.from("ID3 the sound of a call");
export const audioEvent = (conversation_id: string, agent_id: string, event_timestamp = started + 121) =>
  JSON.stringify({
    type: "post_call_audio",
    event_timestamp,
    data: { agent_id, conversation_id, full_audio: sound.toString("base64") },
  });
