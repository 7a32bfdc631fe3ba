import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { liveMark } from "#tests/e2e/support/live.ts";
import { settled } from "#tests/e2e/support/screen.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A pending viewing nobody else contends for: made over HTTP by the visitor himself, years ahead. */
async function pendingViewing({ context }: Visitor, year: number): Promise<{ id: string; name: string }> {
  const [customer] = (await (await context.request.get("/api/customers?limit=1")).json()).customers;
  const { properties } = await (await context.request.get("/api/properties?status=available&limit=1")).json();
  const answer = await context.request.post("/api/bookings", {
    data: {
      customer_id: customer.id,
      property_id: properties[0].id,
      starts_at: `${year}-01-10T12:00:00Z`,
      ends_at: `${year}-01-10T12:45:00Z`,
    },
  });
  const { booking } = await answer.json();
  return { id: booking.id, name: customer.name };
}

const statusIn = (page: Page, id: string) =>
  page.evaluate(async (id) => (await (await fetch(`/api/bookings/${id}`)).json()).booking.status, id);

describe("deciding viewings", () => {
  it("an approval shows on a colleague's open screen by itself, and never on another company's", async () => {
    const [admin, sales, stranger] = [
      await visitor(browser, "rawabi.admin"),
      await visitor(browser, "rawabi.sales"),
      await visitor(browser, "marsa.sales"),
    ];
    const { id } = await pendingViewing(admin, 2031);
    for (const { page } of [admin, sales]) await page.goto(`/bookings?booking=${id}`);
    await stranger.page.goto("/bookings");
    for (const { page } of [admin, sales, stranger]) await liveMark(page);

    let strangerAsked = 0;
    stranger.page.on("request", (request) => {
      if (request.url().includes("/api/trpc/bookings")) strangerAsked += 1;
    });
    await Promise.all([
      admin.page.waitForResponse((response) => response.url().includes("bookings.approve")),
      admin.page.getByRole("button", { name: /اعتماد المعاينة/ }).click(),
    ]);
    // How soon is measured by `npm run bench:feed`; here, before anything but the feed could have brought it.
    await sales.page
      .getByText(/اعتمد(ت)? .* هذه المعاينة/)
      .first()
      .waitFor({ timeout: 10_000 });
    expect(await statusIn(admin.page, id)).toBe("approved");

    // The stranger's browser was told nothing, and his API knows no such viewing.
    expect(strangerAsked).toBe(0);
    expect((await stranger.context.request.get(`/api/bookings/${id}`)).status()).toBe(404);
    for (const one of [admin, sales, stranger]) {
      expect(one.complaints).toEqual([]);
      await one.context.close();
    }
  });

  it("a rejection asks for a reason, by keyboard alone, and gives it to the record", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { id } = await pendingViewing(sales, 2032);
    const { page } = sales;
    await page.goto(`/bookings?booking=${id}`);
    await liveMark(page);
    const reject = page.getByRole("button", { name: /رفض/ }).last();
    await reject.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.evaluate((node) => getComputedStyle(node).direction)).toBe("rtl");
    expect(await dialog.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Space");
    await dialog.getByRole("button", { name: "ارفض المعاينة" }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => statusIn(page, id)).toBe("rejected");
    const { booking } = await (await sales.context.request.get(`/api/bookings/${id}`)).json();
    expect(booking.reject_reason).toBe("العقار لم يعد متاحًا");
    await sales.context.close();
  });

  it("what the server refuses rolls back, and says who was first", async () => {
    const [admin, sales] = [await visitor(browser, "rawabi.admin"), await visitor(browser, "rawabi.sales")];
    const { id } = await pendingViewing(admin, 2033);
    await sales.page.goto(`/bookings?booking=${id}`);
    // The colleague's decision lands while this screen cannot hear of it.
    await sales.context.route("**/api/trpc/live.changes**", (route) => route.abort());
    await sales.page.reload();
    await sales.page.getByRole("button", { name: /اعتماد المعاينة/ }).waitFor();
    expect(
      (await admin.context.request.patch(`/api/bookings/${id}/reject`, { data: { reason: "سبقتك" } })).status(),
    ).toBe(200);
    await sales.page.getByRole("button", { name: /اعتماد المعاينة/ }).click();
    await sales.page
      .getByText(/رفض(ت)? .* هذه المعاينة/)
      .first()
      .waitFor();
    expect(await statusIn(sales.page, id)).toBe("rejected");
    await Promise.all([admin.context.close(), sales.context.close()]);
  });

  it("filters live in the address: reload and Back give the same list", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/bookings?when=all");
    await liveMark(page);
    await page
      .getByRole("link", { name: /مرفوضة/ })
      .or(page.getByRole("tab", { name: /مرفوضة/ }))
      .first()
      .click();
    await page.waitForURL(/status=rejected/);
    const found = page.waitForResponse(
      (response) => /bookings\.list/.test(response.url()) && decodeURIComponent(response.url()).includes("محمد"),
    );
    await page.getByLabel("ابحث في المعاينات").fill("محمد");
    await page.waitForURL(/q=/);
    const answers: { result: { data: { bookings?: unknown[] } } }[] = await (await found).json();
    const count = answers.find(({ result }) => result.data.bookings)?.result.data.bookings?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    const rows = page.getByRole("table").locator("tbody").getByRole("row");
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(count);
    // The router writes each address once more when it has drawn it: the one before may be the last to come, for a moment.
    await settled(page);
    expect(page.url()).toContain("q=");
    await page.reload();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(count);
    expect(await page.getByLabel("ابحث في المعاينات").inputValue()).toBe("محمد");
    await context.close();
  });
});

describe("the live feed", () => {
  it("says when it is cut off, and shows what was missed once it is back", async () => {
    const [admin, sales] = [await visitor(browser, "rawabi.admin"), await visitor(browser, "rawabi.sales")];
    const { id } = await pendingViewing(admin, 2034);
    await sales.page.goto(`/bookings?booking=${id}`);
    await liveMark(sales.page);
    await sales.context.setOffline(true);
    await sales.page
      .getByText(/يعيد الاتصال|غير مباشر/)
      .first()
      .waitFor();
    expect((await admin.context.request.patch(`/api/bookings/${id}/approve`)).status()).toBe(200);
    await sales.context.setOffline(false);
    await sales.page
      .getByText(/اعتمد(ت)? .* هذه المعاينة/)
      .first()
      .waitFor();
    await liveMark(sales.page);
    await Promise.all([admin.context.close(), sales.context.close()]);
  });
});
