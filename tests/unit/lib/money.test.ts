import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencies, decimalToMinor, minorToDecimal } from "#lib/money.ts";

describe("amounts", () => {
  test.each([
    ["1690000", "SAR", 169000000n],
    ["1,690,000.5", "SAR", 169000050n],
    ["١٬٦٩٠٬٠٠٠٫٥", "AED", 169000050n],
    ["۱۲٫۳", "QAR", 1230n],
    ["0.05", "EGP", 5n],
    ["1.234", "KWD", 1234n],
    ["1.2", "BHD", 1200n],
    ["3", "OMR", 3000n],
    ["7.5", "JOD", 7500n],
    [" 10 ", "SAR", 1000n],
    ["007", "SAR", 700n],
  ])("%s %s is %s minor units", (text, currency, minor) => expect(decimalToMinor(text, currency)).toBe(minor));

  test.each([
    ["-1", "SAR"],
    ["+1", "SAR"],
    ["1.234", "SAR"],
    ["1.2345", "KWD"],
    ["", "SAR"],
    ["abc", "SAR"],
    ["1,5", "SAR"],
    ["1.", "SAR"],
    [".5", "SAR"],
    ["1e5", "SAR"],
    ["1 000", "SAR"],
    ["Infinity", "SAR"],
    ["92233720368547758.08", "SAR"],
  ])("%j %s is refused", (text, currency) => expect(decimalToMinor(text, currency)).toBeNull());

  test("are written with all the currency's decimals", () => {
    expect(minorToDecimal(169000050n, "SAR")).toBe("1690000.50");
    expect(minorToDecimal(5, "AED")).toBe("0.05");
    expect(minorToDecimal("1234", "KWD")).toBe("1.234");
    expect(minorToDecimal(-150, "SAR")).toBe("-1.50");
  });

  test("come back unchanged from their own text, in every currency", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 63n - 1n), fc.constantFrom(...currencies), (minor, currency) => {
        expect(decimalToMinor(minorToDecimal(minor, currency), currency)).toBe(minor);
      }),
    );
  });

  test("in an unknown currency are an error, not a guess", () => {
    expect(() => minorToDecimal(1, "XXX")).toThrow(RangeError);
    expect(() => decimalToMinor("1", "toString")).toThrow(RangeError);
  });
});
