import * as z from "zod";
import { agent_kinds, genders, locales } from "#drizzle/values.ts";
import { cursor, id, instantOut, limit, line } from "#lib/fields.ts";

const AgentKind = z.enum(agent_kinds);
export type AgentKind = z.infer<typeof AgentKind>;

/** How a machine of the company speaks, in one of its versions. `temperature` is 0 (always the same) to 2 (free). */
const Agent = z.object({
  kind: AgentKind,
  name: z.string(),
  name_en: z.string(),
  gender: z.enum(genders),
  language: z.enum(locales),
  greeting: z.string(),
  prompt: z.string(),
  model: z.string().nullable(),
  temperature: z.number(),
  vendor_agent_id: z.string().nullable(),
});

/** The one in use; version 0 has never been saved and is put together from the company's settings. */
export const CurrentAgent = Agent.extend({ version: z.int(), created_at: instantOut().nullable() });
export type CurrentAgent = z.infer<typeof CurrentAgent>;

export const ReadAgents = z.strictObject({});
export const CurrentAgents = z.object({ voice: CurrentAgent, chat: CurrentAgent });
export type CurrentAgents = z.infer<typeof CurrentAgents>;

export const AgentVersion = Agent.extend({
  id: id(),
  version: z.int(),
  created_by: z.object({ id: id(), name: z.string() }).nullable(),
  created_at: instantOut(),
});
export type AgentVersion = z.infer<typeof AgentVersion>;

export const ListAgentVersions = z.strictObject({ kind: AgentKind, cursor: cursor(), limit: limit() });
export type ListAgentVersions = z.infer<typeof ListAgentVersions>;

export const AgentVersionPage = z.object({ versions: z.array(AgentVersion), next_cursor: z.string().nullable() });
export type AgentVersionPage = z.infer<typeof AgentVersionPage>;

/** Text of several lines: trimmed, not empty. */
const passage = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !text.includes("\0"), "Contains a character that cannot be stored");

/** `version`, when given, is the one the editor began from: a colleague's later save is then a conflict. */
export const SaveAgent = z.strictObject({
  kind: AgentKind,
  version: z.int32().min(0).optional(),
  name: line(60),
  name_en: line(60),
  gender: z.enum(genders),
  language: z.enum(locales),
  greeting: passage(1000),
  prompt: passage(20_000),
  model: line(120).nullish(),
  temperature: z.number().min(0).max(2).default(0.4),
  vendor_agent_id: line(120).nullish(),
});
export type SaveAgent = z.infer<typeof SaveAgent>;

/** `id` is the version to take up again; `version` the one in use that the caller saw. */
export const RestoreAgent = z.strictObject({ id: id(), version: z.int32().min(0).optional() });
export type RestoreAgent = z.infer<typeof RestoreAgent>;
