import { createHmac, timingSafeEqual } from "node:crypto";

const lifetime_seconds = 300;

/** A link to the sound of a conversation, signed with the caller's own session token: it works beside that session alone, ends
 *  with it, and dies after five minutes. Nothing of it is stored. */
export function makeAudioLink(token: string, id: string, now = Date.now()): { url: string; expires_at: string } {
  const expires = Math.floor(now / 1000) + lifetime_seconds;
  const signature = sign(token, id, expires).toString("base64url");
  return {
    url: `/api/conversations/${id}/audio?expires=${expires}&signature=${signature}`,
    expires_at: new Date(expires * 1000).toISOString(),
  };
}

/** Whether a link's parts were signed for this session and this conversation, and are still good. */
export function checkAudioLink(
  token: string,
  id: string,
  { expires, signature }: { expires: string | null; signature: string | null },
  now = Date.now(),
): "good" | "expired" | "wrong" {
  if (expires === null || signature === null || !/^\d{1,12}$/.test(expires)) return "wrong";
  const given = Buffer.from(signature, "base64url");
  const made = sign(token, id, Number(expires));
  if (given.length !== made.length || !timingSafeEqual(given, made)) return "wrong";
  return Number(expires) * 1000 > now ? "good" : "expired";
}

const sign = (token: string, id: string, expires: number) =>
  createHmac("sha256", token).update(`audio.${id}.${expires}`).digest();
