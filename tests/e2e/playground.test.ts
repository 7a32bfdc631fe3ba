import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeMedia, launchBrowser } from "#tests/e2e/support/browser.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(fakeMedia);
});
afterAll(() => browser.close());

const chatOf = (page: Page) => page.getByRole("region", { name: "المحادثة النصية" }).first();
const callOf = (page: Page) => page.getByRole("region", { name: "المكالمة" }).first();
const boxOf = (pane: ReturnType<typeof chatOf>) => pane.getByRole("textbox", { name: "رسالتك كأنك العميل" });

/** Says a line and waits until its answer is whole. */
async function say(page: Page, text: string): Promise<void> {
  const costs = chatOf(page).locator("[data-cost]");
  const before = await costs.count();
  await boxOf(chatOf(page)).fill(text);
  await boxOf(chatOf(page)).press("Enter");
  await expect.poll(() => costs.count(), { timeout: 20_000 }).toBeGreaterThan(before);
}

const talkId = (page: Page) => new URL(page.url()).searchParams.get("chat") ?? "";

async function bookingsOf({ context }: Visitor): Promise<{ conversation_id: string | null; status: string }[]> {
  const answer = await context.request.get("/api/bookings?status=pending&limit=100");
  return (await answer.json()).bookings;
}

/** Has the company's chat agent speak through another model; the simulator fails by the name of one. */
async function chatModel({ context }: Visitor, model: string | null): Promise<void> {
  const current = await context.request.get(`/api/trpc/agents.current?input=${encodeURIComponent("{}")}`);
  const { created_at: _, version: __, ...chat } = (await current.json()).result.data.chat;
  const saved = await context.request.post("/api/trpc/agents.save", { data: { ...chat, model } });
  expect(saved.status(), await saved.text()).toBe(200);
}

const wants_a_flat = [
  "أبي شقة للشراء في حي الملقا بحدود ٣ مليون، ثلاث غرف",
  "الأولى مناسبة، ودي أعاينها",
  "اسمي خالد العتيبي ورقمي ٠٥٠١٢٣٤٥٩٩",
  "الموعد الأول",
];

