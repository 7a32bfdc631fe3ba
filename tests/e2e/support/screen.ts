import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Waits until the page has asked for all it shows and nothing moves in any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
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
    // What inherits a colour begins to change when what it inherits from has: a turn of the theme goes down level by level.
    for (let still = 0; still < 5; ) {
      const running = moving();
      await Promise.all(running.map((one) => one.finished.catch(() => null)));
      await frame();
      still = running.length === 0 ? still + 1 : 0;
    }
  });
}

/** What breaks a rule of WCAG 2.2 A or AA, one line a rule; `within` narrows it to a dialog. */
export async function violations(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  if (within) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
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
