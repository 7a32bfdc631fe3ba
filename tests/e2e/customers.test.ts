import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let serial = Math.floor(Math.random() * 9e5);
/** A number that nobody has, and a name that is found by nothing else. */
function somebody() {
  serial += 1;
  const digits = String(1_000_000 + serial).slice(-7);
  return {
    phone: `+9665${digits.slice(0, 1)}${digits}`,
    local: `05${digits.slice(0, 1)}${digits}`,
    name: `عميل ${digits}`,
  };
}
const arabicIndic = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? digit);

async function made({ context }: Visitor, extra: object = {}) {
  const one = somebody();
  const answer = await context.request.post("/api/customers", { data: { name: one.name, phone: one.phone, ...extra } });
  const { customer } = await answer.json();
  return { ...one, id: String(customer.id) };
}
const stageOf = async ({ context }: Visitor, id: string) =>
  (await (await context.request.get(`/api/customers/${id}`)).json()).customer.stage;
/** The page listens only once it is awake. */
const awake = (page: Page) => page.getByText("مباشر", { exact: true }).first().waitFor();
const soon = { timeout: 10_000 };
const cardOf = (page: Page, id: string) => page.locator(`[data-card="${id}"]`);
const columnOf = (page: Page, stage: string) => page.locator(`[data-column="${stage}"]`);

describe("a new customer", () => {
  it("is taken with a number in Arabic-Indic digits, and opens at once", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { page } = sales;
    const one = somebody();
    await page.goto("/customers");
    await awake(page);
    await page.getByRole("button", { name: /عميل جديد/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("الاسم").fill(one.name);
    await dialog.getByLabel("الجوال").fill(arabicIndic(one.local));
    await dialog.getByRole("button", { name: "أضف العميل" }).click();
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { level: 2, name: one.name }).waitFor();
    const { customers } = await (await sales.context.request.get(`/api/customers?q=${one.local}`)).json();
    expect(customers).toMatchObject([{ name: one.name, phone: one.phone }]);
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });

  it("whose number somebody has is told so while it is typed, and is not made a second time", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const known = await made(sales);
    const { page } = sales;
    await page.goto("/customers?new=true");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("الجوال").fill(arabicIndic(known.local));
    const link = dialog.getByRole("link", { name: known.name });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`/customers/${known.id}`);
    await dialog.getByLabel("الاسم").fill("شخص آخر");
    await dialog.getByRole("button", { name: "أضف العميل" }).click();
    await dialog.getByText(/الرقم لعميل آخر عندك/).waitFor();
    // What was typed is still there, and the wrong field has the focus.
    expect(await dialog.getByLabel("الاسم").inputValue()).toBe("شخص آخر");
    await expect.poll(() => dialog.getByLabel("الجوال").evaluate((box) => box === document.activeElement)).toBe(true);
    await sales.context.close();
  });
});

describe("the board", () => {
  it("moves a card by its menu, by keyboard alone, and takes it back on undo", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { id, name } = await made(sales);
    const { page } = sales;
    await page.goto("/customers?view=board");
    await cardOf(page, id).waitFor();
    await awake(page);
    const button = page.getByRole("button", { name: new RegExp(`نقل .*${name}`) });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await page.getByRole("menuitem", { name: "تفاوض" }).focus();
    await page.keyboard.press("Enter");
    await columnOf(page, "negotiation").locator(`[data-card="${id}"]`).waitFor();
    // The focus went along.
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest("[data-card]")?.getAttribute("data-card"));
    await expect.poll(focused, soon).toBe(id);
    await expect.poll(() => stageOf(sales, id), soon).toBe("negotiation");
    await page.getByRole("button", { name: "تراجع" }).first().click();
    await columnOf(page, "lead").locator(`[data-card="${id}"]`).waitFor();
    await expect.poll(() => stageOf(sales, id), soon).toBe("lead");
    await sales.context.close();
  });

  it("moves a card that is dragged, and opens nothing by it", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { id } = await made(sales);
    const { page } = sales;
    await page.goto("/customers?view=board");
    await cardOf(page, id).waitFor();
    await awake(page);
    const [from, to] = [await cardOf(page, id).boundingBox(), await columnOf(page, "qualified").boundingBox()];
    if (!from || !to) throw new Error("The card or its aim is not on the screen");
    await page.mouse.move(from.x + from.width / 2, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 80, { steps: 8 });
    await page.mouse.up();
    await columnOf(page, "qualified").locator(`[data-card="${id}"]`).waitFor();
    await expect.poll(() => stageOf(sales, id), soon).toBe("qualified");
    expect(new URL(page.url()).pathname).toBe("/customers");
    await sales.context.close();
  });

  it("puts a card back when the server refuses, and says why", async () => {
    const [sales, admin] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "rawabi.admin")];
    const { id, name } = await made(sales);
    const { page } = sales;
    await sales.context.route("**/api/trpc/live.changes**", (route) => route.abort());
    await page.goto("/customers?view=board");
    await cardOf(page, id).waitFor();
    expect((await admin.context.request.patch(`/api/customers/${id}`, { data: { stage: "won" } })).status()).toBe(200);
    await page.getByRole("button", { name: new RegExp(`نقل .*${name}`) }).click();
    await page.getByRole("menuitem", { name: "مؤهّل" }).click();
    await page
      .getByText(/غيّر زميل هذا العميل/)
      .first()
      .waitFor();
    await columnOf(page, "won").locator(`[data-card="${id}"]`).waitFor();
    expect(await stageOf(sales, id)).toBe("won");
    await Promise.all([sales.context.close(), admin.context.close()]);
  });
});

