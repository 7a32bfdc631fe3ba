import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Row {
  id: string;
  audio_url: string | null;
  message_count: number;
  handed_over_to: { id: string } | null;
}

/** The first conversation of the visitor's company that fits, newest first. */
async function conversation({ context }: Visitor, fits: (row: Row) => boolean): Promise<Row> {
  let cursor: string | null = null;
  do {
    const more: string = cursor ? `&cursor=${cursor}` : "";
    const answer = await context.request.get(`/api/conversations?with_transcript=false&limit=100${more}`);
    const page: { conversations: Row[]; next_cursor: string | null } = await answer.json();
    const found = page.conversations.find(fits);
    if (found) return found;
    cursor = page.next_cursor;
  } while (cursor !== null);
  throw new Error("The demo has no such conversation.");
}

const transcript = (page: Page) => page.getByRole("region", { name: "نص المحادثة", exact: true });

interface Jump {
  from_seconds: number;
  to_seconds: number;
}

/** Notes in the page where the recording stood at each press and where it was sent: it plays on while a test looks. */
async function followJumps(page: Page): Promise<() => Promise<Jump[]>> {
  const jumps = await page.evaluateHandle(() => {
    const made: Jump[] = [];
    const audio = document.querySelector("audio");
    let from_seconds = 0;
    for (const press of ["pointerdown", "keydown"]) {
      addEventListener(press, () => (from_seconds = audio?.currentTime ?? 0), { capture: true });
    }
    audio?.addEventListener("seeking", () => made.push({ from_seconds, to_seconds: audio.currentTime }));
    return made;
  });
  return () => jumps.jsonValue();
}

describe("searching what was said", () => {
  it("four spellings find the same conversations in the same order, with the words marked as they were said", async () => {
    const { page, context, complaints } = await visitor(browser, "rawabi.sales");
    const found: string[][] = [];
    for (const words of ["أحمد", "احمد", "أَحمَد", "أحـمد"]) {
      await page.goto(`/conversations?q=${encodeURIComponent(words)}`);
      await page.getByRole("table").locator("mark").first().waitFor();
      found.push(
        await page
          .getByRole("table")
          .locator("[data-row]")
          .evaluateAll((links) => links.map((link) => link.getAttribute("data-row") ?? "")),
      );
    }
    expect(found[0]?.length).toBeGreaterThan(0);
    for (const rows of found) expect(rows).toEqual(found[0]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("keeps its filters in the address, and the conversation opened from it leads back to them", async () => {
    const { page, context } = await visitor(browser, "rawabi.sales");
    await page.goto("/conversations?type=voice&outcome=booked");
    const first = page.getByRole("table").locator("[data-row]").first();
    const [name, id] = [await first.innerText(), await first.getAttribute("data-row")];
    await first.click();
    await page.waitForURL(`**/conversations/${id}?type=voice&outcome=booked`);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(name);
    await page.getByRole("button", { name: "التالي" }).first().click();
    await page.waitForURL((url) => !url.pathname.endsWith(`${id}`) && url.search === "?type=voice&outcome=booked");
    await page.getByRole("link", { name: "المحادثات" }).last().click();
    await page.waitForURL("**/conversations?type=voice&outcome=booked");
    await context.close();
  });
});

describe("listening to a call", () => {
  it("a press on a line plays from where the line begins, by mouse and by keyboard, and marks it", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { page } = sales;
    // A talk of some length: an answering machine's has three lines at most.
    const { id } = await conversation(
      sales,
      ({ audio_url, message_count }) => (audio_url?.startsWith("/api/") ?? false) && message_count > 8,
    );
    await page.goto(`/conversations/${id}`);
    await page.getByRole("button", { name: "شغّل", exact: true, disabled: false }).waitFor();
    const lines = transcript(page).locator("[data-at]");
    const wanted = lines.nth(3);
    const at_ms = await wanted.getAttribute("data-at");
    const jumps = await followJumps(page);
    const jump = async (nth: number): Promise<Jump> => {
      await expect.poll(async () => (await jumps()).length).toBe(nth + 1);
      return (await jumps())[nth] ?? { from_seconds: Number.NaN, to_seconds: Number.NaN };
    };
    await wanted.getByRole("paragraph").last().click();
    expect(Math.abs((await jump(0)).to_seconds - Number(at_ms) / 1000)).toBeLessThan(0.5);
    await transcript(page).locator(`[data-at="${at_ms}"][aria-current="true"]`).waitFor();

    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("ArrowRight");
    const { from_seconds, to_seconds } = await jump(1);
    expect(Math.abs(to_seconds - from_seconds - 5)).toBeLessThan(0.5);
    const first = lines.first().getByRole("button");
    await first.focus();
    await page.keyboard.press("Enter");
    expect((await jump(2)).to_seconds).toBeLessThan(0.5);
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });

  it("another company hears nothing of it", async () => {
    const [sales, stranger] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "marsa.sales")];
    const { id, audio_url } = await conversation(sales, (row) => row.audio_url?.startsWith("/api/") ?? false);
    expect((await sales.context.request.get(audio_url ?? "")).status()).toBe(403);
    const asked = await sales.context.request.get(
      `/api/trpc/conversations.audioLink?input=${encodeURIComponent(JSON.stringify({ id }))}`,
    );
    const { url } = Object(await asked.json()).result.data;
    const part = await sales.context.request.get(url, { headers: { range: "bytes=0-99" } });
    expect([part.status(), (await part.body()).length]).toEqual([206, 100]);
    expect((await stranger.context.request.get(url)).status()).toBe(403);
    await stranger.page.goto(`/conversations/${id}`);
    await stranger.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await stranger.page.locator("audio").count()).toBe(0);
    await Promise.all([sales.context.close(), stranger.context.close()]);
  });
});

