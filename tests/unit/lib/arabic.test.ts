import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldArabic, nameKey } from "#lib/arabic.ts";
import vectors from "../vectors/arabic.json" with { type: "json" };

describe("the match key of a text", () => {
  test.each(vectors)("$text folds to $fold", ({ text, fold, key }) => {
    expect(foldArabic(text)).toBe(fold);
    expect(nameKey(text)).toBe(key);
  });

  test("folding twice is folding once, whatever the text", () => {
    const arabic = fc.string({
      unit: fc.constantFrom(..."أإآٱاىيیؤوئةهۀکكعبد لـ٠۵ \u0654\u0653\u064e\u200d\u0301eE\ufe71\ufdfa"),
    });
    const any = fc.oneof(arabic, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(any, (text) => {
        const once = foldArabic(text);
        expect(foldArabic(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test("different names keep different keys", () => {
    const names = ["أحمد", "حمد", "محمد", "محمود", "سلمان", "سليمان", "علي", "عالية", "نورة", "نوره بنت"];
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });
});
