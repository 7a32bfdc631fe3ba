import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examineElevenLabs } from "#agents/doctor/elevenlabs.ts";
import { examineOpenRouter } from "#agents/doctor/openrouter.ts";
import { type RunningSimulator, startSimulator } from "#agents/simulator/start-simulator.ts";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());

const agent_id = `agent_sim_${"a".repeat(32)}`;
const openrouter = (changes = {}) =>
  examineOpenRouter({
    base_url: `${simulator.url}/openrouter/api/v1`,
    api_key: simulator.api_key,
    model: "openai/gpt-6-luna",
    ...changes,
  });
const elevenlabs = (changes = {}) =>
  examineElevenLabs({
    base_url: `${simulator.url}/elevenlabs`,
    api_key: simulator.api_key,
    agent_ids: [agent_id],
    public_origin: null,
    has_webhook_secret: true,
    ...changes,
  });
const wrong = (findings: { state: string; text: string }[]) =>
  findings.flatMap(({ state, text }) => (state === "bad" ? [text] : []));

test("where everything is well, nothing is called wrong", async () => {
  expect([...(await openrouter()), ...(await elevenlabs())].map(({ state }) => state)).toEqual([
    "good",
    "good",
    "good",
    "good",
    "good",
  ]);
});

test("each thing that is wrong is one sentence, and how to mend it another", async () => {
  expect(wrong(await openrouter({ api_key: "sk-other" }))[0]).toMatch(
    /does not know the key in OPENROUTER_API_KEY\. Make one/,
  );
  expect(wrong(await openrouter({ model: "openai/gpt-3.5-turbo" }))[0]).toMatch(
    /no model openai\/gpt-3\.5-turbo\. Name one/,
  );
  expect(wrong(await openrouter({ base_url: "http://127.0.0.1:9" }))[0]).toMatch(
    /does not answer at http:\/\/127\.0\.0\.1:9/,
  );
  expect(wrong(await elevenlabs({ api_key: "other" }))[0]).toMatch(/does not know the key in ELEVENLABS_API_KEY/);
  expect(wrong(await elevenlabs({ agent_ids: ["agent_gone"] }))[0]).toMatch(/no agent agent_gone/);
  expect(wrong(await elevenlabs({ has_webhook_secret: false }))[0]).toMatch(/ELEVENLABS_WEBHOOK_SECRET is not set/);
  expect(wrong(await elevenlabs({ public_origin: "https://portal.example" }))[0]).toMatch(/leads elsewhere/);
});

test("run by hand it says what it found, and its exit code tells right from wrong", async () => {
  const run = (key: string) =>
    new Promise<{ code: number | null; said: string }>((resolve, reject) => {
      const env = {
        ...process.env,
        NODE_ENV: "test" as const,
        OPENROUTER_API_KEY: key,
        OPENROUTER_BASE_URL: `${simulator.url}/openrouter/api/v1`,
        ELEVENLABS_API_KEY: "",
      };
      const doctor = spawn(process.execPath, [fileURLToPath(new URL("../../src/agents/doctor.ts", import.meta.url))], {
        env,
      });
      let said = "";
      doctor.stdout.on("data", (text) => {
        said += String(text);
      });
      doctor.stderr.on("data", (text) => {
        said += String(text);
      });
      doctor.once("error", reject).once("close", (code) => resolve({ code, said }));
    });
  expect(await run(simulator.api_key)).toMatchObject({ code: 0, said: expect.stringMatching(/^ok .*takes the key/) });
  expect(await run("other")).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^WRONG .*note .*simulator answers for the voice/s),
  });
});
