import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { portalUrl } from "#tests/e2e/support/address.ts";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { type Visitor, visitor } from "#tests/e2e/support/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page whose parts answer: its feed is opened once it is alive. */
async function visit(page: Page, path: string): Promise<void> {
  const isFeed = (request: Request) => request.url().includes("live.changes");
  await Promise.all([page.waitForRequest(isFeed), page.goto(path)]);
}
const bell = (page: Page) => page.getByRole("button", { name: /^الإشعارات،/ }).locator("visible=true");
const unreadOf = async (page: Page) => Number((await bell(page).innerText()).trim() || "0");
const done = async (...visitors: Visitor[]) => {
  for (const { complaints, context } of visitors) {
    expect(complaints).toEqual([]);
    await context.close();
  }
};

describe("the company's settings", () => {
  it("change the week's start by keyboard alone, for everybody's calendar and after a reload", async () => {
    const [admin, sales] = [await visitor(browser, "marsa.admin"), await visitor(browser, "marsa.sales")];
    const { page } = admin;
    await visit(page, "/settings/company");
    const start = page.getByRole("combobox", { name: "أول أيام الأسبوع" });
    expect(await start.innerText()).toBe("الاثنين");
    await start.focus();
    await page.keyboard.press("Enter");
    await page.locator("[role=option][data-highlighted]", { hasText: "الاثنين" }).waitFor();
    for (const day of ["الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]) {
      await page.keyboard.press("ArrowDown");
      await page.locator("[role=option][data-highlighted]", { hasText: day }).waitFor();
    }
    await page.keyboard.press("Enter");
    expect(await start.innerText()).toBe("السبت");
    const saved = page.waitForResponse((response) => response.url().includes("company.update"));
    await page.getByRole("button", { name: "احفظ التغييرات" }).press("Enter");
    expect((await saved).status()).toBe(200);
    await page.getByText("حُفظت إعدادات الشركة").waitFor();
    await page.reload();
    expect(await start.innerText()).toBe("السبت");
    const me = await sales.context.request.get("/api/trpc/auth.me");
    expect(JSON.stringify(await me.json())).toContain('"week_start":6');
    await admin.context.request.post("/api/trpc/company.update", { data: { week_start: 1 } });
    await done(admin, sales);
  });

  it("name a wrong time at its day, keep what was typed and take Arabic digits", async () => {
    const admin = await visitor(browser, "marsa.admin");
    const { page } = admin;
    await visit(page, "/settings/company");
    const end = page.getByRole("textbox", { name: "الثلاثاء، نهاية الدوام" });
    await end.fill("٠٨:٠٠");
    await end.blur();
    await page.getByRole("button", { name: "احفظ التغييرات" }).click();
    await page.getByText("نهاية الدوام قبل بدايته يوم الثلاثاء").waitFor();
    expect(await end.inputValue()).toBe("08:00");
    await end.fill("٤:٤٥ م");
    await page.getByRole("button", { name: "احفظ التغييرات" }).click();
    await page.getByText("حُفظت إعدادات الشركة").waitFor();
    expect(await end.inputValue()).toBe("16:45");
    await end.fill("18:00");
    await page.getByRole("button", { name: "احفظ التغييرات" }).click();
    await page.getByRole("button", { name: "احفظ التغييرات" }).waitFor({ state: "detached" });
    await done(admin);
  });
});

describe("the calling rules", () => {
  it("of a country are read in any digits, name the wrong field, stay after a reload, and are one company's own", async () => {
    const [admin, other] = [await visitor(browser, "rawabi.admin"), await visitor(browser, "marsa.admin")];
    const { page } = admin;
    const saudi = (where: Page) => where.getByRole("listitem").filter({ hasText: "السعودية" });
    await visit(page, "/settings/calling");
    await saudi(page).getByText("9:00 ص إلى 6:00 م").waitFor();
    await page.getByRole("button", { name: "عدّل قواعد الاتصال، السعودية" }).click();
    const [from, to] = [page.getByLabel("من الساعة"), page.getByLabel("إلى الساعة")];
    await to.fill("٩");
    await to.press("Enter");
    await page.getByText("النهاية يجب أن تلي البداية").waitFor();
    expect(await to.inputValue()).toBe("09:00");
    expect(await to.evaluate((field) => field === document.activeElement)).toBe(true);
    const wider = page.getByText("هذه الحدود أوسع من المعتاد", { exact: false });
    await to.fill("٢١:٠٠");
    await wider.waitFor();
    await to.fill("١٦:٠٠");
    await wider.waitFor({ state: "detached" });
    await page.getByLabel("محاولات بلا ردّ في الأسبوع").fill("٣١");
    await from.fill("١٠");
    await from.press("Enter");
    await page.getByText("اكتب عددًا من 1 إلى 30").waitFor();
    await page.getByLabel("محاولات بلا ردّ في الأسبوع").fill("١");
    await page.getByRole("textbox", { name: "أيام العطل" }).fill("١/١٢/٢٠٢٦");
    await page.getByRole("button", { name: "أضف اليوم" }).click();
    await page.getByRole("button", { name: "احذف 1 ديسمبر 2026" }).waitFor();
    // Written and not added: it is meant as well.
    await page.getByRole("textbox", { name: "أيام العطل" }).fill("2/12/2026");
    await page.getByRole("textbox", { name: "أيام العطل" }).press("Enter");
    await page.getByText("حُفظت قواعد السعودية").waitFor();
    const own = ["10:00 ص إلى 4:00 م", "وعطلتان", "محاولة واحدة في الأسبوع", "خاص بشركتكم", "المعتاد: 9:00 ص"];
    for (const words of own) await saudi(page).getByText(words).waitFor();
    await page.reload();
    for (const words of own) await saudi(page).getByText(words).waitFor();

    await visit(other.page, "/settings/calling");
    await saudi(other.page).getByText("9:00 ص إلى 6:00 م").waitFor();
    expect(await other.page.getByText("خاص بشركتكم").count()).toBe(0);

    await saudi(page).getByRole("button", { name: "عُد إلى المعتاد" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "عُد إلى المعتاد" }).click();
    await page.getByText("عادت قواعد السعودية إلى المعتاد").waitFor();
    await saudi(page).getByText("9:00 ص إلى 6:00 م").waitFor();
    const edit = page.getByRole("button", { name: "عدّل قواعد الاتصال، السعودية" });
    await expect.poll(() => edit.evaluate((button) => button === document.activeElement)).toBe(true);
    await done(admin, other);
  });

  it("of a country that a colleague saved meanwhile are shown beside what was typed, and the next press means it", async () => {
    const admin = await visitor(browser, "rawabi.admin");
    const { page, context } = admin;
    const kuwait = page.getByRole("listitem").filter({ hasText: "الكويت" });
    await visit(page, "/settings/calling");
    await page.getByRole("button", { name: "عدّل قواعد الاتصال، الكويت" }).click();
    await page.getByLabel("من الساعة").fill("11:00");
    const theirs = {
      country: "KW",
      from_time: "12:00",
      to_time: "15:00",
      on_weekend: false,
      unanswered_per_day: 1,
      unanswered_per_week: 2,
      holidays: [],
    };
    const saved = await context.request.post("/api/trpc/diallingRules.save", { data: theirs });
    expect(saved.status()).toBe(200);
    await page.getByRole("button", { name: "احفظ", exact: true }).click();
    await page.getByText("غيّر زميل هذا قبلك", { exact: false }).waitFor();
    await page.getByText("المحفوظ الآن: 12:00 م إلى 3:00 م", { exact: false }).waitFor();
    expect(await page.getByLabel("من الساعة").inputValue()).toBe("11:00");
    await page.getByRole("button", { name: "احفظ", exact: true }).click();
    await page.getByText("حُفظت قواعد الكويت").waitFor();
    await kuwait.getByText("11:00 ص إلى 6:00 م").waitFor();
    await context.request.post("/api/trpc/diallingRules.reset", { data: { country: "KW" } });
    // Whoever looks on sees it without a reload.
    await kuwait.getByText("9:00 ص إلى 6:00 م").waitFor();
    // The browser notes the refusal.
    expect(admin.complaints.filter((text) => !text.includes("409"))).toEqual([]);
    await context.close();
  });

  it("what follows a conversation is switched by an admin, stays after a reload, and is one company's own", async () => {
    const [admin, other] = [await visitor(browser, "rawabi.admin"), await visitor(browser, "marsa.admin")];
    const rule = (where: Page) => where.getByRole("switch", { name: "المهتم يصير مؤهّلًا" });
    const { page } = admin;
    await visit(page, "/settings/calling");
    const turn = async (to: "true" | "false") => {
      const kept = page.waitForResponse((response) => response.url().includes("talkRules.switch"));
      await rule(page).press("Space");
      expect((await kept).status()).toBe(200);
      await page.reload();
      expect(await rule(page).getAttribute("aria-checked")).toBe(to);
    };
    expect(await rule(page).getAttribute("aria-checked")).toBe("true");
    await turn("false");
    await visit(other.page, "/settings/calling");
    expect(await rule(other.page).getAttribute("aria-checked")).toBe("true");
    await visit(page, "/settings/calling");
    await turn("true");
    await done(admin, other);
  });
});

describe("the do-not-contact list", () => {
  it("takes a number in Arabic digits from who runs campaigns, and the customer's page says so to whoever reads it", async () => {
    const [sales, support, other] = [
      await visitor(browser, "rawabi.sales"),
      await visitor(browser, "rawabi.support"),
      await visitor(browser, "marsa.sales"),
    ];
    const { page } = sales;
    const answer = await (await sales.context.request.get("/api/customers?limit=50")).json();
    const customer = answer.customers.find(({ phone }: { phone: string }) => phone.startsWith("+9665"));
    const local = `0${customer.phone.slice(4)}`;
    const arabic = (digits: string) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));

    await visit(page, "/settings/calling");
    expect(await page.getByRole("heading", { name: "متى تتصل الحملات" }).count()).toBe(0);
    await page.getByRole("button", { name: "أضف رقمًا" }).click();
    const field = page.getByLabel("رقم الجوال", { exact: true });
    await field.fill(arabic("0500"));
    await page.getByRole("button", { name: "أضف إلى القائمة" }).click();
    await page.getByText("اكتب رقم جوال صحيح", { exact: false }).waitFor();
    expect(await field.inputValue()).toBe(arabic("0500"));
    await field.fill(arabic(local));
    await page.getByLabel("السبب").fill("طلب ذلك هاتفيًا");
    await page.getByRole("button", { name: "أضف إلى القائمة" }).click();
    await page.getByText("ولن تتصل به حملة", { exact: false }).waitFor();
    await page.getByLabel("ابحث برقم الجوال").fill(arabic(local.slice(-6)));
    const row = page.getByRole("list", { name: "الأرقام في قائمة عدم التواصل" }).getByRole("listitem");
    await expect.poll(() => row.count()).toBe(1);
    expect((await row.innerText()).replace(/[^\d+]/g, "")).toContain(customer.phone);
    await row.getByText("طلب ذلك هاتفيًا").waitFor();

    await visit(other.page, `/settings/calling?q=${local.slice(1)}`);
    await other.page.getByText("لا شيء يطابق", { exact: false }).waitFor();

    await visit(support.page, `/customers/${customer.id}`);
    await support.page.getByText("لا تتصل به الحملات").waitFor();
    await support.page.getByText("طلب ذلك هاتفيًا", { exact: false }).waitFor();
    expect(await support.page.getByRole("button", { name: "ارفعه من القائمة" }).count()).toBe(0);

    await visit(page, `/customers/${customer.id}`);
    await page.getByRole("button", { name: "ارفعه من القائمة" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "ارفعه من القائمة" }).click();
    await page.getByText("لا تتصل به الحملات").waitFor({ state: "detached" });
    await support.page.getByText("لا تتصل به الحملات").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "أفعال أخرى" }).click();
    await page.getByRole("menuitem", { name: "لا تتصل به الحملات" }).click();
    await page.getByRole("button", { name: "أضف إلى القائمة" }).click();
    await page.getByText("رقمه في قائمة عدم التواصل.").waitFor();
    await support.page.getByText("رقمه في قائمة عدم التواصل.").waitFor();

    await visit(page, `/settings/calling?q=${local.slice(1)}`);
    await row.getByRole("button", { name: /^ارفع/ }).click();
    await page.getByRole("button", { name: "ارفعه من القائمة" }).click();
    await page.getByText("لا شيء يطابق", { exact: false }).waitFor();
    await done(sales, support, other);
  });

  it("is no page of an agent's", async () => {
    const { page, context } = await visitor(browser, "rawabi.agent");
    expect((await page.goto("/settings/calling"))?.status()).toBe(403);
    await context.close();
  });
});

