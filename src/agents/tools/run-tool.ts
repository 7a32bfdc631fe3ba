import { findOrCreateCustomer } from "#features/customers/commands.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, DomainError, Invalid, Limited, NotFound, Unavailable } from "../../errors.ts";
import type { RunTool, ToolCall, ToolName } from "../tool-contract.ts";
import { tools } from "./all-tools.ts";
import { tool_permissions } from "./permissions.ts";
import { lockTalk, rememberInTalk, type Talk } from "./talk.ts";
import { type Outcome, refused, type Tool } from "./tool.ts";
import { said } from "./words.ts";

/** Runs one tool in a machine's transaction, by the contract in tool-contract.ts: whatever the model got wrong is an answer.
 *  Throws only what is nobody's fault: Unavailable, and what is unexpected. */
export const runTool: RunTool = async (tx, call) => {
  const started = performance.now();
  const talk = await lockTalk(tx, call.conversation_id);
  const outcome = talk ? await runIn(tx, call, talk) : refused("conversation_unknown", said.not_found);
  return {
    ok: outcome.ok,
    result: outcome.result,
    text: outcome.words[talk?.language?.startsWith("en") ? "en" : "ar"],
    duration_ms: Math.round(performance.now() - started),
  };
};

async function runIn(tx: Tx, call: ToolCall, talk: Talk): Promise<Outcome> {
  const tool = Object.hasOwn(tools, call.name) ? tools[call.name as ToolName] : undefined;
  if (!tool) return refused("unknown_tool", said.unknown_tool, { known: Object.keys(tools) });
  const allowed: readonly string[] = tool_permissions[tool.name];
  if (!allowed.includes(tx.role)) return refused("not_allowed", said.not_allowed);
  const isTrial = call.mode === "trial" || talk.mode === "trial";
  const outcome = await (isTrial ? inTrial : inEarnest)(tx, tool, parsed(call.arguments), talk);
  if (outcome.remember) await rememberInTalk(tx, talk.id, outcome.remember);
  return outcome;
}

/** In a savepoint: a refusal leaves nothing half done. */
async function inEarnest(tx: Tx, tool: Tool, args: unknown, talk: Talk): Promise<Outcome> {
  try {
    return await tx.transaction(() => tool.run(tx, args, talk));
  } catch (cause) {
    return refusalIn(cause);
  }
}

/** Everything is done and then undone, so that a trial answers as it would in earnest. The customer whom an earlier step of the
 *  trial found is found again first, since that was undone as well. */
async function inTrial(tx: Tx, tool: Tool, args: unknown, talk: Talk): Promise<Outcome> {
  let outcome: Outcome | undefined;
  try {
    await tx.transaction(async () => {
      outcome = await inEarnest(tx, tool, args, await withClaimedCustomer(tx, talk));
      throw new Undone();
    });
  } catch (cause) {
    if (!(cause instanceof Undone)) throw cause;
  }
  if (!outcome) throw new Error("A trial came to nothing.");
  return outcome;
}

class Undone extends Error {}

async function withClaimedCustomer(tx: Tx, talk: Talk): Promise<Talk> {
  const { claimed_phone: phone, claimed_name: name } = talk.extracted;
  if (talk.customer_id !== null || typeof phone !== "string") return talk;
  const { customer } = await findOrCreateCustomer(tx, { phone, ...(typeof name === "string" && { name }) });
  return { ...talk, customer_id: customer.id, customer_name: customer.name };
}

/** A refusal of ours as an answer. Rethrows what the model cannot mend. */
function refusalIn(cause: unknown): Outcome {
  if (!(cause instanceof DomainError) || cause instanceof Unavailable || cause instanceof Limited) throw cause;
  if (cause instanceof Invalid) return refused("invalid_arguments", said.invalid, { issues: cause.issues });
  if (cause instanceof NotFound) return refused("not_found", said.not_found);
  if (cause instanceof Conflict) return refused(cause.reason, said.not_found);
  return refused("not_allowed", said.not_allowed);
}

/** Chat models write arguments as JSON text; none at all is an empty object. */
function parsed(args: unknown): unknown {
  if (args === null || args === undefined || args === "") return {};
  if (typeof args !== "string") return args;
  try {
    return JSON.parse(args);
  } catch {
    return args; // The tool's schema then says what it wants instead.
  }
}
