import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

test("a test database has the schema, and the app role is fenced in it", async () => {
  const [tables] = await database.superuser<
    { count: number }[]
  >`select count(*)::int as count from pg_tables where schemaname = 'public'`;
  expect(tables?.count).toBeGreaterThan(10);
  const app = postgres(database.appUrl, { max: 1 });
  await expect(app`select count(*) from bookings`).rejects.toMatchObject({ code: "28000" });
  await app.end();
});
