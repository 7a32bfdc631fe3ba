import type { Browser, BrowserContext, Locator, Page, WebSocketRoute } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeMedia, launchBrowser } from "#tests/e2e/support/browser.ts";
import { sideways, violations } from "#tests/e2e/support/screen.ts";
import { standInSpeech } from "#tests/e2e/support/speech.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(fakeMedia);
});
afterAll(() => browser.close());

const callOf = (page: Page) => page.getByRole("region", { name: /^(المكالمة|The call)$/ }).first();
const chatOf = (page: Page) => page.getByRole("region", { name: "المحادثة النصية" }).first();
const boxOf = (pane: Locator) =>
  pane.getByRole("textbox", { name: /^(رسالتك كأنك العميل|Your message as the customer)$/ });
const press = (page: Page, name: string | RegExp) => callOf(page).getByRole("button", { name }).click();
const isOn = (page: Page) =>
  callOf(page)
    .getByText(/^(متصل|Connected|كتابة|In writing)$/)
    .waitFor();
const start = /^(ابدأ المكالمة|Start the call)$/;
const again = /^(مكالمة جديدة|New call)$/;
const in_writing = /^(ابدأ بالكتابة|Start in writing)$/;

type Wishes = NonNullable<Parameters<typeof visitor>[2]>;

/** Somebody in the playground whose browser lets the page have the microphone. */
async function caller(username: string, wishes: Wishes = {}): Promise<Visitor> {
  return visitor(browser, username, { permissions: ["microphone"], ...wishes });
}

/** Nobody may have more than three calls open at once. */
async function hangUp(page: Page): Promise<void> {
  const ended = page.waitForResponse(/voiceSessions\.end/);
  await press(page, /^(إنهاء المكالمة|End the call)$/);
  await ended;
}

type Message = Record<string, unknown>;

/** What the browser has sent to the voice vendor, oldest first. */
function sentBy(page: Page): Message[] {
  const sent: Message[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => sent.push(JSON.parse(String(payload))));
  });
  return sent;
}

const soundIn = (sent: readonly Message[]) =>
  sent.flatMap(({ user_audio_chunk: sound }) => (typeof sound === "string" ? [Buffer.from(sound, "base64")] : []));
const isSilent = (sound: Buffer) => sound.every((byte) => byte === 0);
const saidIn = (sent: readonly Message[]) => sent.flatMap(({ type, text }) => (type === "user_message" ? [text] : []));

interface Line {
  readonly sent: readonly Message[];
  cut(code: number, reason: string): Promise<void>;
  hear(message: Message): void;
}

/** The line to the vendor of the page's calls, to be broken off or spoken into by hand. */
async function lineOf(page: Page): Promise<Line> {
  let open: { browser: WebSocketRoute; vendor: WebSocketRoute } | null = null;
  const sent: Message[] = [];
  await page.routeWebSocket(/\/simulator\/elevenlabs\//, (route) => {
    const vendor = route.connectToServer();
    route.onMessage((message) => {
      sent.push(JSON.parse(String(message)));
      vendor.send(message);
    });
    open = { browser: route, vendor };
  });
  const line = () => {
    if (!open) throw new Error("No call has begun.");
    return open;
  };
  return {
    sent,
    cut: async (code, reason) => {
      await line().browser.close({ code, reason });
      await line().vendor.close();
    },
    hear: (message) => line().browser.send(JSON.stringify(message)),
  };
}

/** The vendor has heard somebody speak into the agent's words. */
const cut_in = { type: "interruption", interruption_event: { event_id: 1 } };

/** The ids of the calls that the page has begun, oldest first. */
function begunBy(page: Page): string[] {
  const ids: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().includes("/voiceSessions.start") || !response.ok()) return;
    const [answer] = [await response.json()].flat();
    ids.push(answer.result.data.conversation_id);
  });
  return ids;
}

async function saved({ request }: BrowserContext, id: string | undefined) {
  const answer = await request.get(`/api/conversations/${id}`);
  return (await answer.json()).conversation;
}

/** Whether the bars of a side stand higher than at rest. */
const moves = (page: Page, side: "agent" | "customer") =>
  callOf(page)
    .locator(`[data-side=${side}] > i`)
    .evaluateAll((bars) => bars.some((bar) => bar.getBoundingClientRect().height > 3));

