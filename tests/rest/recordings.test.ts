import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { byteRange } from "#rest/byte-range.ts";
import { openRecordings, recordingKey } from "#server/recordings.ts";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

let portal: Portal;
let folder: string;
let recorded: string;
let silent: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portal-recordings-"));
  const recordings = openRecordings(folder);
  portal = await openPortal({ recordings });
  const make = recordsOf(portal);
  [recorded, silent] = [await make.conversation(), await make.conversation()];
  const key = recordingKey(portal.world.a.company_id, recorded);
  await recordings.write(key, new TextEncoder().encode("0123456789"));
  await setKey(recorded, key);
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const setKey = (id: string, key: string) =>
  portal.database.superuser`update conversations set audio_key = ${key} where id = ${id}`;
const tokenOf = (company: "a" | "b") => portal.world[company].users.agent.token;
const listen = (id: string, sending: Parameters<Portal["send"]>[2] = { token: tokenOf("a") }, method = "GET") =>
  portal.send(method, `/api/conversations/${id}/audio`, sending);

describe("a recording", () => {
  it("is answered whole, as sound, to whoever may read its conversation, and kept by no cache", async () => {
    const { status, headers, text } = await listen(recorded);
    expect([status, text]).toEqual([200, "0123456789"]);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "audio/wav",
      "content-length": "10",
      "accept-ranges": "bytes",
      "cache-control": "private, no-store",
    });
    const withCookie = { headers: { cookie: `portal_session=${tokenOf("a")}` } };
    expect((await listen(recorded, withCookie)).status).toBe(403);
    const { url } = await portal.world.a.caller("agent").conversations.audioLink({ id: recorded });
    const byLink = await portal.send("GET", url, withCookie);
    expect([byLink.status, byLink.text]).toEqual([200, "0123456789"]);
  });

  it.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-2", "89", "bytes 8-9/10"],
    ["bytes=8-99", "89", "bytes 8-9/10"],
  ])("in part for Range: %s", async (range, part, told) => {
    const { status, headers, text } = await listen(recorded, { token: tokenOf("a"), headers: { range } });
    expect([status, text, headers.get("content-range")]).toEqual([206, part, told]);
  });

  it("beyond its end is 416 with its length; a range of another kind is the whole", async () => {
    const beyond = await listen(recorded, { token: tokenOf("a"), headers: { range: "bytes=10-" } });
    expect([beyond.status, beyond.text, beyond.headers.get("content-range")]).toEqual([416, "", "bytes */10"]);
    for (const range of ["bytes=0-1,4-5", "lines=0-1", "bytes=-"]) {
      const whole = await listen(recorded, { token: tokenOf("a"), headers: { range } });
      expect([whole.status, whole.text], range).toEqual([200, "0123456789"]);
    }
  });

  it("of another company is not found, like one that never was", async () => {
    const theirs = await listen(recorded, { token: tokenOf("b") });
    const never = await listen("01999999-0000-7000-8000-000000000000");
    const withoutSound = await listen(silent);
    for (const { status, error } of [theirs, never, withoutSound])
      expect([status, error.code]).toEqual([404, "NOT_FOUND"]);
  });

  it("is nobody's without a session, and only read", async () => {
    expect((await listen(recorded, {})).status).toBe(401);
    expect((await listen(recorded, { token: tokenOf("a") }, "DELETE")).status).toBe(405);
    const { status, text, headers } = await listen(recorded, { token: tokenOf("a") }, "HEAD");
    expect([status, text, headers.get("content-length")]).toEqual([200, "", "10"]);
  });

  it("is kept as a file by roles that may, and by no other", async () => {
    const path = `/api/conversations/${recorded}/audio?download`;
    const mayNot = await portal.send("GET", path, { token: tokenOf("a") });
    expect([mayNot.status, mayNot.error.code]).toEqual([403, "FORBIDDEN"]);
    const may = await portal.send("GET", path, { token: portal.world.a.users.support_manager.token });
    expect([may.status, may.headers.get("content-disposition")]).toEqual([
      200,
      `attachment; filename="${recorded}.wav"`,
    ]);
  });

  it("stays inside its folder whatever a row says", async () => {
    for (const key of ["../../etc/passwd", `${portal.world.a.company_id}/../../x.wav`, "/etc/passwd"]) {
      await setKey(silent, key);
      expect((await listen(silent)).status, key).toBe(404);
    }
  });
});

test("of an empty file no part can be had", () => {
  expect(byteRange("bytes=0-", 0)).toBeNull();
});
