import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { callRow } from "#features/calls/call-row.ts";
import { pollLater } from "#features/calls/poll-later.ts";
import { runToolInCall } from "#features/calls/run-tool-in-call.ts";
import type { Services } from "#server/context.ts";
import { bearerToken } from "#server/request-facts.ts";
import { machineClaims } from "#server/system-claims.ts";
import { inTenant } from "#server/tenant.ts";
import { waitForTools } from "#server/tool-limit.ts";
import { findToolSecret } from "#server/tool-secrets.ts";
import { Conflict, Invalid, invalid, Limited, Unauthorized, Unavailable } from "../errors.ts";
import { json, type RestAnswer } from "./answer.ts";
import { errorAnswer } from "./errors.ts";
import { methodNotAllowed } from "./match.ts";
import { readBody } from "./read-body.ts";

const pattern = /^\/api\/agent-tools\/([a-z_]{1,100})$/;
const longest_body = 64_000;
/** As long as the vendor waits by itself. */
const longest_ms = 20_000;

/** The tool that a path names; null for any other path. */
export const agentToolAsked = (path: string): string | null => pattern.exec(path)?.[1] ?? null;

/** Whatever else the body holds are the tool's arguments; what they may say is the tool's own schema. */
const Body = z.looseObject({ conversation_id: z.string().trim().min(1).max(200) });

/** Runs an agent's tool for the voice vendor: the secret says which company, the vendor's conversation id which call. Nothing
 *  in the body can name another company or another customer. A wrong argument is 200 with `ok: false`, for the model to mend.
 *  Throws nothing. */
export async function answerAgentTool(
  req: IncomingMessage,
  res: ServerResponse,
  name: string,
  services: Services,
): Promise<void> {
  const request_id = String(res.getHeader("x-request-id") ?? "");
  const answer = await within(run(req, name, services, request_id)).catch((failure: unknown) =>
    errorAnswer(failure, request_id),
  );
  for (const [header, value] of Object.entries(answer.headers)) res.setHeader(header, value);
  res.statusCode = answer.status;
  res.end(answer.body);
  req.resume();
}

async function run(req: IncomingMessage, name: string, services: Services, request_id: string): Promise<RestAnswer> {
  if (req.method !== "POST") throw methodNotAllowed(["POST"]);
  const secret = bearerToken(req);
  const { voice, webhook_secrets } = services.agents;
  const company = secret && (await findToolSecret(services.pool, secret, voice.is_simulated ? webhook_secrets : []));
  if (!company) throw new Unauthorized("This secret opens nothing.");
  const wait = await waitForTools(services.pool, company.company_id);
  if (wait > 0) throw new Limited(wait);
  const { conversation_id: vendor_conversation_id, ...args } = await bodyOf(req);
  const claims = machineClaims(company, "voice_agent");
  const answer = await inTenant(services.pool, { ...claims, request_id }, "write", async (tx) => {
    const call = await callRow(tx, { vendor: "elevenlabs", vendor_conversation_id });
    // A conversation's id stays in transcripts and logs: with the call, it stops to open anything.
    if (call.settled_at !== null) throw new Conflict("call_over", "This call is over.");
    if (call.is_new) await pollLater(tx, call.id);
    return runToolInCall(tx, { conversation_id: call.id, call_id: null, name, arguments: args });
  });
  return json(200, request_id, { ok: answer.ok, text: answer.text, result: answer.result });
}

async function bodyOf(req: IncomingMessage) {
  const raw = await readBody(req, () => longest_body);
  if (raw === "too_large") throw invalid("", "too_long", "The body may have at most 64,000 bytes.");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  } catch {
    throw invalid("", "bad_json", "The body is not valid JSON in UTF-8.");
  }
  const parsed = Body.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Invalid([{ path: "conversation_id", code: "required", message: "Name the conversation." }]);
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable("The tool took too long.")), longest_ms);
  });
  try {
    return await Promise.race([work, overdue]);
  } finally {
    clearTimeout(timer);
  }
}
