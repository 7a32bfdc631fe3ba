import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { places } from "#tests/e2e/support/pages.ts";
import { settled } from "#tests/e2e/support/screen.ts";
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

  it("says nothing in the console of a browser in Riyadh, the company's own zone", async () => {
    const { page, context, complaints } = await visitor(browser, "rawabi.admin");
    const asked = places.filter(({ role }) => role && role !== "agent").map(({ path }) => path);
    for (const path of new Set(asked)) {
      await page.goto(path);
      await settled(page);
    }
    // A missing page is told by its status, and the browser notes that.
    expect(complaints.filter((text) => !/the server responded with a status of 404/.test(text))).toEqual([]);
    await context.close();
  }, 180_000);
});
