import { createServer } from "node:http";
import type { SimulatorOptions } from "./simulation.ts";
import { createSimulator, type Simulator } from "./simulator.ts";

/** A simulator that listens by itself on 127.0.0.1, for tests and by hand. */
export interface RunningSimulator extends Omit<Simulator, "handle" | "upgrade"> {
  /** "http://127.0.0.1:40123/simulator": below it are /elevenlabs and /openrouter/api/v1. */
  url: string;
  webhook_secret: string;
}

/** Starts one. Without `portal_url` webhooks and server tools go nowhere. `port` 0 takes a free one. */
export async function startSimulator(
  options: Partial<SimulatorOptions> & { port?: number } = {},
): Promise<RunningSimulator> {
  const { port = 0, webhook_secret = "wsec_simulator", portal_url = "http://127.0.0.1:9", ...others } = options;
  const simulator = createSimulator({ ...others, webhook_secret, portal_url });
  const server = createServer((req, res) => {
    if (!simulator.handle(req, res)) res.writeHead(404).end();
  });
  server.on("upgrade", (req, socket, head) => {
    if (!simulator.upgrade(req, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const { api_key, faults, log, deliveries, speak } = simulator;
  return {
    url: `http://127.0.0.1:${bound}/simulator`,
    webhook_secret,
    api_key,
    faults,
    log,
    deliveries,
    speak,
    stop: async () => {
      await simulator.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
