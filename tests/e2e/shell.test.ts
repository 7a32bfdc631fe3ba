import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { settled, violations } from "#tests/e2e/support/screen.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

// Side by side, for one of them waits a minute; it rejects a viewing, and none of the others looks at viewings' states.
describe.concurrent("without a connection", () => {
  it("a minute offline is said, and afterwards the screen holds what a fresh load holds", async ({ expect }) => {
    const [admin, sales] = [await visitor(browser, "rawabi.admin"), await visitor(browser, "rawabi.sales")];
    const { bookings } = await (await admin.context.request.get("/api/bookings?status=pending&limit=1")).json();
    await sales.page.goto("/bookings?status=pending");
    await sales.page.getByText("مباشر", { exact: true }).first().waitFor();
    const tab = sales.page.locator('[data-tab="pending"]');
    const before = await tab.innerText();
    await sales.context.setOffline(true);
    await sales.page.getByText("غير مباشر").first().waitFor({ timeout: 60_000 });
    expect((await admin.context.request.patch(`/api/bookings/${bookings[0].id}/reject`)).status()).toBe(200);
    await sales.page.waitForTimeout(60_000);
    expect(await tab.innerText()).toBe(before);
    await sales.context.setOffline(false);
    await sales.page.getByText("مباشر", { exact: true }).first().waitFor();
    await expect.poll(() => tab.innerText(), { timeout: 10_000 }).not.toBe(before);
    const shown = await tab.innerText();
    await sales.page.reload();
    await settled(sales.page);
    expect(await tab.innerText()).toBe(shown);
    await Promise.all([admin.context.close(), sales.context.close()]);
  }, 180_000);

  it("a page that cannot be reached is one that helps", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/bookings");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await context.setOffline(true);
    await page.goto("/customers").catch(() => undefined);
    await page.getByText("لا يصل المتصفح إلى البوابة").waitFor();
    await context.setOffline(false);
    await page.getByRole("link", { name: /أعد المحاولة/ }).click();
    await page.getByRole("heading", { level: 1, name: "العملاء" }).waitFor();
    await context.close();
  });
});

describe.concurrent("the palette", () => {
  it("opens by the place of the key on an Arabic layout and leads to a customer, however the name is spelled", async ({
    expect,
  }) => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/bookings");
    await settled(page);
    // What an Arabic keyboard sends for Ctrl+K: the letter is ن, the key is K.
    await page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "ن", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true }),
      ),
    );
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.evaluate((node) => getComputedStyle(node).direction)).toBe("rtl");
    const { customers } = await (await context.request.get("/api/customers?q=عبدالعزيز&limit=1")).json();
    expect(customers).toHaveLength(1);
    for (const spelling of ["عبد العزيز", "عَبدالعزيز", "عبدالعزيـز"]) {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(spelling);
      await dialog.getByRole("option", { name: customers[0].name }).first().waitFor();
    }
    expect(await violations(page, { within: '[role="dialog"]' })).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/customers/*");
    await context.close();
  });

  it("has what was typed before it came, and the form beneath has nothing of it", async ({ expect }) => {
    const { page, context } = await visitor(browser, "rawabi.sales", { locale_cookie: "en" });
    await page.goto("/bookings");
    await settled(page);
    await page.route("**/_next/static/chunks/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    const search = page.getByRole("searchbox").first();
    await search.focus();
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("repoo");
    await page.keyboard.press("Backspace");
    const box = page.getByRole("dialog").getByRole("combobox");
    await box.waitFor();
    await page.keyboard.type("rts");
    expect(await box.inputValue()).toBe("reports");
    expect(await page.locator("input[type=search]").first().inputValue()).toBe("");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/reports");
    await context.close();
  });

  it("offers only what the role may do", async ({ expect }) => {
    const { page, context } = await visitor(browser, "rawabi.support");
    await page.goto("/tickets");
    await settled(page);
    await page.keyboard.press("Control+KeyK");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("option", { name: "تذكرة جديدة" }).waitFor();
    expect(await dialog.getByRole("option", { name: "معاينة جديدة" }).count()).toBe(0);
    expect(await dialog.getByRole("option", { name: "المعاينات", exact: true }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await context.close();
  });

  it("and `?` lists the keys of the page", async ({ expect }) => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/bookings");
    await settled(page);
    await page.keyboard.press("Shift+?");
    await page.getByRole("dialog").getByText("Ctrl", { exact: false }).first().waitFor();
    expect(await violations(page, { within: '[role="dialog"]' })).toEqual([]);
    await context.close();
  });
});

