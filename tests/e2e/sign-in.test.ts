import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { portalUrl } from "#tests/e2e/support/address.ts";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("signing in", () => {
  it("is printed in Arabic, right to left, before any script runs; in English when that was chosen", async () => {
    const first = await fetch(`${portalUrl()}/login`);
    expect(await first.text()).toMatch(/<html[^>]*lang="ar"[^>]*dir="rtl"/);
    const chosen = await fetch(`${portalUrl()}/login`, { headers: { cookie: "locale=en" } });
    expect(await chosen.text()).toMatch(/<html[^>]*lang="en"[^>]*dir="ltr"/);
  });

  it("sends a stranger to the sign-in page and, once signed in, to where he wanted to go", async () => {
    const { page, context } = await visitor(browser);
    await page.goto("/bookings?status=approved");
    await page.waitForURL("**/login?next=**");
    await page.getByLabel("اسم المستخدم").fill("rawabi.sales");
    await page.getByLabel("كلمة المرور", { exact: true }).fill("portal-demo-2026");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/bookings?status=approved");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("المعاينات");
    const cookie = (await context.cookies()).find(({ name }) => name === "portal_session");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    expect(page.url()).not.toContain("portal-demo");
    await context.close();
  });

  it("says what is wrong and keeps the typed name", async () => {
    const { page, context } = await visitor(browser);
    await page.goto("/login");
    await page.getByLabel("اسم المستخدم").fill("rawabi.sales");
    await page.getByLabel("كلمة المرور", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "دخول" }).click();
    await page.getByText("اسم المستخدم أو كلمة المرور غير صحيح").waitFor();
    expect(await page.getByLabel("اسم المستخدم").inputValue()).toBe("rawabi.sales");
    await context.close();
  });

  it("does not follow a foreign address after signing in", async () => {
    const { page, context } = await visitor(browser);
    await page.goto("/login?next=https://example.com/");
    await page.getByLabel("اسم المستخدم").fill("rawabi.sales");
    await page.getByLabel("كلمة المرور", { exact: true }).fill("portal-demo-2026");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(dashboard|bookings)/);
    expect(new URL(page.url()).origin).toBe(portalUrl());
    await context.close();
  });

  it("shows a role only its own pages, and refuses the others with a page that helps", async () => {
    const { page, context } = await visitor(browser, "rawabi.agent");
    const answer = await page.goto("/bookings");
    expect(answer?.status()).toBe(403);
    expect(await page.getByRole("navigation").first().getByRole("link", { name: "المعاينات" }).count()).toBe(0);
    await context.close();
    const support = await visitor(browser, "marsa.support");
    expect((await support.page.goto("/dashboard"))?.status()).toBe(200);
    expect((await support.page.goto("/bookings"))?.status()).toBe(403);
    await support.context.close();
  });
});