describe("how the company is joined to its vendors", () => {
  it("is saved from the bar at the foot of the window, however low the form ends", async () => {
    const admin = await visitor(browser, "marsa.admin", { viewport: { width: 1440, height: 420 } });
    const { page } = admin;
    await visit(page, "/settings/integrations");
    const field = page.getByLabel("معرّف الرقم عند ElevenLabs");
    await field.fill("phone_of_marsa");
    const save = page.getByRole("button", { name: "احفظ التغييرات" });
    await save.waitFor();
    const block = page.locator("section").filter({ has: field });
    const bottom = async (of: typeof save) => of.evaluate((node) => node.getBoundingClientRect().bottom);
    expect(await bottom(block)).toBeGreaterThan(420);
    expect(await bottom(save)).toBeLessThan(420);
    await page.getByRole("button", { name: "تجاهلها" }).click();
    await save.waitFor({ state: "detached" });
    await done(admin);
  });
});

describe("an API key", () => {
  it("is shown once, serves a call of its role, and is refused once it is revoked", async () => {
    const admin = await visitor(browser, "marsa.admin");
    const { page } = admin;
    const call = (key: string, path: string) =>
      fetch(`${portalUrl()}${path}`, { headers: { Authorization: `Bearer ${key}` } }).then(({ status }) => status);
    await visit(page, "/settings/keys");
    await page.getByRole("button", { name: "مفتاح جديد" }).first().click();
    await page.getByLabel("اسم الأداة").fill("مزامنة الموقع");
    await page.getByRole("button", { name: "أنشئ المفتاح" }).click();
    const key = await page.getByTestId("secret").innerText();
    expect(key).toMatch(/^vpk_/);
    expect(await call(key, "/api/conversations?limit=1")).toBe(200);
    expect(await call(key, "/api/customers?limit=1")).toBe(403);
    await page.getByRole("button", { name: "حفظته" }).click();
    const row = page.getByRole("listitem").filter({ hasText: key.slice(0, 12) });
    await row.waitFor();
    expect(await page.content()).not.toContain(key);

    await row.getByRole("button", { name: /^إلغاء/ }).click();
    await page.getByRole("button", { name: "ألغِ المفتاح" }).click();
    await row.getByText(/^أُلغي \d/).waitFor();
    expect(await call(key, "/api/conversations?limit=1")).toBe(401);
    await done(admin);
  });
});

