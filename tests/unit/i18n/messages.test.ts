import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesOf } from "#i18n/messages.ts";

const flat = (tree: object, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
const ar = new Map(flat(messagesOf("ar")));
const en = new Map(flat(messagesOf("en")));
const slots = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:=\d|\bzero|\bone|two|few|many|other|male) )\{(\w+)[,}]|<(\w+)>/g)].map(
        ([, name, tag]) => name ?? tag,
      ),
    ),
  ].sort();

describe("the catalogues", () => {
  it("hold the same keys", () => {
    expect([...ar.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it("leave nothing empty and nothing untranslated", () => {
    for (const [key, text] of [...ar, ...en]) expect(text.trim(), key).not.toBe("");
    const latin = [...ar].filter(
      ([key, text]) =>
        !/[\u0600-\u06ff]/.test(text) &&
        /[A-Za-z]{3}/.test(text.replace(/\{[^}]*\}|<[^>]*>/g, "")) &&
        key !== "ui.english",
    );
    expect(latin).toEqual([]);
  });

  it("name the same values in both languages", () => {
    for (const [key, text] of ar) {
      // A gender that English has no use for may be missing there, never the other way round.
      const asked = slots(text).filter((name) => name !== "gender");
      expect(asked, key).toEqual(slots(en.get(key) ?? "").filter((name) => name !== "gender"));
    }
  });

  it("spell all six plural forms in Arabic", () => {
    for (const [key, text] of ar) {
      if (!text.includes(", plural,")) continue;
      for (const form of ["zero", "one", "two", "few", "many", "other"]) expect(text, key).toContain(`${form} {`);
    }
  });

  it("speak of one and two without a digit", () => {
    const t = createTranslator({ locale: "ar-u-nu-latn", messages: messagesOf("ar"), namespace: "dashboard" });
    expect([0, 1, 2, 3, 11, 100, 102].map((count) => t("waiting", { count }))).toEqual([
      "لا شيء ينتظر قرارك",
      "عندك معاينة واحدة تنتظر قرارك",
      "عندك معاينتان تنتظران قرارك",
      "عندك 3 معاينات تنتظر قرارك",
      "عندك 11 معاينة تنتظر قرارك",
      "عندك 100 معاينة تنتظر قرارك",
      "عندك 102 معاينة تنتظر قرارك",
    ]);
  });

  it("count in the chosen digits", () => {
    const t = createTranslator({ locale: "ar-u-nu-arab", messages: messagesOf("ar"), namespace: "dashboard" });
    expect(t("waiting", { count: 11 })).toBe("عندك ١١ معاينة تنتظر قرارك");
  });
});
