import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { portalUrl } from "#tests/e2e/support/address.ts";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page whose parts answer: its feed is opened once it is alive. */
async function visit(page: Page, path: string): Promise<void> {
  const isFeed = (request: Request) => request.url().includes("live.changes");
  await Promise.all([page.waitForRequest(isFeed), page.goto(path)]);
}
const bell = (page: Page) => page.getByRole("button", { name: /^الإشعارات،/ }).locator("visible=true");
const unreadOf = async (page: Page) => Number((await bell(page).innerText()).trim() || "0");
const done = async (...visitors: Visitor[]) => {
  for (const { complaints, context } of visitors) {
    expect(complaints).toEqual([]);
    await context.close();
  }
};

describe("the company's settings", () => {
  it("change the week's start by keyboard alone, for everybody's calendar and after a reload", async () => {
    const [admin, sales] = [await visitor(browser, "marsa.admin"), await visitor(browser, "marsa.sales")];
    const { page } = admin;
    await visit(page, "/settings/company");
    const start = page.getByRole("combobox", { name: "أول أيام الأسبوع" });
    expect(await start.innerText()).toBe("الاثنين");
    await start.focus();
    await page.keyboard.press("Enter");
    await page.locator("[role=option][data-highlighted]", { hasText: "الاثنين" }).waitFor();
    for (const day of ["الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]) {
      await page.keyboard.press("ArrowDown");
      await page.locator("[role=option][data-highlighted]", { hasText: day }).waitFor();
    }
    await page.keyboard.press("Enter");
    expect(await start.innerText()).toBe("السبت");
    const saved = page.waitForResponse((response) => response.url().includes("company.update"));
    await page.getByRole("button", { name: "احفظ التغييرات" }).press("Enter");
    expect((await saved).status()).toBe(200);
    await page.getByText("حُفظت إعدادات الشركة").waitFor();
    await page.reload();
    expect(await start.innerText()).toBe("السبت");
    const me = await sales.context.request.get("/api/trpc/auth.me");
    expect(JSON.stringify(await me.json())).toContain('"week_start":6');
    await admin.context.request.post("/api/trpc/company.update", { data: { week_start: 1 } });
    await done(admin, sales);
  });

  it("name a wrong time at its day, keep what was typed and take Arabic digits", async () => {
    const admin = await visitor(browser, "marsa.admin");
    const { page } = admin;
    await visit(page, "/settings/company");
    const end = page.getByRole("textbox", { name: "الثلاثاء، نهاية الدوام" });
    await end.fill("٠٨:٠٠");
    await end.blur();
    await page.getByRole("button", { name: "احفظ التغييرات" }).click();
    await page.getByText("نهاية الدوام قبل بدايته يوم الثلاثاء").waitFor();
    expect(await end.inputValue()).toBe("08:00");
    await end.fill("٤:٤٥ م");
    await page.getByRole("button", { name: "احفظ التغييرات" }).click();
    await page.getByText("حُفظت إعدادات الشركة").waitFor();
    expect(await end.inputValue()).toBe("16:45");
    await end.fill("18:00");
    await page.getByRole("button", { name: "احفظ التغييرات" }).click();
    await page.getByRole("button", { name: "احفظ التغييرات" }).waitFor({ state: "detached" });
    await done(admin);
  });
});

describe("how the company is joined to its vendors", () => {
  it("is saved from the bar at the foot of the window, however low the form ends", async () => {
    const admin = await visitor(browser, "marsa.admin", { viewport: { width: 1440, height: 420 } });
    const { page } = admin;
    await visit(page, "/settings/integrations");
    const field = page.getByLabel("معرّف الرقم عند ElevenLabs");
    await field.fill("phone_of_marsa");
    const save = page.getByRole("button", { name: "احفظ التغييرات" });
    await save.waitFor();
    const block = page.locator("section").filter({ has: field });
    const bottom = async (of: typeof save) => of.evaluate((node) => node.getBoundingClientRect().bottom);
    expect(await bottom(block)).toBeGreaterThan(420);
    expect(await bottom(save)).toBeLessThan(420);
    await page.getByRole("button", { name: "تجاهلها" }).click();
    await save.waitFor({ state: "detached" });
    await done(admin);
  });
});

describe("an API key", () => {
  it("is shown once, serves a call of its role, and is refused once it is revoked", async () => {
    const admin = await visitor(browser, "marsa.admin");
    const { page } = admin;
    const call = (key: string, path: string) =>
      fetch(`${portalUrl()}${path}`, { headers: { Authorization: `Bearer ${key}` } }).then(({ status }) => status);
    await visit(page, "/settings/keys");
    await page.getByRole("button", { name: "مفتاح جديد" }).first().click();
    await page.getByLabel("اسم الأداة").fill("مزامنة الموقع");
    await page.getByRole("button", { name: "أنشئ المفتاح" }).click();
    const key = await page.getByTestId("secret").innerText();
    expect(key).toMatch(/^vpk_/);
    expect(await call(key, "/api/conversations?limit=1")).toBe(200);
    expect(await call(key, "/api/customers?limit=1")).toBe(403);
    await page.getByRole("button", { name: "حفظته" }).click();
    const row = page.getByRole("listitem").filter({ hasText: key.slice(0, 12) });
    await row.waitFor();
    expect(await page.content()).not.toContain(key);

    await row.getByRole("button", { name: /^إلغاء/ }).click();
    await page.getByRole("button", { name: "ألغِ المفتاح" }).click();
    await row.getByText(/^أُلغي \d/).waitFor();
    expect(await call(key, "/api/conversations?limit=1")).toBe(401);
    await done(admin);
  });
});

describe("one's own sessions", () => {
  it("signing out the others ends the other browser and leaves this one", async () => {
    const [here, there] = [await visitor(browser, "marsa.agent"), await visitor(browser, "marsa.agent")];
    await visit(here.page, "/profile");
    await visit(there.page, "/profile");
    await here.page.getByRole("button", { name: "أنهِ الجلسات الأخرى" }).click();
    await here.page.getByText("لا أحد غير هذا الجهاز.").waitFor();
    await there.page.goto("/profile");
    await there.page.waitForURL(/\/login/);
    await here.page.reload();
    await here.page.getByText("هذا الجهاز", { exact: true }).waitFor();
    await done(here, there);
  });
});

describe("notifications", () => {
  it("read in one tab lower the count of the other, and lead to what they are about", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const other = await sales.context.newPage();
    const { page } = sales;
    for (const tab of [page, other]) {
      // One stream serves both tabs: each says for itself when it is live.
      await tab.goto("/notifications");
      await tab.getByText("مباشر", { exact: true }).first().waitFor();
    }
    const before = await unreadOf(other);
    expect(before).toBeGreaterThan(0);
    const row = page
      .getByRole("list", { name: "قائمة الإشعارات" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("img", { name: "غير مقروء" }) })
      .first();
    await row.getByRole("link").click();
    await page.waitForURL(/\/(bookings|tickets|conversations|campaigns)/);
    await expect.poll(() => unreadOf(other), { timeout: 5_000 }).toBe(before - 1);
    expect(await unreadOf(page)).toBe(before - 1);
    await done(sales);
  });
});
