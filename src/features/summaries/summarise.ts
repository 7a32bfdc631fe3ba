import type { ChatProvider } from "#agents/ports.ts";
import { VendorError } from "#agents/ports.ts";
import { conversation_outcomes } from "#drizzle/values.ts";
import { currentAgent } from "#features/agents/queries.ts";
import type { Task } from "#jobs/tasks.ts";
import type { Context } from "#server/context.ts";
import type { Pool } from "#server/pool.ts";
import { machineClaims } from "#server/system-claims.ts";
import { type Claims, inTenant, type Tx } from "#server/tenant.ts";
import { env } from "../../env.ts";
import { Conflict, Limited, Unavailable } from "../../errors.ts";
import { askForSummary } from "./ask-model.ts";
import { outcomeOf, outcomesToJudge } from "./outcome-facts.ts";
import { summaryRequest } from "./prompt.ts";
import { listSummaries } from "./queries.ts";
import { type HeldTalk, holdTalk } from "./read-talk.ts";
import type { Summaries } from "./schema.ts";
import { settleFacts, settleSummary } from "./settle-talk.ts";

/** Writes what a finished conversation came to; one that is summarised as it is now, or still runs, is left alone. Safe to run
 *  any number of times. Throws VendorError, and is then tried again: what facts decide is stored by then. */
export const summariseConversation: Task<"summarise_conversation"> = async (
  { conversation_id },
  { pool, agents, claims },
) => {
  await summarise(pool, agents.chat, claims, conversation_id, { asked_by: null });
};

/** The same now, for a member of staff, whatever there is already; earlier versions stay. The system writes it, and the version
 *  names who asked. Throws NotFound, Conflict ("in_progress", "nothing_said", "unreadable": twice no summary came), Limited, Unavailable. */
export async function summariseAgain(ctx: Context & { claims: Claims }, { id }: { id: string }): Promise<Summaries> {
  const { pool, agents } = ctx.services;
  const { company_id, user_id, request_id, company } = ctx.claims;
  const system = { ...machineClaims({ company_id, ...company }, "system"), request_id };
  const found = await summarise(pool, agents.chat, system, id, { asked_by: user_id, isAgain: true }).catch(asRefusal);
  if (found !== "written") throw new Conflict(found, `This conversation was not summarised: ${found}.`);
  return inTenant(pool, ctx.claims, "read", (tx) => listSummaries(tx, id));
}

type Result = "written" | "in_progress" | "nothing_said" | "unreadable" | "up_to_date";

async function summarise(
  pool: Pool,
  chat: ChatProvider,
  claims: Claims,
  id: string,
  { asked_by, isAgain = false }: { asked_by: string | null; isAgain?: boolean },
): Promise<Result> {
  const read = await inTenant(pool, claims, "write", async (tx) => {
    const talk = await holdTalk(tx, id);
    if (talk.status === "in_progress") return "in_progress";
    await settleFacts(tx, talk);
    if (!talk.is_spoken) return "nothing_said";
    if (!isAgain && isUpToDate(talk)) return "up_to_date";
    return { talk, model: await modelOf(tx) };
  });
  if (typeof read === "string") return read;
  const outcomes = outcomesToJudge(read.talk);
  const request = summaryRequest({ ...read.talk, outcomes }, { model: read.model, user: claims.company_id });
  // Where facts decided, the model's other words are still wanted.
  const accepted = outcomeOf(read.talk) ? conversation_outcomes : outcomes;
  const answer = await askForSummary(chat, request, accepted);
  if (!answer) return "unreadable";
  await inTenant(pool, claims, "write", async (tx) => settleSummary(tx, await holdTalk(tx, id), answer, asked_by));
  return "written";
}

/** A model saw all that is there now. Instants are UTC in one form, so they compare as text. */
function isUpToDate({ summaries, lines, settled_at, ended_at }: HeldTalk): boolean {
  const newest = summaries[0];
  if (!newest || newest.prompt_version === 0) return false;
  const changes = [settled_at, ended_at, ...lines.map(({ created_at }) => created_at)];
  return changes.every((at) => at === null || at <= newest.created_at);
}

const modelOf = async (tx: Tx) => (await currentAgent(tx, "chat")).model ?? env.OPENROUTER_MODEL;

function asRefusal(cause: unknown): never {
  if (!(cause instanceof VendorError)) throw cause;
  if (cause.fault === "rate_limited") throw new Limited(cause.retry_after_seconds ?? 30);
  throw new Unavailable("The model did not answer.", { cause });
}
