import type { AgentServices } from "#agents/ports.ts";
import { env } from "../../env.ts";
import type { IntegrationRow } from "./ensure.ts";
import type { Integration } from "./schema.ts";

/** The row as an admin sees it, with who answers in this process: the vendors or the simulator. */
export function presentIntegration(row: IntegrationRow, { voice, chat }: AgentServices): Integration {
  const { last_event_at, failures, last_failure_at, last_failure } = row;
  return {
    webhook_path: `/api/webhooks/elevenlabs/${row.hook_id}`,
    tools_path: "/api/agent-tools/",
    public_origin: env.PUBLIC_ORIGIN ? new URL(env.PUBLIC_ORIGIN).origin : null,
    voice: { is_simulated: voice.is_simulated },
    chat: { is_simulated: chat.is_simulated },
    tool_secret_prefix: row.tool_secret_prefix,
    phone_number_id: row.phone_number_id,
    phone_provider: row.phone_provider,
    dial_concurrency: row.dial_concurrency,
    webhook: { last_event_at, failures, last_failure_at, last_failure },
    version: row.version,
  };
}
