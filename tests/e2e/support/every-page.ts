import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeMedia, launchBrowser } from "#tests/e2e/support/browser.ts";
import { dialogs, places } from "#tests/e2e/support/pages.ts";
import { layoutShift, settled, sideways, violations } from "#tests/e2e/support/screen.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

/** A refused or missing page is told by its status; the browser notes that in its console. */
const expected = /the server responded with a status of (403|404)/;
const zones = { ar: "Africa/Cairo", en: "America/New_York" } as const;
const company = { ar: "rawabi", en: "marsa" } as const;
const direction = { ar: "rtl", en: "ltr" } as const;

/** With less motion asked for nothing fades: two frames later all of it is drawn. */
const turnDark = (page: Page) =>
  page.evaluate(async () => {
    document.documentElement.dataset.theme = "dark";
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });

/** What holds for every page and for every dialog, in one language. A file for each language, so that they run side by side. */
export function describeEveryPage(locale: "ar" | "en"): void {
  const each = places.map((place) => ({ ...place, locale }));
  const eachDialog = dialogs.map((dialog) => ({ ...dialog, locale }));
  const wishes = { locale_cookie: locale, theme: "light", reducedMotion: "reduce", shares_session: true } as const;
  const userOf = (role: string | undefined) => role && `${company[locale]}.${role}`;

  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(fakeMedia);
  });
  afterAll(() => browser.close());

  const newVisitor = (role: string | undefined) =>
    visitor(browser, userOf(role), { ...wishes, timezoneId: zones[locale] });
  /** A role's one browser, which has kept what earlier pages loaded: half of the work. */
  const visitors = new Map<string | undefined, Promise<Visitor>>();
  const visitorOf = async (role: string | undefined) => {
    const known = visitors.get(role) ?? newVisitor(role);
    visitors.set(role, known);
    const { page } = await known;
    await page.setViewportSize({ width: 1440, height: 900 });
    return known;
  };
  // A page's first load, with nothing kept yet, is the Arabic one.
  const firstVisitor = locale === "ar" ? newVisitor : visitorOf;

  describe("every page", () => {
    it.each(each)(
      "$name in $locale stands still, fits a phone, says nothing in the console and breaks no rule of WCAG 2.2 AA in either theme",
      async ({ path, role, open, whole }) => {
        const { page, context, complaints } = await firstVisitor(role);
        await page.goto(path);
        await settled(page);
        expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction[locale]);
        expect(await layoutShift(page)).toBeLessThanOrEqual(0.05);
        await open?.(page);
        if (whole) await page.setViewportSize({ width: whole, height: 900 });
        if (open || whole) await settled(page);
        expect(await violations(page), "light").toEqual([]);
        // Nor afterwards, by what came late.
        if (!open && !whole) expect(await layoutShift(page), "later").toBeLessThanOrEqual(0.05);
        await turnDark(page);
        expect(await violations(page, { only: "colours" }), "dark").toEqual([]);
        await page.setViewportSize({ width: 360, height: 740 });
        await settled(page);
        expect(await sideways(page), "360 px").toBe(0);
        expect(complaints.splice(0).filter((text) => !expected.test(text))).toEqual([]);
        if (firstVisitor === newVisitor) await context.close();
      },
    );

    it.each(eachDialog)(
      "what opens over it, $name in $locale, breaks none either and runs in the page's direction",
      async ({ path, role, open }) => {
        const { page, complaints } = await visitorOf(role);
        await page.goto(path);
        await settled(page);
        await open?.(page);
        const dialog = page.getByRole("dialog").first();
        await dialog.waitFor();
        await settled(page);
        expect(await dialog.evaluate((node) => getComputedStyle(node).direction)).toBe(direction[locale]);
        const within = '[role="dialog"]';
        expect(await violations(page, { within }), "light").toEqual([]);
        await turnDark(page);
        expect(await violations(page, { within, only: "colours" }), "dark").toEqual([]);
        expect(complaints.splice(0)).toEqual([]);
      },
    );
  });
}
