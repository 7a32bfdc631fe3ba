import { expect, test } from "vitest";
import { textDirection } from "#i18n/text-direction.ts";

test("a line runs as most of its letters do, whatever it begins with", () => {
  expect(textDirection("Perfect، احجزيه وأرسلي لي الـ location على الواتساب.")).toBe("rtl");
  expect(textDirection("السلام عليكم")).toBe("rtl");
  expect(textDirection("I would like to see the villa in النرجس")).toBe("ltr");
  expect(textDirection("OK")).toBe("ltr");
});

test("a line without letters takes the direction around it", () => {
  expect(textDirection("+966 50 000 4187")).toBeUndefined();
  expect(textDirection("")).toBeUndefined();
});
