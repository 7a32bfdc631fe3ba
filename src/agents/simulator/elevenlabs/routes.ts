import { asObject, type Exchange, sendJson } from "../exchange.ts";
import { isSame, sign } from "../key.ts";
import type { Simulation } from "../simulation.ts";
import { answerAgents, isAgent } from "./agents.ts";
import { failRequest, sendError, sendNotFound } from "./answers.ts";
import { answerBatches } from "./batch.ts";
import { answerConversations } from "./conversations.ts";
import { placeOutbound } from "./outbound.ts";
import { signedPath } from "./signature.ts";

const base = "/elevenlabs/v1";

/** ElevenLabs' REST side. Every path below /elevenlabs is answered. */
export function answerElevenLabs(simulation: Simulation, exchange: Exchange) {
  const { path, method, req } = exchange;
  if (!isSame(String(req.headers["xi-api-key"] ?? ""), simulation.api_key)) {
    return sendError(exchange, 401, "invalid_api_key", "Invalid API key");
  }
  const fault = simulation.faults.take("elevenlabs", path);
  if (fault && failRequest(exchange, fault)) return;
  const under = (prefix: string) =>
    path === `${base}${prefix}` || path.startsWith(`${base}${prefix}/`)
      ? path.slice(base.length + prefix.length)
      : null;

  if (method === "POST" && path === `${base}/convai/twilio/outbound-call`)
    return placeOutbound(simulation, exchange, "twilio", fault);
  if (method === "POST" && path === `${base}/convai/sip-trunk/outbound-call`)
    return placeOutbound(simulation, exchange, "sip_trunk", fault);
  if (method === "GET" && path === `${base}/convai/conversation/get-signed-url`)
    return giveSignedUrl(simulation, exchange);
  if (method === "GET" && path === `${base}/convai/conversation/token`) return giveToken(simulation, exchange);
  const conversations = under("/convai/conversations");
  if (conversations !== null) return answerConversations(simulation, exchange, conversations);
  const batches = under("/convai/batch-calling");
  if (batches !== null) return answerBatches(simulation, exchange, batches);
  const agents = under("/convai/agents");
  if (agents !== null) return answerAgents(simulation, exchange, agents);
  const numbers = under("/convai/phone-numbers");
  if (numbers !== null) return answerNumbers(exchange, numbers);
  const webhooks = under("/workspace/webhooks");
  if (webhooks !== null) return answerWebhooks(simulation, exchange);
  sendNotFound(exchange, "route");
}

function giveSignedUrl(simulation: Simulation, exchange: Exchange) {
  const agent_id = exchange.query.get("agent_id") ?? "";
  if (!isAgent(simulation, agent_id)) return sendNotFound(exchange, "agent");
  const named = exchange.query.get("include_conversation_id") === "true" ? simulation.nextId("conv") : null;
  const origin = `ws://${exchange.req.headers.host ?? "127.0.0.1"}`;
  sendJson(exchange.res, 200, { signed_url: `${origin}${signedPath(simulation, agent_id, named)}` });
}

/** A token of the right shape. The room behind it does not exist: the simulator speaks over the socket alone. */
function giveToken(simulation: Simulation, exchange: Exchange) {
  const agent_id = exchange.query.get("agent_id") ?? "";
  if (!isAgent(simulation, agent_id)) return sendNotFound(exchange, "agent");
  const conversation_id = simulation.nextId("conv");
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: conversation_id, video: { room: conversation_id, roomJoin: true } })}`;
  sendJson(exchange.res, 200, { token: `${claims}.${sign(simulation.webhook_secret, claims)}`, conversation_id });
}

/** Two numbers to call from. Any other id may be dialled from as well: nothing is really dialled. */
function answerNumbers(exchange: Exchange, rest: string) {
  const numbers = (["twilio", "sip_trunk"] as const).map((provider) => ({
    provider,
    phone_number_id: `phnum_sim_${provider}`,
    phone_number: "+966110000000",
    label: "Simulator",
    supports_inbound: true,
    supports_outbound: true,
    assigned_agent: null,
  }));
  if (rest === "") return sendJson(exchange.res, 200, numbers);
  const number = numbers.find(({ phone_number_id }) => phone_number_id === rest.slice(1));
  if (!number) return sendNotFound(exchange, "phone_number");
  sendJson(exchange.res, 200, number);
}

/** Every company's hook is registered by itself; what is created here is only listed. */
function answerWebhooks(simulation: Simulation, exchange: Exchange) {
  if (exchange.method === "POST") {
    const settings = asObject(exchange.body.settings);
    const webhook_id = simulation.nextId("wh");
    simulation.webhooks.set(webhook_id, { name: String(settings.name ?? ""), url: String(settings.webhook_url ?? "") });
    return sendJson(exchange.res, 200, { webhook_id, webhook_secret: simulation.webhook_secret });
  }
  const standard = {
    webhook_id: "wh_sim",
    name: "Simulator",
    webhook_url: `${simulation.portalUrl()}/api/webhooks/elevenlabs/`,
    is_disabled: false,
    is_auto_disabled: false,
    auth_type: "hmac",
  };
  const made = [...simulation.webhooks].map(([webhook_id, { name, url }]) => ({
    ...standard,
    webhook_id,
    name,
    webhook_url: url,
  }));
  sendJson(exchange.res, 200, { webhooks: [standard, ...made] });
}
