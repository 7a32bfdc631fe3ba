import type { Page } from "playwright-core";

/** Until the page says that it is live: by then it answers to presses too. */
export const liveMark = (page: Page) => page.getByText("مباشر", { exact: true }).first().waitFor();
