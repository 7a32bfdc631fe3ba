import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { settled } from "#tests/e2e/support/screen.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let serial = Date.now() % 100_000;
const reference = () => {
  serial += 1;
  return `E2E-${serial}`;
};
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const stored = async (page: Page, id: string) =>
  (await (await page.context().request.get(`/api/properties/${id}`)).json()).property;
const idOf = (page: Page) => page.url().split("/").at(-1) ?? "";

/** Fills the form of a new property, its price in Arabic-Indic digits. */
async function fill(page: Page, number: string) {
  await page.goto("/properties/new");
  await settled(page);
  await field(page, "العنوان بالعربية").fill("فيلا الرُّبى المطلّة");
  await field(page, "الرقم المرجعي").fill(number);
  await field(page, "السعر").fill("٢٬٤٥٠٬٠٠٠");
  await field(page, "المساحة").fill("٣١٢");
  await field(page, "الحي").fill("النرجس");
}

describe("a property", () => {
  it("priced in Arabic-Indic digits shows right, and is found by its title in another spelling", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    const number = reference();
    await fill(page, number);
    await field(page, "السعر").press("Enter");
    await page.waitForURL(/\/properties\/[0-9a-f-]{36}$/);
    const id = idOf(page);
    await page.getByText("2,450,000 ر.س").first().waitFor();
    expect(await stored(page, id)).toMatchObject({ reference: number, price: "2450000.00", area_sqm: 312 });

    await page.goto("/properties");
    await page.getByLabel("ابحث في العقارات").fill("فيلا الربي المطله");
    await page.waitForURL(/q=/);
    await page
      .getByRole("row", { name: new RegExp(number) })
      .getByText("2,450,000 ر.س")
      .waitFor();
    await page.getByRole("button", { name: "السعر" }).click();
    await field(page, "من").fill("۲٬۴۵۰٬۰۰۱");
    await page.waitForURL(/from=2450001/);
    await expect.poll(() => page.getByRole("row", { name: new RegExp(number) }).count()).toBe(0);
    await context.close();
  });

  it("with wrong fields names each, keeps what was typed and goes to the first; a reference that is taken too", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    const number = reference();
    await fill(page, number);
    await field(page, "العنوان بالعربية").fill("");
    await field(page, "السعر").fill("مليونان");
    await page.getByRole("button", { name: "أضف العقار" }).click();
    await page.getByText("اكتب مبلغًا بالأرقام، مثل 1,690,000").waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest("[data-field]")?.getAttribute("data-field"));
    await expect.poll(focused).toBe("title");
    expect(await field(page, "السعر").inputValue()).toBe("مليونان");

    await field(page, "العنوان بالعربية").fill("فيلا");
    await field(page, "السعر").fill("900000");
    const [{ reference: taken }] = (await (await context.request.get("/api/properties?limit=1")).json()).properties;
    await field(page, "الرقم المرجعي").fill(taken);
    await page.getByRole("button", { name: "أضف العقار" }).click();
    await page.getByText("هذا الرقم لعقار آخر. اختر رقمًا غيره").waitFor();
    await field(page, "الرقم المرجعي").fill(number);
    await page.getByRole("button", { name: "أضف العقار" }).click();
    await page.waitForURL(/\/properties\/[0-9a-f-]{36}$/);
    await context.close();
  });

  it("that a colleague saves first is told in the form, with both ways on", async () => {
    const [sales, admin] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "rawabi.admin")];
    const { page } = sales;
    await fill(page, reference());
    await page.getByRole("button", { name: "أضف العقار" }).click();
    await page.waitForURL(/\/properties\/[0-9a-f-]{36}$/);
    const id = idOf(page);
    await page.goto(`/properties/${id}/edit`);
    await settled(page);
    await field(page, "الوصف").fill("وصفي أنا");
    const change = await admin.context.request.patch(`/api/properties/${id}`, { data: { district: "الملقا" } });
    expect(change.status()).toBe(200);
    await page.getByRole("button", { name: "احفظ التعديل" }).click();
    await page.getByText("غيّر زميل هذا العقار قبل أن تحفظ").waitFor();
    expect(await stored(page, id)).toMatchObject({ district: "الملقا", description: null });
    await page.getByRole("button", { name: "احفظ نسختي" }).click();
    await page.waitForURL(`**/properties/${id}`);
    expect(await stored(page, id)).toMatchObject({ description: "وصفي أنا" });
    await Promise.all([sales.context.close(), admin.context.close()]);
  });

  it("shows who asked about it, and its state as a colleague sets it; support may do neither", async () => {
    const [sales, admin, support] = [
      await visitor(browser, "rawabi.sales"),
      await visitor(browser, "rawabi.admin"),
      await visitor(browser, "rawabi.support"),
    ];
    const { page } = sales;
    await fill(page, reference());
    await page.getByRole("button", { name: "أضف العقار" }).click();
    await page.waitForURL(/\/properties\/[0-9a-f-]{36}$/);
    const id = idOf(page);
    await admin.page.goto(`/properties/${id}`);
    await admin.page.getByText("مباشر", { exact: true }).first().waitFor();
    await page.getByText("لم يسأل عنه أحد بعد").waitFor();

    const [{ name }] = (await (await sales.context.request.get("/api/customers?limit=1")).json()).customers;
    await page.getByRole("button", { name: "سجّل استفسارًا" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").fill(name);
    await page
      .getByRole("option", { name: new RegExp(name) })
      .first()
      .click();
    await dialog.getByRole("button", { name: "سجّل استفسارًا" }).click();
    for (const one of [page, admin.page]) {
      await one.getByRole("list", { name: "من سأل عنه" }).getByRole("link", { name }).waitFor();
    }
    await page.getByRole("button", { name: "غيّر الحالة" }).click();
    await page.getByRole("menuitem", { name: "محجوز" }).click();
    await expect.poll(async () => (await stored(page, id)).status).toBe("reserved");
    await admin.page.getByRole("region", { name: "تفاصيل العقار" }).getByText("محجوز").waitFor();

    await support.page.goto(`/properties/${id}`);
    await support.page.getByRole("region", { name: "تفاصيل العقار" }).waitFor();
    expect(await support.page.getByRole("button", { name: "غيّر الحالة" }).count()).toBe(0);
    expect(await support.page.getByText("المعاينات القادمة").count()).toBe(0);
    expect((await support.page.goto(`/properties/${id}/edit`))?.status()).toBe(403);
    await Promise.all([sales, admin, support].map(({ context }) => context.close()));
  });
});
