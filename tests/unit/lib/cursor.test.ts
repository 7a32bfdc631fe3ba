import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { decodeCursor, encodeCursor } from "#lib/cursor.ts";

const Shape = z.tuple([z.iso.datetime(), z.uuid()]);
const values = ["2026-11-22T10:00:00.000Z", "019ab000-0000-7000-8000-000000000001"];

test("a cursor gives back what was put in, Arabic too", () => {
  expect(decodeCursor(encodeCursor(values), Shape)).toEqual(values);
  expect(decodeCursor(encodeCursor(["نورة", 7]), z.tuple([z.string(), z.number()]))).toEqual(["نورة", 7]);
});

test("a cursor is safe in a URL as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.integer())), (any) => {
      const cursor = encodeCursor(any);
      expect(encodeURIComponent(cursor)).toBe(cursor);
    }),
  );
});

test.each([
  ["nothing", ""],
  ["not base64url", "%%%%"],
  ["not JSON", btoa("hello world")],
  ["no list", btoa('{"a":1}')],
  ["another version", btoa(JSON.stringify([2, ...values]))],
  ["a missing value", encodeCursor(values.slice(0, 1))],
  ["a value too many", encodeCursor([...values, 1])],
  ["SQL in a value", encodeCursor(["2026-11-22T10:00:00.000Z", "' or 1=1 --"])],
  ["broken UTF-8", btoa('[1,"\xff\xfe"]')],
  ["an endless cursor", "a".repeat(5000)],
])("%s is no cursor", (_, cursor) => expect(decodeCursor(cursor, Shape)).toBeNull());

test("no text at all makes it throw", () => {
  fc.assert(fc.property(fc.base64String(), (text) => decodeCursor(text.replace(/=+$/, ""), Shape) === null));
});
