import * as z from "zod";
import type { JobName, Jobs } from "./names.ts";

const id = () => z.uuid();

const Notice = z.object({
  subject_table: z.string(),
  subject_id: id(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** What each job's payload must look like when it is taken from the queue, beside its company. Every name has one. */
export const payloads: { [Name in JobName]: z.ZodType<Jobs[Name]> } = {
  start_campaign: z.object({ campaign_id: id() }),
  dial_campaign: z.object({ campaign_id: id() }),
  poll_call: z.object({ conversation_id: id(), tries: z.int() }),
  fetch_recording: z.object({ conversation_id: id(), tries: z.int() }),
  summarise_conversation: z.object({ conversation_id: id() }),
  send_mail: z.object({ mail_id: id(), notice: Notice.optional() }),
};
