import { startJobs } from "#jobs/runner.ts";
import { log } from "#server/log.ts";
import { env } from "#src/env.ts";
import { scriptedAgents } from "./dialling.ts";

// A process of background jobs as src/worker.ts is one, that calls through a vendor on the wire.
const { agents, recordings } = scriptedAgents(async (call) => {
  const answer = await fetch(`${env.ELEVENLABS_BASE_URL}/v1/convai/twilio/outbound-call`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      agent_id: call.vendor_agent_id,
      agent_phone_number_id: call.phone_number_id,
      to_number: call.to,
      conversation_initiation_client_data: { dynamic_variables: call.variables },
    }),
  });
  const { conversation_id } = (await answer.json()) as { conversation_id: string };
  return conversation_id;
});
const jobs = await startJobs({ workerUrl: env.DATABASE_WORKER_URL ?? "", agents, recordings, log });
process.on("SIGTERM", async () => {
  await jobs.stop();
  process.exit(0);
});
