import * as z from "zod";
import { ask, bad, type Finding, good, note } from "./finding.ts";

const Refusal = z.object({ detail: z.object({ status: z.string().nullish(), code: z.string().nullish() }) });
const Agents = z.object({ agents: z.array(z.object({ agent_id: z.string() })) });
const Agent = z.object({
  name: z.string().nullish(),
  conversation_config: z
    .object({ conversation: z.object({ client_events: z.array(z.string()).nullish() }).nullish() })
    .nullish(),
  platform_settings: z.object({ auth: z.object({ enable_auth: z.boolean().nullish() }).nullish() }).nullish(),
});
const Webhooks = z.object({
  webhooks: z.array(
    z.object({ webhook_url: z.string(), is_disabled: z.boolean().nullish(), is_auto_disabled: z.boolean().nullish() }),
  ),
});

const needed_events = ["audio", "interruption", "user_transcript", "agent_response", "client_tool_call", "ping"];

export interface ElevenLabsOptions {
  base_url: string;
  api_key: string;
  /** Agents to look at; none: all of the workspace, at most 100. */
  agent_ids: readonly string[];
  public_origin: string | null;
  has_webhook_secret: boolean;
}

/** Looks at ElevenLabs as the portal would use it: the key and its rights, the agents, a number to call from, the webhook. */
export async function examineElevenLabs(options: ElevenLabsOptions): Promise<Finding[]> {
  const get = (path: string) => ask(`${options.base_url}/v1${path}`, { "xi-api-key": options.api_key });
  const list = await get("/convai/agents?page_size=100");
  if (list.status === 0) {
    return [
      bad(
        `ElevenLabs does not answer at ${options.base_url} (${list.trouble}). Correct ELEVENLABS_BASE_URL, or let this machine reach it.`,
      ),
    ];
  }
  if (list.status !== 200) return [keyFinding(list.status, list.body)];
  const ids =
    options.agent_ids.length > 0
      ? options.agent_ids
      : (Agents.safeParse(list.body).data?.agents.map(({ agent_id }) => agent_id) ?? []);
  const findings = [good("ElevenLabs takes the key.")];
  if (ids.length === 0) {
    findings.push(
      note(
        "The workspace has no agent yet. Make one at elevenlabs.io, and put its id into the voice agent's settings in the portal.",
      ),
    );
  }
  for (const id of ids) findings.push(...agentFindings(id, await get(`/convai/agents/${encodeURIComponent(id)}`)));
  const numbers = await get("/convai/phone-numbers");
  if (Array.isArray(numbers.body) && numbers.body.length === 0) {
    findings.push(note("No phone number is connected: campaigns cannot call until one is added at ElevenLabs."));
  }
  return [...findings, ...webhookFindings(options, await get("/workspace/webhooks"))];
}

function keyFinding(status: number, body: unknown): Finding {
  const told = Refusal.safeParse(body).data?.detail;
  const code = told?.status ?? told?.code ?? "";
  if (code === "missing_permissions")
    return bad(
      "The ElevenLabs key lacks the right to agents. Give it “ElevenAgents: read and write” at elevenlabs.io, Developers, API keys.",
    );
  if (code === "quota_exceeded" || status === 402)
    return bad(
      "The ElevenLabs account has no credits left: calls will end at once. Buy some, or wait for the next period.",
    );
  if (status === 401)
    return bad(
      "ElevenLabs does not know the key in ELEVENLABS_API_KEY. Make one at elevenlabs.io, Developers, API keys, and put it there.",
    );
  return bad(
    `ElevenLabs answers ${status} when asked for its agents. Try again; its status page is status.elevenlabs.io.`,
  );
}

function agentFindings(id: string, { status, body }: { status: number; body: unknown }): Finding[] {
  if (status === 404)
    return [
      bad(
        `There is no agent ${id} in this workspace. Correct the id in the voice agent's settings, or use the key of the workspace that has it.`,
      ),
    ];
  const agent = Agent.safeParse(body).data;
  if (status !== 200 || !agent) return [bad(`The agent ${id} could not be read (${status}).`)];
  const findings: Finding[] = [];
  if (agent.platform_settings?.auth?.enable_auth !== true) {
    findings.push(
      bad(`The agent ${id} talks to anybody who knows its id. Switch authentication on in its security settings.`),
    );
  }
  const events = agent.conversation_config?.conversation?.client_events;
  const missing = events ? needed_events.filter((name) => !events.includes(name)) : [];
  if (missing.length > 0)
    findings.push(
      bad(`The agent ${id} does not send ${missing.join(", ")} to browsers. Add them to its client events.`),
    );
  return findings.length > 0
    ? findings
    : [good(`The agent ${id} (${agent.name ?? "unnamed"}) is there and asks for a signature.`)];
}

function webhookFindings(options: ElevenLabsOptions, { status, body }: { status: number; body: unknown }): Finding[] {
  const findings: Finding[] = [];
  if (!options.has_webhook_secret) {
    findings.push(
      bad(
        "ELEVENLABS_WEBHOOK_SECRET is not set, so no webhook is believed. Put there the secret (wsec_…) that ElevenLabs showed when the webhook was made.",
      ),
    );
  }
  if (status !== 200)
    return [
      ...findings,
      note(
        `The webhooks could not be listed (${status}): the key may lack the right to them. Calls are asked for every few minutes all the same.`,
      ),
    ];
  const path = "/api/webhooks/elevenlabs/";
  const ours = Webhooks.safeParse(body).data?.webhooks.filter(({ webhook_url }) => webhook_url.includes(path)) ?? [];
  const origin = options.public_origin;
  if (ours.length === 0) {
    return [
      ...findings,
      bad(
        `No webhook leads to this portal. Add one at ElevenLabs with the address that Settings, Integrations shows (${origin ?? "https://…"}${path}…).`,
      ),
    ];
  }
  const off = ours.some((hook) => hook.is_disabled || hook.is_auto_disabled);
  if (off)
    findings.push(
      bad("The webhook is switched off at ElevenLabs, perhaps after ten failures. Switch it on again there."),
    );
  if (origin !== null && !ours.some(({ webhook_url }) => webhook_url.startsWith(origin))) {
    findings.push(
      bad(`The webhook leads elsewhere than to ${origin}. Correct its address at ElevenLabs, or PUBLIC_ORIGIN here.`),
    );
  }
  return findings.length > 0 ? findings : [good("The webhook leads here and is switched on.")];
}
