import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const pages = [
  { path: "/login", user: undefined },
  { path: "/dashboard", user: "rawabi.admin" },
  { path: "/bookings?status=pending", user: "rawabi.admin" },
  { path: "/profile", user: "rawabi.admin" },
] as const;
const locales = ["ar", "en"] as const;
const themes = ["light", "dark"] as const;

const each = pages.flatMap((page) => locales.flatMap((locale) => themes.map((theme) => ({ ...page, locale, theme }))));

describe("every page", () => {
  it.each(each)(
    "$path in $locale, $theme, breaks no rule of WCAG 2.2 A or AA",
    async ({ path, user, locale, theme }) => {
      const { page, context } = await visitor(browser, user, { locale_cookie: locale, theme, reducedMotion: "reduce" });
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(locale === "ar" ? "rtl" : "ltr");
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`),
      ).toEqual([]);
      await context.close();
    },
  );

  it.each(locales)("the reject dialog in %s breaks none either", async (locale) => {
    const { page, context } = await visitor(browser, "marsa.sales", { locale_cookie: locale, reducedMotion: "reduce" });
    await page.goto("/bookings?status=pending");
    await page.getByRole("table").getByRole("row").nth(1).click();
    await page
      .getByRole("button", { name: locale === "ar" ? /رفض…/ : /Reject/ })
      .last()
      .click();
    await page.getByRole("dialog").waitFor();
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await context.close();
  });

  it.each(["Asia/Riyadh", "Africa/Cairo", "America/New_York"])(
    "says nothing in the console for a browser in %s",
    async (timezoneId) => {
      for (const locale of locales) {
        const one = await visitor(browser, "rawabi.admin", { locale_cookie: locale, timezoneId });
        for (const { path } of pages.slice(1)) {
          await one.page.goto(path);
          await one.page.waitForLoadState("networkidle");
        }
        expect(one.complaints).toEqual([]);
        await one.context.close();
      }
    },
  );

  it.each(locales)("fits 360 pixels in %s without sideways scrolling", async (locale) => {
    for (const { path, user } of pages) {
      const { page, context } = await visitor(browser, user, {
        locale_cookie: locale,
        viewport: { width: 360, height: 740 },
        hasTouch: true,
      });
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess, path).toBe(0);
      await context.close();
    }
  });

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
    await context.close();
  });

  it("arrives with its rows in the first answer", async () => {
    const { context } = await visitor(browser, "rawabi.sales");
    const html = await (await context.request.get("/bookings?status=pending")).text();
    expect(html.match(/VB-\d+|\+966/g)?.length ?? 0).toBeGreaterThan(5);
    const policy = (await context.request.get("/dashboard")).headers()["content-security-policy"];
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    await context.close();
  });
});
