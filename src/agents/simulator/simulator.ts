import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { isAgent } from "./elevenlabs/agents.ts";
import { answerElevenLabs } from "./elevenlabs/routes.ts";
import { checkSignature } from "./elevenlabs/signature.ts";
import { runVoiceSession } from "./elevenlabs/voice-session.ts";
import { logged, readExchange, sendJson } from "./exchange.ts";
import type { Faults } from "./faults.ts";
import { answerOpenRouter } from "./openrouter/routes.ts";
import { openSimulation, type Simulation, type SimulatorOptions } from "./simulation.ts";

/** ElevenLabs and OpenRouter as they are on the wire, inside this process: below /simulator/elevenlabs (REST and the voice
 *  socket) and /simulator/openrouter/api/v1. Nothing of it is reachable without `api_key`, or for sockets a signature. */
export interface Simulator {
  /** What both vendors' headers have to carry. */
  readonly api_key: string;
  readonly faults: Faults;
  readonly log: Simulation["log"];
  readonly deliveries: Simulation["deliveries"];
  /** Answers a request below /simulator/; false: not the simulator's. */
  handle(req: IncomingMessage, res: ServerResponse): boolean;
  /** Takes over a socket below /simulator/; false: not the simulator's. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** The next voice session's microphone says these lines, one after every so many pieces of sound. */
  speak(lines: readonly string[], every_chunks: number): void;
  /** Ends sockets and running calls. */
  stop(): Promise<void>;
}

const socket_path = "/simulator/elevenlabs/v1/convai/conversation";

export function createSimulator(options: SimulatorOptions): Simulator {
  const simulation = openSimulation(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1024 * 1024,
    // Browsers give up on a server that does not take the subprotocol they offer.
    handleProtocols: (offered) => (offered.has("convai") ? "convai" : false),
  });
  return {
    api_key: simulation.api_key,
    faults: simulation.faults,
    log: simulation.log,
    deliveries: simulation.deliveries,
    handle: (req, res) => {
      const url = new URL(req.url ?? "/", "http://simulator");
      if (!url.pathname.startsWith("/simulator/")) return false;
      answer(simulation, req, res, url).catch((error: unknown) => {
        if (!res.headersSent && !res.destroyed)
          sendJson(res, error instanceof RangeError ? 413 : 500, { detail: String(error) });
        else res.destroy();
      });
      return true;
    },
    upgrade: (req, socket, head) => {
      const url = new URL(req.url ?? "/", "http://simulator");
      if (!url.pathname.startsWith("/simulator/")) return false;
      if (url.pathname !== socket_path) {
        socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
        return true;
      }
      sockets.handleUpgrade(req, socket, head, (client) => {
        const agent_id = url.searchParams.get("agent_id") ?? "";
        const verdict = checkSignature(simulation, url.searchParams);
        if (verdict === "expired") return client.close(1008, "The signed URL has expired");
        if (verdict === "bad") return client.close(3000, "Could not authorize the conversation");
        if (!isAgent(simulation, agent_id)) {
          return client.close(3000, "The AI agent you are trying to reach does not exist.");
        }
        runVoiceSession(simulation, client, { agent_id, conversation_id: url.searchParams.get("conversation_id") });
      });
      return true;
    },
    speak: (lines, every_chunks) => void simulation.scripts.push({ lines: [...lines], every_chunks }),
    stop: async () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await simulation.stop();
    },
  };
}

async function answer(simulation: Simulation, req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
  const exchange = await readExchange(req, res, url.pathname.slice("/simulator".length), url.searchParams);
  simulation.log.push(logged(exchange, simulation.now()));
  if (exchange.path.startsWith("/openrouter/")) return answerOpenRouter(simulation, exchange);
  if (exchange.path.startsWith("/elevenlabs/")) return answerElevenLabs(simulation, exchange);
  sendJson(res, 404, {
    detail: { status: "not_found", message: "The simulator speaks for elevenlabs and openrouter." },
  });
}
