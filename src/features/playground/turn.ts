import { Took } from "#features/conversations/schema.ts";
import type { Context } from "#server/context.ts";
import { machineClaims } from "#server/system-claims.ts";
import { type Claims, inTenant } from "#server/tenant.ts";
import { answerTurn } from "./answer.ts";
import { standing } from "./close-turn.ts";
import { type AnsweredTurn, openTurn } from "./open-turn.ts";
import { type Say, type TurnEvent, TurnFailure } from "./schema.ts";
import { TurnStream } from "./turn-stream.ts";

/** One turn of a talk. What the customer said is saved before this answers; the events come as the agent answers, and the answer
 *  is finished and saved also when nobody listens any more. Throws as openTurn does, before the first event. */
export async function sayInChat(
  ctx: Context & { claims: Claims },
  input: Say,
): Promise<AsyncGenerator<TurnEvent, void, void>> {
  const { pool, agents } = ctx.services;
  const { company_id, company } = ctx.claims;
  const turn = await ctx.connections.run(() => inTenant(pool, ctx.claims, "write", (tx) => openTurn(tx, input)));
  const stream = new TurnStream();
  const agent = { ...machineClaims({ company_id, ...company }, "chat_agent"), request_id: ctx.request_id };
  const asAgent: Parameters<typeof answerTurn>[1]["asAgent"] = (work) => inTenant(pool, agent, "write", work);
  if ("answered" in turn) {
    const now = await asAgent((tx) => standing(tx, input.conversation_id));
    for (const event of toldAgain(turn.answered, now)) stream.tell(event);
    stream.end();
  } else {
    void answerTurn(turn, { chat: agents.chat, asAgent, company_id }, stream);
  }
  return stream.events();
}

/** The events of a turn that was answered before: its words at once, and how it ended. */
function toldAgain(
  { text, line, attempt }: AnsweredTurn["answered"],
  now: Awaited<ReturnType<typeof standing>>,
): TurnEvent[] {
  const words: TurnEvent[] = text === "" ? [] : [{ kind: "text", text }];
  const took = Took.safeParse(line.took).data;
  if (!line.is_cut && took) return [...words, { kind: "done", took, ...now }];
  // Without a fault of its own its process did not live to say one.
  const failure = TurnFailure.safeParse(line.took).data ?? { fault: "cut" as const, retry_after_seconds: null };
  return [...words, { kind: "failed", ...failure, can_retry: attempt === 1 }];
}
