import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callReportOf } from "#agents/elevenlabs/report.ts";
import { verifySignature } from "#agents/elevenlabs/signature.ts";
import { ConversationDetail } from "#agents/elevenlabs/wire.ts";
import { VendorError } from "#agents/ports.ts";
import { detailOf, openVendor, signed, type Vendor } from "./support/vendor.ts";

let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());
beforeEach(() => {
  vendor.asked.length = 0;
  vendor.replies.clear();
});

const conversation = "GET /v1/convai/conversations/c1";
const outbound = "POST /v1/convai/twilio/outbound-call";
const call = {
  vendor_agent_id: "agent_1",
  phone_number_id: "phnum_1",
  phone_provider: "twilio",
  to: "+966500000001",
  variables: { attempt_id: "a1" },
} as const;
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (failure: unknown) => (failure instanceof VendorError ? failure.fault : "another"),
  );

describe("a call to the vendor", () => {
  it.each([
    [401, "invalid_api_key", "unauthorized"],
    [401, "missing_permissions", "unauthorized"],
    [401, "quota_exceeded", "quota"],
    [402, "payment_required", "no_credit"],
    [400, "quota_exceeded", "quota"],
    [403, "only_for_creator", "refused"],
    [422, "", "refused"],
    [429, "too_many_concurrent_requests", "rate_limited"],
    [500, "", "unavailable"],
  ])("answered %i %s is the fault %s", async (status, code, fault) => {
    vendor.replies.set(outbound, [{ status, body: { detail: { status: code, message: "words" } } }]);
    expect(await faultOf(vendor.agents.voice.placeCall(call))).toBe(fault);
  });

  it("places a call once, whatever is answered, and takes 200 with success false for a refusal", async () => {
    for (const reply of [
      { status: 503 },
      { status: 429, headers: { "Retry-After": "0" } },
      { body: { success: false, message: "busy" } },
    ]) {
      vendor.asked.length = 0;
      vendor.replies.set(outbound, [reply, { body: { success: true, conversation_id: "c2", callSid: "CA1" } }]);
      expect(await faultOf(vendor.agents.voice.placeCall(call))).not.toBe("none");
      expect(vendor.asked).toHaveLength(1);
    }
    vendor.replies.set(outbound, [{ body: { success: true, conversation_id: "c2", callSid: "CA1" } }]);
    expect(await vendor.agents.voice.placeCall(call)).toEqual({ vendor_conversation_id: "c2" });
    expect(vendor.asked.at(-1)?.body).toEqual({
      agent_id: "agent_1",
      agent_phone_number_id: "phnum_1",
      to_number: "+966500000001",
      conversation_initiation_client_data: { dynamic_variables: { attempt_id: "a1" } },
    });
  });

  it("asks a second time for what only reads, when the wait is short, and never a third", async () => {
    vendor.replies.set(conversation, [{ status: 503 }, { body: detailOf("c1", "a") }]);
    expect((await vendor.agents.voice.conversation("c1"))?.status).toBe("done");
    vendor.asked.length = 0;
    vendor.replies.set(conversation, [{ status: 429, headers: { "Retry-After": "30" } }]);
    expect(await faultOf(vendor.agents.voice.conversation("c1"))).toBe("rate_limited");
    expect(vendor.asked).toHaveLength(1);
    vendor.replies.set(conversation, [{ status: 500 }]);
    expect(await faultOf(vendor.agents.voice.conversation("c1"))).toBe("unavailable");
    expect(vendor.asked).toHaveLength(3);
  });

  it("knows no conversation from one it cannot read", async () => {
    expect(await vendor.agents.voice.conversation("never")).toBeNull();
    vendor.replies.set(conversation, [{ body: { nothing: "of it" } }]);
    expect(await faultOf(vendor.agents.voice.conversation("c1"))).toBe("invalid_answer");
  });
});

describe("the vendor's account of a call", () => {
  it("becomes lines, steps, money in dollars and what was gathered", () => {
    const report = callReportOf(ConversationDetail.parse(detailOf("c1", "a")));
    expect(report).toMatchObject({
      status: "done",
      cost_usd_micros: 42_100,
      extracted: { budget: 2_400_000 },
      is_successful: true,
    });
    expect(report.lines?.map(({ speaker }) => speaker)).toEqual(["agent", "customer", "tool", "agent"]);
    expect(report.lines?.[2]?.tool).toEqual({
      name: "search_properties",
      ok: true,
      duration_ms: 420,
      call_id: "call_1",
      arguments: { district: "النرجس" },
      result: { found: 2 },
    });
  });

  it("says nothing of what it leaves out, and takes credits for no money", () => {
    const bare = callReportOf(
      ConversationDetail.parse({ conversation_id: "c", status: "in-progress", metadata: { cost: 900 } }),
    );
    expect(bare).toMatchObject({
      status: "in_progress",
      lines: null,
      summary: null,
      cost_usd_micros: null,
      has_audio: null,
    });
  });
});

it("a signature is good within half an hour on both sides, with any of the secrets", () => {
  const at = 1_795_000_000;
  const { "ElevenLabs-Signature": header } = signed("body", at, "s2");
  const check = (seconds: number, secrets = ["s1", "s2"]) =>
    verifySignature(Buffer.from("body"), header, secrets, seconds * 1000);
  expect([at - 1800, at, at + 1800].map((seconds) => check(seconds))).toEqual([true, true, true]);
  expect([at - 1801, at + 1801].map((seconds) => check(seconds))).toEqual([false, false]);
  expect(check(at, ["s1"])).toBe(false);
  expect(check(at, [])).toBe(false);
});
