import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { checkAudioLink } from "#server/audio-links.ts";
import type { Context } from "#server/context.ts";
import { allows } from "#server/permissions.ts";
import { type Recordings, soundType } from "#server/recordings.ts";
import { bearerToken } from "#server/request-facts.ts";
import { createCaller } from "#server/root.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { RestAnswer } from "./answer.ts";
import { byteRange } from "./byte-range.ts";
import { errorAnswer } from "./errors.ts";
import { methodNotAllowed } from "./match.ts";

const pattern = /^\/api\/conversations\/([^/]+)\/audio$/;

/** The conversation whose recording a path asks for; null for any other path. */
export const recordingAsked = (path: string): string | null => pattern.exec(path)?.[1] ?? null;

interface Asked {
  id: string;
  /** `download`: to keep as a file, which fewer may than listen. `expires` and `signature`: a link's (server/audio-links.ts). */
  query: URLSearchParams;
  ctx: Context;
  recordings: Recordings;
}

/** Answers the sound of a conversation, whole or the part that was asked for: sign-in, role and company are those of the
 *  procedure that names the key. A browser's cookie goes along with every address a page or a mail may carry, so it opens only
 *  a link that its own session asked for, for five minutes; a tool that sends its token means it, and needs no link. Answers
 *  206 and 416 as HTTP says. Never throws before the first byte. */
export async function answerRecording(req: IncomingMessage, res: ServerResponse, asked: Asked): Promise<void> {
  const found = await find(req, asked).catch((failure: unknown) => errorAnswer(failure, asked.ctx.request_id));
  if ("status" in found) return refuse(res, found);
  const { key, type, size } = found;
  const range = byteRange(req.headers.range, size);
  res.setHeader("Accept-Ranges", "bytes");
  res.setHeader("Cache-Control", "private, no-store");
  if (range === null) {
    res.setHeader("Content-Range", `bytes */${size}`);
    res.statusCode = 416;
    return void res.end();
  }
  const { start, end } = range === "whole" ? { start: 0, end: size - 1 } : range;
  if (range !== "whole") res.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  res.statusCode = range === "whole" ? 200 : 206;
  res.setHeader("Content-Type", type);
  res.setHeader("Content-Length", end - start + 1);
  if (asked.query.has("download")) res.setHeader("Content-Disposition", `attachment; filename="${path.basename(key)}"`);
  if (req.method === "HEAD") return void res.end();
  await pipeline(asked.recordings.read(key, { start, end }), res).catch((failure: unknown) => {
    // A listener who left, or who jumps ahead, ends the stream himself.
    if (!res.destroyed) throw failure;
  });
}

async function find(
  req: IncomingMessage,
  { id, query, ctx, recordings }: Asked,
): Promise<{ key: string; type: string; size: number }> {
  if (req.method !== "GET" && req.method !== "HEAD") throw methodNotAllowed(["GET", "HEAD"]);
  const isLink = query.has("signature") || query.has("expires");
  if (ctx.token !== null && (isLink || bearerToken(req) === null)) refuseLink(ctx.token, id, query);
  const { audio_key: key } = await createCaller(ctx).conversations.recording({ id });
  const type = key && soundType(key);
  const size = key && type ? await recordings.size(key) : null;
  if (!key || !type || !size) throw new NotFound("recording");
  const me = await ctx.session();
  if (query.has("download") && !(me && allows(me.role, "recordings.download"))) throw new Forbidden();
  return { key, type, size };
}

function refuseLink(token: string, id: string, query: URLSearchParams): void {
  const state = checkAudioLink(token, id, { expires: query.get("expires"), signature: query.get("signature") });
  if (state === "expired") throw new Forbidden("This link has expired. Ask for another.");
  if (state === "wrong") throw new Forbidden("This link is not yours. Ask for one of your own.");
}

function refuse(res: ServerResponse, { status, headers, body }: RestAnswer): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = status;
  res.end(body);
}
