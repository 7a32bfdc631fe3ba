import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A dial that reached the vendor. */
export interface Dialled {
  attempt_id: string;
  to: string;
  conversation_id: string;
}

/** The voice vendor's outbound call on the wire, and nothing else of it: every request that arrives is a phone that rings.
 *  `before` may hold an answer back; `after` runs when it was sent. */
export async function startFakeVendor() {
  const dialled: Dialled[] = [];
  const hooks: { before?: (() => Promise<void> | void) | undefined; after?: (() => void) | undefined } = {};
  const server = createServer(async (req, res) => {
    const body = JSON.parse(await textOf(req)) as {
      to_number: string;
      conversation_initiation_client_data: { dynamic_variables: { attempt_id: string } };
    };
    const { attempt_id } = body.conversation_initiation_client_data.dynamic_variables;
    const conversation_id = `conv_${dialled.length + 1}`;
    dialled.push({ attempt_id, to: body.to_number, conversation_id });
    await hooks.before?.();
    res.setHeader("Content-Type", "application/json");
    res.end(JSON.stringify({ success: true, message: "ok", conversation_id, callSid: "CA1" }), () => hooks.after?.());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    dialled,
    hooks,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of req) text += String(chunk);
  return text;
}
