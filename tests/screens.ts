import { mkdir, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fakeMedia, launchBrowser } from "#tests/e2e/support/browser.ts";
import { places } from "#tests/e2e/support/pages.ts";
import { startPortal } from "#tests/e2e/support/portal.ts";
import { settled } from "#tests/e2e/support/screen.ts";
import { follow } from "#tests/e2e/support/traffic.ts";

// npm run screens: a picture of every page in docs/screens, in both languages, wide and phone, light and dark.
// With names after it (`npm run screens -- ticket tickets`) only those.
const folder = fileURLToPath(new URL("../docs/screens/", import.meta.url));
const widths = { wide: { width: 1440, height: 960 }, phone: { width: 360, height: 780 } };
const asked = process.argv.slice(2);
const wanted = places.filter(({ name }) => asked.length === 0 || asked.includes(name));

await mkdir(folder, { recursive: true });
if (asked.length === 0) for (const file of await readdir(folder)) await rm(`${folder}${file}`);
const portal = await startPortal();
const browser = await launchBrowser(fakeMedia);
try {
  for (const [locale, company] of [
    ["ar", "rawabi"],
    ["en", "marsa"],
  ] as const) {
    for (const [size, viewport] of Object.entries(widths)) {
      for (const { name, path, role, open } of wanted) {
        const context = await browser.newContext({
          baseURL: portal.url,
          viewport,
          timezoneId: "Asia/Riyadh",
          reducedMotion: "reduce",
        });
        await context.addCookies([
          { name: "locale", value: locale, url: portal.url },
          { name: "theme", value: "light", url: portal.url },
        ]);
        if (role) {
          const data = { username: `${company}.${role}`, password: "portal-demo-2026" };
          await context.request.post("/api/auth/login", { data });
        }
        const page = await context.newPage();
        follow(page);
        await page.goto(path);
        await settled(page);
        await open?.(page);
        await settled(page);
        for (const theme of ["light", "dark"]) {
          await page.evaluate((theme) => {
            document.documentElement.dataset.theme = theme;
          }, theme);
          await page.waitForTimeout(250);
          await page.screenshot({ path: `${folder}${name}-${locale}-${size}-${theme}.png` });
        }
        await context.close();
      }
      console.log(`${locale} ${size}: ${wanted.length} pages`);
    }
  }
} finally {
  await browser.close();
  await portal.stop();
}
