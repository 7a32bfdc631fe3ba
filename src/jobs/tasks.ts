import type { AgentServices } from "#agents/ports.ts";
import { fetchRecording } from "#features/calls/fetch-recording.ts";
import { pollCall } from "#features/calls/poll.ts";
import { dialCampaign, startScheduledCampaign } from "#features/campaigns/jobs.ts";
import { sendMail } from "#features/notifications/mail/send-mail.ts";
import { summariseConversation } from "#features/summaries/summarise.ts";
import type { Pool } from "#server/pool.ts";
import type { Recordings } from "#server/recordings.ts";
import type { Claims } from "#server/tenant.ts";
import type { JobName, Jobs } from "./names.ts";

/** What a job runs with. Tables are reached through `inTenant(pool, claims, …)`, vendors never inside a transaction. */
export interface JobContext {
  pool: Pool;
  agents: AgentServices;
  recordings: Recordings;
  /** Role `system` in the job's company. */
  claims: Claims;
}

/** A job that throws is tried again, later each time. */
export type Task<Name extends JobName> = (payload: Jobs[Name], context: JobContext) => Promise<void>;

/** Every job's work; one line a job. */
export const tasks: { [Name in JobName]?: Task<Name> } = {
  summarise_conversation: summariseConversation,
  send_mail: sendMail,
  poll_call: pollCall,
  fetch_recording: fetchRecording,
  start_campaign: startScheduledCampaign,
  dial_campaign: dialCampaign,
};
