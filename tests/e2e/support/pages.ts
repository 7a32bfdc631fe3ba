import type { Page } from "playwright-core";
import { settled } from "#tests/e2e/support/screen.ts";

/** A page of the portal as the tests and `npm run screens` open it. */
export interface Place {
  readonly name: string;
  readonly path: string;
  /** The role that opens it; nobody is signed in without one. */
  readonly role?: "admin" | "sales" | "support" | "agent";
  /** Opens what stands on the page: a record, a dialog. */
  readonly open?: (page: Page) => Promise<unknown>;
  /** Width in px of the window in which axe looks at it: what lies left of the window it cannot judge. */
  readonly whole?: number;
}

const firstRow = async (page: Page) => {
  const list = page.url();
  await page.locator("[data-row]:visible").first().click();
  await page.waitForURL(({ href }) => href !== list);
};

/** A call with its recording, ready to be played. */
const firstCall = async (page: Page) => {
  await firstRow(page);
  await page.waitForFunction(() => [...document.querySelectorAll("audio")].some((one) => one.readyState >= 2));
};

const wishes = {
  ar: ["أبي شقة للشراء في حي الملقا بحدود ٣ مليون، ثلاث غرف", "الأولى مناسبة، ودي أعاينها"],
  en: [
    "I want to buy an apartment in Dubai Marina, one bedroom, up to 3 million",
    "The first one suits me, I would like to see it",
  ],
};

/** A chat with the agent, two lines long: it has searched, and waits for the customer's number. */
const talked = async (page: Page) => {
  const locale = (await page.evaluate(() => document.documentElement.lang)) === "en" ? "en" : "ar";
  const box = page.getByRole("textbox").locator("visible=true").first();
  const costs = page.locator("[data-cost]:visible");
  for (const wish of wishes[locale]) {
    const before = await costs.count();
    await box.fill(wish);
    await box.press("Enter");
    // What an answer cost stands under it when it is whole.
    await page.waitForFunction(
      (before) => [...document.querySelectorAll("[data-cost]")].filter((one) => one.checkVisibility()).length > before,
      before,
    );
  }
};

/** A call that is connected, with the agent's first line. */
const called = async (page: Page) => {
  await page.getByRole("button", { name: /^(ابدأ المكالمة|Start the call)$/ }).click();
  await page.getByText(/^(متصل|Connected)$/).waitFor();
};

/** Every page there is. `open` leads from a list to its first record. */
export const places: readonly Place[] = [
  { name: "login", path: "/login" },
  { name: "dashboard", path: "/dashboard?period=30d", role: "admin" },
  { name: "conversations", path: "/conversations", role: "admin" },
  { name: "conversation", path: "/conversations?type=voice&outcome=booked", role: "admin", open: firstCall },
  { name: "bookings", path: "/bookings?status=pending", role: "sales" },
  { name: "booking", path: "/bookings?status=pending", role: "sales", open: firstRow },
  { name: "bookings-week", path: "/bookings?view=week", role: "sales" },
  { name: "bookings-month", path: "/bookings?view=month", role: "sales" },
  { name: "tickets", path: "/tickets", role: "support" },
  { name: "ticket", path: "/tickets", role: "support", open: firstRow },
  { name: "customers", path: "/customers", role: "sales" },
  { name: "customers-board", path: "/customers?view=board", role: "sales", whole: 2400 },
  { name: "customer", path: "/customers", role: "admin", open: firstRow },
  { name: "campaigns", path: "/campaigns", role: "sales" },
  { name: "campaign", path: "/campaigns?status=running", role: "sales", open: firstRow },
  { name: "campaign-new", path: "/campaigns/new", role: "sales" },
  { name: "playground", path: "/playground", role: "agent" },
  { name: "playground-chat", path: "/playground?view=chat", role: "agent", open: talked },
  { name: "playground-call", path: "/playground?view=voice", role: "agent", open: called },
  { name: "properties", path: "/properties", role: "sales" },
  { name: "property", path: "/properties", role: "sales", open: firstRow },
  { name: "reports", path: "/reports", role: "admin" },
  { name: "settings-company", path: "/settings/company", role: "admin" },
  { name: "settings-users", path: "/settings/users", role: "admin" },
  { name: "settings-keys", path: "/settings/keys", role: "admin" },
  { name: "settings-agents", path: "/settings/agents", role: "admin" },
  { name: "settings-calling", path: "/settings/calling", role: "admin" },
  { name: "settings-integrations", path: "/settings/integrations", role: "admin" },
  { name: "settings-notifications", path: "/settings/notifications", role: "support" },
  { name: "notifications", path: "/notifications", role: "admin" },
  { name: "profile", path: "/profile", role: "support" },
  { name: "not-found", path: "/nowhere", role: "admin" },
  { name: "forbidden", path: "/bookings", role: "agent" },
];

const key = (name: string) => (page: Page) => page.keyboard.press(name);
const named = (name: RegExp) => (page: Page) =>
  page.getByRole("button", { name }).locator("visible=true").first().click();
const then =
  (first: (page: Page) => Promise<unknown>, second: (page: Page) => Promise<unknown>) => async (page: Page) => {
    await first(page);
    await settled(page);
    await second(page);
  };

/** What opens over a page, each by `open`. */
export const dialogs: readonly Place[] = [
  { name: "palette", path: "/profile", role: "admin", open: key("Control+KeyK") },
  { name: "shortcuts", path: "/bookings", role: "sales", open: key("Shift+?") },
  { name: "bell", path: "/profile", role: "admin", open: named(/^(الإشعارات|Notifications|\d|إشعار)/) },
  { name: "new customer", path: "/customers?new=true", role: "sales" },
  { name: "new ticket", path: "/tickets?new=true", role: "support" },
  { name: "new viewing", path: "/bookings", role: "sales", open: key("c") },
  { name: "rejection", path: "/bookings?status=pending", role: "sales", open: then(firstRow, key("r")) },
  { name: "resolution", path: "/tickets", role: "support", open: then(firstRow, key("e")) },
  { name: "change of a ticket", path: "/tickets", role: "support", open: then(firstRow, key("d")) },
  {
    name: "hand-over",
    path: "/conversations?outcome=booked",
    role: "sales",
    open: then(firstRow, named(/^(تحويل لموظف|Hand over)/)),
  },
  { name: "new user", path: "/settings/users", role: "admin", open: named(/^(مستخدم جديد|New user)/) },
  { name: "new key", path: "/settings/keys", role: "admin", open: named(/^(مفتاح جديد|New key)/) },
  {
    name: "calling rules of a country",
    path: "/settings/calling",
    role: "admin",
    open: named(/^(عدّل قواعد الاتصال|Edit the calling rules)/),
  },
  {
    name: "new number not to be called",
    path: "/settings/calling",
    role: "sales",
    open: named(/^(أضف رقمًا|Add a number)/),
  },
  {
    name: "new secret of the tools",
    path: "/settings/integrations",
    role: "admin",
    open: named(/^(أنشئ سرًّا|Make a secret|بدّل السر|Replace the secret)/),
  },
];