describe("one customer", () => {
  it("keeps the history of both records after a merge, and the old address leads to it", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { page } = sales;
    const [keep, other] = [await made(sales), await made(sales, { email: "second@example.com", stage: "viewing" })];
    await page.goto(`/customers/${other.id}`);
    await awake(page);
    await page.getByLabel("أضف ملاحظة للفريق…").fill("كلّمنا من جواله الثاني");
    await page.getByRole("button", { name: /^أضف/ }).click();
    await page.getByRole("listitem").getByText("كلّمنا من جواله الثاني").waitFor();

    await page.goto(`/customers/${keep.id}`);
    await awake(page);
    await page.getByRole("button", { name: "أفعال أخرى" }).click();
    await page.getByRole("menuitem", { name: /ادمج مع سجل آخر/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").fill(other.name);
    await page.getByRole("option", { name: new RegExp(other.name) }).click();
    await dialog.getByText("second@example.com").waitFor();
    await dialog.getByRole("button", { name: "ادمج السجلين" }).click();
    await dialog.waitFor({ state: "detached" });
    const history = page.getByRole("region", { name: "سجل العميل" });
    await history.getByText("كلّمنا من جواله الثاني").waitFor();
    await history.getByText(/دمج(ت)? هنا سجل/).waitFor();
    expect(await stageOf(sales, keep.id)).toBe("viewing");

    await page.goto(`/customers/${other.id}`);
    await page.waitForURL(new RegExp(keep.id));
    await page.getByText(/فتحت سجلًا دُمج هنا/).waitFor();
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });

  it("opens what each number beside it counts: exactly as many calls, chats, viewings and tickets", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { page, context } = sales;
    const { bookings } = await (await context.request.get("/api/bookings?status=approved&limit=1")).json();
    await page.goto(`/customers/${bookings[0].customer_id}`);
    await awake(page);
    const numbers = page
      .getByRole("complementary", { name: "القادم والأرقام" })
      .getByRole("link", { name: /^(المكالمات|الرسائل|المعاينات|التذاكر) / });
    const entries = page.getByRole("region", { name: "سجل العميل" }).locator("ol > li");
    let counted = 0;
    for (const link of await numbers.all()) {
      const [, kind, count] = /^(\S+) (\d+)$/.exec((await link.getAttribute("aria-label")) ?? "") ?? [];
      await link.click();
      await page
        .getByRole("link", { name: new RegExp(`^${kind}`) })
        .and(page.locator('[aria-current="page"]'))
        .waitFor();
      // A viewing, or a ticket, has an entry for each thing that became of it; each carries its number.
      const told = async () =>
        new Set((await entries.allInnerTexts()).map((text) => /[A-Z]+-\d+/.exec(text)?.[0] ?? text));
      await expect.poll(async () => (await told()).size).toBe(Number(count));
      counted += Number(count);
    }
    expect(counted).toBeGreaterThan(0);
    expect(sales.complaints).toEqual([]);
    await context.close();
  });

  it("asks before a form with something typed is left, and keeps a colleague's change beside one's own", async () => {
    const [sales, admin] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "rawabi.admin")];
    const one = await made(sales);
    const { page } = sales;
    await page.goto(`/customers/${one.id}`);
    await awake(page);
    await page.getByRole("button", { name: "تعديل بيانات العميل" }).click();
    const dialog = page.getByRole("dialog", { name: "تعديل بيانات العميل" });
    await dialog.getByLabel("الاسم").fill("اسم جديد");
    await page.keyboard.press("Escape");
    const question = page.getByRole("dialog", { name: "تغادر دون حفظ؟" });
    await question.getByRole("button", { name: "ابقَ هنا" }).click();
    expect(await dialog.getByLabel("الاسم").inputValue()).toBe("اسم جديد");

    const change = { name: "اسم الزميل", email: "colleague@example.com" };
    expect((await admin.context.request.patch(`/api/customers/${one.id}`, { data: change })).status()).toBe(200);
    await dialog.getByRole("button", { name: "احفظ" }).click();
    await dialog.getByText(/غيّر زميل هذا قبلك/).waitFor();
    await dialog.getByText("كتب زميلك هنا: اسم الزميل").waitFor();
    await dialog.getByRole("button", { name: "احفظ" }).click();
    await dialog.waitFor({ state: "detached" });
    const { customer } = await (await admin.context.request.get(`/api/customers/${one.id}`)).json();
    expect(customer).toMatchObject({ name: "اسم جديد", email: "colleague@example.com" });
    await Promise.all([sales.context.close(), admin.context.close()]);
  });

  it("of another company is a page that is not there", async () => {
    const [sales, stranger] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "marsa.sales")];
    const { id } = await made(sales);
    expect((await stranger.page.goto(`/customers/${id}`))?.status()).toBe(404);
    expect((await sales.page.goto(`/customers/${id}`))?.status()).toBe(200);
    await Promise.all([sales.context.close(), stranger.context.close()]);
  });
});
