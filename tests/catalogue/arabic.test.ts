import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldArabic, nameKey } from "#lib/arabic.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { createWorld, type World } from "#tests/support/world.ts";
import vectors from "../unit/vectors/arabic.json" with { type: "json" };

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** What SQL makes of the texts, in their order. */
const inSql = (texts: string[]) =>
  database.superuser<{ text: string; fold: string; key: string }[]>`
    select t.text, app.fold_arabic(t.text) as fold, app.name_key(t.text) as key
      from unnest(${texts}::text[]) with ordinality as t (text, nth) order by t.nth`;

describe("the match key in SQL", () => {
  it(`is that of the golden vectors, all ${vectors.length}`, async () => {
    expect([...(await inSql(vectors.map(({ text }) => text)))]).toEqual(
      vectors.map(({ text, fold, key }) => ({ text, fold, key })),
    );
  });

  it("is that of TypeScript for any text of Arabic letters, marks, digits and invisibles", async () => {
    const letters =
      "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآٱؤئىةيیېےۓۀہۂۃھەکڪ٠١٩۰۵۹ـ \n\t'\u0610\u064b\u064e\u0651\u0653\u0654\u0655\u0670\u06d6\u200b\u200d\u200f\u202b\u2067\u00ad\ufeffeEéÉ\u0301ﷲﻻﺀﱟ\u00a0\u2003\u2028";
    const texts = fc.sample(fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }), {
      numRuns: 3000,
      seed: 20261122,
    });
    const wrong = (await inSql(texts)).filter(
      ({ text, fold, key }) => fold !== foldArabic(text) || key !== nameKey(text),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it("is what the stored columns hold, so that a search meets what was written", async () => {
    const name = "عَبْد الله بن أحـمد";
    const made = await world.a.caller().customers.create({ name, phone: "0501112233" });
    const [row] = await database.superuser`select name_key from customers where id = ${made.id}`;
    expect(row).toEqual({ name_key: nameKey(name) });
  });
});
