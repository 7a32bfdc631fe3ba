import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAudioLink, makeAudioLink } from "#server/audio-links.ts";
import { openRecordings, recordingKey } from "#server/recordings.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { openPortal, type Portal } from "../rest/portal.ts";
import { recordsOf } from "../rest/records.ts";

let portal: Portal;
let folder: string;
let id: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portal-links-"));
  const recordings = openRecordings(folder);
  portal = await openPortal({ recordings });
  id = await recordsOf(portal).conversation();
  const key = recordingKey(portal.world.a.company_id, id);
  await recordings.write(key, new TextEncoder().encode("0123456789"));
  await portal.database.superuser`update conversations set audio_key = ${key} where id = ${id}`;
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const { agent, admin } = {
  agent: () => portal.world.a.users.agent.token,
  admin: () => portal.world.a.users.admin.token,
};
const cookie = (token: string) => ({ headers: { cookie: `portal_session=${token}` } });
const listen = async (url: string, token: string) => (await portal.send("GET", url, cookie(token))).status;
const linkOf = () => portal.world.a.caller("agent").conversations.audioLink({ id });

describe("a link to a recording", () => {
  it("opens it for the session that asked, in ranges, for five minutes", async () => {
    const { url, expires_at } = await linkOf();
    expect(Math.abs(Date.parse(expires_at) - Date.now() - 300_000)).toBeLessThan(5_000);
    const whole = await portal.send("GET", url, cookie(agent()));
    expect([whole.status, whole.text]).toEqual([200, "0123456789"]);
    const part = await portal.send("GET", url, { headers: { ...cookie(agent()).headers, range: "bytes=2-4" } });
    expect([part.status, part.text]).toEqual([206, "234"]);
  });

  it("opens nothing for another session, of a colleague or of the same person, or without one", async () => {
    const { url } = await linkOf();
    const again = await portal.world.services.sessions.open(
      portal.world.a.company_id,
      portal.world.a.users.agent.id,
      null,
    );
    expect(await listen(url, admin())).toBe(403);
    expect(await listen(url, again)).toBe(403);
    expect((await portal.send("GET", url)).status).toBe(401);
    expect(await listen(url, agent())).toBe(200);
  });

  it("dies after five minutes, and with its session", async () => {
    const dead = makeAudioLink(agent(), id, Date.now() - 301_000).url;
    const { status, error } = await portal.send("GET", dead, cookie(agent()));
    expect([status, error.code, error.message]).toEqual([403, "FORBIDDEN", "This link has expired. Ask for another."]);
    const short = await portal.world.services.sessions.open(
      portal.world.a.company_id,
      portal.world.a.users.agent.id,
      null,
    );
    const { url } = makeAudioLink(short, id);
    expect(await listen(url, short)).toBe(200);
    await portal.world.services.sessions.close(short);
    expect(await listen(url, short)).toBe(401);
  });

  it("cannot be lengthened, moved to another conversation, or written by hand", async () => {
    const { url } = await linkOf();
    const parts = new URL(url, "http://x").searchParams;
    const expires = Number(parts.get("expires"));
    expect(await listen(url.replace(`${expires}`, `${expires + 600}`), agent())).toBe(403);
    const other = await recordsOf(portal).conversation();
    expect(await listen(url.replace(id, other), agent())).toBe(403);
    for (const bad of [
      "",
      "?signature=",
      "?expires=1",
      `?expires=${expires}&signature=AAAA`,
      `?expires=x&signature=${parts.get("signature")}`,
    ]) {
      expect(await listen(`/api/conversations/${id}/audio${bad}`, agent()), bad).toBe(403);
    }
    expect(await listen(url, agent())).toBe(200);
  });

  it("is given to nobody for a recording that he may not hear, or that is not there", async () => {
    const foreign = await portal.world.b.caller("agent").conversations.audioLink({ id }).catch(refusalOf);
    const silent = await recordsOf(portal).conversation();
    const none = await portal.world.a.caller("agent").conversations.audioLink({ id: silent }).catch(refusalOf);
    expect([foreign, none]).toEqual([{ code: "NOT_FOUND" }, { code: "NOT_FOUND" }]);
  });

  it("is not needed by a tool that sends its token, and works beside the token that asked for it", async () => {
    const direct = await portal.send("GET", `/api/conversations/${id}/audio`, { token: agent() });
    expect(direct.status).toBe(200);
    const { url } = await linkOf();
    expect((await portal.send("GET", url, { token: agent() })).status).toBe(200);
    expect((await portal.send("GET", url, { token: admin() })).status).toBe(403);
  });
});

it("a link is good until its second, and not in it", () => {
  const at = 1_795_000_000_000;
  const parts = new URL(makeAudioLink("token", "id", at).url, "http://x").searchParams;
  const link = { expires: parts.get("expires"), signature: parts.get("signature") };
  expect(checkAudioLink("token", "id", link, at + 299_999)).toBe("good");
  expect(checkAudioLink("token", "id", link, at + 300_000)).toBe("expired");
  expect(checkAudioLink("another", "id", link, at)).toBe("wrong");
});
