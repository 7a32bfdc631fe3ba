import { createServer } from "node:net";

/** A free TCP port on 127.0.0.1: the preferred one if nobody has it, else one the system picks. */
export async function freePort(preferred: number): Promise<number> {
  const port = await tryPort(preferred).catch(() => tryPort(0));
  return port;
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      probe.close(() => resolve(taken));
    });
  });
}