describe("the microphone in a call", () => {
  it("sends silence when muted, by the button and by M, and says so; M in the text box types an m", async () => {
    const { page, context, complaints } = await caller("rawabi.sales");
    const sent = sentBy(page);
    await page.goto("/playground?view=voice");
    await press(page, start);
    await isOn(page);
    const mute = callOf(page).getByRole("button", { name: "كتم" });
    const status = callOf(page).getByRole("status").first();
    await expect.poll(() => soundIn(sent).some((sound) => !isSilent(sound))).toBe(true);
    expect(await mute.getAttribute("aria-pressed")).toBe("false");

    await mute.click();
    expect(await mute.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => status.innerText()).toContain("الميكروفون مكتوم");
    // What was in the air when it was pressed may still be heard.
    await expect.poll(() => soundIn(sent).slice(-40).every(isSilent)).toBe(true);
    const from = sent.length;
    await expect.poll(() => soundIn(sent.slice(from)).length).toBeGreaterThan(20);
    expect(soundIn(sent.slice(from)).every(isSilent)).toBe(true);

    await boxOf(callOf(page)).press("m");
    expect(await boxOf(callOf(page)).inputValue()).toBe("m");
    expect(await mute.getAttribute("aria-pressed")).toBe("true");

    await boxOf(callOf(page)).blur();
    await page.keyboard.press("m");
    expect(await mute.getAttribute("aria-pressed")).toBe("false");
    await expect.poll(() => status.innerText()).not.toContain("الميكروفون مكتوم");
    await expect.poll(() => soundIn(sent.slice(-40)).some((sound) => !isSilent(sound))).toBe(true);
    await press(page, "إنهاء المكالمة");
    await callOf(page).getByText("ما قيل محفوظ كاملًا.").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is another one when chosen, in the running call and before the next; so is the speaker, and the meters move", async () => {
    const { page, context } = await caller("rawabi.sales");
    const sent = sentBy(page);
    await page.addInitScript(() => {
      const asked: string[] = [];
      Reflect.set(window, "asked", asked);
      const get = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted = {}) => {
        const stream = await get(wanted);
        if (typeof wanted.audio === "object" && wanted.audio.deviceId)
          asked.push(stream.getAudioTracks()[0]?.label ?? "");
        return stream;
      };
    });
    const asked = () => page.evaluate(() => Reflect.get(window, "asked") as string[]);
    const choose = async (list: "الميكروفون" | "السماعة", device: RegExp) => {
      await press(page, "أجهزة الصوت");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("combobox", { name: list }).click();
      await page.getByRole("option", { name: device }).click();
      await dialog.getByRole("combobox", { name: list }).getByText(device).waitFor();
      await dialog.getByRole("button", { name: "تمّ" }).click();
      await dialog.waitFor({ state: "hidden" });
    };
    await page.goto("/playground?view=voice");
    await press(page, start);
    await isOn(page);
    await expect.poll(() => moves(page, "agent")).toBe(true);
    await expect.poll(() => moves(page, "customer")).toBe(true);

    await press(page, "كتم");
    await choose("الميكروفون", /Fake Audio Input 2/);
    expect(await asked()).toEqual(["Fake Audio Input 2"]);
    // A muted call stays muted with another microphone.
    const from = sent.length;
    await expect.poll(() => soundIn(sent.slice(from)).length).toBeGreaterThan(20);
    expect(soundIn(sent.slice(from)).every(isSilent)).toBe(true);
    await press(page, "كتم");
    await expect.poll(() => soundIn(sent.slice(from)).some((sound) => !isSilent(sound))).toBe(true);
    await expect.poll(() => moves(page, "customer")).toBe(true);

    await choose("السماعة", /Fake Audio Output 2/);
    const speaker = () =>
      page.evaluate(async () => {
        const id = document.querySelector("audio")?.sinkId ?? "";
        return (await navigator.mediaDevices.enumerateDevices()).find(({ deviceId }) => deviceId === id)?.label;
      });
    expect(await speaker()).toMatch(/Fake Audio Output 2/);
    await choose("السماعة", /جهاز النظام/);
    expect(await page.evaluate(() => document.querySelector("audio")?.sinkId)).toBe("");

    await press(page, "إنهاء المكالمة");
    await callOf(page).getByText("ما قيل محفوظ كاملًا.").waitFor();
    await choose("الميكروفون", /Fake Audio Input 1/);
    await press(page, again);
    await isOn(page);
    expect((await asked()).at(-1)).toBe("Fake Audio Input 1");
    await hangUp(page);
    await context.close();
  });

  it("that was refused is told in a sentence, and the call goes on in writing with what was typed", async () => {
    const shy = await launchBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny"]);
    const { page } = await visitor(shy, "rawabi.support", { permissions: ["microphone"] });
    await page.goto("/playground?view=both");
    await boxOf(chatOf(page)).fill("أبي شقة");
    await press(page, start);
    await callOf(page).getByRole("alert").getByText("لم يُسمح باستعمال الميكروفون").waitFor();
    expect(await callOf(page).getByRole("alert").count()).toBe(1);
    await press(page, in_writing);
    await isOn(page);
    await boxOf(callOf(page)).fill("السلام عليكم");
    await boxOf(callOf(page)).press("Enter");
    await callOf(page).getByText("السلام عليكم", { exact: true }).waitFor();
    await expect.poll(() => callOf(page).getByRole("listitem").count()).toBe(3);
    expect(await boxOf(chatOf(page)).inputValue()).toBe("أبي شقة");
    await hangUp(page);
    await shy.close();
  });

  it("that is not there is told in the page's language, and the call goes on in writing", async () => {
    const bare = await launchBrowser(["--use-fake-ui-for-media-stream"]);
    try {
      const { page } = await visitor(bare, "marsa.sales", { locale_cookie: "en" });
      await page.goto("/playground?view=voice");
      await press(page, start);
      await callOf(page).getByRole("alert").getByText("We find no microphone here.").waitFor();
      await press(page, in_writing);
      await isOn(page);
      await boxOf(callOf(page)).fill("Hello");
      await boxOf(callOf(page)).press("Enter");
      await callOf(page).getByText("Hello", { exact: true }).waitFor();
      await hangUp(page);
    } finally {
      await bare.close();
    }
  });
});

