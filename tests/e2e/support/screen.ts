import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { answered, requestsOf } from "#tests/e2e/support/traffic.ts";

/** Waits until the page has got all it shows, has nothing left to do and nothing moves in any more. */
export async function settled(page: Page): Promise<void> {
  let made: number;
  // What is drawn late may ask for more: until a whole round has asked for nothing.
  do {
    await answered(page);
    made = requestsOf(page);
    // A page that is gone to inside the portal gets its title a moment after its words.
    await page.waitForFunction(() => document.title !== "");
    await page.evaluate(async () => {
      await document.fonts.ready;
      const moving = () =>
        document
          .getAnimations()
          .filter((one) => one.playState === "running")
          .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // Comes after everything that waits for its turn: parts that are still to wake up, effects still to run.
      const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
      // What inherits a colour begins to change when what it inherits from has: a turn of the theme goes down level by level.
      for (let still = 0; still < 5; ) {
        const running = moving();
        await Promise.all(running.map((one) => one.finished.catch(() => null)));
        await idle();
        await frame();
        still = running.length === 0 ? still + 1 : 0;
      }
    });
  } while (requestsOf(page) !== made);
}

type Axe = typeof axe;

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Look {
  /** A selector that narrows it to a dialog. */
  readonly within?: string;
  /** The rules about colours alone: all that can differ from one theme to the other. */
  readonly only?: "colours";
}

/** What breaks a rule of WCAG 2.2 A or AA, one line a rule. */
export async function violations(page: Page, { within, only }: Look = {}): Promise<string[]> {
  // axe is run by hand: its wrapper for Playwright reads it anew and opens a page of its own for each look, four times as long.
  if (page.frames().length > 1) throw new Error("axe does not look into the frames of this page.");
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await source);
  return page.evaluate(
    async ({ levels, within, only }) => {
      const { axe } = globalThis as typeof globalThis & { axe: Axe };
      const others = axe.getRules(levels).filter(({ tags }) => only === "colours" && !tags.includes("cat.color"));
      const { violations, incomplete, passes } = await axe.run(within ?? document, {
        runOnly: { type: "tag", values: levels },
        rules: Object.fromEntries(others.map(({ ruleId }) => [ruleId, { enabled: false }])),
        resultTypes: ["violations", "incomplete"],
        selectors: false,
        // Not the style sheets: only experimental rules, which are not asked, read them.
        preload: { assets: ["media"] },
      });
      // A rule that broke off half way has found nothing out, and axe calls that unsure.
      const broken = incomplete.filter(({ nodes }) =>
        nodes.some(({ none }) => none.some(({ id }) => id === "error-occurred")),
      );
      if (violations.length + passes.length === 0) broken.push(...incomplete);
      return [...violations, ...broken].map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
      );
    },
    { levels, within, only },
  );
}

/** How far things moved by themselves since the page began (Cumulative Layout Shift). */
export const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) sum += shift.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 50);
      }),
  );

/** How far the page can be scrolled sideways, in px. */
export const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
