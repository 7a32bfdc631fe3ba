import { describe, expect, test } from "vitest";
import { formatPhone, parsePhone } from "#lib/phone.ts";

describe("one number, however it is typed, is one E.164 number", () => {
  test.each([
    "0501234567",
    "501234567",
    "050 123 4567",
    "050-123-4567",
    "(050) 1234567",
    "966501234567",
    "00966501234567",
    "00966 50 123 4567",
    "+966501234567",
    "+966 (0) 50 123 4567",
    "+966 50 123 4567",
    "٠٥٠١٢٣٤٥٦٧",
    "٠٠٩٦٦٥٠١٢٣٤٥٦٧",
    "+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧",
    "۰۵۰۱۲۳۴۵۶۷",
    "\u200e+966 50 123 4567\u200f",
    "\u2066+966501234567\u2069",
    "966501234567+",
    "＋９６６５０１２３４５６７",
    "  0501234567  ",
  ])("%s in Saudi Arabia", (typed) => expect(parsePhone(typed, "SA")).toBe("+966501234567"));

  test.each([
    ["0501234567", "AE", "+971501234567"],
    ["971501234567", "SA", "+971501234567"],
    ["00971 50 123 4567", "SA", "+971501234567"],
    ["+20 100 123 4567", "SA", "+201001234567"],
    ["+44 7400 123456", "AE", "+447400123456"],
    ["+91 98765 43210", "AE", "+919876543210"],
    ["0112345678", "SA", "+966112345678"],
    ["+966501234567", "??", "+966501234567"],
  ])("%s from a company in %s is %s", (typed, country, e164) => expect(parsePhone(typed, country)).toBe(e164));
});

test.each([
  "",
  " ",
  "12",
  "abc",
  "050123",
  "05012345678901",
  "+",
  "00",
  "call 0501234567",
  "0501234567 ext 5",
  "+999123456789",
])("%j is no phone number", (typed) => expect(parsePhone(typed, "SA")).toBeNull());

test("a number is shown in international groups, and what is no number as it is", () => {
  expect(formatPhone("+966501234567")).toBe("+966 50 123 4567");
  expect(formatPhone("unknown")).toBe("unknown");
});
