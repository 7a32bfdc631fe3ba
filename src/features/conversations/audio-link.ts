import { makeAudioLink } from "#server/audio-links.ts";
import type { Context } from "#server/context.ts";
import { type Claims, inTenant } from "#server/tenant.ts";
import { NotFound, Unauthorized } from "../../errors.ts";
import { getStoredRecording } from "./one.ts";
import type { AudioLink } from "./one-schema.ts";

/** A link to the recording of a conversation for the session that asks. Throws NotFound when there is no such conversation, or
 *  no recording of ours. Source: conversations. */
export async function audioLink(
  { services, claims, token }: Pick<Context, "services" | "token"> & { claims: Claims },
  id: string,
): Promise<AudioLink> {
  if (token === null) throw new Unauthorized();
  const { audio_key } = await inTenant(services.pool, claims, "read", (tx) => getStoredRecording(tx, id));
  if (audio_key === null) throw new NotFound("recording");
  return makeAudioLink(token, id);
}
