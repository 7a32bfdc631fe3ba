import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";

const names = new Set(["rawAudioProcessor.js", "audioConcatProcessor.js"]);
const folder = "/voice-worklets/";
const read = new Map<string, Buffer>();

/** Answers the two audio worklets of the voice library from our own address; false for any other. Unasked, the library makes
 *  them from `blob:` and `data:` scripts, which would have to be allowed to every page. */
export function answerVoiceWorklets(req: IncomingMessage, res: ServerResponse): boolean {
  const path = req.url?.split("?")[0];
  const name = path?.startsWith(folder) ? path.slice(folder.length) : "";
  if (!names.has(name)) return false;
  const body = read.get(name) ?? readFileSync(new URL(import.meta.resolve(`@11labs/client/worklets/${name}`)));
  read.set(name, body);
  res.setHeader("Content-Type", "text/javascript; charset=utf-8");
  res.setHeader("Content-Security-Policy", "default-src 'none'");
  res.setHeader("Cache-Control", "public, max-age=3600");
  res.end(body);
  return true;
}
