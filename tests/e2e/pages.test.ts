import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { dialogs, places } from "#tests/e2e/support/pages.ts";
import { layoutShift, settled, sideways, violations } from "#tests/e2e/support/screen.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const locales = ["ar", "en"] as const;
/** A refused or missing page is told by its status; the browser notes that in its console. */
const expected = /the server responded with a status of (403|404)/;
const zones = { ar: "Africa/Cairo", en: "America/New_York" } as const;
const company = { ar: "rawabi", en: "marsa" } as const;
const each = places.flatMap((place) => locales.map((locale) => ({ ...place, locale })));

describe("every page", () => {
  it.each(each)(
    "$name in $locale stands still, fits a phone, says nothing in the console and breaks no rule of WCAG 2.2 AA in either theme",
    async ({ path, role, open, locale }) => {
      const user = role && `${company[locale]}.${role}`;
      const { page, context, complaints } = await visitor(browser, user, {
        locale_cookie: locale,
        theme: "light",
        timezoneId: zones[locale],
        reducedMotion: "reduce",
      });
      await page.goto(path);
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(locale === "ar" ? "rtl" : "ltr");
      expect(await layoutShift(page)).toBeLessThanOrEqual(0.05);
      await open?.(page);
      await settled(page);
      expect(await violations(page), "light").toEqual([]);
      await page.evaluate(() => {
        document.documentElement.dataset.theme = "dark";
      });
      await settled(page);
      expect(await violations(page), "dark").toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await settled(page);
      expect(await sideways(page), "360 px").toBe(0);
      expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
      await context.close();
    },
  );

  it.each(dialogs.flatMap((dialog) => locales.map((locale) => ({ ...dialog, locale }))))(
    "what opens over it, $name in $locale, breaks none either and runs in the page's direction",
    async ({ path, role, open, locale }) => {
      const { page, context } = await visitor(browser, role && `${company[locale]}.${role}`, {
        locale_cookie: locale,
        theme: "light",
        reducedMotion: "reduce",
      });
      await page.goto(path);
      await settled(page);
      await open?.(page);
      const dialog = page.getByRole("dialog").first();
      await dialog.waitFor();
      await settled(page);
      expect(await dialog.evaluate((node) => getComputedStyle(node).direction)).toBe(locale === "ar" ? "rtl" : "ltr");
      expect(await violations(page, '[role="dialog"]'), "light").toEqual([]);
      await page.evaluate(() => {
        document.documentElement.dataset.theme = "dark";
      });
      await settled(page);
      expect(await violations(page, '[role="dialog"]'), "dark").toEqual([]);
      await context.close();
    },
  );

  it.each(locales)("says nothing in the console for a browser in Riyadh, in %s", async (locale) => {
    const one = await visitor(browser, `${company[locale]}.admin`, { locale_cookie: locale });
    for (const { path, role } of places) {
      if (!role || role === "agent") continue;
      await one.page.goto(path);
      await one.page.waitForLoadState("networkidle");
    }
    expect(one.complaints.filter((text) => !expected.test(text))).toEqual([]);
    await one.context.close();
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