describe("a call that cannot go on", () => {
  it("for the vendor's quota or a dropped line says which, is saved as over, keeps what was being typed, and can begin anew", async () => {
    const { page, context } = await caller("rawabi.agent");
    const line = await lineOf(page);
    const ids = begunBy(page);
    await page.goto("/playground?view=voice");
    await press(page, start);
    await isOn(page);
    await boxOf(callOf(page)).fill("كنت أكتب هذا");
    await line.cut(1006, "");
    await callOf(page).getByRole("alert").getByText("انقطع الخط. ما قيل محفوظ").waitFor();
    expect(await boxOf(callOf(page)).inputValue()).toBe("كنت أكتب هذا");
    await expect.poll(async () => (await saved(context, ids[0])).status).toBe("ended");
    expect((await saved(context, ids[0])).transcript).toHaveLength(1);

    await press(page, again);
    await isOn(page);
    expect(await boxOf(callOf(page)).inputValue()).toBe("كنت أكتب هذا");
    await line.cut(1002, "This request exceeds your quota limit.");
    await callOf(page).getByRole("alert").getByText("انتهى رصيد المكالمات عند المزوّد").waitFor();
    await expect.poll(async () => (await saved(context, ids[1])).status).toMatch(/^(failed|ended)$/);

    await press(page, again);
    await isOn(page);
    await boxOf(callOf(page)).press("Enter");
    await callOf(page).getByText("كنت أكتب هذا", { exact: true }).waitFor();
    await hangUp(page);
    await context.close();
  });

  it("keeps trying to save what was said when the network went with the line, and has it saved once it is back", async () => {
    const { page, context } = await caller("rawabi.agent");
    const line = await lineOf(page);
    const ids = begunBy(page);
    await page.goto("/playground?view=voice");
    await press(page, start);
    await isOn(page);
    await page.route(/voiceSessions\.(hear|end)/, (route) => route.abort());
    await boxOf(callOf(page)).fill("هل تسمعني");
    await boxOf(callOf(page)).press("Enter");
    await callOf(page).getByText("هل تسمعني", { exact: true }).waitFor();
    await line.cut(1006, "");
    await callOf(page).getByText("لم يُحفظ آخر ما قيل بعد").waitFor();
    expect((await saved(context, ids[0])).status).toBe("in_progress");
    await page.unroute(/voiceSessions\.(hear|end)/);
    const isWhole = async () => {
      const { status, transcript } = await saved(context, ids[0]);
      return [status, transcript.some(({ text }: { text: string }) => text === "هل تسمعني")];
    };
    await expect.poll(isWhole, { timeout: 30_000 }).toEqual(["ended", true]);
    await callOf(page).getByText("لم يُحفظ آخر ما قيل بعد").waitFor({ state: "hidden" });
    await context.close();
  });

  it("because no agent is joined, or the limit is reached, is not begun and says why; later it can begin", async () => {
    const admin = await caller("marsa.admin", { locale_cookie: "ar" });
    const { page, context } = admin;
    const ids = begunBy(page);
    const { request } = context;
    await page.goto("/playground?view=voice");
    await joinVoice(admin, "agent_nobody");
    try {
      await press(page, start);
      await callOf(page).getByRole("alert").getByText("غير مربوط بوكيل عند المزوّد").waitFor();
    } finally {
      await joinVoice(admin, null);
    }
    const opened: string[] = [];
    for (let taken = 0; taken < 3; taken += 1) {
      const answer = await request.post("/api/trpc/voiceSessions.start", { data: {} });
      opened.push((await answer.json()).result.data.id);
    }
    await press(page, again);
    const told = callOf(page).getByRole("alert").getByText("وصلت إلى حدّ المكالمات");
    await told.waitFor();
    expect(await told.innerText()).toContain("جرّب بعد 60 ثانية");
    expect(ids).toEqual([]);
    for (const id of opened) await request.post("/api/trpc/voiceSessions.end", { data: { id } });
    await press(page, again);
    await isOn(page);
    await hangUp(page);
    await context.close();
  });
});

