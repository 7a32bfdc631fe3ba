import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

const read = async () => (await import("#src/env.ts")).env;

test("a wrong variable is named, and its value is not shown", async () => {
  vi.stubEnv("PORT", "70000");
  vi.stubEnv("DATABASE_URL", "mysql://someone:secret@example.com/x");
  const env = await read();
  const error = (() => {
    try {
      return env.PORT;
    } catch (reason) {
      return reason;
    }
  })();
  expect(error).toMatchObject({
    name: "Refusal",
    message: expect.stringMatching(/PORT .*DATABASE_URL must be postgres/),
  });
  expect(String(error)).not.toMatch(/secret|70000/);
});

test("an empty variable is one that is not set", async () => {
  vi.stubEnv("PORT", "");
  vi.stubEnv("DATABASE_URL", "");
  const env = await read();
  expect(env.PORT).toBe(3000);
  expect(env.DATABASE_URL).toBeUndefined();
});

test("words for yes and no are understood, others are refused", async () => {
  vi.stubEnv("DATABASE_PREPARE", "false");
  expect((await read()).DATABASE_PREPARE).toBe(false);
  vi.resetModules();
  vi.stubEnv("DATABASE_PREPARE", "perhaps");
  const env = await read();
  expect(() => env.DATABASE_PREPARE).toThrow("DATABASE_PREPARE must be true or false");
});
