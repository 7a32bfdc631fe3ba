import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { startPortal } from "#tests/e2e/support/portal.ts";

// npm run screens: a picture of every page in docs/screens, in both languages, wide and phone, light and dark.
const folder = fileURLToPath(new URL("../docs/screens/", import.meta.url));

const pages: { name: string; path: string; user?: string; act?: (page: Page) => Promise<unknown> }[] = [
  { name: "login", path: "/login" },
  { name: "dashboard", path: "/dashboard?period=30d", user: "admin" },
  { name: "bookings", path: "/bookings?status=pending", user: "sales" },
  {
    name: "booking",
    path: "/bookings?status=pending",
    user: "sales",
    act: async (page) => {
      const row = page.locator("[data-booking]:visible").first();
      await row.click();
      await page.waitForURL(/booking=/);
    },
  },
  { name: "profile", path: "/profile", user: "support" },
];
const widths = { wide: { width: 1440, height: 960 }, phone: { width: 360, height: 780 } };

await mkdir(folder, { recursive: true });
const portal = await startPortal();
const browser = await launchBrowser();
try {
  for (const [locale, company] of [
    ["ar", "rawabi"],
    ["en", "marsa"],
  ] as const) {
    for (const theme of ["light", "dark"]) {
      for (const [size, viewport] of Object.entries(widths)) {
        for (const { name, path, user, act } of pages) {
          const context = await browser.newContext({
            baseURL: portal.url,
            viewport,
            timezoneId: "Asia/Riyadh",
            reducedMotion: "reduce",
          });
          await context.addCookies([
            { name: "locale", value: locale, url: portal.url },
            { name: "theme", value: theme, url: portal.url },
          ]);
          if (user) {
            const data = { username: `${company}.${user}`, password: "portal-demo-2026" };
            await context.request.post("/api/auth/login", { data });
          }
          const page = await context.newPage();
          await page.goto(path);
          await page.waitForLoadState("networkidle");
          await act?.(page);
          await page.waitForTimeout(800);
          await page.screenshot({ path: `${folder}${name}-${locale}-${size}-${theme}.png` });
          await context.close();
        }
        console.log(`${locale} ${theme} ${size}: ${pages.length} pages`);
      }
    }
  }
} finally {
  await browser.close();
  await portal.stop();
}
