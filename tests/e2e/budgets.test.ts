import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "#tests/e2e/support/browser.ts";
import { visitor } from "#tests/e2e/support/visit.ts";

const build = fileURLToPath(new URL("../../.next/", import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** JavaScript on first load, gzipped, in kB of 1,000 bytes. */
const budgets = [
  ["/login", 160, undefined],
  ["/dashboard", 270, "rawabi.admin"],
  ["/conversations", 250, "rawabi.admin"],
  ["/bookings", 250, "rawabi.admin"],
  ["/tickets", 250, "rawabi.admin"],
  ["/customers", 250, "rawabi.admin"],
  ["/campaigns", 250, "rawabi.admin"],
  ["/properties", 250, "rawabi.admin"],
  ["/reports", 250, "rawabi.admin"],
  ["/playground", 250, "rawabi.admin"],
] as const;

describe("the weight of a page", () => {
  it.each(budgets)("%s stays within %i kB of JavaScript", async (address, budget, user) => {
    const { page, context } = await visitor(browser, user);
    const html = await (await context.request.get(address)).text();
    // What the page itself names, without the polyfills that only old browsers load: read from the build.
    const named = [...html.matchAll(/<script([^>]*)src="\/_next\/([^"?]+\.js)[^"]*"([^>]*)>/g)]
      .filter(([, before, , after]) => !/nomodule/i.test(`${before}${after}`))
      .map(([, , file]) => file ?? "");
    let bytes = 0;
    for (const file of new Set(named)) bytes += gzipSync(await readFile(path.join(build, file))).length;
    expect(named.length).toBeGreaterThan(5);
    expect(bytes / 1000).toBeLessThanOrEqual(budget);

    // What a browser really loads until the page is there: nothing but that.
    const loaded: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (request.resourceType() === "script" && pathname.startsWith("/_next/"))
        loaded.push(pathname.replace("/_next/", ""));
    });
    await page.goto(address, { waitUntil: "domcontentloaded" });
    let total = 0;
    for (const file of new Set(loaded)) total += gzipSync(await readFile(path.join(build, file))).length;
    expect(total / 1000).toBeLessThanOrEqual(budget);
    await context.close();
  });
});
