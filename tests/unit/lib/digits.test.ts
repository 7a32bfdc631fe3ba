import { expect, test } from "vitest";
import { latinDigits } from "#lib/digits.ts";

test("both Arabic digit sets become 0-9 and nothing else changes", () => {
  expect(latinDigits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0-9 شقة، ½")).toBe("0123456789 0123456789 0-9 شقة، ½");
});
