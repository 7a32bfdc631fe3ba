import { describe, expect, it } from "vitest";
import { safePath } from "#features/auth/ui/safe-path.ts";
import { initials } from "#ui/initials.ts";

describe("where a sign-in leads", () => {
  it("is a path of this site, with its query", () => {
    expect(safePath("/bookings?status=pending&q=%D8%B3")).toBe("/bookings?status=pending&q=%D8%B3");
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "bookings",
    "",
    undefined,
    ["/a", "/b"],
    "/login?next=/x",
    "/api/auth/logout",
    "/..//evil.example",
  ])("is never %j", (value) => {
    const path = safePath(value);
    expect(path).toMatch(/^\/(?![/\\])/);
    expect(new URL(path, "http://here.test").origin).toBe("http://here.test");
    expect(path).not.toMatch(/^\/(login|api)/);
  });
});

describe("initials", () => {
  it("skip the article and do not join", () => {
    expect(initials("عبدالعزيز القحطاني")).toBe("ع\u200cق");
    expect(initials("سارة بنت خالد الشمري")).toBe("س\u200cش");
    expect(initials("Abdulaziz Al-Qahtani")).toBe("A\u200cQ");
    expect(initials("نورة")).toBe("ن");
    expect(initials("  ")).toBe("؟");
  });
});
