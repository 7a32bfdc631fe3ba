import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPortal, type Portal } from "#tests/rest/portal.ts";
import { type ChatVendor, frames, begin as open, openChatVendor, says } from "#tests/support/chat-vendor.ts";

// Through the HTTP server itself, with a client that reads the bytes.

let vendor: ChatVendor;
let portal: Portal;
let token: string;

beforeAll(async () => {
  vendor = await openChatVendor();
  portal = await openPortal({ agents: vendor.agents });
  token = portal.world.a.users.agent.token;
});
afterAll(async () => {
  await portal.close();
  await vendor.close();
});

const post = (path: string, input: unknown, signal?: AbortSignal) =>
  fetch(`${portal.origin}/api/trpc/${path}?batch=1`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "trpc-accept": "application/jsonl",
    },
    body: JSON.stringify({ 0: input }),
    ...(signal && { signal }),
  });
const begun = () => portal.world.a.caller("agent").playground.begin({});
const transcript = async (id: string) => (await portal.world.a.caller().conversations.one({ id })).transcript;

async function reading(response: Response) {
  if (!response.body) throw new Error("No body.");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let read = "";
  return {
    /** Reads on until the words are there. */
    async until(words: string): Promise<string> {
      while (!read.includes(words)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`The stream ended without ${words}: ${read}`);
        read += value;
      }
      return read;
    },
    async rest(): Promise<string> {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return read;
        read += value;
      }
    },
  };
}

function gated() {
  let release = () => {};
  const opened = new Promise<void>((resolve) => {
    release = resolve;
  });
  vendor.next(async (res) => {
    open(res);
    res.write(frames.words("FIRST"));
    await opened;
    res.end(frames.words("SECOND") + frames.finish("stop") + frames.usage() + frames.done);
  });
  return release;
}

describe("an answer over HTTP", () => {
  it("arrives word by word: the first is read before the vendor has sent the second", async () => {
    const release = gated();
    const { conversation_id } = await begun();
    const response = await post("playground.say", { conversation_id, turn_id: uuidv7(), text: "أهلًا" });
    expect([response.status, response.headers.get("x-accel-buffering")]).toEqual([200, "no"]);
    expect(response.headers.get("cache-control")).toContain("no-transform");
    const stream = await reading(response);
    expect(await stream.until("FIRST")).not.toContain("SECOND");
    release();
    expect(await stream.rest()).toMatch(/SECOND.*"kind":"done"/s);
  });

  it("is finished and saved when the browser hangs up in the middle", async () => {
    const release = gated();
    const { conversation_id } = await begun();
    const leaving = new AbortController();
    const response = await post("playground.say", { conversation_id, turn_id: uuidv7(), text: "أهلًا" }, leaving.signal);
    await (await reading(response)).until("FIRST");
    leaving.abort();
    release();
    await expect.poll(async () => (await transcript(conversation_id)).at(-1)).toMatchObject({ text: "FIRSTSECOND" });
    vendor.next(says("نعم"));
    const next = await post("playground.say", { conversation_id, turn_id: uuidv7(), text: "سؤال" });
    expect(await next.text()).toContain("نعم");
  });

  it("is refused as every call is, before anything is streamed", async () => {
    const { conversation_id } = await begun();
    await portal.world.a.caller("agent").playground.end({ conversation_id });
    const ended = await (await post("playground.say", { conversation_id, turn_id: uuidv7(), text: "أهلًا" })).text();
    expect(ended).toMatch(/"code":"CONFLICT".*"reason":"ended"/);
    const unknown = await post("playground.say", { conversation_id: uuidv7(), turn_id: uuidv7(), text: "أهلًا" });
    expect(await unknown.text()).toContain('"code":"NOT_FOUND"');
  });
});
