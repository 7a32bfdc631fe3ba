import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const liveMark = (page: Page) => page.getByText("مباشر", { exact: true }).first().waitFor();

/** A ticket of the story's own, made over HTTP by the visitor himself. */
async function newTicket({ context }: Visitor, subject: string): Promise<string> {
  const data = { subject, category: "maintenance", priority: "high", description: "كما وصلت" };
  const answer = await context.request.post("/api/tickets", { data });
  expect(answer.status()).toBe(201);
  return (await answer.json()).ticket.id;
}
async function ticketNow({ context }: Visitor, id: string) {
  return (await (await context.request.get(`/api/tickets/${id}`)).json()).ticket;
}
async function change({ context }: Visitor, id: string, facts: object): Promise<void> {
  const answer = await context.request.post("/api/trpc/tickets.update", { data: { id, ...facts } });
  expect(answer.status(), await answer.text()).toBe(200);
}
const patience = { timeout: 5_000 };
const openTicket = (page: Page) => new URL(page.url()).searchParams.get("ticket");

describe("working on tickets", () => {
  it("one goes from opening to resolved, and on to the next, by keyboard alone", async () => {
    const support = await visitor(browser, "rawabi.support");
    const { page } = support;
    await page.goto("/tickets");
    await liveMark(page);
    const subject = `عطل في مكيف الصالة ${Date.now()}`;

    await page.keyboard.press("c");
    const form = page.getByRole("dialog");
    await form.waitFor();
    await expect
      .poll(() => form.getByLabel("الموضوع").evaluate((box) => box === document.activeElement), patience)
      .toBe(true);
    expect(await form.evaluate((node) => getComputedStyle(node).direction)).toBe("rtl");
    // When it will be due is said before it is saved.
    await form.getByText(/ساعة عمل/).waitFor();
    await page.keyboard.type(subject);
    await page.keyboard.press("Enter");
    await form.waitFor({ state: "detached" });
    await page.getByRole("heading", { name: subject }).waitFor();
    await page.waitForURL(/ticket=/);
    const id = openTicket(page) ?? "";

    await page.keyboard.press("a");
    await expect.poll(async () => (await ticketNow(support, id)).assignee?.name, patience).toBe("سعد القرني");
    await page.keyboard.press("e");
    const question = page.getByRole("dialog");
    await question.waitFor();
    await page.keyboard.type("استُبدل الضاغط");
    await page.keyboard.press("Control+Enter");
    await question.waitFor({ state: "detached" });
    await expect
      .poll(() => ticketNow(support, id), patience)
      .toMatchObject({ status: "resolved", resolution: "استُبدل الضاغط" });
    await expect.poll(() => openTicket(page), patience).not.toBe(id);

    // The next one is open, and the arrows go on from there.
    const next = openTicket(page);
    expect(next).not.toBeNull();
    await page.getByRole("button", { name: /حلّ التذكرة/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => openTicket(page), patience).not.toBe(next);
    expect(support.complaints).toEqual([]);
    await support.context.close();
  });

  it("a save over a colleague's shows both versions, and keeps of each what was picked", async () => {
    const [support, admin] = [await visitor(browser, "rawabi.support"), await visitor(browser, "rawabi.admin")];
    const id = await newTicket(support, "تسرّب في المطبخ");
    const { page } = support;
    await page.goto(`/tickets?ticket=${id}`);
    await liveMark(page);
    await page.keyboard.press("d");
    const form = page.getByRole("dialog");
    await form.getByLabel("الموضوع").fill("تسرّب في المطبخ كما كتبته أنا");
    await form.getByLabel("الوصف").fill("وصفي أنا");
    await change(admin, id, { subject: "تسرّب في المطبخ كما كتبه زميلي", priority: "urgent" });
    await form.getByRole("button", { name: "احفظ التعديل" }).click();

    const versions = form.getByRole("region", { name: "نسختك ونسخة زميلك" });
    await versions.waitFor();
    const shown = await versions.innerText();
    for (const text of ["كما كتبته أنا", "كما كتبه زميلي", "وصفي أنا", "كما وصلت", "عاجلة", "مرتفعة"]) {
      expect(shown).toContain(text);
    }
    // Nothing of his was overwritten by the refused save.
    expect(await ticketNow(admin, id)).toMatchObject({
      subject: "تسرّب في المطبخ كما كتبه زميلي",
      description: "كما وصلت",
    });
    await versions.getByRole("radiogroup", { name: "الموضوع" }).getByRole("radio", { name: /زميلك/ }).click();
    await form.getByRole("button", { name: "احفظ المختار" }).click();
    await form.waitFor({ state: "detached" });
    expect(await ticketNow(admin, id)).toMatchObject({
      subject: "تسرّب في المطبخ كما كتبه زميلي",
      description: "وصفي أنا",
      priority: "urgent",
      version: 3,
    });
    await Promise.all([support.context.close(), admin.context.close()]);
  });

  it("whoever opens the same ticket is seen by the colleague who has it open, until he leaves it", async () => {
    const [support, admin] = [await visitor(browser, "rawabi.support"), await visitor(browser, "rawabi.admin")];
    const id = await newTicket(support, "تذكرة يفتحها اثنان");
    await support.page.goto(`/tickets?ticket=${id}`);
    await liveMark(support.page);
    const note = support.page.getByText(/يشاهد هذه التذكرة الآن/);
    expect(await note.count()).toBe(0);

    await Promise.all([
      admin.page.waitForResponse((response) => response.url().includes("tickets.enter")),
      admin.page.goto(`/tickets?ticket=${id}`),
    ]);
    await note.waitFor({ timeout: 10_000 });
    expect(await note.innerText()).toContain("سلطان العتيبي");
    await admin.page.getByText(/سعد القرني.*يشاهد هذه التذكرة الآن/).waitFor();

    await admin.page.keyboard.press("Escape");
    await note.waitFor({ state: "detached", timeout: 10_000 });
    await Promise.all([support.context.close(), admin.context.close()]);
  });

  it("a comment that was not sent stays with its ticket, over pages and reloads", async () => {
    const support = await visitor(browser, "rawabi.support");
    const [one, other] = [await newTicket(support, "تذكرة لها مسودة"), await newTicket(support, "تذكرة بلا مسودة")];
    const { page } = support;
    const box = page.getByRole("textbox", { name: "تعليق" });
    await page.goto(`/tickets?ticket=${one}`);
    await liveMark(page);
    await box.fill("لم أنته بعد");
    await page.getByRole("navigation").getByRole("link", { name: "العملاء" }).first().click();
    await page.waitForURL("**/customers**");
    await page.goBack();
    await expect.poll(() => box.inputValue(), patience).toBe("لم أنته بعد");
    await page.goto(`/tickets?ticket=${other}`);
    await page.getByRole("heading", { name: "تذكرة بلا مسودة" }).waitFor();
    expect(await box.inputValue()).toBe("");

    await page.goto(`/tickets?ticket=${one}`);
    await expect.poll(() => box.inputValue(), patience).toBe("لم أنته بعد");
    await box.press("Control+Enter");
    await page.getByRole("listitem").filter({ hasText: "لم أنته بعد" }).waitFor();
    await expect.poll(() => box.inputValue(), patience).toBe("");
    await page.reload();
    await page.getByRole("listitem").filter({ hasText: "لم أنته بعد" }).waitFor();
    expect(await box.inputValue()).toBe("");
    await support.context.close();
  });

  it("many are assigned at once, and those that could not be are counted apart", async () => {
    const support = await visitor(browser, "rawabi.support");
    const subject = `دفعة ${Date.now()}`;
    const ids = [];
    for (const part of ["أ", "ب", "ج"]) ids.push(await newTicket(support, `${subject} ${part}`));
    const { page } = support;
    await page.goto(`/tickets?q=${encodeURIComponent(subject)}`);
    await liveMark(page);
    await page.getByRole("checkbox", { name: "اختر كل ما في الصفحة" }).click();
    // A colleague closes one while it is chosen; this screen cannot hear of it.
    await support.context.route(/trpc\/.*tickets\.list/, (route) => route.abort());
    await support.context.request.post("/api/trpc/tickets.close", { data: { id: ids[0] } });
    await page.getByRole("button", { name: "إسناد…" }).click();
    await page.getByRole("menuitem", { name: "أسندها لي" }).click();
    await page.getByText("أُسندت تذكرتان").first().waitFor();
    await page
      .getByText(/وتعذّرت واحدة/)
      .first()
      .waitFor();
    expect((await ticketNow(support, ids[0] ?? "")).assignee).toBeNull();
    expect((await ticketNow(support, ids[1] ?? "")).status).toBe("in_progress");
    await support.context.close();
  });
});
