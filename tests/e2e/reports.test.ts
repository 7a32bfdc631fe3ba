import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { pdfWords } from "#tests/e2e/support/pdf-words.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Rows of the list on the page, all of them: the list is asked for more until it has no more. */
async function countRows(page: Page): Promise<number> {
  const rows = page.locator("main tbody tr");
  await rows.first().waitFor();
  const more = page.getByRole("button", { name: "عرض المزيد" });
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBeGreaterThan(before);
  }
  return rows.count();
}

const figures = (page: Page) => page.getByRole("list", { name: "أرقام الفترة" });

describe("the dashboard", () => {
  it("opens, at a press on a figure, a list of exactly that many rows", async () => {
    const { page, context, complaints } = await visitor(browser, "rawabi.admin");
    for (const label of ["المكالمات", "المحادثات النصية", "معاينات محجوزة", "تذاكر جديدة"]) {
      await page.goto("/dashboard");
      const figure = figures(page).getByRole("link", { name: label });
      const shown = Number((await figure.locator("b").innerText()).replace(",", ""));
      expect(shown, label).toBeGreaterThan(0);
      await figure.click();
      await page.waitForURL((url) => url.pathname !== "/dashboard");
      expect(await countRows(page), label).toBe(shown);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("opens a bar of the chart by keyboard, and each number of its table", async () => {
    const { page, context } = await visitor(browser, "rawabi.admin");
    await page.goto("/dashboard?period=7d");
    const chart = page.getByRole("slider", { name: /المحادثات خلال/ });
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    const said = (await chart.getAttribute("aria-valuetext")) ?? "";
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/conversations\?from=/);
    expect(said).toMatch(new RegExp(`: ${await countRows(page)}$`));

    await page.goto("/dashboard?period=7d");
    await page.getByRole("button", { name: "عرض كجدول" }).click();
    const number = page
      .getByRole("region", { name: /المحادثات خلال/ })
      .getByRole("link")
      .nth(3);
    const shown = Number(await number.innerText());
    await number.click();
    await page.waitForURL(/\/conversations\?/);
    expect(await countRows(page)).toBe(shown);
    await context.close();
  });

  it("shows each role its own figures, with ways only to where it may go", async () => {
    const { page, context } = await visitor(browser, "rawabi.support");
    await page.goto("/dashboard");
    await figures(page).waitFor();
    expect(await figures(page).getByText("معاينات محجوزة").count()).toBe(0);
    expect(await page.locator('main a[href^="/bookings"], main a[href^="/campaigns"]').count()).toBe(0);
    expect(await figures(page).getByRole("link", { name: "تذاكر جديدة" }).count()).toBe(1);
    await context.close();
  });
});

describe("the reports", () => {
  it("keep report, days and grouping in the address, and open what a row counts", async () => {
    const { page, context, complaints } = await visitor(browser, "rawabi.admin");
    await page.goto("/reports");
    await page.getByRole("link", { name: "الاستجابة والحل" }).click();
    await page.waitForURL(/report=tickets/);
    await page.getByRole("radio", { name: "90 يومًا" }).click();
    await page.waitForURL(/period=90d/);
    await page.getByRole("combobox", { name: "الصفوف" }).click();
    await page.getByRole("option", { name: "حسب التصنيف" }).click();
    await page.waitForURL(/by=category/);
    const table = page.getByRole("region", { name: "جدول التقرير" });
    await page.reload();
    const row = table
      .locator("tbody tr")
      .filter({ has: page.getByRole("link") })
      .first();
    const shown = Number(await row.locator("td").first().innerText());
    await row.getByRole("link").click();
    await page.waitForURL(/\/tickets\?/);
    expect(await countRows(page)).toBe(shown);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("export a file with the mark of UTF-8 and the rows of the screen", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/reports?report=bookings&period=90d&by=staff");
    const table = page.getByRole("region", { name: "جدول التقرير" });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "تصدير CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^bookings-staff-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const file = await readFile(await download.path());
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = file.toString("utf8").slice(1).trimEnd().split("\r\n");
    const screen = await table.locator("thead tr:last-child, tbody tr, tfoot tr").evaluateAll((rows) =>
      // The head, then name and first count of each row and of the totals.
      rows.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent?.trim() ?? "")),
    );
    expect(lines.map((line) => line.split(",").slice(0, 2))).toEqual(screen);
    expect(screen.length).toBeGreaterThan(3);
    await context.close();
  });

  it("print in Arabic on numbered A4 pages, each with whose report it is and of when, and nothing of the navigation", async () => {
    const { page, context } = await visitor(browser, "rawabi.admin", { theme: "dark" });
    await page.goto("/reports?period=90d");
    await page.getByRole("region", { name: "جدول التقرير" }).waitFor();
    const file = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(file.toString("latin1")).toMatch(/\/MediaBox \[0 0 841\.\d+ 594\.\d+\]/);
    const pages = pdfWords(file);
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, words] of pages.entries()) {
      // A line of Arabic is painted from its end: "صفحة 2 من 6".
      expect(words.slice(0, 4), `page ${at + 1}`).toEqual([`${pages.length}`, "من", `${at + 1}`, "صفحة"]);
      expect(words).toEqual(expect.arrayContaining(["روابي", "نجد", "العقارية", "2026"]));
      for (const absent of ["الإعدادات", "تصدير", "المحتوى"]) expect(words).not.toContain(absent);
    }
    expect(pages[0]).toEqual(expect.arrayContaining(["Asia/Riyadh"]));
    // The table's head again on every page after the first.
    for (const words of pages.slice(1)) expect(words).toContain("المحادثات");
    await context.close();
  });

  it("are each role's own: support sees its report alone, an agent none", async () => {
    const support = await visitor(browser, "rawabi.support");
    await support.page.goto("/reports?report=bookings");
    await support.page.getByRole("region", { name: "جدول التقرير" }).waitFor();
    expect(
      await support.page.getByRole("navigation", { name: "التقارير المتاحة" }).getByRole("link").allInnerTexts(),
    ).toEqual(["الاستجابة والحل"]);
    await support.context.close();
    const agent = await visitor(browser, "rawabi.agent");
    await agent.page.goto("/reports");
    expect(await agent.page.getByRole("region", { name: "جدول التقرير" }).count()).toBe(0);
    await agent.page.getByText("هذه الصفحة ليست ضمن دورك").first().waitFor();
    await agent.context.close();
  });
});