/** Joins the company's voice agent to one of the vendor's; null is the simulator's own. */
async function joinVoice({ context: { request } }: Visitor, vendor_agent_id: string | null): Promise<void> {
  const current = await request.get(`/api/trpc/agents.current?input=${encodeURIComponent("{}")}`);
  const { created_at: _, version: __, ...voice } = (await current.json()).result.data.voice;
  const answer = await request.post("/api/trpc/agents.save", { data: { ...voice, vendor_agent_id } });
  expect(answer.status(), await answer.text()).toBe(200);
}

describe("leaving a call", () => {
  it("by a link, the palette or Back asks first; staying keeps it, leaving ends it at the server", async () => {
    const { page, context } = await caller("rawabi.support");
    const ids = begunBy(page);
    await page.goto("/tickets");
    await page.getByRole("navigation").getByRole("link", { name: "ساحة التجربة" }).first().click();
    await page.getByRole("radio", { name: "صوت" }).click();
    await press(page, start);
    await isOn(page);
    const away = page.getByRole("navigation").getByRole("link", { name: "المحادثات" }).first();
    const byPalette = async () => {
      await page.keyboard.press("Control+KeyK");
      await page.getByRole("dialog").getByRole("combobox").fill("التذاكر");
      await page.keyboard.press("Enter");
    };
    const question = page.getByRole("dialog", { name: "تُنهي المكالمة وتغادر؟" });
    for (const leave of [() => away.click(), byPalette, () => page.evaluate(() => history.back())]) {
      await leave();
      await question.getByRole("button", { name: "ابقَ في المكالمة" }).click();
      await question.waitFor({ state: "hidden" });
      await isOn(page);
    }
    expect((await saved(context, ids[0])).status).toBe("in_progress");
    await away.click();
    await question.getByRole("button", { name: "أنهِها وغادر" }).click();
    await page.waitForURL("**/conversations");
    await expect.poll(async () => (await saved(context, ids[0])).status).toBe("ended");
    await context.close();
  });

  it("by closing the tab ends it at the server with what was said last", async () => {
    const { page, context } = await caller("rawabi.support");
    const ids = begunBy(page);
    await page.goto("/playground?view=voice");
    await press(page, start);
    await isOn(page);
    await boxOf(callOf(page)).fill("مع السلامة يا نورة");
    await boxOf(callOf(page)).press("Enter");
    page.on("dialog", (question) => question.accept());
    await page.close({ runBeforeUnload: true });
    await expect.poll(async () => (await saved(context, ids[0])).status).toBe("ended");
    const { transcript } = await saved(context, ids[0]);
    expect(transcript.map(({ text }: { text: string }) => text)).toContain("مع السلامة يا نورة");
    await context.close();
  });

  it("is not what happens when the session ends or the network goes: what is typed stays, and goes when it can", async () => {
    const { page, context } = await caller("rawabi.support");
    await page.goto("/playground?view=both");
    await press(page, in_writing);
    await isOn(page);
    const [chat, call] = [boxOf(chatOf(page)), boxOf(callOf(page))];
    await chat.fill("أبي فيلا في حطين");
    await call.fill("ما زلت أكتب");
    await context.setOffline(true);
    await chatOf(page).getByText("لا اتصال الآن. ما تكتبه يبقى هنا.").waitFor();
    await chat.press("Enter");
    await chatOf(page).getByText("لم تُرسل: لا ردّ من الخادم.").waitFor();
    await context.setOffline(false);
    expect([await chat.inputValue(), await call.inputValue()]).toEqual(["أبي فيلا في حطين", "ما زلت أكتب"]);

    await context.request.post("/api/auth/logout", { data: {} });
    await chat.press("Enter");
    const question = page.getByRole("dialog");
    await question.getByRole("textbox").or(question.locator("input[type=password]")).first().fill("portal-demo-2026");
    await question.locator("button[type=submit]").click();
    await question.waitFor({ state: "hidden" });
    expect([await chat.inputValue(), await call.inputValue()]).toEqual(["أبي فيلا في حطين", "ما زلت أكتب"]);
    await call.press("Enter");
    await callOf(page).getByText("ما زلت أكتب", { exact: true }).waitFor();
    await chat.press("Enter");
    await chatOf(page).locator("li [data-cost]").first().waitFor();
    await hangUp(page);
    await context.close();
  });
});