describe("one's own sessions", () => {
  it("signing out the others ends the other browser and leaves this one", async () => {
    const [here, there] = [await visitor(browser, "marsa.agent"), await visitor(browser, "marsa.agent")];
    await visit(here.page, "/profile");
    await visit(there.page, "/profile");
    await here.page.getByRole("button", { name: "أنهِ الجلسات الأخرى" }).click();
    await here.page.getByText("لا أحد غير هذا الجهاز.").waitFor();
    await there.page.goto("/profile");
    await there.page.waitForURL(/\/login/);
    await here.page.reload();
    await here.page.getByText("هذا الجهاز", { exact: true }).waitFor();
    await done(here, there);
  });
});

describe("notifications", () => {
  it("read in one tab lower the count of the other, and lead to what they are about", async () => {
    const sales = await visitor(browser, "rawabi.sales");
    const other = await sales.context.newPage();
    const { page } = sales;
    for (const tab of [page, other]) {
      // One stream serves both tabs: each says for itself when it is live.
      await tab.goto("/notifications");
      await tab.getByText("مباشر", { exact: true }).first().waitFor();
    }
    const before = await unreadOf(other);
    expect(before).toBeGreaterThan(0);
    const row = page
      .getByRole("list", { name: "قائمة الإشعارات" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("img", { name: "غير مقروء" }) })
      .first();
    await row.getByRole("link").click();
    await page.waitForURL(/\/(bookings|tickets|conversations|campaigns)/);
    await expect.poll(() => unreadOf(other), { timeout: 5_000 }).toBe(before - 1);
    expect(await unreadOf(page)).toBe(before - 1);
    await done(sales);
  });
});
