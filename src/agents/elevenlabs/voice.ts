import type * as z from "zod";
import { type OutboundCall, VendorError, type VoiceProvider } from "../ports.ts";
import { callReportOf } from "./report.ts";
import { type Account, get, jsonOf, postOnce } from "./request.ts";
import { ConversationDetail, PlacedCall, SignedUrlAnswer } from "./wire.ts";

/** A signed URL opens a session for fifteen minutes; a minute is kept back for the way. */
const signed_url_ms = 14 * 60_000;
const longest_audio_bytes = 50_000_000;

/** ElevenLabs behind the port, or whatever speaks its protocol at `base_url`. Source: the vendor's REST API. */
export function elevenLabsVoice({ is_simulated, ...account }: Account & { is_simulated: boolean }): VoiceProvider {
  return {
    vendor: "elevenlabs",
    is_simulated,
    async signedUrl(vendor_agent_id) {
      const asked_at = Date.now();
      // With the conversation's id in it the URL is good for one session, and a closed tab's talk can still be asked for.
      const query = new URLSearchParams({ agent_id: vendor_agent_id, include_conversation_id: "true" });
      const answer = await get(account, `/v1/convai/conversation/get-signed-url?${query}`);
      const { signed_url } = checked(SignedUrlAnswer, await jsonOf(answer));
      return {
        signed_url,
        vendor_conversation_id: new URL(signed_url).searchParams.get("conversation_id") || null,
        expires_at: new Date(asked_at + signed_url_ms).toISOString(),
      };
    },
    conversation: (id) =>
      orNull(async () => {
        const answer = await get(account, `/v1/convai/conversations/${encodeURIComponent(id)}`);
        return callReportOf(checked(ConversationDetail, await jsonOf(answer)));
      }),
    audio: (id) =>
      orNull(async () =>
        soundOf(await get(account, `/v1/convai/conversations/${encodeURIComponent(id)}/audio`, 60_000)),
      ),
    placeCall: (call) => placeCall(account, call),
  };
}

async function placeCall(account: Account, call: OutboundCall) {
  const path = call.phone_provider === "twilio" ? "twilio" : "sip-trunk";
  const answer = await postOnce(
    account,
    `/v1/convai/${path}/outbound-call`,
    {
      agent_id: call.vendor_agent_id,
      agent_phone_number_id: call.phone_number_id,
      to_number: call.to,
      conversation_initiation_client_data: { dynamic_variables: call.variables },
    },
    20_000,
  );
  const { success, conversation_id } = checked(PlacedCall, await jsonOf(answer));
  if (!success) throw new VendorError("elevenlabs", "refused", { status: answer.status });
  return { vendor_conversation_id: conversation_id ?? null };
}

async function soundOf(answer: Response): Promise<Uint8Array | null> {
  if (Number(answer.headers.get("content-length") ?? 0) > longest_audio_bytes) {
    await answer.body?.cancel();
    throw new VendorError("elevenlabs", "invalid_answer", { status: answer.status });
  }
  const bytes = await answer.bytes().catch((cause: unknown) => {
    throw new VendorError("elevenlabs", "cut", { cause });
  });
  if (bytes.length > longest_audio_bytes)
    throw new VendorError("elevenlabs", "invalid_answer", { status: answer.status });
  return bytes.length === 0 ? null : bytes;
}

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof VendorError && failure.fault === "not_found") return null;
    throw failure;
  }
}

function checked<T extends z.ZodType>(shape: T, value: unknown): z.output<T> {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new VendorError("elevenlabs", "invalid_answer", { cause: parsed.error });
  return parsed.data;
}