describe("the call's pane", () => {
  for (const [locale, theme] of [
    ["ar", "light"],
    ["en", "dark"],
  ] as const) {
    it(`fits a phone in ${locale}, ${theme}: nothing runs out sideways, every control takes a thumb, and no rule of access is broken`, async () => {
      const { page, context } = await caller("rawabi.admin", {
        locale_cookie: locale,
        theme,
        viewport: { width: 360, height: 780 },
        hasTouch: true,
        isMobile: true,
      });
      await page.goto("/playground?view=voice");
      const small = () =>
        callOf(page)
          .locator("button:visible, a:visible")
          .evaluateAll((parts) =>
            parts.flatMap((part) => {
              const { width, height, left, right, bottom } = part.getBoundingClientRect();
              const fits = left >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
              return width >= 44 && height >= 44 && fits
                ? []
                : [`${part.textContent || part.ariaLabel}: ${width}x${height}`];
            }),
          );
      expect([await sideways(page), await small()]).toEqual([0, []]);
      await press(page, start);
      await isOn(page);
      await boxOf(callOf(page)).fill("أبي شقة للشراء في حي الملقا بحدود ٣ مليون، ثلاث غرف");
      await boxOf(callOf(page)).press("Enter");
      await callOf(page).locator("[data-state=done]", { hasText: "search_properties" }).waitFor();
      expect([await sideways(page), await small()]).toEqual([0, []]);
      expect(await violations(page)).toEqual([]);
      await press(page, /^(إنهاء المكالمة|End the call)$/);
      await callOf(page).getByRole("link").waitFor();
      expect([await sideways(page), await small()]).toEqual([0, []]);
      await context.close();
    });
  }
});