describe("a chat in the playground", () => {
  it("finds, books and leaves a viewing that a colleague sees and another company does not; words come before the answer is whole", async () => {
    const agent = await visitor(browser, "rawabi.agent");
    const { page, complaints } = agent;
    await page.goto("/playground?view=chat");
    await boxOf(chatOf(page)).fill(wants_a_flat[0] ?? "");
    await boxOf(chatOf(page)).press("Enter");
    const caret = chatOf(page).locator("p:has(> .animate-caret)");
    await caret.waitFor();
    expect((await caret.innerText()).length).toBeGreaterThan(0);
    expect(await chatOf(page).getByRole("button", { name: "أرسل" }).getAttribute("aria-busy")).toBe("true");
    await chatOf(page).locator("li [data-cost]").first().waitFor();
    for (const line of wants_a_flat.slice(1)) await say(page, line);
    await chatOf(page).getByText("request_booking").waitFor();

    const id = talkId(page);
    const [sales, other] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "marsa.sales")];
    expect((await bookingsOf(sales)).filter(({ conversation_id }) => conversation_id === id)).toHaveLength(1);
    expect((await bookingsOf(other)).filter(({ conversation_id }) => conversation_id === id)).toHaveLength(0);
    expect((await other.context.request.get(`/api/conversations/${id}`)).status()).toBe(404);
    expect((await sales.context.request.get(`/api/conversations/${id}`)).status()).toBe(200);
    expect(complaints).toEqual([]);
    for (const { context } of [agent, sales, other]) await context.close();
  });

  it("writes nothing as a trial, which is marked and not among the counted talks", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { page, context } = sales;
    const before = (await bookingsOf(sales)).length;
    await page.goto("/playground?view=chat");
    await page.getByText("تجريبية", { exact: true }).click();
    await page.getByText("والأدوات تجيب ولا تكتب شيئًا").waitFor();
    for (const line of wants_a_flat) await say(page, line.replace("٩٩", "٨٨"));
    await chatOf(page).getByText("request_booking").waitFor();
    const id = talkId(page);
    expect(await bookingsOf(sales)).toHaveLength(before);
    const found = await context.request.get("/api/customers?q=0501234588");
    expect((await found.json()).customers).toEqual([]);
    await page.goto(`/conversations/${id}`);
    await page.locator("main").getByText("تجريبية", { exact: true }).first().waitFor();
    await context.close();
  });

  it("asks before a running talk's mode is changed, and carries on when told so", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/playground?view=chat");
    await say(page, "السلام عليكم");
    await page.getByText("تجريبية", { exact: true }).click();
    await page.getByRole("button", { name: "أكمل الجارية" }).click();
    await page.getByText("وتُربط المحادثة بعميلها وتدخل في التقارير").waitFor();
    expect(await chatOf(page).getByText("السلام عليكم", { exact: true }).count()).toBe(1);
    await context.close();
  });

  it("loses nothing with a closed tab: the talk stands in its page and goes on in the playground", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/playground?view=chat");
    await say(page, "السلام عليكم");
    const id = talkId(page);
    await boxOf(chatOf(page)).fill("أبي شقة للإيجار");
    // The head of the answer: a caret may have come and gone between two looks of a busy machine.
    const answering = page.waitForResponse("**/api/trpc/playground.say**");
    await boxOf(chatOf(page)).press("Enter");
    await answering;
    await page.close();
    const again = await context.newPage();
    await again.goto(`/conversations/${id}`);
    await again.getByText("أبي شقة للإيجار").waitFor();
    await again.goto(`/playground?view=chat&chat=${id}`);
    await chatOf(again).getByText("أبي شقة للإيجار").waitFor();
    await context.close();
  });

  it("keeps the typed words when they do not reach the server, says so, and sends them once", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/playground?view=chat");
    await page.route("**/api/trpc/playground.say**", (route) => route.abort(), { times: 1 });
    await boxOf(chatOf(page)).fill("عندي مشكلة في التكييف");
    await boxOf(chatOf(page)).press("Enter");
    await chatOf(page).getByText("لم تُرسل").waitFor();
    expect(await boxOf(chatOf(page)).inputValue()).toBe("عندي مشكلة في التكييف");
    await chatOf(page).getByRole("button", { name: "أعد المحاولة" }).click();
    await chatOf(page).locator("li [data-cost]").first().waitFor();
    const saved = await context.request.get(`/api/conversations/${talkId(page)}`);
    const { transcript } = (await saved.json()).conversation;
    expect(transcript.filter(({ speaker }: { speaker: string }) => speaker === "customer")).toHaveLength(1);
    await context.close();
  });

  it("says that an answer broke off, keeps what came marked as cut, and offers one more try", async () => {
    const admin = await visitor(browser, "marsa.admin", { locale_cookie: "ar" });
    const { page } = admin;
    await chatModel(admin, "sim/cut");
    try {
      await page.goto("/playground?view=chat");
      await boxOf(chatOf(page)).fill("السلام عليكم");
      await boxOf(chatOf(page)).press("Enter");
      await chatOf(page).getByText("انقطع الرد قبل أن يكتمل").waitFor();
      await chatOf(page).getByText("انقطع الرد هنا").waitFor();
      await chatOf(page).getByText("السلام عليكم", { exact: true }).waitFor();
      await chatOf(page).getByRole("button", { name: "أعد المحاولة" }).click();
      // It breaks off again, and is not offered a third time.
      await expect.poll(() => chatOf(page).getByText("انقطع الرد هنا").count()).toBe(2);
      await chatOf(page).getByText("انقطع الرد قبل أن يكتمل").waitFor();
      expect(await chatOf(page).getByRole("button", { name: "أعد المحاولة" }).count()).toBe(0);
      await page.goto(`/conversations/${talkId(page)}`);
      await page.getByText("انقطع الرد هنا").first().waitFor();
    } finally {
      await chatModel(admin, null);
      await admin.context.close();
    }
  });

  it("offers the one more try after a reload too, and not again once it was taken", async () => {
    const admin = await visitor(browser, "marsa.admin", { locale_cookie: "ar" });
    const { page, context } = admin;
    const retry = chatOf(page).getByRole("button", { name: "أعد المحاولة" });
    await chatModel(admin, "sim/cut");
    try {
      await page.goto("/playground?view=chat");
      await boxOf(chatOf(page)).fill("السلام عليكم");
      await boxOf(chatOf(page)).press("Enter");
      await retry.waitFor();
      await page.reload();
      await chatOf(page).getByText("انقطع الرد قبل أن يكتمل").waitFor();
      await retry.click();
      await expect.poll(() => chatOf(page).getByText("انقطع الرد هنا").count()).toBe(2);
      await chatOf(page).getByText("انقطع الرد قبل أن يكتمل").waitFor();
      await page.reload();
      await chatOf(page).getByText("انقطع الرد قبل أن يكتمل").waitFor();
      expect(await retry.count()).toBe(0);
      const saved = await context.request.get(`/api/conversations/${talkId(page)}`);
      const { transcript } = (await saved.json()).conversation;
      expect(transcript.filter(({ speaker }: { speaker: string }) => speaker === "customer")).toHaveLength(1);
    } finally {
      await chatModel(admin, null);
      await context.close();
    }
  });

  it("never asks for the microphone", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.addInitScript(() => {
      Reflect.set(window, "asked", 0);
      navigator.mediaDevices.getUserMedia = () => {
        Reflect.set(window, "asked", 1);
        return Promise.reject(new DOMException("no", "NotAllowedError"));
      };
    });
    await page.goto("/playground?view=both");
    await say(page, "السلام عليكم");
    expect(await page.evaluate(() => Reflect.get(window, "asked"))).toBe(0);
    // The control: a call does ask, and a refusal is told with a way on.
    await callOf(page).getByRole("button", { name: "ابدأ المكالمة" }).click();
    await callOf(page).getByText("لم يُسمح باستعمال الميكروفون").waitFor();
    expect(await page.evaluate(() => Reflect.get(window, "asked"))).toBe(1);
    await context.close();
  });
});

describe("a call in the playground", () => {
  it("is held by the vendor's own library: spoken greeting, words beside it, a tool, and one conversation with its transcript", async () => {
    const { page, context, complaints } = await visitor(browser, "rawabi.sales");
    await page.goto("/playground?view=voice");
    await callOf(page).getByRole("button", { name: "ابدأ المكالمة" }).click();
    await callOf(page).getByText("متصل", { exact: true }).waitFor();
    await boxOf(callOf(page)).fill(wants_a_flat[0] ?? "");
    await boxOf(callOf(page)).press("Enter");
    await callOf(page).locator("[data-state=done]", { hasText: "search_properties" }).waitFor();
    await callOf(page).getByRole("button", { name: "إنهاء المكالمة" }).click();
    const link = callOf(page).getByRole("link", { name: "المحادثة المحفوظة" });
    await link.waitFor();
    const id = (await link.getAttribute("href"))?.split("/").at(-1);
    const read = async () => (await (await context.request.get(`/api/conversations/${id}`)).json()).conversation;
    await expect.poll(async () => (await read()).status).toBe("ended");
    const { transcript, type } = await read();
    expect(type).toBe("voice");
    const texts = transcript.map(({ text }: { text: string }) => text);
    expect(texts.filter((text: string) => text === wants_a_flat[0])).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
