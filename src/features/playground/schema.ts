import * as z from "zod";
import { conversation_modes, genders, locales } from "#drizzle/values.ts";
import { Took } from "#features/conversations/schema.ts";
import { id, line } from "#lib/fields.ts";

/** A machine as the playground presents it. */
const PlaygroundAgent = z.object({
  name: z.string(),
  name_en: z.string(),
  gender: z.enum(genders),
  language: z.enum(locales),
  greeting: z.string(),
  /** 0 has never been saved: it is put together from the company's settings. */
  version: z.int(),
  model: z.string().nullable(),
  /** Whether the built-in simulator answers instead of the vendor. */
  is_simulated: z.boolean(),
});
export type PlaygroundAgent = z.infer<typeof PlaygroundAgent>;

export const ReadPlayground = z.strictObject({});
export const Playground = z.object({ voice: PlaygroundAgent, chat: PlaygroundAgent });
export type Playground = z.infer<typeof Playground>;

/** `real`: tools write and the talk counts. `trial`: it is kept and marked, tools write nothing, and it is never counted. */
export const BeginChat = z.strictObject({ mode: z.enum(conversation_modes).default("real") });
export type BeginChat = z.infer<typeof BeginChat>;

export const BegunChat = z.object({
  conversation_id: id(),
  mode: z.enum(conversation_modes),
  /** The agent's first line, saved. */
  greeting: z.string(),
});
export type BegunChat = z.infer<typeof BegunChat>;

/** What the customer says. `turn_id` is made by the caller: the same one again never becomes a second line. With `retry` the
 *  answer to a line that broke off or failed is asked for once more; once a line. */
export const Say = z.strictObject({
  conversation_id: id(),
  turn_id: id(),
  text: line(4000),
  retry: z.boolean().default(false),
});
export type Say = z.infer<typeof Say>;

/** Why an answer failed, in words of ours; the screen has a sentence for each. */
export const turn_faults = [
  "rate_limited",
  "timeout",
  "cut",
  "unavailable",
  "no_credit",
  "unauthorized",
  "refused",
  "model_not_found",
  "too_many_steps",
] as const;

export const TurnEvent = z.discriminatedUnion("kind", [
  /** The next words of the answer. */
  z.object({ kind: z.literal("text"), text: z.string() }),
  /** A tool begins (`running`) or has ended, by its `call_id`; `text` is its result in a short sentence. */
  z.object({
    kind: z.literal("tool"),
    call_id: z.string(),
    name: z.string(),
    state: z.enum(["running", "done", "failed"]),
    text: z.string(),
    duration_ms: z.int().nullable(),
    arguments: z.unknown().optional(),
    result: z.unknown().optional(),
  }),
  /** The answer is whole and saved. `totals` are the conversation's. */
  z.object({
    kind: z.literal("done"),
    took: Took,
    totals: z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), cost_usd_micros: z.int() }),
    customer: z.object({ id: id(), name: z.string() }).nullable(),
    is_handed_over: z.boolean(),
  }),
  /** The answer broke off or never began; what came of it is saved and marked. */
  z.object({
    kind: z.literal("failed"),
    fault: z.enum(turn_faults),
    retry_after_seconds: z.int().nullable(),
    can_retry: z.boolean(),
  }),
]);
export type TurnEvent = z.infer<typeof TurnEvent>;

/** How a turn failed, as it is kept with its line. */
export const TurnFailure = z.object({ fault: z.enum(turn_faults), retry_after_seconds: z.int().nullable() });

export const AskBrokenTurn = z.strictObject({ conversation_id: id() });
export type AskBrokenTurn = z.infer<typeof AskBrokenTurn>;

/** The customer's line whose answer broke off last, and whether it may be asked for again. */
export const BrokenTurn = z.object({
  broken: z.object({ turn_id: id(), text: z.string(), fault: z.enum(turn_faults), can_retry: z.boolean() }).nullable(),
});
export type BrokenTurn = z.infer<typeof BrokenTurn>;

export const EndChat = z.strictObject({ conversation_id: id() });
export type EndChat = z.infer<typeof EndChat>;
export const EndedChat = z.object({ conversation_id: id() });
