import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { liveMark } from "#tests/e2e/support/live.ts";
import { settled, violations } from "#tests/e2e/support/screen.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A customer and two listings of this story alone, and viewings of them years ahead, made over HTTP. */
async function arrange({ context }: Visitor, called: string) {
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(path, { data });
    expect(answer.status(), await answer.text()).toBe(201);
    return answer.json();
  };
  const serial = Math.floor(1e6 + Math.random() * 9e6);
  const name = `${called} ${serial}`;
  const { customer } = await post("/api/customers", { name, phone: `+96658${serial}` });
  const listing = async (at: number) => {
    const facts = { title: `فيلا ${serial}`, kind: "villa", price: "1", city: "الرياض", district: "العقيق" };
    const { property } = await post("/api/properties", { ...facts, reference: `E2E-${serial}-${at}` });
    return property.id as string;
  };
  const listings = [await listing(0), await listing(1)] as const;
  return {
    name,
    async viewing(starts_at: string, minutes: number, at: 0 | 1 = 0): Promise<string> {
      const ends_at = new Date(Date.parse(starts_at) + minutes * 60_000).toISOString();
      const asked = { customer_id: customer.id, property_id: listings[at], starts_at, ends_at };
      return (await post("/api/bookings", asked)).booking.id;
    },
    async approve(id: string): Promise<void> {
      expect((await context.request.patch(`/api/bookings/${id}/approve`)).status()).toBe(200);
    },
    async read(id: string) {
      return (await (await context.request.get(`/api/bookings/${id}`)).json()).booking;
    },
  };
}

describe("the calendar", () => {
  it("shows an approved viewing at its hour in Riyadh to a browser in New York, and opens it by key", async () => {
    const sales = await visitor(browser, "rawabi.sales", { timezoneId: "America/New_York" });
    const { name, viewing, approve } = await arrange(sales, "ماجد السبيعي");
    const id = await viewing("2035-01-10T14:30:00Z", 60);
    await approve(id);
    const { page } = sales;
    await page.goto(`/bookings?view=week&on=2035-01-09&q=${encodeURIComponent(name)}`);
    await liveMark(page);
    const day = page.getByRole("list", { name: /الأربعاء 10 يناير/ }).locator("visible=true");
    const event = day.getByRole("link", { name: new RegExp(`5:30 م.*${name}`) });
    const [top, five, six] = await Promise.all(
      [event, page.getByText("5 م", { exact: true }).first(), page.getByText("6 م", { exact: true }).first()].map(
        async (part) => {
          const box = await part.boundingBox();
          if (!box) throw new Error("The grid is not drawn");
          return box;
        },
      ),
    );
    // The hours' words stand across their lines: half past five is halfway between them.
    const middle = (five && six ? five.y + six.y + five.height : 0) / 2;
    expect(Math.abs((top?.y ?? 0) - middle)).toBeLessThan(4);

    await event.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`booking=${id}`));
    await page.getByRole("complementary").getByText(name).first().waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.search.includes("booking="));
    expect(await event.evaluate((node) => node === document.activeElement)).toBe(true);

    await page.getByRole("radio", { name: "شهر" }).click();
    await page.waitForURL(/view=month/);
    await page
      .getByRole("listitem", { name: /الأربعاء 10 يناير/ })
      .getByRole("link", { name: new RegExp(`5:30 م.*${name}`) })
      .waitFor();
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });
});

describe("the day beside a viewing", () => {
  it("is one target that opens it in the calendar, however many short viewings crowd it", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { name, viewing, approve } = await arrange(sales, "لطيفة العنزي");
    const ids = [];
    for (const time of ["06:00", "06:15", "06:30", "12:00", "12:15", "12:30"]) {
      ids.push(await viewing(`2037-01-12T${time}:00Z`, 15));
    }
    await approve(ids[1] ?? "");
    const { page } = sales;
    await page.goto(`/bookings?booking=${ids[0]}`);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    const panel = page.getByRole("complementary");
    const crowd = panel.getByRole("listitem").filter({ hasText: name });
    expect(await crowd.count()).toBe(5);
    expect(await crowd.first().innerText()).toMatch(/9:15 ص.*9:30 ص.*معتمدة/);

    await panel.getByRole("link", { name: "افتح اليوم في التقويم" }).click();
    await page.waitForURL(new RegExp(`view=week.*on=2037-01-12.*booking=${ids[0]}`));
    const day = page.getByRole("list", { name: /الاثنين 12 يناير/ }).locator("visible=true");
    await expect.poll(() => day.getByRole("link", { name: new RegExp(name) }).count()).toBe(6);
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });
});

describe("approving many", () => {
  it("says how many were approved and what stood in the way of each other one", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { name, viewing, read } = await arrange(sales, "وجدان الرشيد");
    const ids = [
      await viewing("2036-01-10T12:00:00Z", 45),
      await viewing("2036-01-10T12:15:00Z", 45),
      await viewing("2036-01-10T12:00:00Z", 45, 1),
    ];
    const { page } = sales;
    await page.goto(`/bookings?when=all&q=${encodeURIComponent(name)}`);
    await liveMark(page);
    await page
      .getByRole("row", { name: new RegExp(name) })
      .nth(2)
      .waitFor();
    await page.getByRole("checkbox", { name: "اختر كل ما في الصفحة" }).click();
    await page.getByRole("button", { name: "اعتماد 3 معاينات" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("heading", { name: "تم اعتماد معاينتين، وتعذّر اعتماد واحدة" }).waitFor();
    await dialog.getByText(new RegExp(`العقار محجوز لمعاينة .*${name}`)).waitFor();
    const statuses = await Promise.all(ids.map(async (id) => (await read(id)).status));
    expect(statuses.sort()).toEqual(["approved", "approved", "pending"]);
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });
});

describe("another time", () => {
  it("names what a taken time runs into before anything is saved, and goes where it is free", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { name, viewing, approve, read } = await arrange(sales, "غازي المرزوقي");
    const [taken, moved] = [await viewing("2037-01-12T12:00:00Z", 60), await viewing("2037-01-12T15:00:00Z", 60)];
    await approve(taken);
    await approve(moved);
    const { page } = sales;
    await page.goto(`/bookings?booking=${moved}`);
    await liveMark(page);
    await page.getByRole("complementary").getByRole("button", { name: "موعد آخر" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("الساعة").fill("١٥:١٥");
    await dialog
      .getByText(new RegExp(`العقار محجوز لمعاينة .*${name}`))
      .first()
      .waitFor();
    await dialog.getByRole("button", { name: "غيّر الموعد" }).click();
    await dialog
      .getByRole("alert")
      .getByText(/العقار محجوز/)
      .waitFor();
    expect(await read(moved)).toMatchObject({ starts_at: "2037-01-12T15:00:00.000Z", version: 2 });

    await dialog.getByRole("button", { name: "4:00 م" }).click();
    await dialog.getByRole("button", { name: "غيّر الموعد" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await read(moved)).toMatchObject({ status: "approved", starts_at: "2037-01-12T13:00:00.000Z" });
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });
});