describe("a transcript of 2,000 lines", () => {
  it("keeps under 300 rows in the page while it is scrolled to its end, and finds words anywhere in it", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const { page } = sales;
    const { id } = await conversation(sales, ({ message_count }) => message_count >= 2000);
    await page.goto(`/conversations/${id}`);
    const box = transcript(page);
    await box.getByRole("listitem").first().waitFor();
    let most = 0;
    let atEnd = false;
    for (let step = 0; step < 400 && !atEnd; step += 1) {
      atEnd = await box.evaluate(async (node) => {
        node.scrollBy(0, 900);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        return node.scrollTop + node.clientHeight >= node.scrollHeight - 4;
      });
      most = Math.max(most, await box.getByRole("listitem").count());
    }
    expect(atEnd).toBe(true);
    expect(most).toBeGreaterThan(5);
    expect(most).toBeLessThan(300);

    await page.getByLabel("ابحث في نص المحادثة").fill("ترخيص");
    await box.locator("mark").first().waitFor();
    expect(sales.complaints).toEqual([]);
    await sales.context.close();
  });
});

describe("handing a conversation over", () => {
  it("reaches the colleague, who finds it under his own, and whoever takes it over is shown to the first", async () => {
    const [sales, colleague] = [await visitor(browser, "rawabi.sales"), await visitor(browser, "rawabi.agent")];
    const { id } = await conversation(sales, (row) => row.handed_over_to === null && row.message_count < 20);
    await sales.page.goto(`/conversations/${id}`);
    await sales.page.getByRole("button", { name: "تحويل لموظف" }).click();
    const dialog = sales.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /فهد/ }).click();
    await dialog.getByLabel(/ملاحظة لزميلك/).fill("يريد ردًا قبل الليل");
    await dialog.getByRole("button", { name: "حوّل المحادثة" }).click();
    await dialog.waitFor({ state: "detached" });

    await colleague.page.goto("/conversations?handed=me");
    await colleague.page.locator(`[data-row="${id}"]`).first().click();
    await colleague.page.getByText("يريد ردًا قبل الليل").waitFor();
    const support = await visitor(browser, "rawabi.support");
    await support.page.goto(`/conversations/${id}`);
    await support.page.getByRole("button", { name: "استلم" }).click();
    await sales.page.getByRole("complementary", { name: "عن المحادثة" }).getByText("سعد القرني").waitFor();
    for (const one of [sales, colleague, support]) {
      expect(one.complaints).toEqual([]);
      await one.context.close();
    }
  });
});