describe("a browser with a voice and an ear of its own", () => {
  it("speaks what the agent says in the agent's language, and is silent once somebody cuts in or asks for it", async () => {
    const { page, context } = await caller("rawabi.sales", { locale_cookie: "en" });
    const line = await lineOf(page);
    const speech = await standInSpeech(page);
    await page.goto("/playground?view=voice");
    await press(page, start);
    await isOn(page);
    await expect.poll(() => speech.spoken()).toHaveLength(1);
    const [greeting] = await speech.spoken();
    expect(greeting).toMatchObject({ lang: "ar-SA", voice: "Arabic", isOver: false });
    await callOf(page)
      .getByText(greeting?.text ?? "", { exact: true })
      .waitFor();
    await callOf(page).getByRole("status").getByText("is speaking").waitFor();
    line.hear(cut_in);
    await expect.poll(async () => (await speech.spoken())[0]?.isOver).toBe(true);

    await press(page, "Silence the browser's voice");
    line.hear({ type: "agent_response", agent_response_event: { agent_response: "هذا لا يُنطق", event_id: 2 } });
    await callOf(page).getByText("هذا لا يُنطق", { exact: true }).waitFor();
    await press(page, "Silence the browser's voice");
    line.hear({ type: "agent_response", agent_response_event: { agent_response: "وهذا يُنطق", event_id: 3 } });
    await expect
      .poll(async () => (await speech.spoken()).map(({ text }) => text))
      .toEqual([greeting?.text, "وهذا يُنطق"]);
    await press(page, "End the call");
    await expect.poll(async () => (await speech.spoken())[1]?.isOver).toBe(true);
    await context.close();
  });

  it("sends what it hears as the customer's words, but neither while the agent speaks nor while it is muted", async () => {
    const { page, context } = await caller("rawabi.sales");
    const line = await lineOf(page);
    const ids = begunBy(page);
    const speech = await standInSpeech(page);
    await page.goto("/playground?view=voice");
    await press(page, start);
    await isOn(page);
    await expect.poll(() => speech.spoken()).toHaveLength(1);
    await expect.poll(() => speech.isListening()).toBe(false);
    await speech.finish();
    await expect.poll(() => speech.isListening()).toBe(true);
    expect(await speech.language()).toBe("ar-SA");
    await speech.hear("أبي فيلا في النرجس");
    await expect.poll(() => saidIn(line.sent)).toEqual(["أبي فيلا في النرجس"]);
    expect(await callOf(page).getByText("أبي فيلا في النرجس", { exact: true }).count()).toBe(1);

    await expect.poll(async () => (await speech.spoken()).length).toBe(2);
    line.hear(cut_in);
    await expect.poll(() => speech.isListening()).toBe(true);
    await page.keyboard.press("m");
    await expect.poll(() => speech.isListening()).toBe(false);
    await page.keyboard.press("m");
    await expect.poll(() => speech.isListening()).toBe(true);
    // A browser that has heard nothing for a while stops by itself.
    await speech.fail("no-speech");
    await expect.poll(() => speech.isListening()).toBe(true);
    expect(await callOf(page).getByText("أكمل كتابةً").count()).toBe(0);
    await press(page, "إنهاء المكالمة");
    await expect.poll(() => speech.isListening()).toBe(false);
    await expect.poll(async () => (await saved(context, ids[0])).status).toBe("ended");
    const { transcript } = await saved(context, ids[0]);
    const mine = transcript.filter(({ speaker }: { speaker: string }) => speaker === "customer");
    expect(mine).toMatchObject([{ text: "أبي فيلا في النرجس" }]);
    await context.close();
  });

  it("that fails to hear says so, and the call goes on in writing", async () => {
    const { page, context } = await caller("marsa.support", { locale_cookie: "ar" });
    const line = await lineOf(page);
    const speech = await standInSpeech(page);
    await page.goto("/playground?view=voice");
    for (const [error, button] of [
      ["not-allowed", start],
      ["network", again],
    ] as const) {
      await press(page, button);
      await isOn(page);
      line.hear(cut_in);
      await expect.poll(() => speech.isListening()).toBe(true);
      expect(await callOf(page).getByText("المتصفح لا يحوّل كلامك إلى نص").count()).toBe(0);
      await speech.fail(error);
      await callOf(page).getByText("المتصفح لا يحوّل كلامك إلى نص").waitFor();
      await boxOf(callOf(page)).fill(`أكمل كتابة بعد ${error}`);
      await boxOf(callOf(page)).press("Enter");
      await expect.poll(() => saidIn(line.sent)).toContain(`أكمل كتابة بعد ${error}`);
      expect(await speech.isListening()).toBe(false);
      await hangUp(page);
    }
    await context.close();
  });
});
