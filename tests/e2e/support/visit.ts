import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { portalUrl } from "#tests/e2e/support/address.ts";
import { follow } from "#tests/e2e/support/traffic.ts";

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the console complained of, and what broke, since the page was opened. */
  complaints: string[];
}

interface Wishes extends BrowserContextOptions {
  locale_cookie?: "ar" | "en";
  theme?: "light" | "dark";
  /** Takes the session that an earlier visitor of this file opened: for whoever only looks, a sign-in costs 80 ms. */
  shares_session?: boolean;
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
const sessions = new Map<string, Cookies>();

/** A browser of one person, signed in when a name is given (the session comes by the login call, not by typing). */
export async function visitor(browser: Browser, username?: string, wishes: Wishes = {}): Promise<Visitor> {
  const { locale_cookie, theme, shares_session = false, ...options } = wishes;
  const url = portalUrl();
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    timezoneId: "Asia/Riyadh",
    ...options,
  });
  const chosen = [
    ...(locale_cookie ? [{ name: "locale", value: locale_cookie, url }] : []),
    ...(theme ? [{ name: "theme", value: theme, url }] : []),
  ];
  if (chosen.length > 0) await context.addCookies(chosen);
  if (username) {
    const known = shares_session ? sessions.get(username) : undefined;
    if (known) await context.addCookies(known);
    else await signIn(context, username);
    if (shares_session && !known) sessions.set(username, await sessionOf(context));
  }
  const page = await context.newPage();
  follow(page);
  wakeAfterLoads(page);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

async function signIn({ request }: BrowserContext, username: string): Promise<void> {
  const answer = await request.post("/api/auth/login", { data: { username, password: "portal-demo-2026" } });
  expect(answer.status(), await answer.text()).toBe(200);
}

const sessionOf = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name }) => name === "portal_session");

/** A press on what React has not woken yet is lost, and people wait for a page to look up: so does whoever goes somewhere here. */
function wakeAfterLoads(page: Page): void {
  const { goto, reload } = page;
  page.goto = async (...where) => {
    const answer = await goto.apply(page, where);
    await awake(page);
    return answer;
  };
  page.reload = async (...how) => {
    const answer = await reload.apply(page, how);
    await awake(page);
    return answer;
  };
}

async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // The page without a connection has none of it.
    if (!("__next_f" in globalThis)) return true;
    const controls = [...document.querySelectorAll("button, a[href], input, textarea")];
    return controls.every((node) => Object.keys(node).some((name) => name.startsWith("__reactProps")));
  });
}
