import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect, inject } from "vitest";

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the console complained of, and what broke, since the page was opened. */
  complaints: string[];
}

interface Wishes extends BrowserContextOptions {
  locale_cookie?: "ar" | "en";
  theme?: "light" | "dark";
}

/** A browser of one person, signed in when a name is given (the session comes by the login call, not by typing). */
export async function visitor(browser: Browser, username?: string, wishes: Wishes = {}): Promise<Visitor> {
  const { locale_cookie, theme, ...options } = wishes;
  const url = inject("portal");
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
    const answer = await context.request.post("/api/auth/login", { data: { username, password: "portal-demo-2026" } });
    expect(answer.status(), await answer.text()).toBe(200);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, complaints };
}
