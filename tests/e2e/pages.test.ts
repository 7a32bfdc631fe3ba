import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("a page", () => {
  it("changing the language keeps the address and the place", async () => {
    const { page, context } = await visitor(browser, "marsa.admin");
    await page.goto("/bookings?status=approved");
    await page.request.post("/api/trpc/auth.updateMe", { data: { locale: "en" } });
    await context.addCookies([{ name: "locale", value: "en", url: page.url() }]);
    await page.reload();
    expect(page.url()).toContain("/bookings?status=approved");
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      "en",
      "ltr",
    ]);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Viewings");
    await page.request.post("/api/trpc/auth.updateMe", { data: { locale: "ar" } });
    await context.close();
  });

  it("arrives with its rows in the first answer", async () => {
    const { context } = await visitor(browser, "rawabi.sales");
    const html = await (await context.request.get("/bookings?status=pending")).text();
    expect(html.match(/VB-\d+|\+966/g)?.length ?? 0).toBeGreaterThan(5);
    for (const path of ["/customers", "/properties", "/campaigns", "/conversations"]) {
      expect(await (await context.request.get(path)).text(), path).toContain("data-row=");
    }
    const policy = (await context.request.get("/dashboard")).headers()["content-security-policy"];
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    await context.close();
  });
});