describe.concurrent("a session that ends in the middle of a form", () => {
  it("asks for the password in place, and what was typed is still there and can be saved", async ({ expect }) => {
    const { page, context } = await visitor(browser, "marsa.sales", { locale_cookie: "en" });
    await page.goto("/customers?new=true");
    const form = page.getByRole("dialog").filter({ has: page.locator('[data-field="name"]') });
    await form.locator('[data-field="name"] input').fill("Salma Idris");
    await form.locator('[data-field="phone"] input').fill("050 555 0199");
    // The session ends elsewhere.
    const other = await visitor(browser, "marsa.sales");
    const cookies = await context.cookies();
    const session = cookies.find(({ name }) => name === "portal_session");
    expect(
      (
        await other.context.request.post("/api/auth/logout", { headers: { authorization: `Bearer ${session?.value}` } })
      ).ok() || (await context.clearCookies({ name: "portal_session" })) === undefined,
    ).toBe(true);
    await form.getByRole("button", { name: /add|create|save/i }).click();
    const question = page.getByRole("dialog", { name: "Your session has ended" });
    await question.waitFor();
    await question.getByLabel("Password").fill("portal-demo-2026");
    await page.keyboard.press("Enter");
    await question.waitFor({ state: "detached" });
    expect(await form.locator('[data-field="name"] input').inputValue()).toBe("Salma Idris");
    await form.getByRole("button", { name: /add|create|save/i }).click();
    await form.waitFor({ state: "detached" });
    const { customers } = await (await context.request.get("/api/customers?q=Salma Idris")).json();
    expect(customers.map((one: { phone: string }) => one.phone)).toEqual(["+971505550199"]);
    await Promise.all([context.close(), other.context.close()]);
  });
});

describe.concurrent("what is typed and not saved", () => {
  it("is asked about by the palette, a menu, Back and signing out; staying keeps it, leaving asks once", async ({
    expect,
  }) => {
    const { page, context } = await visitor(browser, "rawabi.admin");
    let asked_by_browser = 0;
    page.on("dialog", (dialog) => {
      asked_by_browser += 1;
      void dialog.accept();
    });
    await page.goto("/bookings");
    await page.getByRole("navigation").getByRole("link", { name: "الإعدادات" }).first().click();
    const field = page.locator('[data-field="name"] input');
    await field.fill("اسم لم يُحفظ");

    const question = page.getByRole("dialog", { name: "تغادر دون حفظ؟" });
    const waysOut = {
      palette: async () => {
        await page.keyboard.press("Control+KeyK");
        await page.getByRole("dialog").getByRole("combobox").fill("المعاينات");
        await page.keyboard.press("Enter");
      },
      menu: async () => {
        await page.getByRole("button", { name: "الحساب والتفضيلات" }).click();
        await page.getByRole("menuitem", { name: "حسابي" }).click();
      },
      tab: () => page.getByRole("navigation", { name: "أقسام الإعدادات" }).getByRole("link").first().press("ArrowLeft"),
      back: () => page.evaluate(() => history.back()),
      signOut: async () => {
        await page.getByRole("button", { name: "الحساب والتفضيلات" }).click();
        await page.getByRole("menuitem", { name: "تسجيل الخروج" }).click();
      },
    };
    for (const leave of Object.values(waysOut)) {
      await leave();
      await question.getByRole("button", { name: "ابقَ هنا" }).click();
      await question.waitFor({ state: "hidden" });
      expect(new URL(page.url()).pathname).toBe("/settings/company");
      expect(await field.inputValue()).toBe("اسم لم يُحفظ");
    }
    expect((await context.request.get("/api/auth/me")).status()).toBe(200);

    await waysOut.back();
    await question.getByRole("button", { name: "غادر دون حفظ" }).click();
    await page.waitForURL("**/bookings");
    await page.getByRole("navigation").getByRole("link", { name: "الإعدادات" }).first().click();
    await field.fill("اسم لم يُحفظ");
    await waysOut.signOut();
    await question.getByRole("button", { name: "غادر دون حفظ" }).click();
    await page.waitForURL("**/login?why=out");
    expect(asked_by_browser).toBe(0);
    await context.close();
  });

  it("in a form over the page is asked about by Back too", async ({ expect }) => {
    const { page, context } = await visitor(browser, "rawabi.support");
    await page.goto("/dashboard");
    await page.getByRole("navigation").getByRole("link", { name: "التذاكر" }).first().click();
    await page.getByRole("button", { name: "تذكرة جديدة" }).first().click();
    const subject = page.getByRole("dialog").locator('[data-field="subject"] input');
    await subject.fill("لم تُحفظ");
    await page.evaluate(() => history.back());
    const question = page.getByRole("dialog", { name: "تغادر دون حفظ؟" });
    await question.getByRole("button", { name: "ابقَ هنا" }).click();
    await question.waitFor({ state: "hidden" });
    expect(await subject.inputValue()).toBe("لم تُحفظ");
    await context.close();
  });
});
