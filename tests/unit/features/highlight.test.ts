import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highlight } from "#features/conversations/highlight.ts";
import { foldArabic } from "#lib/arabic.ts";

/** What a reader would see marked. */
const marked = (text: string, words: string) =>
  highlight(text, foldArabic(words)).map(([start, end]) => text.slice(start, end));

describe("marking the words of a search in what was really said", () => {
  it.each([
    ["مع حركاتها", "قال أحْمَدُ غدًا", "احمد", ["أحْمَدُ"]],
    ["بالهمزة وبدونها", "زارنا إحمد ثم أحمد", "آحمد", ["إحمد", "أحمد"]],
    ["with tatweel inside", "أحـــمد هنا", "أحمد", ["أحـــمد"]],
    ["in other digits", "الساعة ٤:٣٠ عصرًا", "4:30", ["٤:٣٠"]],
    ["عبد الله وعبدالله", "عبد الله وعبدالله", "عبدالله", ["عبد الله", "عبدالله"]],
    ["عبد ال typed apart", "اسمي عبدالرحمن", "عبد الرحمن", ["عبدالرحمن"]],
    ["only the second half of عبد الله", "عبد الله", "الله", ["الله"]],
    ["over several spaces and a line break", "فيلا  \n النرجس", "فيلا النرجس", ["فيلا  \n النرجس"]],
    ["after an emoji of two units", "👍🏽 تمام يا نورة", "نوره", ["نورة"]],
    ["in a ligature", "بسم ﷲ", "الله", ["ﷲ"]],
    ["in Latin of any case", "Al-Narjis VILLA", "villa", ["VILLA"]],
    ["with a decomposed accent", "cafe\u0301 now", "café", ["cafe\u0301"]],
    ["twice, side by side", "لالا", "لا", ["لا", "لا"]],
    ["between spaces at the ends", "  نعم  ", "نعم", ["نعم"]],
  ])("%s", (_name, text, words, expected) => {
    expect(marked(text, words)).toEqual(expected);
  });

  it("marks nothing where the words are not", () => {
    expect(marked("موعد المعاينة غدًا", "إلغاء")).toEqual([]);
    expect(highlight("anything", "")).toEqual([]);
  });

  it("whatever the Arabic text, every search hit is marked, and each mark folds to the words", () => {
    const letters = "أإآٱاىيیؤوئةهۀکكعبدلل  \n0٠۵ـ\u0654\u0653\u064e\u0651\u200d\u200f\u0301eEﷲﻻ👍";
    const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (text, at, length) => {
        const folded = foldArabic(text);
        const words = folded.slice(at % (folded.length + 1)).slice(0, length);
        fc.pre(words.trim() === words && words !== "");
        const spans = highlight(text, words);
        expect(spans.length).toBeGreaterThan(0);
        let before = 0;
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(foldArabic(text.slice(start, end)).replaceAll(" ", "")).toContain(words.replaceAll(" ", ""));
          before = end;
        }
      }),
      { numRuns: 5000 },
    );
  });
});
