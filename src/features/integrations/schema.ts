import * as z from "zod";
import { phone_providers } from "#drizzle/values.ts";
import { instantOut, line } from "#lib/fields.ts";

export const ReadIntegration = z.strictObject({});

/** Whether the vendor's reports arrive. `failures` counts refused deliveries since the last good one, one a minute at most. */
const WebhookHealth = z.object({
  last_event_at: instantOut().nullable(),
  failures: z.int(),
  last_failure_at: instantOut().nullable(),
  /** A word of ours: "signature", "body" or "foreign_agent". */
  last_failure: z.string().nullable(),
});

/** How the company is joined to the voice vendor. No secret is ever in it. */
export const Integration = z.object({
  /** The path of the company's webhook below the portal's own address. */
  webhook_path: z.string(),
  /** The path that a tool's name is put behind. */
  tools_path: z.string(),
  /** The whole of the two, when the portal's public address is set. */
  public_origin: z.string().nullable(),
  voice: z.object({ is_simulated: z.boolean() }),
  chat: z.object({ is_simulated: z.boolean() }),
  tool_secret_prefix: z.string().nullable(),
  phone_number_id: z.string().nullable(),
  phone_provider: z.enum(phone_providers),
  dial_concurrency: z.int(),
  webhook: WebhookHealth,
  version: z.int(),
});
export type Integration = z.infer<typeof Integration>;

/** `version` as it was read; without one the last word wins. */
export const SaveIntegration = z.strictObject({
  phone_number_id: line(200).nullish(),
  phone_provider: z.enum(phone_providers).optional(),
  dial_concurrency: z.int().min(1).max(50).optional(),
  version: z.int().optional(),
});
export type SaveIntegration = z.infer<typeof SaveIntegration>;

export const RotateToolSecret = z.strictObject({});
/** `secret` is in this one answer and nowhere else. */
export const RotatedToolSecret = z.object({ secret: z.string(), tool_secret_prefix: z.string() });
export type RotatedToolSecret = z.infer<typeof RotatedToolSecret>;
