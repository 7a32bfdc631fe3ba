import type { IncomingMessage, ServerResponse } from "node:http";
import { readSignature, verifySignature } from "#agents/elevenlabs/signature.ts";
import { countFailure, takeDelivery } from "#features/calls/take-delivery.ts";
import type { Services } from "#server/context.ts";
import { type CompanyFacts, machineClaims } from "#server/system-claims.ts";
import { findHook } from "#server/tool-secrets.ts";
import { readBody } from "./read-body.ts";

const pattern = /^\/api\/webhooks\/elevenlabs\/([^/?]+)$/;
const longest_sound = 50_000_000;
const longest_text = 5_000_000;
/** Bodies with sound held in memory at the same time. */
const most_sounds = 4;
const minute_ms = 60_000;

/** The address that a path names; null for any other path. */
export const webhookAsked = (path: string): string | null => pattern.exec(path)?.[1] ?? null;

/** Answers what the voice vendor tells: 200 for what was taken, now or before; 404 for an address of nobody, 401 for a
 *  signature that does not fit the bytes or the time, 400 for no event, 403 for an agent that is not the company's, 413 for
 *  too much. Nothing is written for anybody whose signature does not fit but one count a minute. */
export async function answerWebhook(
  req: IncomingMessage,
  res: ServerResponse,
  hook_id: string,
  services: Services,
): Promise<void> {
  if (req.method !== "POST") return refuse(res.setHeader("Allow", "POST"), 405, "METHOD_NOT_ALLOWED", req);
  const company = await findHook(services.pool, hook_id);
  if (!company) return refuse(res, 404, "NOT_FOUND", req);
  const header = req.headers["elevenlabs-signature"];
  const signature = typeof header === "string" ? header : undefined;
  // An old or malformed signature is refused before the body is read.
  if (!readSignature(signature)) return refuseSignature(req, res, services, company);
  const raw = await whileThereIsRoom(req, (head) => readBody(req, head));
  if (raw === "no_room") return refuse(res.setHeader("Retry-After", "10"), 503, "UNAVAILABLE", req);
  if (raw === "too_large") return refuse(res.setHeader("Connection", "close"), 413, "PAYLOAD_TOO_LARGE", req);
  if (!verifySignature(raw, signature, services.agents.webhook_secrets)) {
    return refuseSignature(req, res, services, company);
  }
  const taken = await takeDelivery(services, company, raw);
  if (taken === "body") return refuse(res, 400, "INVALID", req);
  if (taken === "foreign_agent") return refuse(res, 403, "FORBIDDEN", req);
  send(res, 200, { received: true });
}

async function refuseSignature(req: IncomingMessage, res: ServerResponse, services: Services, company: CompanyFacts) {
  const last = counted.get(company.company_id) ?? 0;
  if (Date.now() - last >= minute_ms) {
    counted.set(company.company_id, Date.now());
    await countFailure(services, machineClaims(company, "system"), "signature");
  }
  refuse(res, 401, "UNAUTHORIZED", req);
}
/** When this process last wrote down a bad signature, by company; the row itself keeps the same rule for all processes. */
const counted = new Map<string, number>();

let sounds = 0;
/** Only a body that begins as a sound's may be long, and only a few of those are held at once. */
async function whileThereIsRoom(
  req: IncomingMessage,
  read: (most: (head: Buffer) => number) => ReturnType<typeof readBody>,
) {
  const isLong = Number(req.headers["content-length"] ?? longest_sound) > longest_text;
  if (isLong && sounds >= most_sounds) return "no_room" as const;
  if (isLong) sounds += 1;
  try {
    return await read((head) => (isLong && saysSound(head) ? longest_sound : longest_text));
  } finally {
    if (isLong) sounds -= 1;
  }
}

const saysSound = (head: Buffer) => /"type"\s*:\s*"post_call_audio"/.test(head.toString("latin1", 0, 4096));

function refuse(res: ServerResponse, status: number, code: string, req: IncomingMessage): void {
  send(res, status, {
    error: { code, message: words[code] ?? code, request_id: res.getHeader("x-request-id") ?? null },
  });
  req.resume();
}

const words: Record<string, string> = {
  INVALID: "The body is no event.",
  UNAUTHORIZED: "The signature does not fit.",
  FORBIDDEN: "This agent is not the company's.",
  NOT_FOUND: "There is no such webhook.",
  METHOD_NOT_ALLOWED: "Only POST.",
  PAYLOAD_TOO_LARGE: "The body is too large.",
  UNAVAILABLE: "Send it again a little later.",
};

function send(res: ServerResponse, status: number, body: unknown): void {
  res.statusCode = status;
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Content-Type", "application/json; charset=utf-8");
  res.end(JSON.stringify(body));
}
