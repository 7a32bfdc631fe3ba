import { expect, it } from "vitest";
import { freeTimes } from "#features/bookings/free-times.ts";

const dayStart = new Date("2026-11-23T21:00:00Z"); // midnight of the 24th in Riyadh
const at = (time: string) => `2026-11-24T${time}:00.000Z`;
const span = (from: string, to: string) => ({ starts_at: at(from), ends_at: at(to) });
const early = new Date("2026-11-20T00:00:00Z");

it("names the nearest half hours that are as long free, in order, the asked one left out", () => {
  const taken = [span("14:00", "15:00")];
  expect(freeTimes(span("14:30", "15:00"), taken, { dayStart, now: early, count: 4 })).toEqual(
    ["13:00", "13:30", "15:00", "15:30"].map(at),
  );
  expect(freeTimes(span("14:30", "16:00"), taken, { dayStart, now: early, count: 2 })).toEqual(
    ["15:00", "15:30"].map(at),
  );
});

it("stays within nine in the morning and nine in the evening of the company's day", () => {
  const all = freeTimes(span("10:10", "10:40"), [], { dayStart, now: early, count: 99 });
  expect([all.at(0), all.at(-1)]).toEqual([at("06:00"), at("17:30")]);
});

it("offers nothing that is past, and nothing on a day that is full", () => {
  const now = new Date(at("16:40"));
  expect(freeTimes(span("12:00", "12:30"), [], { dayStart, now, count: 9 })).toEqual(["17:00", "17:30"].map(at));
  expect(freeTimes(span("12:00", "12:30"), [span("05:00", "18:00")], { dayStart, now: early, count: 9 })).toEqual([]);
});
