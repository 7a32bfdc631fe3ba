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
const newName = () => {
  serial += 1;
  return `حملة ${serial}`;
};
/** A field by its exact label: "النوع" is also part of other labels. */
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const onStep = (page: Page, step: string) =>
  page.waitForURL((url) => (url.searchParams.get("step") ?? "audience") === step);
const idOf = (page: Page) => new URL(page.url()).searchParams.get("draft") ?? page.url().split("/").at(-1) ?? "";
const stored = async (page: Page, id: string) =>
  (await (await page.context().request.get(`/api/campaigns/${id}`)).json()).campaign;

/** The first step, filled with a name and one stage; answers how many the page says it reaches. */
async function firstStep(page: Page, name: string): Promise<number> {
  await page.goto("/campaigns/new");
  await settled(page);
  const reach = page.getByRole("status").filter({ hasText: "يمكن الوصول إليهم الآن" });
  await reach.waitFor();
  const everybody = await reach.innerText();
  await field(page, "اسم الحملة").fill(name);
  await page.getByRole("checkbox", { name: "مهتم" }).click();
  await expect.poll(() => reach.innerText()).not.toBe(everybody);
  return Number(/\d+/.exec(await reach.innerText())?.[0]);
}

describe("a campaign", () => {
  it("is made by steps, reaches as many as its audience counted, is paused with its reason and cancelled", async () => {
    const [sales, admin] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "rawabi.admin")];
    const { page } = sales;
    const name = newName();
    const seen = await firstStep(page, name);
    await field(page, "اسم الحملة").press("Enter");
    await onStep(page, "script");
    const id = idOf(page);
    expect(await stored(page, id)).toMatchObject({ name, status: "draft", audience: { stages: ["lead"] } });

    await field(page, "نص الحملة").fill("عرّف بالمشروع واسأل عن الميزانية");
    await press(page, "التالي");
    await onStep(page, "schedule");
    await page.getByRole("radio", { name: /في موعد/ }).click();
    await press(page, "التالي");
    await page.getByRole("alert").getByText("هذا الحقل مطلوب").first().waitFor();
    expect(await field(page, "اليوم").evaluate((node) => node === document.activeElement)).toBe(true);
    await page.getByRole("radio", { name: /الآن/ }).click();
    await press(page, "التالي");
    await onStep(page, "review");
    await page.getByText("عرّف بالمشروع واسأل عن الميزانية").waitFor();

    await admin.page.goto("/campaigns");
    await admin.page.getByText("مباشر", { exact: true }).first().waitFor();
    await press(page, "ابدأ الآن");
    const start = page.getByRole("dialog");
    const told = start.getByRole("status").filter({ hasText: "ستصل إلى" });
    await told.waitFor();
    const counted = Number(/\d+/.exec(await told.innerText())?.[0]);
    await start.getByRole("button", { name: "ابدأ الحملة" }).click();
    await page.waitForURL(`**/campaigns/${id}`);
    expect(seen).toBeGreaterThan(0);
    // Within calling hours the first are being called already.
    expect((await stored(page, id)).metrics).toMatchObject({ recipients: counted });
    await page
      .getByRole("list", { name: "أرقام الحملة" })
      .getByText(String(counted), { exact: true })
      .first()
      .waitFor();
    // A colleague's list shows it without being asked.
    await admin.page
      .getByRole("row", { name: new RegExp(name) })
      .getByText("جارية")
      .waitFor();

    await press(page, /إيقاف مؤقت/);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "أوقف الحملة" }).click();
    await dialog.getByText("هذا الحقل مطلوب").waitFor();
    await dialog.getByRole("button", { name: "خارج وقت الاتصال" }).click();
    await dialog.getByRole("button", { name: "أوقف الحملة" }).click();
    await page.getByText("أُوقفت الحملة مؤقتًا: خارج وقت الاتصال").waitFor();

    await press(page, "أفعال أخرى");
    await page.getByRole("menuitem", { name: /إلغاء الحملة/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "ألغِ الحملة" }).click();
    await expect.poll(async () => (await stored(page, id)).status).toBe("cancelled");
    await page.getByRole("button", { name: "أفعال أخرى" }).waitFor({ state: "detached" });
    await Promise.all([sales.context.close(), admin.context.close()]);
  });

  it("scheduled at a time of the company's zone starts at that instant, typed in any digits", async () => {
    const { page, context } = await visitor(browser, "marsa.sales", { timezoneId: "America/New_York" });
    await firstStep(page, newName());
    await press(page, "التالي");
    await onStep(page, "script");
    await press(page, "التالي");
    await onStep(page, "schedule");
    await page.getByRole("radio", { name: /في موعد/ }).click();
    await field(page, "اليوم").fill("٠٥/٠١/٢٠٩٨");
    await field(page, "الوقت").fill("٥:٣٠ م");
    await press(page, "التالي");
    await onStep(page, "review");
    await press(page, "جدول الحملة");
    await page.waitForURL(/\/campaigns\/[0-9a-f-]+$/);
    // Dubai is four hours ahead of UTC.
    expect(await stored(page, idOf(page))).toMatchObject({
      status: "scheduled",
      scheduled_at: "2098-01-05T13:30:00.000Z",
    });
    await context.close();
  });

  it("in the making is not lost: a reload keeps the draft, and leaving with something unsaved asks first", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    const name = newName();
    await firstStep(page, name);
    await press(page, "التالي");
    await onStep(page, "script");
    await page.reload();
    await press(page, "السابق");
    await onStep(page, "audience");
    await expect.poll(() => field(page, "اسم الحملة").inputValue()).toBe(name);
    await field(page, "اسم الحملة").fill(`${name} بعد التعديل`);
    await page.getByRole("link", { name: "المعاينات" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "ابقَ هنا" }).click();
    expect(await field(page, "اسم الحملة").inputValue()).toBe(`${name} بعد التعديل`);
    await press(page, "احفظ المسودة");
    await page.waitForURL("**/campaigns");
    await page
      .getByRole("link", { name: `${name} بعد التعديل` })
      .first()
      .waitFor();
    await context.close();
  });

  it("that a colleague changed meanwhile is not overwritten unseen, and what was typed stays", async () => {
    const [sales, admin] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "rawabi.admin")];
    const { page } = sales;
    const name = newName();
    await firstStep(page, name);
    await press(page, "التالي");
    await onStep(page, "script");
    const id = idOf(page);
    const change = await admin.context.request.post("/api/trpc/campaigns.update", {
      data: { id, name: `${name} للزميل` },
    });
    expect(change.status()).toBe(200);
    await field(page, "نص الحملة").fill("نص كتبته أنا");
    await press(page, "التالي");
    await page.getByText(/غيّر زميل هذا قبلك/).waitFor();
    expect(await field(page, "نص الحملة").inputValue()).toBe("نص كتبته أنا");
    expect(await stored(page, id)).toMatchObject({ name: `${name} للزميل`, script: null });
    await press(page, "التالي");
    await onStep(page, "schedule");
    expect(await stored(page, id)).toMatchObject({ script: "نص كتبته أنا" });
    await Promise.all([sales.context.close(), admin.context.close()]);
  });
});
